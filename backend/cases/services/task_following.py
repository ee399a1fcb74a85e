"""What open tasks repeat of their case, brought in line in the transaction of the change."""

from collections.abc import Collection

from backend.cases.models import Case, Task
from backend.cases.services import access
from backend.cases.worklist.kinds import FOR_THE_TEAM

REPEATED = frozenset({"owner", "restricted", "assignee"})


def follow(case: Case, changed: Collection[str]) -> None:
    """Team, restriction, and who has the tasks that follow the one who works the case."""
    tasks = Task.objects.filter(case=case, hides_case=False)
    waiting = tasks.filter(state=Task.State.OPEN)
    if "owner" in changed:
        # The old partner's people have nothing to do here any more.
        tasks.update(team=case.owner_id, restricted=case.restricted)
        waiting.update(assignee=None, placed_by=None)
    if "restricted" in changed:
        tasks.update(restricted=case.restricted)
        if case.restricted:
            named = access.named_on(case)
            waiting.exclude(assignee__in=named).update(assignee=None, placed_by=None)
    if "assignee" in changed:
        followers = waiting.filter(made_by=Task.MadeBy.RULE, placed_by=None)
        followers.exclude(kind__in=FOR_THE_TEAM).update(assignee=case.assignee_id)
