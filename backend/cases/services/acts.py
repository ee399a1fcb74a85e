"""What may be done to a case beside moving it, as told to those who work it, so that nobody derives it."""

from collections.abc import Callable
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case
from backend.cases.stages import RUNNING, STAGE_OF, TAKES_REFERRALS, Stage, State
from backend.common.kinds import CaseKind
from backend.complaints.models import ComplainantKind
from backend.partners.actors import Actor, ActorKind


class Act(models.TextChoices):
    """What leaves a case in its state."""

    CHANGE = "change", _("Correct the facts")
    WRITE = "write", _("Write to the complainant")
    ASK = "ask", _("Ask the complainant, and wait for the answer")
    NOTE = "note", _("Write a note")
    ADD_FILE = "add_file", _("Add a file")
    OPEN_ORIGINAL = "open_original", _("Open the original of a file")
    HIDE = "hide", _("Hide words and pages from others")
    CASE_FILE = "case_file", _("Take the case file along")
    TAG = "tag", _("Change the tags")
    JUDICIARY = "judiciary", _("Say which court and matter it is about")
    LINK = "link", _("Link another case")
    REFER = "refer", _("Prepare a letter to an institution")
    SHARE = "share", _("Share it with another partner")
    ASSIGN = "assign", _("Say who works the case")
    TAKE = "take", _("Take the case")
    DECLARE_CONFLICT = "declare_conflict", _("Declare a conflict of interest")
    RECORD_CONFLICT = "record_conflict", _("Record a colleague's conflict of interest")
    LIFT_CONFLICT = "lift_conflict", _("Lift a colleague's conflict of interest")
    RESTRICT = "restrict", _("Restrict it to named persons")
    UNRESTRICT = "unrestrict", _("Open it to the whole organisation again")
    NEW_RECEIPT = "new_receipt", _("Give the complainant a new receipt")


_PERMISSION: Final[dict[Act, str]] = {
    Act.CASE_FILE: "read_complaints",
    Act.TAG: "triage_cases",
    Act.LINK: "work_cases",
    Act.REFER: "refer_cases",
    Act.SHARE: "share_cases",
    Act.ASSIGN: "assign_cases",
    Act.TAKE: "work_cases",
    Act.DECLARE_CONFLICT: "read_complaints",
    Act.LIFT_CONFLICT: "restrict_cases",
    Act.RESTRICT: "restrict_cases",
    Act.UNRESTRICT: "restrict_cases",
    Act.NEW_RECEIPT: "work_cases",
}
"""Of all others: who sorts new complaints while it is one, who works cases later."""

_FOR_PEOPLE: Final = frozenset(
    {Act.CASE_FILE, Act.TAKE, Act.DECLARE_CONFLICT, Act.RECORD_CONFLICT, Act.NEW_RECEIPT}
)
_WITH_COMPLAINT: Final = frozenset(
    {
        Act.WRITE,
        Act.ASK,
        Act.NOTE,
        Act.ADD_FILE,
        Act.OPEN_ORIGINAL,
        Act.HIDE,
        Act.CASE_FILE,
        Act.JUDICIARY,
        Act.NEW_RECEIPT,
    }
)
"""A hand-over leaves neither complaint nor key behind."""


def acts_on(case: Case, actor: Actor, *, conflict: bool) -> list[Act]:
    """What the actor, who has a conflict of interest or not, may do to a case that leaves it in its state."""
    held = [act for act in Act if actor.may(permission_for(act, case), case.owner_id)]
    return [act for act in held if _fits(act, case, actor, conflict=conflict)]


def permission_for(act: Act, case: Case) -> str:
    """The permission that an act on a case takes where it stands now."""
    working = "triage_cases" if STAGE_OF[State(case.state)] is Stage.INTAKE else "work_cases"
    return _PERMISSION.get(act, working)


def _fits(act: Act, case: Case, actor: Actor, *, conflict: bool) -> bool:
    if act in _FOR_PEOPLE and actor.kind is not ActorKind.STAFF:
        return False
    if act in _WITH_COMPLAINT and case.complaint is None:
        return False
    fits = _ONLY_WHERE.get(act)
    return fits is None or fits(case, conflict)


def _takes_questions(case: Case, conflict: bool) -> bool:
    return case.state in RUNNING and case.state != State.RECEIVED


def _has_somebody_to_compare(case: Case, conflict: bool) -> bool:
    return case.complaint is not None and case.complaint.complainant_kind != ComplainantKind.ANONYMOUS


_ONLY_WHERE: Final[dict[Act, Callable[[Case, bool], bool]]] = {
    Act.ASK: _takes_questions,
    Act.JUDICIARY: lambda case, conflict: case.kind == CaseKind.JUDICIARY,
    Act.REFER: lambda case, conflict: case.state in TAKES_REFERRALS,
    Act.SHARE: lambda case, conflict: not case.restricted,
    Act.TAKE: lambda case, conflict: case.assignee_id is None and not conflict,
    Act.DECLARE_CONFLICT: lambda case, conflict: not conflict,
    Act.UNRESTRICT: lambda case, conflict: case.restricted,
    Act.NEW_RECEIPT: _has_somebody_to_compare,
}
