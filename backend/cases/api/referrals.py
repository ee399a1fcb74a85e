"""Referrals to institutions: under their case, and as one list across all cases."""

from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import referral_requests as asked
from backend.cases.api.fields import EntryField, PersonField
from backend.cases.api.rooms import CREATE, READ, CaseRoomViewSet
from backend.cases.api.serializers import AllowedActionSerializer
from backend.cases.api.steps import step
from backend.cases.models import Case, Clarification, ClockPause, Delivery, InstitutionReferral
from backend.cases.services import (
    annexes,
    answers,
    clarifications,
    clocks,
    drafting,
    permits,
    redirecting,
    referrals,
    sending,
    silence,
)
from backend.cases.services.drafting import Draft
from backend.cases.stages import CLOCK_RUNS, PauseReason, ReferralState, ReferralVerb
from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated, validated_query
from backend.common.errors import NotFound
from backend.common.languages import Language, current_language
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.directory import lookups
from backend.directory.calendars import COUNTRIES, today_in
from backend.directory.kinds import TermUnit
from backend.directory.models import Institution
from backend.directory.services.explanations import explain, explain_appeal
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet


class ReferralRowSerializer(serializers.Serializer[InstitutionReferral]):
    """A referral in the list across cases."""

    id = serializers.UUIDField()
    case = serializers.UUIDField(source="case_id")
    reference = serializers.CharField(source="case.reference")
    institution = EntryField(Institution, source="institution_id")
    state = serializers.ChoiceField(choices=ReferralState.choices)
    sent_on = serializers.DateField(allow_null=True)
    due_at = serializers.DateField(allow_null=True)
    overdue = serializers.SerializerMethodField()
    clock_stands_since = serializers.DateField(
        allow_null=True, help_text="While the clock is paused there is no due date."
    )
    answered_on = serializers.DateField(allow_null=True)
    assessment = serializers.CharField()
    appeal_until = serializers.DateField(
        allow_null=True,
        help_text="Last day for an appeal against the answer, or silence; null: not known.",
    )
    protocol_number = serializers.CharField()
    created_at = serializers.DateTimeField()
    version = serializers.IntegerField()

    def get_overdue(self, referral: InstitutionReferral) -> bool:
        if referral.state not in CLOCK_RUNS or referral.due_at is None:
            return False
        # The day where the institution sits: it begins up to four hours before the server's.
        return referral.due_at < today_in(lookups.institutions.with_id(referral.institution_id).country)


class ClockPauseSerializer(serializers.Serializer[ClockPause]):
    """A stretch in which the clock stood: stopped on a day that still counts, let go on one that does not."""

    paused_on = serializers.DateField()
    resumed_on = serializers.DateField(allow_null=True)
    reason = serializers.ChoiceField(choices=PauseReason.choices)
    words = serializers.CharField(allow_null=True)


class ClarificationSerializer(serializers.Serializer[Clarification]):
    """What the institution asked, and what it was told."""

    asked_on = serializers.DateField()
    question = serializers.CharField()
    given_on = serializers.DateField(allow_null=True)
    reply = serializers.CharField(allow_null=True)


class ClockExtensionSerializer(serializers.Serializer[InstitutionReferral]):
    """More time by the institution's letter: a further term, or until a day that the letter names."""

    letter_on = serializers.DateField(source="extension_letter_on")
    number = serializers.IntegerField(source="extension_number", allow_null=True)
    unit = serializers.ChoiceField(source="extension_unit", choices=TermUnit.choices, allow_blank=True)
    until = serializers.DateField(source="extended_until", allow_null=True)


class ParallelLetterSerializer(serializers.Serializer[Any]):
    """The same letter in a second language."""

    language = serializers.ChoiceField(choices=Language.choices)
    subject = serializers.CharField()
    letter = serializers.CharField()


class EnclosureSerializer(serializers.Serializer[Any]):
    """A file that goes along, as its clean copy."""

    file = serializers.UUIDField()
    title = serializers.CharField()
    media_type = serializers.CharField()
    size = serializers.IntegerField()
    sha256 = serializers.CharField()


