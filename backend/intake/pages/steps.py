"""The steps of a form: one page each, in order, and what of the answers makes each of them appear."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django import forms
from django.core.validators import validate_email
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.kinds import CaseKind
from backend.complaints.models import ComplainantKind, ContactWish, Vulnerability
from backend.complaints.words import LONGEST_CONTACT_NOTE, LONGEST_NARRATIVE, LONGEST_WISH
from backend.directory import lookups
from backend.identity.services import IdentityDetails, check_identity
from backend.intake.pages import choices, wording
from backend.intake.pages.dates import day_told
from backend.intake.pages.widgets import ManyOptions, Options, Pick, Sentence, Words
from backend.partners.models import Partner

Answers = Mapping[str, Any]
CHOOSE: Final = _("Please choose one.")


class Step(forms.Form):
    """One page. It is made from all answers so far, because what it asks may follow from them."""

    name: ClassVar[str]
    title: ClassVar[Sentence]
    use_required_attribute = False

    def __init__(self, answers: Answers, partner: Partner, *, checked: bool = True) -> None:
        self.answers, self.partner = answers, partner
        # Unchecked, what was typed is shown as it is, without a word about it.
        super().__init__(
            data=dict(answers) if checked else None,
            initial=None if checked else dict(answers),
            label_suffix="",
        )
        self.ask()
        for field in self.fields.values():
            field.widget.attrs.setdefault("autocomplete", "off")

    def ask(self) -> None:
        """Add the questions that depend on earlier answers."""

    @classmethod
    def applies(cls, answers: Answers) -> bool:
        """Whether the step is on this person's way."""
        return True


class Way(Step):
    name, title = "way", _("How do you wish to be known?")
    complainant_kind = Pick(
        label=title,
        choices=ComplainantKind.choices,
        missing=CHOOSE,
        widget=Options(
            {
                ComplainantKind.IDENTIFIED: _(
                    "The organisation knows your name and may use it in its letters. "
                    "Institutions answer this way most easily."
                ),
                ComplainantKind.CONFIDENTIAL: _(
                    "Only the organisation knows your name. It stands in no letter, "
                    "and few people in the organisation can see it."
                ),
                ComplainantKind.ANONYMOUS: _(
                    "Nobody knows your name and we do not ask for it. You follow your complaint with a "
                    "receipt. Some institutions do not answer complaints without a name."
                ),
            }
        ),
    )


class Story(Step):
    name, title = "story", _("What happened?")
    narrative = Words(
        label=_("Tell it in your own words"),
        help_text=_("What happened, where, who was there, what you were told. Write as you speak."),
        longest=LONGEST_NARRATIVE,
        rows=12,
        required=True,
        error_messages={"required": _("Please tell what happened.")},
    )
    day = forms.CharField(label=_("Day"), required=False)
    month = Pick(label=_("Month"), missing=CHOOSE, required=False)
    year = forms.CharField(label=_("Year"), required=False)

    def ask(self) -> None:
        months = [("", "–"), *((str(number), month) for number, month in MONTHS.items())]
        self.fields["month"] = Pick(label=_("Month"), choices=months, missing=CHOOSE, required=False)
        for name in ("day", "year"):
            self.fields[name].widget.attrs.update({"inputmode": "numeric", "size": "4"})

    def clean(self) -> None:
        try:
            day_told(self.data, clock.today(self.partner.time_zone))
        except forms.ValidationError as wrong:
            self.add_error("day", wrong)


class Kind(Step):
    name, title = "kind", _("What is it about?")
    kind = Pick(
        label=title,
        choices=CaseKind.choices,
        missing=CHOOSE,
        widget=Options(
            {
                CaseKind.PUBLIC_SERVICE: _(
                    "A municipality, school, hospital, water, electricity, benefits, documents, police …"
                ),
                CaseKind.CORRUPTION: _("Somebody asked for money or a favour, or misused a public office."),
                CaseKind.JUDICIARY: _("A court, judge, prosecutor or bailiff."),
                CaseKind.INFORMATION_REQUEST: _("You asked an institution for information or a document."),
            }
        ),
    )


class Where(Step):
    name, title = "where", _("Where was it, and which institution?")

    def ask(self) -> None:
        for name, label, options in (
            ("category", _("What describes it best?"), choices.categories_of(self.answers.get("kind", ""))),
            ("place", _("Place"), choices.places_of(self.partner)),
            ("institution", _("Institution"), choices.institutions_of(self.partner)),
        ):
            self.fields[name] = Pick(label=label, choices=options, missing=CHOOSE, required=False)
        self.fields["institution"].help_text = _("If you do not know it, leave it open. We find it out.")


