"""The work list: what is to be done on which case by when, for oneself and for one's team."""

from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field, extend_schema_serializer
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import ClockTimeField, OnePersonField, PersonField
from backend.cases.api.narrowing import next_address, partner_in
from backend.cases.api.rooms import CREATE, READ, CaseRoomViewSet
from backend.cases.api.steps import step
from backend.cases.models import Task
from backend.cases.models.tasks import LONGEST_TITLE
from backend.cases.page.tasks import TaskFilters, counts_of_tasks, page_of_tasks
from backend.cases.services import tasks
from backend.cases.services.digests import zone_of
from backend.cases.worklist.kinds import TaskKind
from backend.common import clock
from backend.common.api import (
    IF_MATCH,
    VERSION,
    StrictSerializer,
    etag,
    expected_version,
    validated,
    validated_query,
)
from backend.common.problems import problems
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet

WHOSE: Final = (("mine", "Given to you"), ("team", "All of your organisation's"))


class CaseOfTaskSerializer(serializers.Serializer[Any]):
    """The case on which it is to be done."""

    id = serializers.UUIDField()
    reference = serializers.CharField()


class TaskSerializer(serializers.Serializer[Task]):
    """Something to do. One that a rule made has no words but the label of its kind."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=TaskKind.choices)
    label = serializers.SerializerMethodField(help_text="The kind in your language.")  # type: ignore[assignment]
    title = serializers.CharField(allow_null=True, help_text="Words of a colleague; null for a rule's task.")
    due_on = serializers.DateField()
    due_time = ClockTimeField(allow_null=True, help_text="On the clocks of the team, where an hour is known.")
    state = serializers.ChoiceField(choices=Task.State.choices)
    made_by = serializers.ChoiceField(choices=Task.MadeBy.choices)
    team = serializers.SlugField(source="team.slug")
    assignee = PersonField()
    case = serializers.SerializerMethodField(
        help_text="Null for what another partner offers: its case is not shown before you accept."
    )
    referral = serializers.UUIDField(source="referral_id", allow_null=True)
    about = serializers.UUIDField(
        allow_null=True, help_text="Id of the message, answer, delivery, share or offer."
    )
    created_at = serializers.DateTimeField()
    done_by = PersonField()
    done_at = serializers.DateTimeField(allow_null=True)
    allowed_actions = serializers.SerializerMethodField(help_text="What you may do with it.")
    version = serializers.IntegerField(help_text="As in the ETag.")

    @extend_schema_field(serializers.CharField())
    def get_label(self, task: Task) -> str:
        return str(TaskKind(task.kind).label)

    @extend_schema_field(CaseOfTaskSerializer(allow_null=True))
    def get_case(self, task: Task) -> Any:
        return None if task.hides_case else {"id": str(task.case_id), "reference": task.case.reference}

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=tasks.VERBS)))
    def get_allowed_actions(self, task: Task) -> list[str]:
        return tasks.allowed_on_task(task, self.context["actor"])


@extend_schema_serializer(many=False)
class TaskPageSerializer(serializers.Serializer[Any]):
    """A page of the work list."""

    next = serializers.URLField(allow_null=True)
    results = TaskSerializer(many=True)


class TaskQuery(StrictSerializer):
    """How the work list is narrowed. Repeat `kind` for several."""

    whose = serializers.ChoiceField(
        choices=WHOSE,
        required=False,
        default="mine",
        help_text="`mine`: given to you. `team`: all of your organisation's.",
    )
    kind = serializers.MultipleChoiceField(choices=TaskKind.choices, required=False, allow_empty=False)
    nobodys = serializers.BooleanField(required=False, default=False, help_text="Only what nobody has.")
    due_from = serializers.DateField(required=False)
    due_until = serializers.DateField(required=False)
    partner = serializers.SlugField(required=False, max_length=40, help_text="Only this team's.")


class TaskListQuery(TaskQuery):
    """The same, with the page."""

    cursor = serializers.CharField(required=False, max_length=500)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200, default=50)


class CappedCountSerializer(serializers.Serializer[Any]):
    """A number up to a thousand."""

    count = serializers.IntegerField()
    capped = serializers.BooleanField(help_text="There are more than that.")


class TaskCountsSerializer(serializers.Serializer[Any]):
    """How much waits: before today, today, in the seven days after, altogether."""

    overdue = CappedCountSerializer()
    today = CappedCountSerializer()
    week = CappedCountSerializer()
    open = CappedCountSerializer()


class TitleField(serializers.CharField):
    """What is to be done, in a colleague's words; sealed with the case."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST_TITLE, **options)


class NewTask(StrictSerializer):
    """Something to do on a case."""

    title = TitleField()
    due_on = serializers.DateField()
    due_time = ClockTimeField(required=False, allow_null=True, default=None)
    assignee = OnePersonField(required=False, allow_null=True, default=None)


class TaskChanges(StrictSerializer):
    """What may be corrected on a task that a person wrote; send only what changes."""

    title = TitleField(required=False)
    due_on = serializers.DateField(required=False)
    due_time = ClockTimeField(required=False, allow_null=True)


