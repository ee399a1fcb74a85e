"""What a page sends goes into the draft; what no longer belongs there goes out of it."""

from typing import Any, Final

from django.http import QueryDict

from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, Consent, ContactWish, Vulnerability
from backend.identity.services import IdentityDetails
from backend.intake.pages import wording
from backend.intake.pages.dates import day_told
from backend.intake.pages.steps import BY_NAME, Contact, on_the_way
from backend.intake.services import Statement, ToldConsent
from backend.partners.models import Partner

Answers = dict[str, Any]
# Longer than anything that is accepted, so that who wrote too much can shorten it.
MOST_KEPT: Final = 60_000
IDENTITY: Final = ("name", "email", "phone", "address")
LEADS_TO_A_PERSON: Final = (*IDENTITY, "contact_note", "contact_wish")


def take_in(answers: Answers, step: str, sent: QueryDict, partner: Partner) -> None:
    """Keep what was typed on one page, right or wrong."""
    before = dict(answers)
    for name, field in BY_NAME[step](answers, partner, checked=False).fields.items():
        values = [value[:MOST_KEPT] for value in sent.getlist(name)]
        if getattr(field.widget, "allow_multiple_selected", False):
            answers[name] = values
        else:
            answers[name] = values[-1] if values else ""
    _let_go(answers, before)


def _let_go(answers: Answers, before: Answers) -> None:
    """Whoever chose to stay anonymous left no name behind; a consent holds for what it was given for."""
    if answers.get("complainant_kind") == ComplainantKind.ANONYMOUS:
        for name in LEADS_TO_A_PERSON:
            answers.pop(name, None)
    for name, depends_on in (
        ("category", "kind"),
        ("referral", "institution"),
        ("referral", "complainant_kind"),
    ):
        if before.get(depends_on) and answers.get(depends_on) != before[depends_on]:
            answers.pop(name, None)


def statement_of(answers: Answers, partner: Partner, language: Language, today: Any) -> Statement:
    """The statement that the answers of all steps make. They were found right before."""
    found: Answers = {}
    for step in on_the_way(answers):
        form = step(answers, partner)
        form.full_clean()
        found |= form.cleaned_data
    asked = {name: found.get(name, "").strip() for name in IDENTITY} if _names(answers) else {}
    return Statement(
        kind=CaseKind(found["kind"]),
        complainant_kind=ComplainantKind(found["complainant_kind"]),
        language=language,
        narrative=found["narrative"],
        wish=found["wish"],
        happened_on=day_told(answers, today),
        category=found["category"],
        institution=found["institution"],
        place=found["place"],
        identity=IdentityDetails(**asked),
        contact_wish=ContactWish(found.get("contact_wish") or ContactWish.RECEIPT_ONLY),
        contact_note=found.get("contact_note", ""),
        vulnerability=tuple(Vulnerability(one) for one in sorted(set(found["vulnerability"]))),
        consents=_consents(found),
    )


def _names(answers: Answers) -> bool:
    return Contact.applies(answers)


def _consents(found: Answers) -> tuple[ToldConsent, ...]:
    given = [ToldConsent(purpose=Consent.Purpose.PROCESSING, text_version=wording.TEXT_VERSION)]
    if found.get("referral"):
        given.append(
            ToldConsent(
                purpose=Consent.Purpose.REFERRAL,
                text_version=wording.TEXT_VERSION,
                institution=found["institution"],
            )
        )
    return tuple(given)
