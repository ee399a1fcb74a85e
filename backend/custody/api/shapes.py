"""How requests for identities look on the wire: in their case, and at the desk of those who decide."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.cases.api.fields import PersonField
from backend.cases.api.serializers import AllowedActionSerializer
from backend.common.age import LONGEST_RECIPIENT
from backend.common.api import StrictSerializer
from backend.common.kinds import CaseKind
from backend.complaints.models import ComplainantKind
from backend.custody.api.age_files import AgeFileField, as_base64
from backend.custody.models import LONGEST_RESEALED, LONGEST_TEXT, IdentityRequest
from backend.custody.services import permits
from backend.custody.services.reading import Read
from backend.custody.stages import (
    MOST_MINUTES,
    IdentityField,
    RequestReason,
    RequestState,
    Side,
)
from backend.partners.actors import Actor

WHICH = ("waiting", "running", "past")


class NewIdentityRequest(StrictSerializer):
    """Why you need to know who it is, what of it, and for how long. Ask for no more than you need."""

    reason = serializers.ChoiceField(
        choices=RequestReason.choices, help_text="The complainant reads this one, not your words."
    )
    text = serializers.CharField(max_length=LONGEST_TEXT, help_text="For the custodian, who sees no case.")
    reader_key = serializers.CharField(
        max_length=LONGEST_RECIPIENT,
        required=False,
        allow_blank=True,
        default="",
        help_text="Of a sealed identity: an age public key, made for this request alone.",
    )
    wanted = serializers.ListField(
        child=serializers.ChoiceField(choices=IdentityField.choices),
        min_length=1,
        max_length=len(IdentityField),
    )
    minutes = serializers.IntegerField(
        min_value=1, max_value=MOST_MINUTES, help_text="Counted from the first reading."
    )


class IdentityDecisionSerializer(StrictSerializer):
    """What you say to who asked; may be left out."""

    answer = serializers.CharField(max_length=LONGEST_TEXT, required=False, allow_blank=True, default="")


class IdentityApprovalSerializer(IdentityDecisionSerializer):
    """Your yes. Of a sealed identity it brings what you unsealed, sealed again to `reader_key`."""

    resealed = AgeFileField(longest=LONGEST_RESEALED, required=False)


class IdentityDeskQuery(StrictSerializer):
    """How the list is narrowed."""

    which = serializers.ChoiceField(
        choices=WHICH, required=False, help_text="To be decided, approved and not over, or over."
    )
    cursor = serializers.CharField(required=False, max_length=500)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200, default=50)


class _RequestSerializer(serializers.Serializer[IdentityRequest]):
    id = serializers.UUIDField()
    state = serializers.ChoiceField(choices=RequestState.choices, source="standing")
    reason = serializers.ChoiceField(choices=RequestReason.choices)
    wanted = serializers.ListField(child=serializers.ChoiceField(choices=IdentityField.choices))
    minutes = serializers.IntegerField()
    sealed = serializers.BooleanField(
        source="is_sealed", help_text="Only a custodian's key opens it: it is unsealed before it is approved."
    )
    reader_key = serializers.CharField(help_text="To whom a sealed one is sealed again; empty for others.")
    text = serializers.SerializerMethodField(
        help_text="For who asked and those who decide; null for others, and where it was erased."
    )
    requester = PersonField()
    requested_at = serializers.DateTimeField()
    decided_by = PersonField()
    decided_at = serializers.DateTimeField(allow_null=True)
    answer = serializers.SerializerMethodField(help_text="What the custodian said; null like `text`.")
    delayed = serializers.BooleanField(help_text="The only custodian approved it, so it opens a day later.")
    opens_at = serializers.DateTimeField(allow_null=True)
    expires_at = serializers.DateTimeField(
        help_text="Last moment to decide, then to read first, then to read."
    )
    first_read_at = serializers.DateTimeField(allow_null=True)
    readings = serializers.IntegerField()
    ended_at = serializers.DateTimeField(allow_null=True)
    version = serializers.IntegerField()
    allowed_actions = serializers.SerializerMethodField()

    where: frozenset[Side] = frozenset()
    reading_sides: frozenset[Side] = frozenset({Side.REQUESTER, Side.CUSTODIAN})

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_text(self, request: IdentityRequest) -> str | None:
        return request.text if self._reads(request) else None

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_answer(self, request: IdentityRequest) -> str | None:
        return request.answer if self._reads(request) else None

    @extend_schema_field(AllowedActionSerializer(many=True))
    def get_allowed_actions(self, request: IdentityRequest) -> Any:
        allowed: Any = permits.allowed_on(request, self.context["actor"], where=self.where)
        return AllowedActionSerializer(allowed, many=True).data

    def _reads(self, request: IdentityRequest) -> bool:
        actor: Actor = self.context["actor"]
        reads = bool(permits.sides_of(actor, request) & self.reading_sides)
        return reads and request.data_key.destroyed_at is None


class RequestForIdentitySerializer(_RequestSerializer):
    """A request, in its case."""

    where = permits.IN_CASE
    reading_sides = frozenset({Side.REQUESTER})


class RequestForIdentityAtDeskSerializer(_RequestSerializer):
    """A request, as those see it who decide: what they need for that and nothing of the complaint."""

    partner = serializers.SlugField(source="partner.slug")
    case = serializers.SerializerMethodField(help_text="Id, where the case is open to you anyway.")
    reference = serializers.SerializerMethodField(
        help_text="Null for who only keeps the partner and does not see the case."
    )
    kind = serializers.SerializerMethodField()

    where = permits.AT_DESK

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_case(self, request: IdentityRequest) -> str | None:
        return str(request.case_id) if self._sees_case(request) else None

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_reference(self, request: IdentityRequest) -> str | None:
        return request.case.reference if self._knows_case(request) else None

    @extend_schema_field(serializers.ChoiceField(choices=CaseKind.choices, allow_null=True))
    def get_kind(self, request: IdentityRequest) -> str | None:
        return request.case.kind if self._knows_case(request) else None

    def _reads(self, request: IdentityRequest) -> bool:
        return self._decides(request) and request.data_key.destroyed_at is None

    def _knows_case(self, request: IdentityRequest) -> bool:
        return self._decides(request) or self._sees_case(request)

    def _decides(self, request: IdentityRequest) -> bool:
        return request.pk in self.context["deciding"]

    def _sees_case(self, request: IdentityRequest) -> bool:
        return request.case_id in self.context["seen"]


class IdentityStandingSerializer(serializers.Serializer[Any]):
    """What can be said of a complainant's identity without opening it."""

    complainant_kind = serializers.ChoiceField(choices=ComplainantKind.choices)
    sealed = serializers.BooleanField(
        help_text="It is sealed to custodians' keys: ask with a `reader_key` of your own."
    )
    delayed = serializers.BooleanField(
        help_text="There is one custodian at most: what is approved opens a day later."
    )
    allowed_actions = AllowedActionSerializer(
        many=True, help_text="`ask`: POST to `identity-requests/`. Empty where your role does not allow it."
    )


class RevealedIdentitySerializer(serializers.Serializer[Read]):
    """What was asked for; what was not is null. Keep it nowhere."""

    name = serializers.SerializerMethodField()
    email = serializers.SerializerMethodField()
    phone = serializers.SerializerMethodField()
    address = serializers.SerializerMethodField()
    resealed = serializers.SerializerMethodField(
        help_text="Of a sealed identity, in place of all four: an age file for your `reader_key`, as base64."
    )
    until = serializers.DateTimeField(help_text="Take it off the screen then.")

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_resealed(self, read: Read) -> str | None:
        return None if read.resealed is None else as_base64(read.resealed)

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_name(self, read: Read) -> str | None:
        return read.details.get(IdentityField.NAME)

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_email(self, read: Read) -> str | None:
        return read.details.get(IdentityField.EMAIL)

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_phone(self, read: Read) -> str | None:
        return read.details.get(IdentityField.PHONE)

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_address(self, read: Read) -> str | None:
        return read.details.get(IdentityField.ADDRESS)