class ReferralSerializer(ReferralRowSerializer):
    """A referral in full."""

    letter = serializers.CharField()
    letter_language = serializers.CharField(
        help_text="Empty: the institution's, in the script of the letter."
    )
    letter_subject = serializers.CharField(allow_null=True, help_text="null: the template's.")
    parallel = ParallelLetterSerializer(allow_null=True)
    has_annex = serializers.SerializerMethodField(
        help_text="The complainant's own words go along; see `redaction/`."
    )
    enclosures = serializers.SerializerMethodField(help_text="The files that go along, in order.")
    deadline_rule = serializers.CharField(source="deadline_rule.code", allow_null=True, default=None)
    due_explanation = serializers.SerializerMethodField(help_text="How the due date was worked out.")
    pauses = ClockPauseSerializer(many=True)
    extension = serializers.SerializerMethodField()
    counted_from = serializers.DateField(
        allow_null=True, help_text="Day 0 of the clock, where it is not the day of sending."
    )
    clarifications = ClarificationSerializer(many=True)
    consent = serializers.UUIDField(source="consent_id", allow_null=True)
    override_reason = serializers.CharField(allow_null=True)
    redaction_checked_by = PersonField()
    author = PersonField()
    approved_by = PersonField()
    sent_back_reason = serializers.CharField(
        allow_null=True, help_text="Why it was given back to its author; until it is submitted again."
    )
    escalates = serializers.UUIDField(source="escalates_id", allow_null=True)
    appeals = serializers.UUIDField(
        source="appeals_id", allow_null=True, help_text="The referral whose answer this one appeals against."
    )
    late_reason = serializers.CharField(
        allow_null=True, help_text="Why an appeal may be heard after its time."
    )
    appeal_explanation = serializers.SerializerMethodField(
        help_text="How the time for an appeal was worked out."
    )
    redirected_from = serializers.UUIDField(source="redirected_from_id", allow_null=True)
    channel = serializers.CharField()
    proof = serializers.CharField()
    registered_on = serializers.DateField(allow_null=True)
    answer = serializers.CharField(allow_null=True)
    allowed_actions = serializers.SerializerMethodField()

    def get_has_annex(self, referral: InstitutionReferral) -> bool:
        return annexes.goes_along(referral)

    @extend_schema_field(EnclosureSerializer(many=True))
    def get_enclosures(self, referral: InstitutionReferral) -> Any:
        kept: Any = referral.enclosures or []
        return EnclosureSerializer(kept, many=True).data

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_due_explanation(self, referral: InstitutionReferral) -> str | None:
        facts = referral.due_explanation
        return explain(facts, current_language()) if facts else None

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_appeal_explanation(self, referral: InstitutionReferral) -> str | None:
        facts = referral.appeal_explanation
        return explain_appeal(facts, current_language()) if facts else None

    @extend_schema_field(ClockExtensionSerializer(allow_null=True))
    def get_extension(self, referral: InstitutionReferral) -> Any:
        return ClockExtensionSerializer(referral).data if referral.extension_letter_on else None

    @extend_schema_field(AllowedActionSerializer(many=True))
    def get_allowed_actions(self, referral: InstitutionReferral) -> Any:
        allowed: Any = permits.allowed_on_referral(referral, self.context["actor"])
        return AllowedActionSerializer(allowed, many=True).data


_PEOPLE = ("redaction_checked_by", "author", "approved_by")
_AROUND = (
    "institution",
    "deadline_rule",
    "appeals",
    "consent",
    "data_key__partner_key",
    "case__owner",
    "case__complaint",
)


