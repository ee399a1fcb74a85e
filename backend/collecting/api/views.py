"""A partner's accesses for the field, for those who keep it; what was collected, for those who take it in."""

import base64
import json
import zlib
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.models import Case
from backend.collecting import xforms
from backend.collecting.api import serializers as shapes
from backend.collecting.models import FieldAccess, Submission
from backend.collecting.services import end_access, give_receipt, kept_partner, make_access
from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.errors import NotFound
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.complaints.receipt_codes import seal_new_secret
from backend.files.api.downloads import BYTES, GIVEN, RENDERERS
from backend.idempotency.api import idempotent
from backend.idempotency.api.schema import describe
from backend.intake.api.serializers import NewReceiptSerializer
from backend.partners.api.base import ApiViewSet
from backend.partners.models import Partner

READ = problems(400, 401, 404, 406)
NO_STORE = {"Cache-Control": "no-store"}


class FirstComeFirst(KeysetPagination):
    """Oldest first; the key makes the order total."""

    ordering = ("made_at", "pk")


class NewestFirst(KeysetPagination):
    """Newest first; the key makes the order total."""

    ordering = ("-arrived_at", "-pk")


class KeptRoom(ApiViewSet):
    """For everybody but the partner's keepers the address does not exist: not for administrators either."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        # Also before a repeated request gets its first answer again: the caller may have lost the partner.
        self.partner = kept_partner(kwargs["slug"], self.actor)


class FieldAccessViewSet(KeptRoom):
    """User names and passwords for ODK Collect and KoboToolbox."""

    queryset, serializer_class = FieldAccess.objects.none(), shapes.FieldAccessSerializer
    pagination_class, filter_backends = FirstComeFirst, ()

    @extend_schema(
        operation_id="partners_field_accesses_list",
        responses={200: shapes.FieldAccessSerializer(many=True), **READ},
    )
    def list(self, request: Request, slug: str) -> Response:
        """The partner's accesses, first come first, those that ended too."""
        rows = FieldAccess.objects.visible_to(self.actor).with_people().filter(partner=self.partner)
        page: Any = self.paginate_queryset(rows)
        return self.get_paginated_response(shapes.FieldAccessSerializer(page, many=True).data)

    @extend_schema(
        operation_id="partners_field_accesses_create",
        parameters=[VERSION],
        request=shapes.NewFieldAccessSerializer,
        responses={
            201: shapes.FieldAccessSecretSerializer,
            **problems(400, 401, 403, 404, 406, 409, 413, 415, 422),
        },
    )
    @idempotent
    def create(self, request: Request, slug: str) -> Response:
        """Let somebody collect. The password is in this answer and in no other."""
        made = make_access(slug, **validated(shapes.NewFieldAccessSerializer, request), actor=self.actor)
        address = request.build_absolute_uri("/collect")
        shown = {
            **shapes.FieldAccessSerializer(made.access).data,
            "password": made.password,
            "address": address,
            "kobo_address": f"{address}/kobo",
            "collect_settings": _settings(address, made.access, made.password),
        }
        headers = {"ETag": etag(made.access.membership.version), **NO_STORE}
        return Response(shown, status=201, headers=headers)

    @extend_schema(
        operation_id="partners_field_accesses_end",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={
            200: shapes.FieldAccessSerializer,
            **problems(400, 401, 403, 404, 406, 409, 412, 428),
        },
    )
    def end(self, request: Request, slug: str, access_id: UUID) -> Response:
        """Shut it out, at once. What it collected stays."""
        ended = end_access(slug, access_id, expected=expected_version(request), actor=self.actor)
        headers = {"ETag": etag(ended.membership.version)}
        return Response(shapes.FieldAccessSerializer(ended).data, headers=headers)


class FieldFormViewSet(KeptRoom):
    """The published form for KoboToolbox."""

    queryset, serializer_class = FieldAccess.objects.none(), shapes.FieldAccessSerializer
    renderer_classes = RENDERERS

    @extend_schema(operation_id="partners_field_form", responses={**GIVEN, **READ})
    def show(self, request: Request, slug: str) -> HttpResponse:
        """The form as a spreadsheet (XLSForm), to be uploaded to KoboToolbox anew when it was changed."""
        headers = {
            "Content-Disposition": 'attachment; filename="form.xlsx"',
            "X-Content-Type-Options": "nosniff",
            **NO_STORE,
        }
        return HttpResponse(xforms.xlsform_of(self.partner), content_type=BYTES, headers=headers)


class CollectedViewSet(ApiViewSet):
    """Complaints that came from the field, for those who file complaints here and see the cases."""

    queryset, serializer_class = Submission.objects.none(), shapes.CollectedSerializer
    pagination_class, filter_backends = NewestFirst, ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        partner = Partner.objects.visible_to(self.actor).filter(slug=kwargs["slug"]).first()
        if partner is None or not all(
            self.actor.may(one, partner.pk) for one in ("file_complaints", "view_cases")
        ):
            raise NotFound()
        self.partner = partner

    @extend_schema(
        operation_id="partners_collected_list",
        responses={200: shapes.CollectedSerializer(many=True), **READ},
    )
    def list(self, request: Request, slug: str) -> Response:
        """What was collected, newest first, as far as you see its cases."""
        rows = Submission.objects.visible_in(self.partner.pk, self.actor)
        rows = rows.select_related("access__membership__user").annotate(files_here=Count("files"))
        page: Any = self.paginate_queryset(rows)
        cases = Case.objects.filter(complaint__in=[one.complaint_id for one in page])
        known = {case.complaint_id: case for case in cases.only("pk", "reference", "complaint")}
        shown = shapes.CollectedSerializer(page, many=True, context={"cases": known})
        return self.get_paginated_response(shown.data)

    @extend_schema(
        operation_id="partners_collected_receipt",
        request=None,
        responses={201: NewReceiptSerializer, **problems(400, 401, 403, 404, 406, 409, 422)},
    )
    @describe
    def receipt(self, request: Request, slug: str, submission_id: UUID) -> Response:
        """Draw the complainant's receipt, once. It is in this answer and in no other: hand it over.

        A volunteer's telephone gets none, so that until now nobody has one. If this one is lost, too, it is
        replaced on the case (`cases/{id}/new_receipt/`).
        """
        # Idempotency opens a transaction: hashing is slow.
        self.sealed = seal_new_secret()
        return self._give(request, slug, submission_id)

    @idempotent
    def _give(self, request: Request, slug: str, submission_id: UUID) -> Response:
        receipt = give_receipt(slug, submission_id, sealed=self.sealed, actor=self.actor)
        return Response(NewReceiptSerializer(receipt).data, status=201, headers=NO_STORE)


def _settings(address: str, access: FieldAccess, password: str) -> str:
    """What ODK Collect reads from a QR code. What was sent is deleted from the telephone."""
    told = {
        "general": {
            "server_url": address,
            "username": access.user_name,
            "password": password,
            "form_update_mode": "match_exactly",
            "autosend": "wifi_and_cellular",
            "delete_send": True,
        },
        "admin": {},
        "project": {"name": access.partner.name},
    }
    return base64.b64encode(zlib.compress(json.dumps(told, ensure_ascii=False).encode(), 9)).decode()