class Wish(Step):
    name, title = "wish", _("What do you wish?")
    wish = Words(
        label=_("What should come of it?"),
        help_text=_("For example a document, an answer, a repair, an apology. You may leave this empty."),
        longest=LONGEST_WISH,
        rows=5,
    )
    vulnerability = forms.MultipleChoiceField(
        label=_("Does something of this hold for the person concerned?"),
        help_text=_("Only if you wish to say it. It helps us to be quicker and more careful."),
        choices=Vulnerability.choices,
        required=False,
        widget=ManyOptions(),
        error_messages={"invalid_choice": CHOOSE, "invalid_list": CHOOSE},
    )


class _WithName(Step):
    @classmethod
    def applies(cls, answers: Answers) -> bool:
        """Who stays without a name is asked for nothing that leads to one."""
        return answers.get("complainant_kind") != ComplainantKind.ANONYMOUS


class Reach(_WithName):
    name, title = "reach", _("How may we reach you?")
    contact_wish = Pick(
        label=title,
        help_text=_("Choose what is safe for you. Think of who else reads your mail or answers your phone."),
        choices=ContactWish.choices,
        missing=CHOOSE,
        widget=Options(
            {
                ContactWish.RECEIPT_ONLY: _(
                    "We never call or write. You look here with your receipt when you wish."
                ),
                ContactWish.IN_PERSON: _("You come to us, or we meet where it suits you."),
            }
        ),
    )


class Contact(_WithName):
    name, title = "contact", _("Your name and how to reach you")
    # Which detail a way of contact needs, and how it is asked for.
    NEEDED: ClassVar[dict[str, tuple[str, Sentence, int, int]]] = {
        ContactWish.EMAIL: ("email", _("E-mail address"), 254, 0),
        ContactWish.PHONE: ("phone", _("Telephone number"), 50, 0),
        ContactWish.POST: ("address", _("Postal address"), 500, 3),
    }

    def ask(self) -> None:
        self.fields["name"] = Words(label=_("Name"), longest=200)
        wish = self.answers.get("contact_wish", "")
        if wish in self.NEEDED:
            name, label, longest, rows = self.NEEDED[wish]
            self.fields[name] = Words(label=label, longest=longest, rows=rows)
        if wish and wish != ContactWish.RECEIPT_ONLY:
            self.fields["contact_note"] = Words(
                label=_("When and how is it safe?"),
                help_text=_("For example: only in the afternoon, do not leave a message."),
                longest=LONGEST_CONTACT_NOTE,
                rows=3,
            )
        if self.answers.get("complainant_kind") == ComplainantKind.IDENTIFIED:
            self.fields["name"].required = True
            self.fields["name"].error_messages["required"] = _("Please give your name.")

    def clean(self) -> None:
        if email := self.cleaned_data.get("email", "").strip():
            self._check_email(email)
        kind, wish = self.answers.get("complainant_kind", ""), self.answers.get("contact_wish", "")
        if self.errors or kind not in ComplainantKind or wish not in ContactWish:
            return
        asked = {name: self.cleaned_data.get(name, "") for name in ("name", "email", "phone", "address")}
        details = IdentityDetails(**asked)
        needed = self.NEEDED[wish][0] if wish in self.NEEDED else "name"
        for error in check_identity(details, ComplainantKind(kind), ContactWish(wish)):
            at = error.field.removeprefix("identity.")
            self.add_error(at if at in self.fields else needed, forms.ValidationError(str(error.message)))
            break

    def _check_email(self, email: str) -> None:
        try:
            validate_email(email)
        except forms.ValidationError:
            wrong = _("This e-mail address does not look right. Please compare it letter by letter.")
            self.add_error("email", forms.ValidationError(wrong, code="email"))


class Consents(Step):
    name, title = "consents", _("What you agree to")
    processing = forms.BooleanField(
        label=wording.PROCESSING,
        error_messages={"required": _("Without your agreement nobody may work on the complaint.")},
    )

    def ask(self) -> None:
        code, kind = self.answers.get("institution"), self.answers.get("complainant_kind", "")
        body = next((one for one in lookups.institutions.all() if one.code == code), None)
        if body is None:
            return
        hint = wording.REFERRAL_HINT.get(kind, "")
        if kind == ComplainantKind.ANONYMOUS and body.accepts_anonymous is False:
            hint = wording.NEEDS_A_NAME
        self.fields["referral"] = forms.BooleanField(
            label=f"{wording.REFERRAL} {body.name}", help_text=hint, required=False
        )


STEPS: Final[tuple[type[Step], ...]] = (Way, Story, Kind, Where, Wish, Reach, Contact, Consents)
BY_NAME: Final = {step.name: step for step in STEPS}
REVIEW: Final = "review"


def on_the_way(answers: Answers) -> list[type[Step]]:
    """The steps that this person sees."""
    return [step for step in STEPS if step.applies(answers)]


def first_wrong(answers: Answers, partner: Partner) -> str | None:
    """The first step that still needs something."""
    return next((step.name for step in on_the_way(answers) if not step(answers, partner).is_valid()), None)
