"""Referral and follow-up, told: letters go out, are registered, answered, assessed, taken one level up."""

from collections.abc import Callable
from functools import partial
from typing import Final

from backend.demo.tale import CONSENT_VERSION, Tale

_NEEDS_APPROVAL: Final = ("corruption", "judiciary")
_SHARE_OF_OVERRIDES: Final = 0.2
_SHARE_REGISTERED: Final = 0.65
_SHARE_CLOSED_APART: Final = 0.35
LATEST: Final = -1
FIRST: Final = 0


def _draft(tale: Tale) -> None:
    tale.waits_for = tale.route.term_days
    _write_draft(tale, tale.wording.institution, tale.route.rule)


def _draft_also(tale: Tale) -> None:
    _write_draft(tale, tale.route.next, "")


def _draft_next(tale: Tale) -> None:
    tale.waits_for = tale.route.term_days if tale.route.next_rule else 0
    _write_draft(tale, tale.route.next, tale.route.next_rule, escalates=True)


def _write_draft(tale: Tale, institution: str, rule: str, *, escalates: bool = False) -> None:
    author, override = tale.casting.worker, ""
    if institution not in tale.agreed_to:
        if tale.rng.random() < _SHARE_OF_OVERRIDES:
            author, override = tale.casting.chief, tale.at_work("override")
        else:
            _agree(tale, institution)
    tale.diary.write(
        "draft",
        author,
        institution=institution,
        letter=_letter(tale, escalates=escalates),
        rule=rule,
        escalates=escalates,
        override_reason=override,
    )


def _agree(tale: Tale, institution: str) -> None:
    tale.diary.write(
        "consent",
        purpose="referral",
        institution=institution,
        text_version=CONSENT_VERSION,
        language=tale.wording.language,
    )
    tale.agreed_to.add(institution)
    tale.diary.wait(0, 2)


def _letter(tale: Tale, *, escalates: bool) -> str:
    """The letter in the partner's working language; about a court it says what it cannot ask for."""
    whole: str = tale.at_work("letter").format(summary=tale.wording.summary, partner=tale.organisation.name)
    paragraphs = whole.split("\n\n")
    if escalates:
        paragraphs.insert(1, tale.at_work("letter_up"))
    if tale.wording.kind == "judiciary":
        paragraphs.insert(-1, tale.at_work("letter_court"))
    return "\n\n".join(paragraphs)


def _release(tale: Tale) -> None:
    if tale.wording.kind not in _NEEDS_APPROVAL:
        tale.worker_does("release")
        return
    tale.worker_does("submit")
    tale.diary.wait(0, 2)
    tale.diary.write("approve", tale.casting.approver)


def _send(tale: Tale) -> None:
    channel = tale.rng.choice(("email", "email", "post", "in_person", "portal"))
    proof = f"RR {tale.rng.randint(10**8, 10**9 - 1)}" if channel == "post" else ""
    tale.worker_does("send", channel=channel, proof=proof)


def _register(tale: Tale) -> None:
    number = f"{tale.rng.randint(100, 9999)}/{tale.rng.randint(1, 9)}"
    tale.worker_does("register", protocol_number=number)


def _perhaps_register(tale: Tale) -> None:
    if tale.rng.random() < _SHARE_REGISTERED:
        _register(tale)


def _ask_clarification(tale: Tale) -> None:
    tale.worker_does("ask_clarification", question=tale.at_work("clarification_question"))


def _clarify(tale: Tale) -> None:
    tale.worker_does("clarify", reply=tale.at_work("clarification_reply"))


def _redirect(tale: Tale) -> None:
    tale.worker_does("redirect", institution=tale.route.next)


def _answer(tale: Tale) -> None:
    tale.worker_does("answer", text=tale.wording.reply, referral=LATEST)


def _first_answer(tale: Tale) -> None:
    tale.worker_does("answer", text=tale.wording.reply, referral=FIRST)


def _other_answer(tale: Tale, *, phrase: str) -> None:
    tale.worker_does("answer", text=tale.at_work(phrase), referral=LATEST)


def _assess(tale: Tale, *, assessment: str = "", referral: int = LATEST) -> None:
    found = "partial" if tale.wording.outcome == "partly_remedied" else "full"
    tale.worker_does("assess", assessment=assessment or found, referral=referral)


def _perhaps_close(tale: Tale) -> None:
    if tale.rng.random() < _SHARE_CLOSED_APART:
        tale.worker_does("close_referral")


LEGS: Final[dict[str, Callable[[Tale], None]]] = {
    "draft": _draft,
    "draft_also": _draft_also,
    "draft_next": _draft_next,
    "release": _release,
    "send": _send,
    "register": _register,
    "perhaps_register": _perhaps_register,
    "perhaps_close_referral": _perhaps_close,
    "ask_clarification": _ask_clarification,
    "clarify": _clarify,
    "redirect": _redirect,
    "answer": _answer,
    "first_answer": _first_answer,
    "weak_answer": partial(_other_answer, phrase="partial_reply"),
    "refusal": partial(_other_answer, phrase="refusal_reply"),
    "assess": _assess,
    "assess_first": partial(_assess, assessment="partial", referral=FIRST),
    "assess_weak": partial(_assess, assessment="non_answer"),
    "assess_refusal": partial(_assess, assessment="refused"),
}
