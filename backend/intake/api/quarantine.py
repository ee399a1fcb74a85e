"""The queue of complaints that wait to be looked at: read, released, merged, deleted; one or many at once."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import cached_property
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import EntryField
from backend.cases.api.narrowing import partner_in
from backend.cases.api.rooms import WordsSerializer
from backend.cases.models import Case
from backend.cases.services.masks import NONE as NO_MASKS
from backend.common import clock
from backend.common.api import StrictSerializer, validated, validated_query
from backend.common.errors import NotAllowed
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.complaints.models import ComplainantKind
from backend.complaints.services import attachments_of, consents_to_processing, latest_messages
from backend.directory.models import Category, Institution, Place
from backend.intake.api.serializers import ConversationMessageSerializer
from backend.intake.models import Quarantined
from backend.intake.services import quarantine
from backend.intake.stages import Deletion, Reason
from backend.partners.api.base import ApiViewSet
from backend.partners.models import Partner

BEGINNING = 200
ACT = problems(400, 401, 403, 404, 406, 409, 413, 415)
READ = problems(400, 401, 404, 406)


class QuarantinedSerializer(serializers.Serializer[Quarantined]):
    """A complaint that waits to be looked at. It has no number yet and is found by no search."""

    id = serializers.UUIDField()
    partner = serializers.SlugField(source="partner.slug")
    arrived_at = serializers.DateTimeField()
    overdue = serializers.SerializerMethodField(help_text="Waits for longer than its author was told.")
    reasons = serializers.ListField(child=serializers.ChoiceField(choices=Reason.choices))
    kind = serializers.ChoiceField(source="complaint.kind", choices=CaseKind.choices)
    complainant_kind = serializers.ChoiceField(
        source="complaint.complainant_kind", choices=ComplainantKind.choices
    )
    language = serializers.ChoiceField(source="complaint.language", choices=Language.choices)
    category = EntryField(Category, source="complaint.category_id")
    institution = EntryField(Institution, source="complaint.institution_id")
    place = EntryField(Place, source="complaint.place_id")
    beginning = serializers.SerializerMethodField(
        help_text="The first words; null for those who may not read complaints."
    )

    def get_overdue(self, row: Quarantined) -> bool:
        return row.arrived_at <= clock.now() - quarantine.OVERDUE_AFTER

    def get_beginning(self, row: Quarantined) -> str | None:
        if not self.context["actor"].may("read_complaints", row.partner_id):
            return None
        return str(row.complaint.narrative)[:BEGINNING]


class QuarantinedWordsSerializer(QuarantinedSerializer):
    """The same with all words, and what the complainant wrote since."""

    complaint = WordsSerializer()
    withdrawn = serializers.SerializerMethodField(help_text="The complainant has taken the complaint back.")
    messages = serializers.SerializerMethodField()
    files = serializers.SerializerMethodField(help_text="How many came with it; they open in the case.")

    def get_withdrawn(self, row: Quarantined) -> bool:
        return not consents_to_processing(row.complaint)

    def get_files(self, row: Quarantined) -> int:
        return attachments_of(row.complaint).count()

    @extend_schema_field(ConversationMessageSerializer(many=True))
    def get_messages(self, row: Quarantined) -> Any:
        return ConversationMessageSerializer(latest_messages(row.complaint), many=True).data


class ReasonCountSerializer(serializers.Serializer[Any]):
    """How many wait for one reason; a complaint may have several."""

    reason = serializers.ChoiceField(choices=Reason.choices)
    count = serializers.IntegerField()


class QuarantineCountSerializer(serializers.Serializer[Any]):
    """How many wait, up to a thousand."""

    count = serializers.IntegerField()
    capped = serializers.BooleanField(help_text="There are more.")
    overdue = serializers.IntegerField(help_text="How many of them wait for longer than was promised.")
    reasons = serializers.SerializerMethodField(help_text="Of those that were counted.")

    @extend_schema_field(ReasonCountSerializer(many=True))
    def get_reasons(self, waiting: quarantine.Waiting) -> Any:
        counted = sorted(waiting.reasons.items())
        return [{"reason": reason, "count": count} for reason, count in counted]


class QuarantineQuery(StrictSerializer):
    """Of which partner, where one works in several."""

    partner = serializers.SlugField(required=False, max_length=40)


class QuarantineListQuery(QuarantineQuery):
    """The same, with the page."""

    cursor = serializers.CharField(required=False, max_length=500)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200)


class ReleasedSerializer(serializers.Serializer[Any]):
    """The case that the complaint became."""

    case = serializers.UUIDField()
    reference = serializers.CharField()


class MergeSerializer(StrictSerializer):
    """As which case the same complaint is worked already."""

    case = serializers.UUIDField()


class SpamSerializer(StrictSerializer):
    """Why it is deleted. There is one reason."""

    reason = serializers.ChoiceField(choices=Deletion.choices)


class ChosenSerializer(StrictSerializer):
    """Which ones, at most 200."""

    ids = serializers.ListField(
        child=serializers.UUIDField(), min_length=1, max_length=quarantine.MOST_AT_ONCE
    )


class ChosenSpamSerializer(ChosenSerializer, SpamSerializer):
    """Which ones, at most 200, and why."""


class DoneSerializer(serializers.Serializer[Any]):
    """What came of one of them."""

    id = serializers.UUIDField()
    done = serializers.BooleanField()
    code = serializers.CharField(required=False, help_text="What stood against it, such as `not_found`.")
    title = serializers.CharField(required=False)
    case = serializers.UUIDField(required=False)
    reference = serializers.CharField(required=False)


class DoneListSerializer(serializers.Serializer[Any]):
    """What came of each, in the order asked."""

    results = DoneSerializer(many=True)


class ByArrival(KeysetPagination):
    """Oldest first; the key makes the order total."""

    ordering = ("arrived_at", "pk")


class QuarantineViewSet(ListModelMixin, ApiViewSet):
    """Complaints of the partners whose new complaints you sort, while they wait to be looked at."""

    queryset, serializer_class = Quarantined.objects.none(), QuarantinedSerializer
    pagination_class, filter_backends, narrowed = ByArrival, (), frozenset({"list", "count"})

    def get_queryset(self) -> QuerySet[Quarantined]:
        found = Quarantined.objects.visible_to(self.actor).select_related(*_SHOWN)
        return found if self.partner is None else found.filter(partner=self.partner)

    @cached_property
    def partner(self) -> Partner | None:
        """The partner that the address names. Raises Invalid."""
        query = QuarantineListQuery if self.action == "list" else QuarantineQuery
        return partner_in(validated_query(query, self.request))

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "actor": self.actor}

    @extend_schema(
        operation_id="quarantine_list",
        parameters=[QuarantineListQuery],
        responses={200: QuarantinedSerializer(many=True), **problems(400, 401, 406)},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What waits to be looked at, oldest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="quarantine_count",
        parameters=[QuarantineQuery],
        responses={200: QuarantineCountSerializer, **problems(400, 401, 406)},
    )
    def count(self, request: Request) -> Response:
        """How many wait to be looked at, up to a thousand, and for which reasons."""
        waiting = quarantine.waiting_in_quarantine(self.actor, self.partner)
        return Response(QuarantineCountSerializer(waiting).data)

    @extend_schema(operation_id="quarantine_retrieve", responses={200: QuarantinedWordsSerializer, **READ})
    def retrieve(self, request: Request, quarantined_id: UUID) -> Response:
        """One of them with all its words."""
        row = Quarantined.objects.readable_by(self.actor).select_related(*_SHOWN).found(quarantined_id)
        # There is no case yet in which anything could be hidden.
        context = {**self.get_serializer_context(), "masks": NO_MASKS}
        return Response(QuarantinedWordsSerializer(row, context=context).data)

    @extend_schema(
        operation_id="quarantine_release", request=None, responses={200: ReleasedSerializer, **ACT}
    )
    def release(self, request: Request, quarantined_id: UUID) -> Response:
        """It is genuine: the case opens, with everything that was added meanwhile."""
        return Response(_case(quarantine.release(quarantined_id, actor=self.actor)))

    @extend_schema(
        operation_id="quarantine_merge", request=MergeSerializer, responses={200: ReleasedSerializer, **ACT}
    )
    def merge(self, request: Request, quarantined_id: UUID) -> Response:
        """The same complaint is worked already: the case opens as a duplicate of that one."""
        original = validated(MergeSerializer, request)["case"]
        return Response(_case(quarantine.merge(quarantined_id, original_id=original, actor=self.actor)))

    # Not named `delete`, which would answer the method DELETE at every address of this view.
    @extend_schema(operation_id="quarantine_delete", request=SpamSerializer, responses={204: None, **ACT})
    def discard(self, request: Request, quarantined_id: UUID) -> Response:
        """It is no complaint: its keys and rows are destroyed for good, its receipt becomes unknown."""
        validated(SpamSerializer, request)
        quarantine.delete_spam(quarantined_id, actor=self.actor)
        return Response(status=204)

    @extend_schema(
        operation_id="quarantine_release_many",
        request=ChosenSerializer,
        responses={200: DoneListSerializer, **problems(400, 401, 403, 406, 413, 415)},
    )
    def release_many(self, request: Request) -> Response:
        """Release many. One that cannot be is told as such and leaves the others alone."""
        self._require_triage()
        ids = validated(ChosenSerializer, request)["ids"]
        return _results(quarantine.release_many(ids, actor=self.actor))

    @extend_schema(
        operation_id="quarantine_delete_many",
        request=ChosenSpamSerializer,
        responses={200: DoneListSerializer, **problems(400, 401, 403, 406, 413, 415)},
    )
    def delete_many(self, request: Request) -> Response:
        """Delete many as spam. One that cannot be is told as such and leaves the others alone."""
        self._require_triage()
        ids = validated(ChosenSpamSerializer, request)["ids"]
        return _results(quarantine.delete_many(ids, actor=self.actor))

    def _require_triage(self) -> None:
        if not self.actor.partners_with("triage_cases"):
            raise NotAllowed()


_SHOWN = ("partner", "complaint__data_key__partner_key", "complaint__partner")


def _case(case: Case) -> dict[str, Any]:
    return {"case": case.pk, "reference": case.reference}


def _results(done: list[quarantine.Done]) -> Response:
    return Response({"results": [_result(one) for one in done]})


def _result(done: quarantine.Done) -> dict[str, Any]:
    if done.problem is not None:
        return {"id": done.id, "done": False, "code": done.problem.code, "title": str(done.problem.title)}
    return {"id": done.id, "done": True} | (_case(done.case) if done.case else {})
