"""Mail that came in: the list to be sorted, one mail with what it may belong to, and where it goes."""

from typing import Any
from uuid import UUID

from django.http import StreamingHttpResponse
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.answers import DECISIONS
from backend.cases.api.fields import EntryField, PersonField
from backend.cases.api.steps import step
from backend.common.api import VERSION, StrictSerializer, etag, expected_version, validated, validated_query
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.directory.models import Institution
from backend.files.api.downloads import GIVEN, RENDERERS, download
from backend.files.stages import FileState, ScanState
from backend.mailroom.models import IncomingMail, MailFile
from backend.mailroom.querysets import IncomingMailQuerySet
from backend.mailroom.services import deciding, opening
from backend.mailroom.services.suggesting import Suggestion, suggestions_for
from backend.mailroom.services.waiting import SHOWN_WITH
from backend.mailroom.stages import DismissalReason, MailState, Remark, SuggestionReason, Trail
from backend.partners.api.base import ApiViewSet

# What is a letter of ours is shown nowhere.
SHOWN = [choice for choice in MailState.choices if choice[0] not in (MailState.BOUNCE, MailState.OWN_COPY)]
READ = problems(400, 401, 404, 406)
GIVE = problems(401, 404, 406, 409, 410)


class IncomingMailSerializer(serializers.Serializer[IncomingMail]):
    """A mail in the list."""

    id = serializers.UUIDField()
    partner = serializers.SlugField(source="partner.slug")
    state = serializers.ChoiceField(choices=SHOWN)
    trail = serializers.ChoiceField(
        choices=Trail.choices, allow_blank=True, help_text="By what it found its case."
    )
    remarks = serializers.ListField(child=serializers.ChoiceField(choices=Remark.choices))
    arrived_at = serializers.DateTimeField()
    sender = serializers.CharField(allow_null=True)
    subject = serializers.CharField(allow_null=True)
    case = serializers.UUIDField(source="answer.referral.case_id", allow_null=True, default=None)
    referral = serializers.UUIDField(source="answer.referral_id", allow_null=True, default=None)
    answer = serializers.UUIDField(source="answer_id", allow_null=True)
    dismissal = serializers.ChoiceField(choices=DismissalReason.choices, allow_blank=True)
    decided_by = PersonField()
    decided_at = serializers.DateTimeField(allow_null=True)
    version = serializers.IntegerField()


