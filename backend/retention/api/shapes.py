"""How rules, holds, coming erasures and requests look on the wire, and what is taken."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.cases.api.fields import ChoiceOrNull, PersonField
from backend.common import clock
from backend.common.api import StrictSerializer
from backend.common.kinds import CaseKind
from backend.partners.actors import Actor
from backend.retention.models import LONGEST_WORDS, Correction, ErasureRequest, LegalHold, PlannedErasure
from backend.retention.rules import Rule, suggested_rules
from backend.retention.services import holds, requests
from backend.retention.services.policies import Policy
from backend.retention.stages import (
    HIGHEST_MONTHS,
    LOWEST_MONTHS,
    MOST_RULES,
    NOTICE,
    Because,
    Blocker,
    Ending,
    HoldReason,
    Refusal,
    RequestState,
)

HOLD_VERBS = ("extend", "end")
DECISIONS = ("grant", "refuse")


class RetentionRuleSerializer(serializers.Serializer[Rule]):
    """So many months after it ended a case is erased."""

    kind = ChoiceOrNull(CaseKind.choices, help_text="Null: of every kind.")
    ending = ChoiceOrNull(Ending.choices, help_text="Null: however it ended.")
    months = serializers.IntegerField()


class RetentionPolicySerializer(serializers.Serializer[Policy]):
    """A partner's rules. Where there are none, nothing is ever erased by itself."""

    rules = RetentionRuleSerializer(many=True)
    erases = serializers.SerializerMethodField(help_text="False without rules: nothing is erased by itself.")
    suggested = serializers.SerializerMethodField(help_text="What a network like ours begins with.")
    lowest_months = serializers.SerializerMethodField()
    highest_months = serializers.SerializerMethodField()
    notice_days = serializers.SerializerMethodField()
    erased = serializers.SerializerMethodField(
        help_text="How many cases were erased in which year; null for a number from 1 to 4."
    )
    version = serializers.IntegerField()

    def get_erases(self, policy: Policy) -> bool:
        return bool(policy.rules)

    @extend_schema_field(RetentionRuleSerializer(many=True))
    def get_suggested(self, policy: Policy) -> Any:
        rules: Any = suggested_rules()
        return RetentionRuleSerializer(rules, many=True).data

    def get_lowest_months(self, policy: Policy) -> int:
        return LOWEST_MONTHS

    def get_highest_months(self, policy: Policy) -> int:
        return HIGHEST_MONTHS

    def get_notice_days(self, policy: Policy) -> int:
        return NOTICE.days

    @extend_schema_field(
        {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["year", "count"],
                "properties": {"year": {"type": "integer"}, "count": {"type": ["integer", "null"]}},
            },
        }
    )
    def get_erased(self, policy: Policy) -> Any:
        return [{"year": year, "count": count} for year, count in self.context["erased"]]


class GivenRule(StrictSerializer):
    """A rule; without kind or ending it is for all."""

    kind = serializers.ChoiceField(choices=CaseKind.choices, required=False, allow_null=True, default=None)
    ending = serializers.ChoiceField(choices=Ending.choices, required=False, allow_null=True, default=None)
    months = serializers.IntegerField(min_value=LOWEST_MONTHS, max_value=HIGHEST_MONTHS)

    def to_internal_value(self, data: Any) -> Any:
        told = super().to_internal_value(data)
        return Rule(told["months"], told.get("kind") or "", told.get("ending") or "")


class GivenRules(StrictSerializer):
    """All rules that are to be in force; an empty list: nothing is erased by itself."""

    rules = serializers.ListField(child=GivenRule(), max_length=MOST_RULES)


class MonthCountSerializer(serializers.Serializer[Any]):
    """How many cases would be erased in a month."""

    month = serializers.DateField(help_text="Its first day.")
    count = serializers.IntegerField()


class RetentionOutlookSerializer(serializers.Serializer[Any]):
    """What rules would do to the cases that you see; nothing is changed."""

    ended = serializers.IntegerField(help_text="Cases that have ended.")
    at_once = serializers.IntegerField(help_text="Of those, how many would be announced at once.")
    is_many = serializers.BooleanField(help_text="So many that somebody should look twice.")
    months = serializers.SerializerMethodField(help_text="The next twelve months in which some would go.")

    @extend_schema_field(MonthCountSerializer(many=True))
    def get_months(self, outlook: Any) -> Any:
        rows = [{"month": month, "count": count} for month, count in outlook.months]
        return MonthCountSerializer(rows, many=True).data


