"""The story of a case: what happened, by whom, and the words, people and partners that it speaks of."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import EntrySerializer, PersonField, PersonSerializer
from backend.cases.api.messages import MessageSerializer
from backend.cases.api.rooms import READ, CaseRoomViewSet, NoteSerializer
from backend.cases.models import CaseEvent, InstitutionAnswer
from backend.cases.services.narrating import SpokenOf, about_kinds, institution_of, spoken_of
from backend.cases.storyline import EVENT_ACTIONS, EventKind, kind_of
from backend.common.api import StrictSerializer, validated_query
from backend.common.pagination import KeysetPagination
from backend.partners.actors import ActorKind

EVENT_ORDERS = ("id", "-id")
ACTOR_KINDS = [kind.value for kind in ActorKind]


class OtherCaseSerializer(serializers.Serializer[Any]):
    """Another case that you may read."""

    id = serializers.UUIDField()
    reference = serializers.CharField()


class OtherPartnerSerializer(serializers.Serializer[Any]):
    """An organisation of the network."""

    slug = serializers.SlugField()
    name = serializers.CharField()


class ToldAnswerSerializer(serializers.Serializer[InstitutionAnswer]):
    """What an institution wrote; more of it stands under its referral."""

    id = serializers.UUIDField()
    way = serializers.ChoiceField(choices=InstitutionAnswer.Way.choices)
    standing = serializers.ChoiceField(choices=InstitutionAnswer.Standing.choices)
    answered_on = serializers.DateField()
    text = serializers.CharField(allow_null=True)


class EventSerializer(serializers.Serializer[CaseEvent]):
    """One line of the story. Facts are codes, ids and dates; what they name stands beside them, as far as it
    is still there."""

    id = serializers.IntegerField()
    at = serializers.DateTimeField()
    action = serializers.ChoiceField(choices=EVENT_ACTIONS)
    kind = serializers.SerializerMethodField(help_text="What the line is about.")
    actor_kind = serializers.ChoiceField(choices=ACTOR_KINDS)
    actor = PersonField()
    from_state = serializers.CharField()
    to_state = serializers.CharField()
    facts = serializers.DictField()
    note = serializers.SerializerMethodField(help_text="The note that was written with it.")
    message = serializers.SerializerMethodField(help_text="The message that it is about.")
    answer = serializers.SerializerMethodField(help_text="The answer of an institution that came with it.")
    person = serializers.SerializerMethodField(help_text="To whom it was given.")
    partner = serializers.SerializerMethodField(help_text="The other organisation.")
    institution = serializers.SerializerMethodField(help_text="The institution that a letter is for.")
    case = serializers.SerializerMethodField(help_text="The other case.")

    @extend_schema_field(serializers.ChoiceField(choices=EventKind.choices))
    def get_kind(self, event: CaseEvent) -> str:
        return kind_of(event.action)

    @extend_schema_field(NoteSerializer(allow_null=True))
    def get_note(self, event: CaseEvent) -> Any:
        note = self._spoken_of.notes.get(event.facts.get("note", ""))
        return NoteSerializer(note).data if note else None

    @extend_schema_field(MessageSerializer(allow_null=True))
    def get_message(self, event: CaseEvent) -> Any:
        message = self._spoken_of.messages.get(event.facts.get("message", ""))
        return MessageSerializer(message, context=self.context).data if message else None

    @extend_schema_field(ToldAnswerSerializer(allow_null=True))
    def get_answer(self, event: CaseEvent) -> Any:
        answer = self._spoken_of.answers.get(event.facts.get("answer", ""))
        return ToldAnswerSerializer(answer).data if answer else None

    @extend_schema_field(PersonSerializer(allow_null=True))
    def get_person(self, event: CaseEvent) -> Any:
        person = self._spoken_of.people.get(event.facts.get("assignee") or "")
        return PersonSerializer(person).data if person else None

    @extend_schema_field(OtherPartnerSerializer(allow_null=True))
    def get_partner(self, event: CaseEvent) -> Any:
        partner = self._spoken_of.partners.get(event.facts.get("partner", ""))
        return OtherPartnerSerializer(partner).data if partner else None

    @extend_schema_field(EntrySerializer(allow_null=True))
    def get_institution(self, event: CaseEvent) -> Any:
        institution = institution_of(event)
        return EntrySerializer(institution).data if institution else None

    @extend_schema_field(OtherCaseSerializer(allow_null=True))
    def get_case(self, event: CaseEvent) -> Any:
        named = event.facts.get("other") or event.facts.get("original") or ""
        case = self._spoken_of.cases.get(named)
        return OtherCaseSerializer(case).data if case else None

    @property
    def _spoken_of(self) -> SpokenOf:
        spoken: SpokenOf = self.context["spoken_of"]
        return spoken


class StoryQuery(StrictSerializer):
    """How the story is told. Repeat `kind` for several."""

    kind = serializers.MultipleChoiceField(choices=EventKind.choices, required=False, allow_empty=False)
    ordering = serializers.ChoiceField(
        choices=EVENT_ORDERS, required=False, default="id", help_text="`-id`: the newest first."
    )
    cursor = serializers.CharField(required=False, max_length=500)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200)


class InChosenOrder(KeysetPagination):
    """As it happened, or the newest first."""

    def get_ordering(self, request: Request, queryset: Any, view: Any) -> tuple[str, ...]:
        return ("-pk",) if request.query_params.get("ordering") == "-id" else ("pk",)


class EventViewSet(ListModelMixin, CaseRoomViewSet):
    """The story of a case."""

    queryset, serializer_class, pagination_class = CaseEvent.objects.none(), EventSerializer, InChosenOrder
    narrowed = frozenset({"list"})

    def get_queryset(self) -> QuerySet[CaseEvent]:
        return self.case.events.select_related("actor")

    @extend_schema(
        operation_id="cases_events_list",
        parameters=[StoryQuery],
        responses={200: EventSerializer(many=True), **READ},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What happened, oldest first unless asked otherwise, with the words that it speaks of."""
        query = validated_query(StoryQuery, request)
        events = self.get_queryset()
        if kinds := query.get("kind"):
            events = events.filter(about_kinds(kinds))
        page: Any = self.paginate_queryset(events)
        context = {"spoken_of": spoken_of(self.case, page, self.actor), "masks": self.masks}
        return self.get_paginated_response(EventSerializer(page, many=True, context=context).data)