class IncomingFileSerializer(serializers.Serializer[MailFile]):
    """A file of a mail; without `state` where it was not taken."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    media_type = serializers.CharField(source="file.media_type", allow_null=True, default=None)
    size = serializers.IntegerField(source="file.size", allow_null=True, default=None)
    state = serializers.ChoiceField(
        source="file.state", choices=FileState.choices, allow_null=True, default=None
    )
    scan = serializers.ChoiceField(
        source="file.scan", choices=ScanState.choices, allow_null=True, default=None
    )
    refused = serializers.CharField(help_text="Why it was not taken, such as `file.macros`.")


class SuggestionSerializer(serializers.Serializer[Suggestion]):
    """A referral to which the mail may belong, and what speaks for it."""

    case = serializers.UUIDField(source="referral.case_id")
    reference = serializers.CharField(source="referral.case.reference")
    referral = serializers.UUIDField(source="referral.pk")
    institution = EntryField(Institution, source="referral.institution_id")
    sent_on = serializers.DateField(source="referral.sent_on")
    reason = serializers.ChoiceField(choices=SuggestionReason.choices)


class IncomingMailWordsSerializer(IncomingMailSerializer):
    """The same with what it says, and where it may belong."""

    text = serializers.SerializerMethodField()
    files = IncomingFileSerializer(many=True)
    suggestions = serializers.SerializerMethodField(help_text="While it waits to be sorted.")

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_text(self, mail: IncomingMail) -> str | None:
        return mail.answer.text if mail.answer else mail.text

    @extend_schema_field(SuggestionSerializer(many=True))
    def get_suggestions(self, mail: IncomingMail) -> Any:
        waits = mail.state == MailState.TRIAGE
        found: Any = suggestions_for(mail, actor=self.context["actor"]) if waits else []
        return SuggestionSerializer(found, many=True).data


class IncomingMailQuery(StrictSerializer):
    """How the list is narrowed."""

    state = serializers.MultipleChoiceField(choices=SHOWN, required=False, allow_empty=False)
    partner = serializers.SlugField(required=False, max_length=40)
    cursor = serializers.CharField(required=False, max_length=500)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200)


class AssignmentToReferralSerializer(StrictSerializer):
    """To which referral it is an answer, and of what kind."""

    case = serializers.UUIDField()
    referral = serializers.UUIDField()
    standing = serializers.ChoiceField(choices=DECISIONS)


class MailDismissalSerializer(StrictSerializer):
    """Why it is set aside. It can be taken back for 90 days, then it is destroyed."""

    reason = serializers.ChoiceField(choices=DismissalReason.choices)


class OldestFirst(KeysetPagination):
    ordering = ("arrived_at", "pk")


class IncomingMailViewSet(ApiViewSet):
    """Mail that came to the accounts of your partners."""

    queryset, serializer_class = IncomingMail.objects.none(), IncomingMailSerializer
    pagination_class, filter_backends, narrowed = OldestFirst, (), frozenset({"list"})

    def get_queryset(self) -> IncomingMailQuerySet:
        return IncomingMail.objects.visible_to(self.actor).select_related(*SHOWN_WITH)

    @extend_schema(
        operation_id="incoming_mail_list",
        parameters=[IncomingMailQuery],
        responses={200: IncomingMailSerializer(many=True), **problems(400, 401, 406)},
    )
    def list(self, request: Request) -> Response:
        """The mails, those that arrived first at the head. With `state=triage`, those that wait."""
        query, found = validated_query(IncomingMailQuery, request), self.get_queryset()
        if "state" in query:
            found = found.filter(state__in=query["state"])
        if "partner" in query:
            found = found.filter(partner__slug=query["partner"])
        page: Any = self.paginate_queryset(found)
        return self.get_paginated_response(IncomingMailSerializer(page, many=True).data)

    @extend_schema(
        operation_id="incoming_mail_retrieve",
        parameters=[VERSION],
        responses={200: IncomingMailWordsSerializer, **READ},
    )
    def retrieve(self, request: Request, mail_id: UUID) -> Response:
        """One mail with its words, its files and the referrals that it may belong to."""
        return self._answer(mail_id)

    @step("incoming_mail_assign", takes=AssignmentToReferralSerializer, gives=IncomingMailWordsSerializer)
    def assign(self, request: Request, mail_id: UUID) -> Response:
        """Bring it to the referral that it answers."""
        return self._did(deciding.assign, mail_id, **validated(AssignmentToReferralSerializer, request))

    @step("incoming_mail_dismiss", takes=MailDismissalSerializer, gives=IncomingMailWordsSerializer)
    def dismiss(self, request: Request, mail_id: UUID) -> Response:
        """Set it aside."""
        return self._did(deciding.dismiss, mail_id, **validated(MailDismissalSerializer, request))

    @step("incoming_mail_take_back", gives=IncomingMailWordsSerializer)
    def take_back(self, request: Request, mail_id: UUID) -> Response:
        """What was set aside waits again."""
        return self._did(deciding.take_back, mail_id)

    def _did(self, service: Any, mail_id: UUID, **given: Any) -> Response:
        service(mail_id, **given, expected=expected_version(self.request), actor=self.actor)
        return self._answer(mail_id)

    def _answer(self, mail_id: UUID) -> Response:
        found = self.get_queryset().select_related("answer__data_key__partner_key").found(mail_id)
        shown = IncomingMailWordsSerializer(found, context={"actor": self.actor}).data
        return Response(shown, headers={"ETag": etag(found.version)})


class IncomingContentViewSet(ApiViewSet):
    """What came with a mail. It leaves as a download, never under its own type."""

    queryset, serializer_class, pagination_class = IncomingMail.objects.none(), None, None
    renderer_classes = RENDERERS

    @extend_schema(operation_id="incoming_mail_file", responses={**GIVEN, **GIVE})
    def file(self, request: Request, mail_id: UUID, file_id: UUID) -> StreamingHttpResponse:
        """The clean copy of a file."""
        name, reader = opening.open_file(mail_id, file_id, actor=self.actor)
        return download(reader, name)

    @extend_schema(operation_id="incoming_mail_original", request=None, responses={**GIVEN, **GIVE})
    def original(self, request: Request, mail_id: UUID) -> StreamingHttpResponse:
        """The mail as it came, with everything that was not taken. That it was opened is told first."""
        return download(opening.open_original_mail(mail_id, actor=self.actor), "mail.eml")