class LegalHoldSerializer(serializers.Serializer[LegalHold]):
    """A case is kept, whatever the rules say, until a day."""

    id = serializers.UUIDField()
    reason = serializers.ChoiceField(choices=HoldReason.choices)
    words = serializers.CharField()
    until = serializers.DateField(help_text="The last day on which it stands.")
    stands = serializers.SerializerMethodField()
    set_by = PersonField()
    set_at = serializers.DateTimeField()
    ended_by = PersonField()
    ended_at = serializers.DateTimeField(allow_null=True)
    allowed_actions = serializers.SerializerMethodField()
    version = serializers.IntegerField()

    def get_stands(self, hold: LegalHold) -> bool:
        return holds.stands(hold, clock.today(self.context["case"].owner.time_zone))

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(HOLD_VERBS)))
    def get_allowed_actions(self, hold: LegalHold) -> list[str]:
        actor: Actor = self.context["actor"]
        may = actor.may(holds.MAY_HOLD, self.context["case"].owner_id)
        return list(HOLD_VERBS) if may and self.get_stands(hold) else []


class NewHold(StrictSerializer):
    """Why a case has to be kept, and until when: at most a year ahead."""

    reason = serializers.ChoiceField(choices=HoldReason.choices)
    words = serializers.CharField(max_length=LONGEST_WORDS)
    until = serializers.DateField()


class HoldExtension(StrictSerializer):
    """Until when a hold stands from now on: at most a year ahead."""

    until = serializers.DateField()


class CaseKeepingSerializer(serializers.Serializer[Any]):
    """How long a case is kept, and what keeps it."""

    ending = serializers.ChoiceField(choices=Ending.choices, allow_null=True)
    ended_on = serializers.DateField(allow_null=True)
    months = serializers.IntegerField(
        allow_null=True, help_text="Of the rule that applies; null where none does."
    )
    due_on = serializers.DateField(allow_null=True, help_text="By the rule alone.")
    erased_on = serializers.DateField(allow_null=True, help_text="The day that was announced.")
    blockers = serializers.ListField(
        child=serializers.ChoiceField(Blocker.choices), help_text="What stands against erasing it now."
    )
    may_hold = serializers.BooleanField(help_text="Whether you may set a hold.")


class PlannedErasureSerializer(serializers.Serializer[PlannedErasure]):
    """A case that will be erased."""

    id = serializers.UUIDField()
    case = serializers.UUIDField(source="case_id")
    reference = serializers.CharField(source="case.reference")
    kind = serializers.ChoiceField(source="case.kind", choices=CaseKind.choices)
    because = serializers.ChoiceField(choices=Because.choices)
    due_on = serializers.DateField()
    announced_at = serializers.DateTimeField()


class ErasureRequestSerializer(serializers.Serializer[ErasureRequest]):
    """A complainant asks that everything be erased."""

    id = serializers.UUIDField()
    case = serializers.UUIDField(source="case_id")
    reference = serializers.CharField(source="case.reference")
    state = serializers.ChoiceField(choices=RequestState.choices)
    asked_at = serializers.DateTimeField()
    refusal = ChoiceOrNull(Refusal.choices)
    words = serializers.CharField(allow_null=True, help_text="What the complainant was told beside it.")
    decided_by = PersonField()
    decided_at = serializers.DateTimeField(allow_null=True)
    allowed_actions = serializers.SerializerMethodField()
    version = serializers.IntegerField()

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(DECISIONS)))
    def get_allowed_actions(self, asked: ErasureRequest) -> list[str]:
        return list(DECISIONS) if requests.may_decide(asked, self.context["actor"]) else []


class GivenRefusal(StrictSerializer):
    """Why it is refused. The complainant reads both."""

    refusal = serializers.ChoiceField(choices=Refusal.choices)
    words = serializers.CharField(max_length=LONGEST_WORDS, required=False, allow_blank=True, default="")


class CorrectionSerializer(serializers.Serializer[Correction]):
    """A message by which the complainant corrects the complaint."""

    message = serializers.UUIDField(source="message_id")
    text = serializers.CharField(source="message.text")
    sent_at = serializers.DateTimeField(source="message.sent_at")
