"""A referral's letter: which languages it is in, what it starts from, and the value that is laid out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from backend.cases.models import Case, InstitutionReferral, JudiciaryDetail
from backend.cases.services import annexes, masks, permits
from backend.cases.services.enclosures import attachments_in
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.languages import Language, label_in
from backend.correspondence.letters import LegalBasis, Letter, Part, Recipient
from backend.correspondence.models import Letterhead
from backend.correspondence.services.letterheads import letterhead_of, sender_in
from backend.correspondence.services.templates import DraftLetter, filled, template_of
from backend.correspondence.wording import Wording, wording_in
from backend.directory import lookups
from backend.directory.calendars import today_in
from backend.directory.errors import CalendarEnds
from backend.directory.kinds import ChannelKind
from backend.directory.models import DeadlineRule, Institution
from backend.directory.services.competence import ANSWERED_BY
from backend.directory.services.deadlines import due_date

# Where the directory does not say in which languages an institution writes.
_OF_COUNTRY: Final[Mapping[str, tuple[Language, ...]]] = {
    "AL": (Language.SQ,),
    "XK": (Language.SQ, Language.SR_LATN, Language.SR_CYRL),
    "GE": (Language.KA,),
    "RS": (Language.SR_CYRL, Language.SR_LATN),
}


@dataclass(frozen=True, slots=True)
class _Around:
    """What a letter is made of beside the referral, read once."""

    case: Case
    institution: Institution
    rule: DeadlineRule | None
    letterhead: Letterhead
    today: date


def official_languages(institution: Institution) -> tuple[Language, ...]:
    """The languages in which an institution takes letters, its first one first."""
    known = tuple(Language(code) for code in institution.languages if code in Language.values)
    return known or _OF_COUNTRY.get(institution.country, (Language.EN,))


def obvious_language(case: Case, institution: Institution, text: str = "") -> Language:
    """The language of a letter that nobody named one for: official there, in the script that it is written
    in, and if there are several, the one that the partner works in."""
    script = _script_of(text)
    official = official_languages(institution)
    fitting = [language for language in official if script in (None, _SCRIPTS[language])]
    preferred = [Language(code) for code in case.owner.languages if code in fitting]
    if preferred or fitting:
        return (preferred or fitting)[0]
    return next((language for language in Language if _SCRIPTS[language] == script), official[0])


def draft_letter(
    case: Case, institution: Institution, rule: DeadlineRule | None, language: str
) -> DraftLetter:
    """The partner's template for this kind of case, with what is known of the case."""
    around = _around(case, institution, rule)
    template = template_of(case.owner, case.kind, language)
    return filled(template, _values(around, wording_in(language)))


def letter_of(referral: InstitutionReferral) -> Letter:
    """The letter as it stands now."""
    case = referral.case
    around = _around(case, referral.institution, referral.deadline_rule)
    return Letter(
        reference=case.reference,
        written_on=around.today,
        parts=tuple(_parts(referral, around)),
        legal_basis=legal_basis(around.rule, around.today),
        attachments=attachments_in(referral.enclosures),
        about_court=case.kind == CaseKind.JUDICIARY,
        annex=annexes.annex_of(referral),
    )


def legal_basis(rule: DeadlineRule | None, today: date) -> LegalBasis | None:
    """What may be called law in a letter: a term that was verified and is in force; nothing else."""
    if rule is None or not rule.is_verified or not _in_force(rule, today):
        return None
    return LegalBasis(rule.law, rule.article, rule.number, rule.unit, rule.trigger in ANSWERED_BY)


def language_of(referral: InstitutionReferral) -> Language:
    """The language of the letter's first part."""
    if referral.letter_language:
        return Language(referral.letter_language)
    return obvious_language(referral.case, referral.institution, referral.letter)


def language_of_words(referral: InstitutionReferral) -> Language:
    """The language in which the complainant wrote."""
    return Language(permits.complaint_of(referral.case).language)


def _around(case: Case, institution: Institution, rule: DeadlineRule | None) -> _Around:
    letterhead = letterhead_of(case.owner)
    return _Around(case, institution, rule, letterhead, clock.today(case.owner.time_zone))


