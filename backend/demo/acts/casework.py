"""What staff do to cases: sort, ask, accept, give to somebody, share, end, take up again."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from backend.cases.models import InadmissibleReason, Outcome, Severity
from backend.cases.partner_stages import DeclineReason
from backend.cases.services import conflicts, sharing, steps, transfers, work
from backend.demo.world import Scene

_PLAIN: Final[dict[str, Callable[..., Any]]] = {
    "start_triage": steps.start_triage,
    "await_answers": steps.await_answers,
    "close": steps.close,
    "resume": steps.resume,
    "declare_conflict": conflicts.declare_conflict,
}


def _plain(scene: Scene) -> None:
    _PLAIN[scene.act.what](scene.case_id, expected=None, actor=scene.actor)


def _classify(scene: Scene) -> None:
    facts, world = scene.act.facts, scene.world
    changes = {
        "summary": facts["summary"],
        "severity": Severity[facts["severity"].upper()],
        "category": world.categories[facts["category"]],
        "institution": world.institutions[facts["institution"]],
        "place": world.places[facts["place"]],
    }
    work.change_particulars(scene.case_id, changes=changes, expected=None, actor=scene.actor)


def _judiciary(scene: Scene) -> None:
    facts = dict(scene.act.facts)
    detail: dict[str, Any] = {
        name: facts[name] for name in ("instance", "matter", "violation", "person") if name in facts
    }
    if "code" in facts:
        detail |= {
            "court": scene.world.institutions[facts["code"]],
            "stage_of_proceedings": facts["stage"],
            "months_pending": facts["months"],
        }
    work.set_judiciary(scene.case_id, detail=detail, expected=None, actor=scene.actor)


def _tag(scene: Scene) -> None:
    work.set_tags(scene.case_id, names=list(scene.act.facts["names"]), expected=None, actor=scene.actor)


def _note(scene: Scene) -> None:
    work.add_note(scene.case_id, text=scene.act.facts["text"], actor=scene.actor)


def _link(scene: Scene) -> None:
    other = scene.world.standings[scene.act.facts["other"]]
    work.link(scene.case_id, other_id=other.case_id, actor=scene.actor)


def _assign(scene: Scene) -> None:
    assignee = scene.world.people[scene.act.facts["assignee"]]
    work.assign(scene.case_id, assignee=assignee, expected=None, actor=scene.actor)


def _ask(scene: Scene) -> None:
    question = scene.act.facts["text"]
    steps.ask_complainant(scene.case_id, question=question, expected=None, actor=scene.actor)


def _open(scene: Scene) -> None:
    note = scene.act.facts["text"]
    steps.open_for_work(scene.case_id, admissibility_note=note, expected=None, actor=scene.actor)


def _resolve(scene: Scene) -> None:
    facts = scene.act.facts
    result = steps.Result(
        outcome=Outcome(facts["outcome"]),
        words=facts["words"],
        impact=facts["impact"],
        value_recovered=Decimal(facts["recovered"]) if facts["recovered"] else None,
        value_currency=facts["currency"],
    )
    steps.resolve(scene.case_id, result=result, reason=facts["reason"], expected=None, actor=scene.actor)


def _reopen(scene: Scene) -> None:
    steps.reopen(scene.case_id, reason=scene.act.facts["reason"], expected=None, actor=scene.actor)


def _turn_away(scene: Scene) -> None:
    facts = scene.act.facts
    steps.declare_inadmissible(
        scene.case_id,
        reason=InadmissibleReason(facts["reason"]),
        advice=facts["advice"],
        expected=None,
        actor=scene.actor,
    )


def _duplicate(scene: Scene) -> None:
    original = scene.world.standings[scene.act.facts["original"]]
    steps.mark_duplicate(scene.case_id, original_id=original.case_id, expected=None, actor=scene.actor)


def _withdraw(scene: Scene) -> None:
    reason = scene.act.facts.get("reason", "")
    steps.withdraw(scene.case_id, reason=reason, expected=None, actor=scene.actor)


def _restrict(scene: Scene) -> None:
    people = [scene.world.people[email] for email in scene.act.facts["people"]]
    sharing.restrict(scene.case_id, people=people, expected=None, actor=scene.actor)


def _share(scene: Scene) -> None:
    partner = scene.world.partners[scene.act.facts["partner"]]
    scene.standing.share = sharing.share(scene.case_id, partner=partner, actor=scene.actor).pk


def _end_share(scene: Scene) -> None:
    if scene.standing.share:
        sharing.end_share(scene.case_id, share_id=scene.standing.share, actor=scene.actor)


def _offer(scene: Scene) -> None:
    partner = scene.world.partners[scene.act.facts["partner"]]
    made = transfers.offer(scene.case_id, to_partner=partner, expected=None, actor=scene.actor)
    scene.standing.transfer = made.pk


def _accept(scene: Scene) -> None:
    if scene.standing.transfer:
        transfers.accept(scene.standing.transfer, expected=None, actor=scene.actor)


def _decline(scene: Scene) -> None:
    if scene.standing.transfer:
        reason = DeclineReason.NO_CAPACITY
        transfers.decline(scene.standing.transfer, reason=reason, expected=None, actor=scene.actor)


ACTS: Final[dict[str, Callable[[Scene], None]]] = {
    **dict.fromkeys(_PLAIN, _plain),
    "classify": _classify,
    "judiciary": _judiciary,
    "tag": _tag,
    "note": _note,
    "link": _link,
    "assign": _assign,
    "ask": _ask,
    "open": _open,
    "resolve": _resolve,
    "reopen": _reopen,
    "turn_away": _turn_away,
    "duplicate": _duplicate,
    "withdraw": _withdraw,
    "restrict": _restrict,
    "share": _share,
    "end_share": _end_share,
    "offer": _offer,
    "accept": _accept,
    "decline": _decline,
}
