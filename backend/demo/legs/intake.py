"""The first stage, told: a complaint arrives, is sorted, asked about, accepted and given to somebody."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Final

from backend.demo.tale import CONSENT_VERSION, Tale

_NOT_SAID: Final = ("agrees_to_referral", "agrees_to_publication", "recorded_by")
_BY_WORD_OF_MOUTH: Final = ("phone", "in_person", "field")
_SHARE_OF_QUESTIONS: Final = 0.33
_SHARE_OF_CONFLICTS: Final = 0.06
_SHARE_OF_TAGGED: Final = 0.55


def file(tale: Tale) -> None:
    """The complaint arrives; a coordinator closes it off at once where it is dangerous."""
    one, told = tale.wording, tale.complainant
    # On the form few people know which category or office their trouble belongs to.
    knows_category = bool(told.recorded_by) or tale.rng.random() < 0.6
    knows_office = told.agrees_to_referral or tale.rng.random() < 0.5
    tale.diary.write(
        "file",
        told.recorded_by,
        kind=one.kind,
        complainant_kind=one.complainant,
        language=one.language,
        narrative=one.narrative,
        wish=one.wish,
        category=one.category if knows_category else "",
        institution=one.institution if knows_office else "",
        place=one.place,
        vulnerability=one.vulnerability,
        days_ago=tale.rng.randint(3, 160) if tale.rng.random() < 0.6 else None,
        consents=tuple(_consents(tale)),
        **{name: value for name, value in asdict(told).items() if name not in _NOT_SAID},
    )
    if tale.casting.named:
        tale.diary.wait(0, 1)
        tale.diary.write("restrict", tale.casting.chief, people=tale.casting.named)


def _consents(tale: Tale) -> list[dict[str, str]]:
    manner = "oral" if tale.complainant.channel in _BY_WORD_OF_MOUTH else "written"
    common = {"text_version": CONSENT_VERSION, "manner": manner}
    consents = [{"purpose": "processing", **common}]
    if tale.complainant.agrees_to_referral:
        consents.append({"purpose": "referral", "institution": tale.wording.institution, **common})
    if tale.complainant.agrees_to_publication:
        consents.append({"purpose": "publication", **common})
    if tale.is_shared:
        consents.append({"purpose": "sharing", "partner": tale.neighbour.slug, **common})
    return consents


def _classify(tale: Tale) -> None:
    one, desk = tale.wording, tale.casting.desk
    names = ("summary", "severity", "category", "institution", "place")
    tale.diary.write("classify", desk, **{name: getattr(one, name) for name in names})
    if one.court:
        tale.diary.shortly_after()
        tale.diary.write("judiciary", desk, **{k: v for k, v in one.court.items() if k != "person"})
    if one.tags and tale.rng.random() < _SHARE_OF_TAGGED:
        tale.diary.shortly_after()
        tale.diary.write("tag", desk, names=one.tags)


def _ask(tale: Tale) -> None:
    tale.diary.write("ask", tale.casting.desk, text=tale.wording.question)


def _perhaps_ask(tale: Tale) -> None:
    if tale.rng.random() < _SHARE_OF_QUESTIONS:
        _ask(tale)
        tale.diary.wait(1, 8)
        tale.diary.write("say", text=tale.wording.answer)


def _open(tale: Tale) -> None:
    tale.diary.write("open", tale.casting.desk, text=tale.rng.choice(tale.at_work("admissible")))
    if "person" in tale.wording.court:
        tale.diary.shortly_after()
        tale.diary.write("judiciary", tale.casting.approver, person=tale.wording.court["person"])


def _assign(tale: Tale) -> None:
    casting = tale.casting
    if casting.may_conflict and not tale.is_shared and tale.rng.random() < _SHARE_OF_CONFLICTS:
        tale.diary.write("assign", casting.chief, assignee=casting.colleague)
        tale.diary.wait(0, 2)
        tale.diary.write("declare_conflict", casting.colleague)
        tale.diary.wait(0, 1)
    tale.diary.write("assign", casting.chief, assignee=casting.worker)
    if tale.is_shared:
        tale.diary.wait(0, 3)
        tale.diary.write("share", casting.chief, partner=tale.neighbour.slug)


def _note(tale: Tale) -> None:
    tale.worker_does("note", text=tale.wording.notes[0])


def _note_more(tale: Tale) -> None:
    for text in tale.wording.notes[1:]:
        tale.worker_does("note", text=text)
        tale.diary.shortly_after()


def _open_there(tale: Tale) -> None:
    there = tale.neighbour
    note = tale.rng.choice(tale.at_work("admissible", there))
    tale.diary.write("open", there.with_role("intake_officer")[0], text=note)


def _assign_there(tale: Tale) -> None:
    there = tale.neighbour
    worker = there.with_role("caseworker")[0]
    tale.diary.write("assign", there.with_role("coordinator")[0], assignee=worker)


LEGS: Final[dict[str, Callable[[Tale], None]]] = {
    "classify": _classify,
    "ask": _ask,
    "perhaps_ask": _perhaps_ask,
    "open": _open,
    "assign": _assign,
    "note": _note,
    "note_more": _note_more,
    "open_there": _open_there,
    "assign_there": _assign_there,
}