def _parts(referral: InstitutionReferral, around: _Around) -> Iterator[Part]:
    lines = _address_of(around.institution, around.today)
    language = language_of(referral)
    yield _part(around, language, lines, referral.letter_subject or "", referral.letter)
    if other := referral.parallel:
        yield _part(around, Language(other["language"]), lines, other["subject"], other["letter"])


def _part(around: _Around, language: Language, lines: tuple[str, ...], subject: str, text: str) -> Part:
    return Part(
        language=language,
        sender=sender_in(language, around.letterhead),
        recipient=Recipient(label_in(around.institution.names, language), lines),
        subject=subject or draft_letter(around.case, around.institution, around.rule, language).subject,
        text=text,
    )


def _address_of(institution: Institution, today: date) -> tuple[str, ...]:
    """The institution's postal address as known today; else its place."""
    running = (
        channel
        for channel in institution.channels.filter(kind=ChannelKind.POST).order_by("-valid_from", "value")
        if (channel.valid_from is None or channel.valid_from <= today)
        and (channel.valid_until is None or channel.valid_until >= today)
    )
    if found := next(running, None):
        return tuple(line.strip() for line in found.value.splitlines() if line.strip())
    if institution.place_id is None:
        return ()
    return (lookups.places.with_id(institution.place_id).names.get(official_languages(institution)[0], ""),)


def _values(around: _Around, words: Wording) -> dict[str, str]:
    """What the placeholders stand for; the complainant's name is none of them."""
    case, language = around.case, words.language
    hidden = masks.masks_of(case)
    complaint = permits.complaint_of(case)
    received_on = clock.day_of(complaint.received_at, case.owner.time_zone)
    return {
        "reference": case.reference,
        "institution": label_in(around.institution.names, language),
        "partner": sender_in(language, around.letterhead).name,
        "category": _name_of(lookups.categories, case.category_id, language),
        "place": _name_of(lookups.places, case.place_id, language),
        "court": _court_of(case, language),
        "summary": case.summary,
        "happened_on": words.day(complaint.happened_on) if complaint.happened_on else "",
        "received_on": words.day(received_on),
        "narrative": annexes.shown(complaint.narrative, hidden.of("narrative")),
        "wish": annexes.shown(complaint.wish, hidden.of("wish")),
        **_law_told(around, words),
    }


def _law_told(around: _Around, words: Wording) -> dict[str, str]:
    """Nothing at all where the term is not verified."""
    basis = legal_basis(around.rule, around.today)
    if basis is None or around.rule is None:
        return {}
    told = {"legal_basis": words.law(basis.law, basis.article)}
    if basis.answer_term:
        told["term"] = words.term(basis.number, basis.unit)
        told["due_on"] = _due_told(around.rule, words)
    return told


def _due_told(rule: DeadlineRule, words: Wording) -> str:
    try:
        return words.day(due_date(rule, counted_from=today_in(rule.country)).date)
    except CalendarEnds:
        return ""


def _name_of(lookup: lookups.Lookup[Any], id: int | None, language: str) -> str:
    return label_in(lookup.with_id(id).names, language) if id is not None else ""


def _court_of(case: Case, language: str) -> str:
    detail = JudiciaryDetail.objects.filter(case=case).select_related("court").first()
    return label_in(detail.court.names, language) if detail and detail.court else ""


def _in_force(rule: DeadlineRule, today: date) -> bool:
    begun = rule.valid_from is None or rule.valid_from <= today
    return begun and (rule.valid_until is None or rule.valid_until >= today)


_LATIN, _CYRILLIC, _GEORGIAN = "latin", "cyrillic", "georgian"
_SCRIPTS: Final = {
    Language.SQ: _LATIN,
    Language.SR_LATN: _LATIN,
    Language.SR_CYRL: _CYRILLIC,
    Language.KA: _GEORGIAN,
    Language.EN: _LATIN,
}


def _script_of(text: str) -> str | None:
    """The script that most of a text is written in; None where it has no letters."""
    counts = dict.fromkeys((_LATIN, _CYRILLIC, _GEORGIAN), 0)
    for char in text:
        if char.isalpha():
            counts[_script_of_letter(char)] += 1
    found = max(counts, key=lambda script: counts[script])
    return found if counts[found] else None


def _script_of_letter(char: str) -> str:
    if "\u0400" <= char <= "\u052f":
        return _CYRILLIC
    return _GEORGIAN if "\u10a0" <= char <= "\u10ff" else _LATIN
