"""What waits for a person today."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.narrowing import partner_in
from backend.cases.models import Task
from backend.cases.page.sections import Section
from backend.cases.page.tasks import TaskFilters
from backend.cases.services.list_rows import shown_rows
from backend.common.api import validated_query
from backend.common.problems import problems
from backend.desk.api.shapes import (
    IdentitiesOfTodaySerializer,
    TaskOfTodaySerializer,
    TodayQuery,
    TodaySerializer,
    referrals_of,
    steps_of,
)
from backend.desk.services.today import List, Today, today_for
from backend.intake.api.quarantine import QuarantineCountSerializer
from backend.mailroom.api.mails import IncomingMailSerializer
from backend.partners.actors import Actor
from backend.partners.api.base import ApiViewSet

PARTS = ("overdue", "silent", "answered", "written", "approvals", "offers", "week", "nobodys")


class TodayViewSet(ApiViewSet):
    """Your day."""

    queryset, serializer_class, pagination_class = Task.objects.none(), TodaySerializer, None
    filter_backends, narrowed = (), frozenset({"today"})

    @extend_schema(
        operation_id="today_retrieve",
        parameters=[TodayQuery],
        responses={200: TodaySerializer, **problems(400, 401, 406)},
    )
    def today(self, request: Request) -> Response:
        """What is overdue, due, new, answered, written, to be approved and to be sorted: of each how much,
        and the first ten."""
        query = validated_query(TodayQuery, request)
        found = today_for(self.actor, partner=partner_in(query), mine=query["whose"] == "mine")
        return Response(_shown(found, self.actor))


def _shown(today: Today, actor: Actor) -> dict[str, Any]:
    tasks = [task for section in today.tasks.values() for task in section.rows]
    context = {"actor": actor, "referrals": referrals_of(tasks)}
    parts = {name: _part(today.tasks[name], today.filters[name], context) for name in today.tasks}
    return {
        "day": today.day,
        **dict.fromkeys(PARTS),
        **parts,
        "new": today.new and _counted(today.new, _new_rows(today.new.rows, actor)),
        "mail": today.mail and _counted(today.mail, _mail_rows(today.mail)),
        "quarantine": today.quarantine and QuarantineCountSerializer(today.quarantine).data,
        "identities": today.identities and IdentitiesOfTodaySerializer(today.identities).data,
    }


def _mail_rows(found: List) -> Any:
    rows: Any = found.rows
    return IncomingMailSerializer(rows, many=True).data


def _part(section: Section, filters: TaskFilters, context: dict[str, Any]) -> dict[str, Any]:
    rows: Any = section.rows
    return {
        "count": section.count,
        "capped": section.capped,
        "rows": TaskOfTodaySerializer(rows, many=True, context=context).data,
        "query": {
            "whose": "mine" if filters.mine else "team",
            "kind": [str(kind) for kind in filters.kinds],
            "nobodys": filters.nobodys,
            "due_from": filters.due_from,
            "due_until": filters.due_until,
        },
    }


def _counted(found: List, rows: Any) -> dict[str, Any]:
    return {"count": found.count, "capped": found.capped, "rows": rows}


def _new_rows(rows: list[dict[str, Any]], actor: Actor) -> list[dict[str, Any]]:
    return [
        {**shown, "steps": steps_of(row["state"], row["owner_id"], actor)}
        for row, shown in zip(rows, shown_rows(rows), strict=True)
    ]