class TaskAssignment(StrictSerializer):
    """Who is to do it; null gives it back to the team."""

    assignee = OnePersonField(allow_null=True)


class TaskViewSet(ApiViewSet):
    """Your work list."""

    queryset, serializer_class, pagination_class = Task.objects.none(), TaskSerializer, None
    filter_backends, narrowed = (), frozenset({"list", "count"})

    @extend_schema(
        operation_id="tasks_list",
        parameters=[TaskListQuery],
        responses={200: TaskPageSerializer, **problems(400, 401, 406)},
    )
    def list(self, request: Request) -> Response:
        """What is to be done, the earliest day first. Follow `next` for more."""
        query = validated_query(TaskListQuery, request)
        page = page_of_tasks(self.actor, _filters(query), cursor=query.get("cursor"), size=query["page_size"])
        return Response({"next": next_address(request, page.next), "results": self._shown(page.rows)})

    @extend_schema(
        operation_id="tasks_count",
        parameters=[TaskQuery],
        responses={200: TaskCountsSerializer, **problems(400, 401, 406)},
    )
    def count(self, request: Request) -> Response:
        """How many are overdue, due today, due in the week after, and open at all."""
        query = validated_query(TaskQuery, request)
        user = self.actor.user
        today = clock.today(zone_of(user) if user is not None else "UTC")
        counts = counts_of_tasks(self.actor, _filters(query), today)
        return Response({name: {"count": many, "capped": more} for name, (many, more) in counts.items()})

    @extend_schema(
        operation_id="tasks_retrieve",
        parameters=[VERSION],
        responses={200: TaskSerializer, **problems(401, 404, 406)},
    )
    def retrieve(self, request: Request, task_id: UUID) -> Response:
        """One task, also when it is done."""
        return self._answer(task_id)

    @extend_schema(
        operation_id="tasks_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=TaskChanges,
        responses={200: TaskSerializer, **problems(400, 401, 403, 404, 406, 409, 412, 413, 415, 428)},
    )
    def partial_update(self, request: Request, task_id: UUID) -> Response:
        """Correct words or day of a task that a person wrote. A rule's task follows its case."""
        return self._did(tasks.change_task, task_id, changes=validated(TaskChanges, request))

    @step("tasks_done", gives=TaskSerializer)
    def done(self, request: Request, task_id: UUID) -> Response:
        """It is done."""
        return self._did(tasks.finish_task, task_id)

    @step("tasks_drop", gives=TaskSerializer)
    def drop(self, request: Request, task_id: UUID) -> Response:
        """It needs no doing."""
        return self._did(tasks.drop_task, task_id)

    @step("tasks_take", gives=TaskSerializer)
    def take(self, request: Request, task_id: UUID) -> Response:
        """You do it, whoever had it before."""
        return self._did(tasks.take_task, task_id)

    @step("tasks_assign", takes=TaskAssignment, gives=TaskSerializer)
    def assign(self, request: Request, task_id: UUID) -> Response:
        """Give it to a colleague, or back to the team. Your own you may give back yourself."""
        return self._did(tasks.assign_task, task_id, **validated(TaskAssignment, request))

    def _did(self, service: Any, task_id: UUID, **given: Any) -> Response:
        service(task_id, **given, expected=expected_version(self.request), actor=self.actor)
        return self._answer(task_id)

    def _answer(self, task_id: UUID) -> Response:
        seen = Task.objects.visible_to(self.actor).select_related(*_SHOWN)
        task = seen.found(task_id)
        return Response(self._shown([task])[0], headers={"ETag": etag(task.version)})

    def _shown(self, rows: Any) -> Any:
        return TaskSerializer(rows, many=True, context={"actor": self.actor}).data


class TaskRoomViewSet(ListModelMixin, CaseRoomViewSet):
    """What there is and was to do on a case, for those of its own partner."""

    queryset, serializer_class = Task.objects.none(), TaskSerializer

    def get_queryset(self) -> QuerySet[Task]:
        mine = Task.objects.visible_to(self.actor).filter(case=self.case, hides_case=False)
        return mine.select_related(*_SHOWN)

    def get_serializer_context(self) -> dict[str, Any]:
        return {"actor": self.actor}

    @extend_schema(operation_id="cases_tasks_list", responses={200: TaskSerializer(many=True), **READ})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Open and ended tasks, as they were made. A partner that the case is shared with sees none."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_tasks_create",
        parameters=[VERSION],
        request=NewTask,
        responses={201: TaskSerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Write down something to do; for yourself, for a colleague, or for whoever comes first."""
        made = tasks.write_task(case_id, **validated(NewTask, request), actor=self.actor)
        shown = TaskSerializer(made, context={"actor": self.actor}).data
        return Response(shown, status=201, headers={"ETag": etag(made.version)})


_SHOWN = ("case", "team", "assignee", "done_by", "data_key__partner_key")


def _filters(query: Any) -> TaskFilters:
    team = partner_in(query)
    return TaskFilters(
        mine=query["whose"] == "mine",
        kinds=query.get("kind", ()),
        due_from=query.get("due_from"),
        due_until=query.get("due_until"),
        nobodys=query["nobodys"],
        team=None if team is None else team.pk,
    )
