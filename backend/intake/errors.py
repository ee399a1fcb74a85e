"""The rules of the door through which complaints come in."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotAllowed


class UnknownFormKey(NotAllowed):
    """No running form has this key: it was mistyped, replaced, or its partner left the network."""

    code = "intake.unknown_form_key"
    title = _("This form is not in use any more. Please look for the organisation's present form.")
