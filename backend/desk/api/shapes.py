"""The shapes of what waits for a person, and of what is new."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.cases.api.fields import EntrySerializer, shown_entry
from backend.cases.api.serializers import CaseRowSerializer
from backend.cases.api.tasks import WHOSE, CappedCountSerializer, CaseOfTaskSerializer, TaskSerializer
from backend.cases.models import Case, InstitutionReferral, Task
from backend.cases.models.case import Severity
from backend.cases.stages import CASE_TABLE, Verb, rows_from
from backend.cases.worklist.kinds import TaskKind
from backend.common.api import StrictSerializer
from backend.common.kinds import CaseKind
from backend.custody.models import IdentityRequest
from backend.custody.stages import RequestState
from backend.directory import lookups
from backend.intake.api.quarantine import QuarantineCountSerializer
from backend.mailroom.api.mails import IncomingMailSerializer
from backend.partners.actors import Actor


class CaseOfTodaySerializer(CaseOfTaskSerializer):
    """The case, with what one knows it by."""

    kind = serializers.ChoiceField(choices=CaseKind.choices)
    severity = serializers.ChoiceField(choices=Severity.choices)
    category = serializers.SerializerMethodField()
    summary = serializers.CharField(help_text="The partner's own words; may be empty.")

    @extend_schema_field(EntrySerializer(allow_null=True))
    def get_category(self, case: Case) -> Any:
        return shown_entry(lookups.categories, case.category_id) if case.category_id else None


class TaskOfTodaySerializer(TaskSerializer):
    """A task of the work list, with its case and its institution."""

    institution = serializers.SerializerMethodField(
        help_text="To which the referral goes; of a task without one, that of the case."
    )
    referral_version = serializers.SerializerMethodField(help_text="For a step on the referral.")

    @extend_schema_field(CaseOfTodaySerializer(allow_null=True))
    def get_case(self, task: Task) -> Any:
        return None if task.hides_case else CaseOfTodaySerializer(task.case).data

    @extend_schema_field(EntrySerializer(allow_null=True))
    def get_institution(self, task: Task) -> Any:
        if task.hides_case:
            return None
        referral = self._referral_of(task)
        id = task.case.institution_id if referral is None else referral["institution_id"]
        return shown_entry(lookups.institutions, id) if id else None

    @extend_schema_field(serializers.IntegerField(allow_null=True))
    def get_referral_version(self, task: Task) -> int | None:
        referral = self._referral_of(task)
        return None if referral is None or task.hides_case else referral["version"]

    def _referral_of(self, task: Task) -> dict[str, Any] | None:
        return self.context["referrals"].get(task.referral_id)


class NewCaseSerializer(CaseRowSerializer):
    """A complaint that came in, with the steps of which your role allows some in its state."""

    steps = serializers.ListField(child=serializers.ChoiceField(choices=Verb.choices))


class ListQueryOfTodaySerializer(serializers.Serializer[Any]):
    """With these parameters `GET tasks/` gives the whole part."""

    whose = serializers.ChoiceField(choices=WHOSE)
    kind = serializers.ListField(child=serializers.ChoiceField(choices=TaskKind.choices))
    nobodys = serializers.BooleanField()
    due_from = serializers.DateField(allow_null=True)
    due_until = serializers.DateField(allow_null=True)


class TasksOfTodaySerializer(CappedCountSerializer):
    """A part of the work list: how long it is, and its first ten tasks."""

    rows = TaskOfTodaySerializer(many=True)
    query = ListQueryOfTodaySerializer()


class NewCasesOfTodaySerializer(CappedCountSerializer):
    """New complaints, those that wait longest first."""

    rows = NewCaseSerializer(many=True)


class MailsOfTodaySerializer(CappedCountSerializer):
    """Mails of which somebody has to say where they belong."""

    rows = IncomingMailSerializer(many=True)


class OwnRequestOfTodaySerializer(serializers.Serializer[IdentityRequest]):
    """A request of yours to read an identity, on which somebody decided. Ids and codes alone."""

    id = serializers.UUIDField()
    state = serializers.ChoiceField(choices=RequestState.choices, source="standing")
    case = CaseOfTaskSerializer()


class IdentitiesOfTodaySerializer(serializers.Serializer[Any]):
    """What waits of requests to read an identity."""

    to_decide = serializers.IntegerField(allow_null=True, help_text="For custodians; up to 99.")
    warnings = serializers.IntegerField(
        allow_null=True, help_text="Approved by your only custodian, for coordinators; up to 99."
    )
    own = OwnRequestOfTodaySerializer(many=True, help_text="Yours that somebody decided or ended lately.")


class TodaySerializer(serializers.Serializer[Any]):
    """What waits for you. A part that is not for your role is null. Each task stands in one part."""

    day = serializers.DateField(help_text="Today, on the clocks of the partner.")
    overdue = TasksOfTodaySerializer(allow_null=True, help_text="What should have been done before today.")
    silent = TasksOfTodaySerializer(allow_null=True, help_text="Institutions that let their term pass.")
    answered = TasksOfTodaySerializer(allow_null=True, help_text="What institutions answered.")
    written = TasksOfTodaySerializer(allow_null=True, help_text="What complainants wrote.")
    approvals = TasksOfTodaySerializer(allow_null=True, help_text="Letters that wait for your approval.")
    offers = TasksOfTodaySerializer(allow_null=True, help_text="What other partners ask of you.")
    week = TasksOfTodaySerializer(allow_null=True, help_text="What else is due today or within a week.")
    nobodys = TasksOfTodaySerializer(allow_null=True, help_text="What is due by then and nobody has.")
    new = NewCasesOfTodaySerializer(allow_null=True)
    mail = MailsOfTodaySerializer(allow_null=True)
    quarantine = QuarantineCountSerializer(allow_null=True)
    identities = IdentitiesOfTodaySerializer(allow_null=True)


class TodayQuery(StrictSerializer):
    """For whom."""

    partner = serializers.SlugField(required=False, max_length=40)
    whose = serializers.ChoiceField(
        choices=WHOSE,
        required=False,
        default="mine",
        help_text="`mine`: the tasks that you have. `team`: those of everybody, and then no `nobodys`.",
    )


class NewTaskOfNewsSerializer(serializers.Serializer[Task]):
    """One thing that is new."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=TaskKind.choices)
    partner = serializers.SlugField(source="team.slug")
    mine = serializers.SerializerMethodField(help_text="It is yours; else nobody has it.")
    case = serializers.SerializerMethodField(help_text="Null for what another partner offers.")
    referral = serializers.UUIDField(source="referral_id", allow_null=True)
    at = serializers.DateTimeField(source="created_at")

    def get_mine(self, task: Task) -> bool:
        return task.assignee_id is not None and task.assignee_id == self.context["actor"].id

    @extend_schema_field(CaseOfTaskSerializer(allow_null=True))
    def get_case(self, task: Task) -> Any:
        return None if task.hides_case else {"id": str(task.case_id), "reference": task.case.reference}