class ReferralRoomViewSet(ListModelMixin, CaseRoomViewSet):
    """The referrals of one case."""

    queryset, serializer_class = InstitutionReferral.objects.none(), ReferralSerializer

    def get_queryset(self) -> QuerySet[InstitutionReferral]:
        referrals = self.case.referrals.select_related(*_AROUND, *_PEOPLE)
        pauses = ClockPause.objects.select_related("data_key__partner_key")
        deliveries = Delivery.objects.only("referral", "state")
        asked_back = Clarification.objects.select_related("data_key__partner_key")
        return referrals.prefetch_related(
            Prefetch("pauses", pauses),
            Prefetch("clarifications", asked_back),
            Prefetch("deliveries", deliveries),
        )

    def get_serializer_context(self) -> dict[str, Any]:
        return {"actor": self.actor}

    @extend_schema(
        operation_id="cases_referrals_list", responses={200: ReferralSerializer(many=True), **READ}
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The referrals, oldest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_referrals_create",
        request=asked.NewReferral,
        responses={201: ReferralSerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Prepare a referral. Nothing leaves yet."""
        draft = Draft(**validated(asked.NewReferral, request))
        return self._answer(drafting.draft_referral(case_id, draft=draft, actor=self.actor).pk, status=201)

    @extend_schema(
        operation_id="cases_referrals_retrieve",
        parameters=[VERSION],
        responses={200: ReferralSerializer, **READ},
    )
    def retrieve(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """One referral with what may be done next."""
        return self._answer(referral_id)

    @extend_schema(
        operation_id="cases_referrals_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=asked.ReferralChanges,
        responses={200: ReferralSerializer, **problems(400, 401, 403, 404, 406, 409, 412, 413, 415, 428)},
    )
    def partial_update(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Rework a draft. A new letter must be looked over again."""
        return self._did(drafting.change_draft, changes=validated(asked.ReferralChanges, request))

    @step("cases_referrals_submit", gives=ReferralSerializer)
    def submit(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Ask for a second pair of eyes."""
        return self._plain(ReferralVerb.SUBMIT)

    @step("cases_referrals_release", gives=ReferralSerializer)
    def release(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Make it ready to be sent."""
        return self._plain(ReferralVerb.RELEASE)

    @step("cases_referrals_approve", gives=ReferralSerializer)
    def approve(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Say, as the second pair of eyes, that it may leave."""
        return self._did(referrals.approve)

    @step("cases_referrals_send_back", takes=asked.SendingBack, gives=ReferralSerializer)
    def send_back(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Give it back to its author, with why."""
        return self._did(referrals.send_back, **validated(asked.SendingBack, request))

    @step("cases_referrals_send", takes=asked.Sending, gives=ReferralSerializer)
    def send(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Record that it left another way than by `deliveries/`, and when. The institution's term starts."""
        return self._did(sending.send, **validated(asked.Sending, request))

    @step("cases_referrals_fail_delivery", gives=ReferralSerializer)
    def fail_delivery(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Record that it did not arrive."""
        return self._did(sending.fail_delivery)

    @step("cases_referrals_requeue", gives=ReferralSerializer)
    def requeue(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Prepare to send it again."""
        return self._plain(ReferralVerb.REQUEUE)

    @step("cases_referrals_register", takes=asked.Registration, gives=ReferralSerializer)
    def register(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Record the protocol number."""
        return self._did(referrals.register, **validated(asked.Registration, request))

    @step("cases_referrals_ask_clarification", takes=asked.ClarificationAsked, gives=ReferralSerializer)
    def ask_clarification(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Record what the institution wants to know before it answers. Its clock runs on."""
        return self._did(clarifications.ask_clarification, **validated(asked.ClarificationAsked, request))

    @step("cases_referrals_clarify", takes=asked.ClarificationGiven, gives=ReferralSerializer)
    def clarify(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Record what the institution was told."""
        return self._did(clarifications.clarify, **validated(asked.ClarificationGiven, request))

    @step("cases_referrals_redirect", takes=asked.Redirection, gives=ReferralSerializer)
    def redirect(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Record that it was passed to the competent body; the answer shows the referral that follows it."""
        told = validated(asked.Redirection, request)
        return self._did(redirecting.redirect, **told, by_law="deadline_rule" not in told)

    @step("cases_referrals_record_answer", takes=asked.Answer, gives=ReferralSerializer)
    def record_answer(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Type in the answer."""
        return self._did(answers.record_answer, **validated(asked.Answer, request))

    @step("cases_referrals_note_silence", gives=ReferralSerializer)
    def note_silence(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Note that the term passed without an answer. It counts as what the law of the term says."""
        return self._did(silence.note_silence)

    @step("cases_referrals_pause_clock", takes=asked.ClockStop, gives=ReferralSerializer)
    def pause_clock(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Stop the institution's clock, with a reason. There is no due date while it stands."""
        return self._did(clocks.pause_clock, **validated(asked.ClockStop, request))

    @step("cases_referrals_resume_clock", takes=asked.ClockStart, gives=ReferralSerializer)
    def resume_clock(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Let the clock run again; the due date follows."""
        return self._did(clocks.resume_clock, **validated(asked.ClockStart, request))

    @step("cases_referrals_extend_clock", takes=asked.ClockExtension, gives=ReferralSerializer)
    def extend_clock(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Record the letter by which the institution takes more time. A later letter replaces an earlier."""
        return self._did(clocks.extend_clock, **validated(asked.ClockExtension, request))

    @step("cases_referrals_assess", takes=asked.AnswerAssessment, gives=ReferralSerializer)
    def assess(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Say what the answer is worth."""
        return self._did(referrals.assess, **validated(asked.AnswerAssessment, request))

    @step("cases_referrals_close", gives=ReferralSerializer)
    def close(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Close the referral."""
        return self._plain(ReferralVerb.CLOSE)

    @step("cases_referrals_cancel", gives=ReferralSerializer)
    def cancel(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Drop it before it leaves."""
        return self._plain(ReferralVerb.CANCEL)

    def _plain(self, verb: ReferralVerb) -> Response:
        return self._did(lambda *ids, **rest: referrals.step(verb, *ids, **rest))

    def _did(self, service: Any, **given: Any) -> Response:
        ids = (self.kwargs["case_id"], self.kwargs["referral_id"])
        changed = service(*ids, **given, expected=expected_version(self.request), actor=self.actor)
        return self._answer(changed.pk)

    def _answer(self, referral_id: UUID, status: int = 200) -> Response:
        found = self.get_queryset().filter(pk=referral_id).first()
        if found is None:
            raise NotFound()
        shown = ReferralSerializer(found, context=self.get_serializer_context()).data
        return Response(shown, status=status, headers={"ETag": etag(found.version)})


class NewestFirst(KeysetPagination):
    ordering = ("-created_at", "pk")


class ReferralViewSet(ApiViewSet):
    """Referrals across all cases that you may read."""

    queryset, serializer_class = InstitutionReferral.objects.none(), ReferralRowSerializer
    pagination_class, filter_backends, narrowed = NewestFirst, (), frozenset({"list"})

    def get_queryset(self) -> QuerySet[InstitutionReferral]:
        readable = Case.objects.readable_by(self.actor)
        return InstitutionReferral.objects.filter(case__in=readable).select_related("case")

    @extend_schema(
        operation_id="referrals_list",
        parameters=[asked.ReferralQuery],
        responses={200: ReferralRowSerializer(many=True), **problems(400, 401, 406)},
    )
    def list(self, request: Request) -> Response:
        """Referrals of all your cases, newest first."""
        query = validated_query(asked.ReferralQuery, request)
        page: Any = self.paginate_queryset(_narrowed(self.get_queryset(), query))
        return self.get_paginated_response(ReferralRowSerializer(page, many=True).data)


def _narrowed(found: QuerySet[InstitutionReferral], query: dict[str, Any]) -> QuerySet[InstitutionReferral]:
    if "state" in query:
        found = found.filter(state__in=query["state"])
    if "institution" in query:
        found = found.filter(institution=lookups.institution_of(query["institution"]).id)
    if query["overdue"] is not None:
        overdue = Q(state__in=CLOCK_RUNS) & _due_before_today()
        found = found.filter(overdue) if query["overdue"] else found.exclude(overdue)
    return found


def _due_before_today() -> Q:
    """Before today where the institution sits."""
    due = Q(pk__in=[])
    for country in COUNTRIES:
        due |= Q(due_at__lt=today_in(country), institution__country=country)
    return due
