"""Which partner a complaint is for: named by a form's public key, or by somebody who works there."""

from typing import Final

from django.db.models import CharField
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Invalid, NotAllowed
from backend.common.written import Written
from backend.intake.errors import UnknownFormKey
from backend.partners.actors import Actor
from backend.partners.models import Partner

_OF_FORM: Final = Written(
    Partner, lambda key: Partner.objects.filter(form_key=key, is_active=True), key=CharField()
)
_NAMED: Final = Written(
    Partner, lambda slug: Partner.objects.filter(slug=slug, is_active=True), slug=CharField()
)


def partner_of_form(form_key: str) -> Partner:
    """The partner whose running form has this key. Raises UnknownFormKey."""
    partner = _OF_FORM.first(key=form_key)
    if partner is None:
        raise UnknownFormKey()
    return partner


def partner_to_file_for(slug: str, actor: Actor) -> Partner:
    """The partner of this name, where the actor may file. Raises NotAllowed or Invalid.

    A partner elsewhere and one that does not exist look alike.
    """
    own = actor.partners_with("file_complaints")
    if not own:
        raise NotAllowed()
    partner = _NAMED.first(slug=slug)
    if partner is None or partner.pk not in own:
        raise Invalid.field("partner", "unknown", _("You file complaints for no partner of this name."))
    return partner