class NewsSerializer(serializers.Serializer[Any]):
    """What came for you since a moment. Kinds, ids and counts: never a word of what came."""

    since = serializers.DateTimeField()
    until = serializers.DateTimeField(help_text="Send this to `me/news/seen/` once you have seen it.")
    tasks = NewTaskOfNewsSerializer(many=True, help_text="The newest first, at most 99.")
    mails = serializers.IntegerField(help_text="Mails to be sorted, up to 99.")
    quarantined = serializers.IntegerField(help_text="Complaints to be looked at, up to 99.")
    capped = serializers.BooleanField(help_text="There may be more of anything.")


class NewsQuery(StrictSerializer):
    """Since when; without it, since you looked last."""

    since = serializers.DateTimeField(required=False)


class SeenSerializer(StrictSerializer):
    """Up to when you have seen what is new."""

    until = serializers.DateTimeField()


class MarkSerializer(serializers.Serializer[Any]):
    """Your mark: what came before is not new."""

    seen_until = serializers.DateTimeField()


def referrals_of(tasks: list[Task]) -> dict[Any, dict[str, Any]]:
    """What rows tell of their referrals: one query, and none of the sealed words."""
    wanted = {task.referral_id for task in tasks if task.referral_id is not None}
    if not wanted:
        return {}
    found = InstitutionReferral.objects.filter(pk__in=wanted).values("pk", "institution_id", "version")
    return {one["pk"]: dict(one) for one in found}


def steps_of(state: str, owner: Any, actor: Actor) -> list[str]:
    """The steps that the actor's role allows from a state; guards are asked for when the case is opened."""
    rows = (row for row in rows_from(CASE_TABLE, state) if not row.caused_by)
    return [str(row.verb) for row in rows if actor.may(row.permission, owner)]
