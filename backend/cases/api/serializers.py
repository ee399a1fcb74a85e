"""Shapes of cases on the wire: which one an actor gets depends on the role, never on deleted keys."""

from typing import Any

from drf_spectacular.utils import extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from backend.cases.api.fields import ChoiceOrNull, EntryField, PersonField, PersonSerializer
from backend.cases.models import Case, Outcome, Severity
from backend.cases.services import permits
from backend.cases.services.permits import AllowedAction
from backend.cases.stages import RUNNING, STAGE_OF, Stage, State
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, ContactWish, IntakeChannel, Satisfaction
from backend.directory.models import Category, Institution, Place


class AllowedActionSerializer(serializers.Serializer[AllowedAction]):
    """A step your role allows here. Where `code` is set, something still stands against it."""

    verb = serializers.CharField(help_text="POST it under this address: `<address>/<verb>/`.")
    code = serializers.CharField(source="refusal.code", allow_null=True, default=None)
    reason = serializers.CharField(source="refusal.title", allow_null=True, default=None)


class DeidentifiedCaseSerializer(serializers.Serializer[Case]):
    """What an observer sees: no words, no people."""

    id = serializers.UUIDField()
    reference = serializers.CharField()
    owner = serializers.SlugField(source="owner.slug", help_text="Slug of the partner that works the case.")
    kind = serializers.ChoiceField(choices=CaseKind.choices)
    state = serializers.ChoiceField(choices=State.choices)
    stage = serializers.SerializerMethodField()
    severity = serializers.ChoiceField(choices=Severity.choices)
    category = EntryField(Category, source="category_id")
    institution = EntryField(Institution, source="institution_id")
    place = EntryField(Place, source="place_id")
    opened_at = serializers.DateTimeField(help_text="When the complaint was received.")
    due_at = serializers.DateField(allow_null=True, help_text="First day on which an answer is due.")
    overdue = serializers.SerializerMethodField()
    outcome = ChoiceOrNull(Outcome.choices)
    resolved_at = serializers.DateTimeField(allow_null=True)
    closed_at = serializers.DateTimeField(allow_null=True)
    version = serializers.IntegerField(help_text="As in the ETag.")

    @extend_schema_field(serializers.ChoiceField(choices=Stage.choices))
    def get_stage(self, case: Case) -> str:
        return STAGE_OF[State(case.state)]

    @extend_schema_field(serializers.BooleanField())
    def get_overdue(self, case: Case) -> bool:
        return is_overdue(case.state, case.due_at)


def is_overdue(state: str, due_at: Any) -> bool:
    """Overdue is computed, never a state: due before today (UTC) and still in work."""
    return due_at is not None and state in RUNNING and due_at < clock.now().date()


class ComplaintFactsSerializer(serializers.Serializer[Any]):
    """What is known of the complaint beside its words; those are under `complaint/`."""

    complainant_kind = serializers.ChoiceField(choices=ComplainantKind.choices)
    language = serializers.ChoiceField(choices=Language.choices)
    channel = serializers.ChoiceField(choices=IntakeChannel.choices)
    happened_on = serializers.DateField(allow_null=True)
    contact_wish = serializers.ChoiceField(choices=ContactWish.choices)


class SatisfactionSerializer(serializers.Serializer[Satisfaction]):
    """What the complainant thinks of the outcome and of the organisation."""

    outcome = serializers.IntegerField(help_text="1 (not good at all) to 5 (very good).")
    process = serializers.IntegerField(help_text="1 (not well treated at all) to 5 (very well).")
    felt_safe = serializers.BooleanField(allow_null=True)
    would_use_again = serializers.BooleanField(allow_null=True)
    comment = serializers.CharField()
    asks_reopening = serializers.BooleanField(
        allow_null=True, help_text="Null: not said. After a low score it is worth asking."
    )
    is_low = serializers.BooleanField(help_text="Low enough to ask whether to take the complaint up again.")
    given_at = serializers.DateTimeField()


class CaseSerializer(DeidentifiedCaseSerializer):
    """A case as those who work it see it."""

    former_reference = serializers.CharField()
    summary = serializers.CharField()
    assignee = PersonField()
    restricted = serializers.BooleanField()
    complaint = ComplaintFactsSerializer(allow_null=True)
    admissibility_note = serializers.CharField(allow_null=True)
    inadmissible_reason = serializers.CharField()
    advice = serializers.CharField(allow_null=True)
    outcome_text = serializers.CharField(allow_null=True)
    impact = serializers.CharField(allow_null=True)
    value_recovered = serializers.DecimalField(max_digits=12, decimal_places=2, allow_null=True)
    value_currency = serializers.CharField()
    satisfaction = SatisfactionSerializer(
        source="complaint.satisfaction",
        allow_null=True,
        read_only=True,
        help_text="What the complainant said of the outcome through the receipt.",
    )
    duplicate_of = serializers.UUIDField(source="duplicate_of_id", allow_null=True)
    tags = serializers.SerializerMethodField()
    people = serializers.SerializerMethodField(help_text="Who is named on a restricted case.")
    allowed_actions = serializers.SerializerMethodField(help_text="What you may do next.")

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_tags(self, case: Case) -> list[str]:
        return [tag.name for tag in case.tags.all()]

    @extend_schema_field(PersonSerializer(many=True))
    def get_people(self, case: Case) -> list[dict[str, str]]:
        return [{"id": str(person.pk), "name": person.name} for person in self.context["people"]]

    @extend_schema_field(AllowedActionSerializer(many=True))
    def get_allowed_actions(self, case: Case) -> Any:
        allowed: Any = permits.allowed_actions(case, self.context["actor"])
        return AllowedActionSerializer(allowed, many=True).data


class CaseRowSerializer(serializers.Serializer[Any]):
    """A row of a list. `summary` and `assignee` are null where you may not read them."""

    id = serializers.UUIDField()
    reference = serializers.CharField()
    owner = serializers.SlugField()
    kind = serializers.ChoiceField(choices=CaseKind.choices)
    state = serializers.ChoiceField(choices=State.choices)
    stage = serializers.ChoiceField(choices=Stage.choices)
    severity = serializers.ChoiceField(choices=Severity.choices)
    category = EntryField(Category)
    institution = EntryField(Institution)
    place = EntryField(Place)
    opened_at = serializers.DateTimeField()
    due_at = serializers.DateField(allow_null=True)
    overdue = serializers.BooleanField()
    outcome = ChoiceOrNull(Outcome.choices)
    restricted = serializers.BooleanField()
    summary = serializers.CharField(allow_null=True)
    assignee = PersonField()
    version = serializers.IntegerField()


@extend_schema_serializer(many=False)
class CasePageSerializer(serializers.Serializer[Any]):
    """A page of cases."""

    next = serializers.URLField(allow_null=True, help_text="Address of the next page, null on the last.")
    results = CaseRowSerializer(many=True)


class CaseCountSerializer(serializers.Serializer[Any]):
    """How many cases, up to a thousand: beyond that a number would cost more than it tells."""

    count = serializers.IntegerField()
    capped = serializers.BooleanField(help_text="True: there are more than `count`.")
