"""What staff do to referrals: draft, have looked over, send, register, record what came back, assess."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from backend.cases.errors import FindingsUnseen
from backend.cases.models import InstitutionReferral
from backend.cases.services import (
    answers,
    clarifications,
    drafting,
    redaction,
    redirecting,
    referrals,
    sending,
    silence,
)
from backend.cases.stages import ReferralVerb
from backend.common import clock
from backend.demo.world import Scene

_STEPS: Final = {
    "submit": ReferralVerb.SUBMIT,
    "release": ReferralVerb.RELEASE,
    "fail_delivery": ReferralVerb.FAIL_DELIVERY,
    "requeue": ReferralVerb.REQUEUE,
    "close_referral": ReferralVerb.CLOSE,
}


def _today(scene: Scene) -> date:
    return clock.today(scene.story.organisation.time_zone)


def _draft(scene: Scene) -> None:
    facts, standing = scene.act.facts, scene.standing
    draft = drafting.Draft(
        institution=scene.world.institutions[facts["institution"]],
        letter=facts["letter"],
        deadline_rule=scene.world.rules[facts["rule"]] if facts["rule"] else None,
        escalates=standing.referrals[-1] if facts["escalates"] else None,
        override_reason=facts["override_reason"],
    )
    made = _looked_over(scene, draft)
    standing.referrals.append(made.pk)


def _looked_over(scene: Scene, draft: drafting.Draft) -> InstitutionReferral:
    """Confirmed at once, as by whoever wrote it; where something was found in it, once it was looked at."""
    try:
        confirmed = replace(draft, redaction_checked=True)
        return drafting.draft_referral(scene.case_id, draft=confirmed, actor=scene.actor)
    except FindingsUnseen:
        made = drafting.draft_referral(scene.case_id, draft=draft, actor=scene.actor)
    looked_at = redaction.redaction_of(scene.case_id, made.pk, actor=scene.actor)
    changes = {"redaction_checked": True, "findings_seen": looked_at.digest}
    told: dict[str, Any] = {"expected": None, "actor": scene.actor}
    return drafting.change_draft(scene.case_id, made.pk, changes=changes, **told)


def _step(scene: Scene) -> None:
    verb = _STEPS[scene.act.what]
    referrals.step(verb, scene.case_id, scene.referral_id, expected=None, actor=scene.actor)


def _approve(scene: Scene) -> None:
    referrals.approve(scene.case_id, scene.referral_id, expected=None, actor=scene.actor)


def _silence(scene: Scene) -> None:
    silence.note_silence(scene.case_id, scene.referral_id, expected=None, actor=scene.actor)


def _send(scene: Scene) -> None:
    _with_facts(sending.send, scene, sent_on=_today(scene), **scene.act.facts)


def _register(scene: Scene) -> None:
    _with_facts(referrals.register, scene, registered_on=_today(scene), **scene.act.facts)


def _ask_clarification(scene: Scene) -> None:
    question = scene.act.facts["question"]
    _with_facts(clarifications.ask_clarification, scene, asked_on=_today(scene), question=question)


def _clarify(scene: Scene) -> None:
    _with_facts(clarifications.clarify, scene, given_on=_today(scene), reply=scene.act.facts["reply"])


def _redirect(scene: Scene) -> None:
    institution = scene.world.institutions[scene.act.facts["institution"]]
    follows = redirecting.redirect(
        scene.case_id,
        scene.referral_id,
        institution=institution,
        redirected_on=_today(scene),
        deadline_rule=None,
        expected=None,
        actor=scene.actor,
    )
    scene.standing.referrals.append(follows.pk)


def _answer(scene: Scene) -> None:
    _with_facts(answers.record_answer, scene, answered_on=_today(scene), answer=scene.act.facts["text"])


def _assess(scene: Scene) -> None:
    _with_facts(referrals.assess, scene, assessment=scene.act.facts["assessment"])


def _with_facts(service: Callable[..., Any], scene: Scene, **facts: Any) -> None:
    service(scene.case_id, scene.referral_id, **facts, expected=None, actor=scene.actor)


ACTS: Final[dict[str, Callable[[Scene], None]]] = {
    **dict.fromkeys(_STEPS, _step),
    "draft": _draft,
    "approve": _approve,
    "silence": _silence,
    "send": _send,
    "register": _register,
    "ask_clarification": _ask_clarification,
    "clarify": _clarify,
    "redirect": _redirect,
    "answer": _answer,
    "assess": _assess,
}
