"""Answers of institutions under their referral, and the links through which they come."""

from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import PersonField
from backend.cases.api.rooms import CREATE, READ, CaseRoomViewSet, InOrder
from backend.cases.api.steps import step
from backend.cases.models import AnswerLink, InstitutionAnswer
from backend.cases.services import answer_links, answers
from backend.cases.services.answer_links import DAYS, MOST_DAYS
from backend.cases.services.answers import referral_under
from backend.common.api import StrictSerializer, etag, expected_version, validated
from backend.common.errors import NotFound
from backend.common.problems import problems
from backend.complaints.models import Attachment
from backend.idempotency.api import idempotent

DECISIONS = [
    choice for choice in InstitutionAnswer.Standing.choices if choice[0] != InstitutionAnswer.Standing.ARRIVED
]


class AnswerFileSerializer(serializers.Serializer[Attachment]):
    """A file that came with an answer; it is read among the files of the case."""

    id = serializers.UUIDField(help_text="Id of the file in the case.")
    name = serializers.CharField(source="file.name")
    media_type = serializers.CharField(source="file.media_type")
    size = serializers.IntegerField(source="file.size")


class InstitutionAnswerSerializer(serializers.Serializer[InstitutionAnswer]):
    """What an institution wrote, whichever way it came."""

    id = serializers.UUIDField()
    way = serializers.ChoiceField(choices=InstitutionAnswer.Way.choices)
    standing = serializers.ChoiceField(
        choices=InstitutionAnswer.Standing.choices,
        help_text="`arrived`: somebody has to say what it is; until then the clock runs on.",
    )
    is_automatic = serializers.BooleanField(help_text="A machine wrote it.")
    answered_on = serializers.DateField()
    arrived_at = serializers.DateTimeField()
    protocol_number = serializers.CharField(allow_null=True)
    text = serializers.CharField(allow_null=True)
    author_name = serializers.CharField(allow_null=True, help_text="Who answers, as the institution says it.")
    recorded_by = PersonField()
    decided_by = PersonField()
    decided_at = serializers.DateTimeField(allow_null=True)
    files = AnswerFileSerializer(many=True)
    version = serializers.IntegerField()


class AnswerDecisionSerializer(StrictSerializer):
    """What an answer is. A final one ends the wait."""

    standing = serializers.ChoiceField(choices=DECISIONS)
    answered_on = serializers.DateField(required=False, help_text="Where its own date is another one.")
    protocol_number = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")


class AnswerLinkSerializer(serializers.Serializer[AnswerLink]):
    """A link, without its address."""

    id = serializers.UUIDField()
    made_at = serializers.DateTimeField()
    made_by = PersonField()
    expires_at = serializers.DateTimeField()
    revoked_at = serializers.DateTimeField(allow_null=True)
    used_at = serializers.DateTimeField(allow_null=True)
    opened_count = serializers.IntegerField(help_text="How often the page was opened, by programs too.")


class NewAnswerLinkSerializer(StrictSerializer):
    """How long it opens."""

    days = serializers.IntegerField(min_value=1, max_value=MOST_DAYS, required=False, default=DAYS)


class MadeAnswerLinkSerializer(AnswerLinkSerializer):
    """A new link with its address, which is told this once."""

    address = serializers.CharField()


class ArrivedInOrder(InOrder):
    ordering = ("arrived_at", "pk")


class MadeInOrder(InOrder):
    ordering = ("made_at", "pk")


class AnswerRoomViewSet(ListModelMixin, CaseRoomViewSet):
    """The answers to one referral."""

    queryset, serializer_class = InstitutionAnswer.objects.none(), InstitutionAnswerSerializer
    pagination_class = ArrivedInOrder

    def get_queryset(self) -> QuerySet[InstitutionAnswer]:
        files = Attachment.objects.select_related("file__data_key__partner_key").order_by("created_at", "pk")
        found = referral_under(self.case, self.kwargs["referral_id"]).answers.prefetch_related(
            Prefetch("files", files)
        )
        return found.select_related("data_key__partner_key", "recorded_by", "decided_by")

    @extend_schema(
        operation_id="cases_referrals_answers_list",
        responses={200: InstitutionAnswerSerializer(many=True), **READ},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What the institution wrote, oldest first."""
        return super().list(request, *args, **kwargs)

    @step(
        "cases_referrals_answers_decide",
        takes=AnswerDecisionSerializer,
        gives=InstitutionAnswerSerializer,
    )
    def decide(self, request: Request, case_id: UUID, referral_id: UUID, answer_id: UUID) -> Response:
        """Say what an answer is. What ended the wait stays so. If-Match takes the version of the answer."""
        decision = validated(AnswerDecisionSerializer, request)
        expected = expected_version(request)
        answers.decide(case_id, referral_id, answer_id, **decision, expected=expected, actor=self.actor)
        found = self.get_queryset().filter(pk=answer_id).first()
        if found is None:
            raise NotFound()
        return Response(InstitutionAnswerSerializer(found).data, headers={"ETag": etag(found.version)})


class AnswerLinkRoomViewSet(ListModelMixin, CaseRoomViewSet):
    """The links through which an institution may answer a referral."""

    queryset, serializer_class = AnswerLink.objects.none(), AnswerLinkSerializer
    pagination_class = MadeInOrder

    def get_queryset(self) -> QuerySet[AnswerLink]:
        return referral_under(self.case, self.kwargs["referral_id"]).answer_links.select_related("made_by")

    @extend_schema(
        operation_id="cases_referrals_answer_links_list",
        responses={200: AnswerLinkSerializer(many=True), **READ},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The links, oldest first. Their addresses are kept nowhere."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_referrals_answer_links_create",
        request=NewAnswerLinkSerializer,
        responses={201: MadeAnswerLinkSerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Make a link to pass on. Its address is told this once."""
        days = validated(NewAnswerLinkSerializer, request)["days"]
        link, path = answer_links.make_link(case_id, referral_id, days=days, actor=self.actor)
        link.address = request.build_absolute_uri(path)  # type: ignore[attr-defined]  # shown once, no column
        shown = MadeAnswerLinkSerializer(link).data
        return Response(shown, status=201)

    @extend_schema(
        operation_id="cases_referrals_answer_links_revoke",
        request=None,
        responses={200: AnswerLinkSerializer, **problems(401, 403, 404, 406)},
    )
    def revoke(self, request: Request, case_id: UUID, referral_id: UUID, link_id: UUID) -> Response:
        """From now on it opens nothing."""
        link = answer_links.revoke_link(case_id, referral_id, link_id, actor=self.actor)
        return Response(AnswerLinkSerializer(link).data)
