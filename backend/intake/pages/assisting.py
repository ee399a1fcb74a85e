"""The door for staff: somebody tells a complaint, and an officer of the partner writes it down.

The questions stay the citizen's; one page before them says how and when it was told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from backend.common.languages import Language, current_language
from backend.complaints.models import Consent, IntakeChannel
from backend.forms.checking import day_of
from backend.forms.form import Form, Labels, Option, Question, Section
from backend.intake.models import Draft
from backend.intake.pages.doors import Door
from backend.intake.pages.questions import KINDS
from backend.intake.services import Statement, visits
from backend.partners.actors import Actor
from backend.partners.models import Partner
from backend.partners.standing import actor_of_visitor

# Where the session keeps which draft is its own: the handle, which opens nothing.
HANDLE: Final = "dosja_assisted"
# No question of a form has a hyphen in its name, so that none is called like these.
TOLD: Final = "told-to-us"
CHANNEL, RECEIVED_ON, LANGUAGE = "told-channel", "told-on", "told-language"
_CHANNELS: Final = {
    IntakeChannel.PHONE: gettext_noop("By telephone"),
    IntakeChannel.LETTER: gettext_noop("In a letter"),
    IntakeChannel.IN_PERSON: gettext_noop("Face to face, at our office"),
    IntakeChannel.FIELD: gettext_noop("Face to face, where the person lives"),
}


@dataclass(frozen=True, kw_only=True)
class AssistedDoor(Door):
    """For who files complaints for others at this partner; for everybody else there is no such address."""

    def partner(self, request: HttpRequest, slug: str) -> Partner:
        partner = super().partner(request, slug)
        if not self.actor(request).may("file_complaints", partner.pk):
            raise Http404
        return partner

    def actor(self, request: HttpRequest) -> Actor:
        return actor_of_visitor(request)

    def asks(self, form: Form) -> Form:
        """Before everything else: how it was told."""
        title = _said(_("How was it told to you?"))
        first = Section(TOLD, title, {}, (), tuple(_questions(form)))
        return replace(form, sections=(first, *form.sections))

    def facts(self, content: Mapping[str, Any]) -> dict[str, Any]:
        typed = content["answers"]
        told_on = KINDS["date"].value(_question(RECEIVED_ON, "date"), typed)
        return {
            "channel": IntakeChannel(typed[CHANNEL]),
            "received_on": day_of(told_on) if told_on else None,
        }

    def language(self, content: Mapping[str, Any], spoken: Language) -> Language:
        """The complainant's, whatever language the officer reads in."""
        return Language(content["answers"][LANGUAGE])

    def as_told(self, statement: Statement) -> Statement:
        """Nobody signed anything, unless it came in a letter."""
        if statement.channel == IntakeChannel.LETTER:
            return statement
        oral = tuple(replace(one, manner=Consent.Manner.ORAL) for one in statement.consents)
        return replace(statement, consents=oral)

    def token_of(self, request: HttpRequest) -> str:
        """The cookie's token, where this session began the draft; the draft of another is as if not there."""
        token = super().token_of(request)
        own = token and request.session.get(HANDLE) == visits.handle_of(Draft, token)
        return token if own else ""


def _questions(form: Form) -> list[Question]:
    own_names = [Option(one.value, _said(one.label), {}) for one in Language if one.value in form.languages]
    ways = [Option(channel.value, _said(_(label)), {}) for channel, label in _CHANNELS.items()]
    return [
        _question(CHANNEL, "choice", label=_("How did the complaint come?"), required=True, options=ways),
        _question(
            RECEIVED_ON,
            "date",
            label=_("On which day?"),
            help_text=_("If it was today, leave this empty."),
        ),
        _question(
            LANGUAGE,
            "choice",
            label=_("In which language does the person speak with us?"),
            help_text=_("The questions follow in this language, so that you can read them out."),
            required=True,
            options=own_names,
        ),
    ]


def _question(
    name: str,
    kind: str,
    *,
    label: str = "",
    help_text: str = "",
    required: bool = False,
    options: list[Option] | None = None,
) -> Question:
    return Question(
        name=name,
        section=TOLD,
        type=kind,
        core="",
        label=_said(label),
        help=_said(help_text),
        missing={},
        required=required,
        when=None,
        longest=0,
        least=None,
        most=None,
        options=tuple(options or ()),
    )


def _said(text: str) -> Labels:
    """A text of ours where a form has labels: these questions are made for each page in its language."""
    return {current_language().value: str(text)}


ASSISTED: Final = AssistedDoor(
    name="assisted",
    view="assisted",
    cookie=settings.DOSJA_ASSISTED_COOKIE,
    base="intake/assisted_page.html",
)
