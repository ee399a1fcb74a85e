"""Shapes of cases on the wire: which one an actor gets depends on the role, never on deleted keys."""

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from backend.cases.api.fields import ChoiceOrNull, EntryField, PersonField, PersonSerializer, told_as
from backend.cases.models import Case, Outcome, Severity
from backend.cases.page import FACETS
from backend.cases.services.acts import Act
from backend.cases.services.permits import AllowedAction
from backend.cases.stages import CASE_STEPS, Stage, State
from backend.cases.worklist.kinds import TaskKind
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, ContactWish, IntakeChannel, Satisfaction
from backend.directory.models import Category, Institution, Place

CASE_VERBS = [(verb.value, verb.label) for verb in CASE_STEPS]


class CaseActionSerializer(serializers.Serializer[AllowedAction]):
    """A step that your role allows here. Where `code` is set, something still stands against it."""

    verb = serializers.ChoiceField(
        choices=CASE_VERBS, help_text="POST it under the case's address: `<address>/<verb>/`."
    )
    code = serializers.CharField(source="refusal.code", allow_null=True, default=None)
    reason = serializers.CharField(source="refusal.title", allow_null=True, default=None)
    reason_lifts = serializers.BooleanField(
        help_text="It goes ahead all the same where a `reason` is given with it."
    )


class DueSerializer(serializers.Serializer[Any]):
    """Why something is due on that day: the first of the terms that run."""

    referral = serializers.UUIDField(source="pk")
    institution = EntryField(Institution, source="institution_id")
    explanation = told_as(serializers.CharField(allow_null=True), help_text="How the day was worked out.")


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
    stage = told_as(serializers.ChoiceField(choices=Stage.choices))
    severity = serializers.ChoiceField(choices=Severity.choices)
    category = EntryField(Category, source="category_id")
    institution = EntryField(Institution, source="institution_id")
    place = EntryField(Place, source="place_id")
    opened_at = serializers.DateTimeField(help_text="When the complaint was received.")
    due_at = serializers.DateField(allow_null=True, help_text="First day on which an answer is due.")
    overdue = told_as(serializers.BooleanField())
    outcome = ChoiceOrNull(Outcome.choices)
    resolved_at = serializers.DateTimeField(allow_null=True)
    closed_at = serializers.DateTimeField(allow_null=True)
    version = serializers.IntegerField(help_text="As in the ETag.")


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
    tags = told_as(serializers.ListField(child=serializers.CharField()))
    people = told_as(PersonSerializer(many=True), help_text="Who is named on a restricted case.")
    due = told_as(DueSerializer(allow_null=True), help_text="Where `due_at` comes from; null without it.")
    allowed_actions = told_as(CaseActionSerializer(many=True), help_text="What you may do next.")
    allowed_acts = told_as(
        serializers.ListField(child=serializers.ChoiceField(choices=Act.choices)),
        help_text="What else you may do, leaving its state.",
    )


class WaitsForSerializer(serializers.Serializer[Any]):
    """The institution whose term ends first."""

    institution = EntryField(Institution)
    due_at = serializers.DateField(allow_null=True, help_text="Null: its term is not known, or stands.")
    running = serializers.IntegerField(help_text="How many institutions have an answer outstanding.")


class NextTaskSerializer(serializers.Serializer[Any]):
    """The first thing that your team has to do."""

    kind = serializers.ChoiceField(choices=TaskKind.choices)
    due_on = serializers.DateField()


class CaseRowSerializer(serializers.Serializer[Any]):
    """A row of a list. `summary` and `assignee` are null where you may not read them. What stands under
    `extra` is null unless the list was asked for it, and where you may not read it."""

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
    resolved_at = serializers.DateTimeField(allow_null=True)
    closed_at = serializers.DateTimeField(allow_null=True)
    tags = serializers.ListField(child=serializers.CharField(), allow_null=True, help_text="`extra=tags`")
    unread = serializers.IntegerField(
        allow_null=True, help_text="`extra=unread`: messages of the complainant that nobody has read."
    )
    waits_for = WaitsForSerializer(
        allow_null=True, help_text="`extra=waits_for`: null where no institution has to answer."
    )
    next_task = NextTaskSerializer(allow_null=True, help_text="`extra=next_task`: null where there is none.")
    changed_at = serializers.DateTimeField(
        allow_null=True, help_text="`extra=changed_at`: when something was last told of it."
    )
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


class FacetValueSerializer(serializers.Serializer[Any]):
    """One value of a filter, and how many cases it would find."""

    value = serializers.CharField(help_text="As the filter takes it.")
    label = serializers.CharField(help_text="In your language.")  # type: ignore[assignment]  # a field's own label
    count = serializers.IntegerField()
    capped = serializers.BooleanField(help_text="True: there are more than `count`.")


class FacetSerializer(serializers.Serializer[Any]):
    """The values of one filter that find something, under all other filters of the request."""

    facet = serializers.ChoiceField(choices=FACETS)
    values = FacetValueSerializer(many=True)
    more = serializers.BooleanField(help_text="True: only the most frequent values are listed.")


class FacetsSerializer(serializers.Serializer[Any]):
    """What could be chosen, filter by filter."""

    facets = FacetSerializer(many=True)
