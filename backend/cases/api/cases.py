"""Cases: the list, the count, one case, and the steps of its life."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import requests as asked
from backend.cases.api.narrowing import filters_in, next_address
from backend.cases.api.opened import OpenedCaseSerializer
from backend.cases.api.serializers import (
    CaseCountSerializer,
    CasePageSerializer,
    CaseSerializer,
    DeidentifiedCaseSerializer,
)
from backend.cases.api.shown import shown_case
from backend.cases.api.steps import step
from backend.cases.models import Case
from backend.cases.page import count_of_cases, page_of_cases, with_extras
from backend.cases.services import conflicts, sharing, steps, work
from backend.cases.services.list_rows import shown_rows
from backend.cases.services.steps import Result
from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated, validated_query
from backend.common.problems import problems
from backend.common.replica import from_replica
from backend.partners.api.base import ApiViewSet

SEEN = PolymorphicProxySerializer(
    component_name="CaseAsSeen",
    serializers=[CaseSerializer, OpenedCaseSerializer, DeidentifiedCaseSerializer],
    resource_type_field_name=None,
)


class CaseViewSet(ApiViewSet):
    """Cases that your organisation owns or that were shared with it."""

    queryset, serializer_class, pagination_class = Case.objects.none(), CaseSerializer, None
    filter_backends, narrowed = (), frozenset({"list", "count"})

    @extend_schema(
        operation_id="cases_list",
        parameters=[asked.CaseListQuery],
        responses={200: CasePageSerializer, **problems(400, 401, 406)},
    )
    @from_replica
    def list(self, request: Request) -> Response:
        """The cases you may know of, newest first. Follow `next` for more."""
        query = validated_query(asked.CaseListQuery, request)
        page = page_of_cases(
            self.actor,
            filters_in(query, self.actor),
            order=query["ordering"],
            cursor=query.get("cursor"),
            size=query["page_size"],
            search=query.get("search"),
        )
        rows = with_extras(page.rows, query.get("extra", ()), self.actor)
        return Response({"next": next_address(request, page.next), "results": shown_rows(rows)})

    @extend_schema(
        operation_id="cases_count",
        parameters=[asked.CaseQuery],
        responses={200: CaseCountSerializer, **problems(400, 401, 406)},
    )
    @from_replica
    def count(self, request: Request) -> Response:
        """How many cases the same filters find, up to a thousand."""
        query = validated_query(asked.CaseQuery, request)
        count, capped = count_of_cases(self.actor, filters_in(query, self.actor), search=query.get("search"))
        return Response({"count": count, "capped": capped})

    @extend_schema(
        operation_id="cases_retrieve", parameters=[VERSION], responses={200: SEEN, **problems(401, 404, 406)}
    )
    def retrieve(self, request: Request, case_id: UUID) -> Response:
        """One case with what you may do next. An observer gets the de-identified form; another
        partner with which only some fields were agreed gets those."""
        return self._answer(case_id)

    @extend_schema(
        operation_id="cases_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=asked.CaseChanges,
        responses={200: CaseSerializer, **problems(400, 401, 403, 404, 406, 412, 413, 415, 428)},
    )
    def partial_update(self, request: Request, case_id: UUID) -> Response:
        """Correct kind, category, institution, place, severity or your own summary."""
        changes = validated(asked.CaseChanges, request)
        return self._did(work.change_particulars, case_id, changes=changes)

    @step("cases_start_triage", gives=CaseSerializer)
    def start_triage(self, request: Request, case_id: UUID) -> Response:
        """Begin to sort a new complaint."""
        return self._did(steps.start_triage, case_id)

    @step("cases_ask_complainant", takes=asked.Question, gives=CaseSerializer)
    def ask_complainant(self, request: Request, case_id: UUID) -> Response:
        """Ask the complainant something; it is read through the receipt."""
        return self._did(steps.ask_complainant, case_id, **validated(asked.Question, request))

    @step("cases_take_up_answer", gives=CaseSerializer)
    def take_up_answer(self, request: Request, case_id: UUID) -> Response:
        """Go on with triage, with or without an answer."""
        return self._did(steps.take_up_answer, case_id)

    @step("cases_open", takes=asked.Admission, gives=CaseSerializer)
    def open(self, request: Request, case_id: UUID) -> Response:
        """Accept the complaint for work."""
        return self._did(steps.open_for_work, case_id, **validated(asked.Admission, request))

    @step("cases_await_answers", gives=CaseSerializer)
    def await_answers(self, request: Request, case_id: UUID) -> Response:
        """An answer is reviewed; others are still to come."""
        return self._did(steps.await_answers, case_id)

    @step("cases_resolve", takes=asked.Resolution, gives=CaseSerializer)
    def resolve(self, request: Request, case_id: UUID) -> Response:
        """End the work with an outcome that the complainant will read."""
        sent = validated(asked.Resolution, request)
        reason = sent.pop("reason")
        result = Result(words=sent.pop("outcome_text"), **sent)
        return self._did(steps.resolve, case_id, result=result, reason=reason)

    @step("cases_close", gives=CaseSerializer)
    def close(self, request: Request, case_id: UUID) -> Response:
        """File it away, 14 days after the outcome was told."""
        return self._did(steps.close, case_id)

    @step("cases_reopen", takes=asked.Reason, gives=CaseSerializer)
    def reopen(self, request: Request, case_id: UUID) -> Response:
        """Take an ended case up again."""
        return self._did(steps.reopen, case_id, **validated(asked.Reason, request))

    @step("cases_resume", gives=CaseSerializer)
    def resume(self, request: Request, case_id: UUID) -> Response:
        """Work on a reopened case."""
        return self._did(steps.resume, case_id)

    @step("cases_declare_inadmissible", takes=asked.Inadmissibility, gives=CaseSerializer)
    def declare_inadmissible(self, request: Request, case_id: UUID) -> Response:
        """Turn the complaint away, with advice on where to go."""
        return self._did(steps.declare_inadmissible, case_id, **validated(asked.Inadmissibility, request))

    @step("cases_mark_duplicate", takes=asked.Original, gives=CaseSerializer)
    def mark_duplicate(self, request: Request, case_id: UUID) -> Response:
        """Say as which case the same complaint is worked."""
        original = validated(asked.Original, request)["original"]
        return self._did(steps.mark_duplicate, case_id, original_id=original)

    @step("cases_withdraw", takes=asked.OptionalReason, gives=CaseSerializer)
    def withdraw(self, request: Request, case_id: UUID) -> Response:
        """Record that the complainant takes the complaint back."""
        return self._did(steps.withdraw, case_id, **validated(asked.OptionalReason, request))

    @step("cases_assign", takes=asked.Assignment, gives=CaseSerializer)
    def assign(self, request: Request, case_id: UUID) -> Response:
        """Name who works the case, or take one that nobody has."""
        return self._did(work.assign, case_id, **validated(asked.Assignment, request))

    @step("cases_declare_conflict", gives=CaseSerializer, may_lose_sight=True)
    def declare_conflict(self, request: Request, case_id: UUID) -> Response:
        """Declare that you have a conflict of interest. If others work the case, you lose sight of it."""
        return self._did(conflicts.declare_conflict, case_id)

    @step("cases_record_conflict", takes=asked.Colleague, gives=CaseSerializer, may_lose_sight=True)
    def record_conflict(self, request: Request, case_id: UUID) -> Response:
        """Record that a colleague has a conflict of interest, such as where the complaint is about that
        person. If others work the case, the colleague loses sight of it, and is not told."""
        return self._did(conflicts.record_conflict, case_id, **validated(asked.Colleague, request))

    @step("cases_lift_conflict", takes=asked.Colleague, gives=CaseSerializer)
    def lift_conflict(self, request: Request, case_id: UUID) -> Response:
        """Take a colleague's conflict of interest back. The case stays with those who are named."""
        return self._did(conflicts.lift_conflict, case_id, **validated(asked.Colleague, request))

    @step("cases_restrict", takes=asked.Restriction, gives=CaseSerializer, may_lose_sight=True)
    def restrict(self, request: Request, case_id: UUID) -> Response:
        """Let only these people see the case. Whoever is not among them loses sight of it, you included."""
        return self._did(sharing.restrict, case_id, **validated(asked.Restriction, request))

    @step("cases_unrestrict", gives=CaseSerializer)
    def unrestrict(self, request: Request, case_id: UUID) -> Response:
        """Open a restricted case to the whole partner again."""
        return self._did(sharing.unrestrict, case_id)

    @step("cases_set_tags", takes=asked.TagNames, gives=CaseSerializer)
    def set_tags(self, request: Request, case_id: UUID) -> Response:
        """Replace the words by which the case is sorted."""
        return self._did(work.set_tags, case_id, names=validated(asked.TagNames, request)["tags"])

    def _did(self, service: Any, case_id: UUID, **given: Any) -> Response:
        service(case_id, **given, expected=expected_version(self.request), actor=self.actor)
        return self._answer(case_id, after_change=True)

    def _answer(self, case_id: UUID, *, after_change: bool = False) -> Response:
        if after_change and not Case.objects.visible_to(self.actor).filter(pk=case_id).exists():
            # The change took the case out of the caller's own sight: restricted to others.
            return Response(status=204)
        shown = shown_case(case_id, self.actor)
        return Response(shown, headers={"ETag": etag(shown["version"])})
