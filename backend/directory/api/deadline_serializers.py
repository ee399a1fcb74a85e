"""Shape of a legal term on the wire, with how surely it is known."""

from typing import Any, Final

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.directory.api.fields import CodeOf, InCallersLanguage, LabelsField
from backend.directory.kinds import Certainty, TermUnit
from backend.directory.models import DeadlineRule

# The marks differ by a capital only, which generated clients cannot tell apart.
CERTAINTIES: Final = {
    Certainty.VERIFIED: "verified",
    Certainty.SECONDARY: "secondary",
    Certainty.UNVERIFIED: "unverified",
}


CERTAINTY_WORDS: Final = [(word, word) for word in CERTAINTIES.values()]


class TermSerializer(serializers.Serializer):
    """A length of time."""

    number = serializers.IntegerField()
    unit = serializers.ChoiceField(choices=TermUnit.choices)


class DeadlineRuleSerializer(serializers.ModelSerializer[DeadlineRule]):
    """A legal term. One with `verified: false` is not to be shown as law; `notice` says why."""

    titles = LabelsField(read_only=True)
    title = InCallersLanguage("titles")
    extension = serializers.SerializerMethodField(
        help_text="By how much it may be extended; null: not known."
    )
    appeal = serializers.SerializerMethodField(help_text="Time for an appeal; null: not known.")
    appeal_to = CodeOf(allow_null=True, help_text="Code of the institution that hears an appeal.")
    verified = serializers.BooleanField(source="is_verified", read_only=True)
    certainty = serializers.SerializerMethodField()
    notice = serializers.SerializerMethodField(
        help_text="A sentence to show beside the term; null where it is verified."
    )

    class Meta:
        model = DeadlineRule
        fields = (
            *("code", "country", "titles", "title", "law", "article", "trigger", "number", "unit", "roll"),
            *("extension", "silence", "appeal", "appeal_to", "verified", "certainty", "notice"),
            *("verified_on", "source", "valid_from", "valid_until", "version"),
        )
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=CERTAINTY_WORDS))
    def get_certainty(self, rule: DeadlineRule) -> str:
        return CERTAINTIES[Certainty(rule.certainty)]

    @extend_schema_field(TermSerializer(allow_null=True))
    def get_extension(self, rule: DeadlineRule) -> dict[str, Any] | None:
        return _term(rule.extension_number, rule.extension_unit)

    @extend_schema_field(TermSerializer(allow_null=True))
    def get_appeal(self, rule: DeadlineRule) -> dict[str, Any] | None:
        return _term(rule.appeal_number, rule.appeal_unit)

    def get_notice(self, rule: DeadlineRule) -> str | None:
        if rule.is_verified:
            return None
        if rule.certainty == Certainty.UNVERIFIED:
            return _("Not verified. Do not rely on this term before a lawyer has confirmed it.")
        return _("From a secondary or older source. A lawyer has to confirm it before use.")


def _term(number: int | None, unit: str) -> dict[str, Any] | None:
    return {"number": number, "unit": unit} if number else None
