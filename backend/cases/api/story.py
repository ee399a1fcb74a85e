"""The story of a case: what happened, by whom, and the words, people and partners that it speaks of."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import (
    EntrySerializer,
    PersonField,
    PersonSerializer,
    shown_moment,
    shown_person,
    told_as,
)
from backend.cases.api.messages import MessageSerializer, shown_message
from backend.cases.api.rooms import READ, CaseRoomViewSet, NoteSerializer, shown_note
from backend.cases.models import CaseEvent, InstitutionAnswer
from backend.cases.services.masks import Masks
from backend.cases.services.narrating import (
    Line,
    SpokenOf,
    about_kinds,
    beginning,
    institution_of,
    lines_of,
    spoken_of,
)
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


class EventSerializer(serializers.Serializer[Any]):
    """One line of the story. Facts are codes, ids and dates; what they name stands beside them, as far as it
    is still there."""

    id = serializers.IntegerField()
    at = serializers.DateTimeField()
    action = serializers.ChoiceField(choices=EVENT_ACTIONS)
    kind = told_as(serializers.ChoiceField(choices=EventKind.choices), help_text="What the line is about.")
    actor_kind = serializers.ChoiceField(choices=ACTOR_KINDS)
    actor = PersonField()
    from_state = serializers.CharField()
    to_state = serializers.CharField()
    facts = serializers.DictField()
    note = NoteSerializer(allow_null=True, read_only=True, help_text="The note that was written with it.")
    message = MessageSerializer(allow_null=True, read_only=True, help_text="The message that it is about.")
    answer = ToldAnswerSerializer(
        allow_null=True, read_only=True, help_text="The answer of an institution that came with it."
    )
    person = PersonSerializer(allow_null=True, read_only=True, help_text="To whom it was given.")
    partner = OtherPartnerSerializer(allow_null=True, read_only=True, help_text="The other organisation.")
    institution = EntrySerializer(
        allow_null=True, read_only=True, help_text="The institution that a letter is for."
    )
    case = OtherCaseSerializer(allow_null=True, read_only=True, help_text="The other case.")


def shown_line(line: Line, spoken: SpokenOf, masks: Masks) -> dict[str, Any]:
    """A line as the API shows it."""
    facts = line["facts"]
    note, message = spoken.notes.get(facts.get("note")), spoken.messages.get(facts.get("message"))
    answer, partner = spoken.answers.get(facts.get("answer")), spoken.partners.get(facts.get("partner"))
    person, institution = spoken.people.get(facts.get("assignee")), institution_of(line)
    case = spoken.cases.get(facts.get("other") or facts.get("original"))
    return {
        "id": line["pk"],
        "at": shown_moment(line["at"]),
        "action": line["action"],
        "kind": kind_of(line["action"]),
        "actor_kind": line["actor_kind"],
        "actor": shown_person(line["actor_id"], line["actor__name"]) if line["actor_id"] else None,
        "from_state": line["from_state"],
        "to_state": line["to_state"],
        "facts": facts,
        "note": shown_note(note) if note else None,
        "message": shown_message(message, masks) if message else None,
        "answer": _shown_answer(answer) if answer else None,
        "person": shown_person(person.id, person.name) if person else None,
        "partner": {"slug": partner.slug, "name": partner.name} if partner else None,
        "institution": {"code": institution.code, "name": institution.name} if institution else None,
        "case": {"id": str(case.pk), "reference": case.reference} if case else None,
    }


def _shown_answer(answer: InstitutionAnswer) -> dict[str, Any]:
    return {
        "id": str(answer.pk),
        "way": answer.way,
        "standing": answer.standing,
        "answered_on": answer.answered_on,
        "text": answer.text,
    }


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


class _Beginning:
    """The beginning of a story: a page asks for it as it asks a queryset."""

    def __init__(self, case_id: UUID, order: str = "pk") -> None:
        self._case_id, self._order = case_id, order

    def order_by(self, order: str) -> "_Beginning":
        return _Beginning(self._case_id, order)

    def __getitem__(self, lines: slice) -> list[Line]:
        return beginning(self._order, lines.stop).all(case=self._case_id)


class EventViewSet(ListModelMixin, CaseRoomViewSet):
    """The story of a case."""

    queryset, serializer_class, pagination_class = CaseEvent.objects.none(), EventSerializer, InChosenOrder
    narrowed = frozenset({"list"})

    @extend_schema(
        operation_id="cases_events_list",
        parameters=[StoryQuery],
        responses={200: EventSerializer(many=True), **READ},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What happened, oldest first unless asked otherwise, with the words that it speaks of."""
        query = validated_query(StoryQuery, request)
        lines: Any = lines_of(self.case.pk) if query.keys() & {"kind", "cursor"} else _Beginning(self.case.pk)
        if kinds := query.get("kind"):
            lines = lines.filter(about_kinds(kinds))
        page: Any = self.paginate_queryset(lines)
        spoken, masks = spoken_of(self.case, page, self.actor), self.masks
        return self.get_paginated_response([shown_line(line, spoken, masks) for line in page])
