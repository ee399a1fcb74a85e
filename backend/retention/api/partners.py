"""A partner's rules of keeping, for those who keep it."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.partners.api.base import ApiViewSet
from backend.partners.models import Partner
from backend.retention.api import shapes
from backend.retention.models import PlannedErasure
from backend.retention.services import policies, stones

READ = problems(400, 401, 404, 406)


class SoonestFirst(KeysetPagination):
    """What goes next comes first; the key makes the order total."""

    ordering = ("due_on", "pk")


class RetentionViewSet(ApiViewSet):
    """For everybody but the partner's keepers the address does not exist: not for administrators either."""

    queryset, serializer_class = Partner.objects.none(), shapes.RetentionPolicySerializer

    @extend_schema(
        operation_id="partners_retention_retrieve",
        parameters=[VERSION],
        responses={200: shapes.RetentionPolicySerializer, **READ},
    )
    def retrieve(self, request: Request, slug: str) -> Response:
        """The rules in force, and what is suggested where there are none. Without rules nothing is erased."""
        return _answer(policies.policy_of(slug, self.actor))

    @extend_schema(
        operation_id="partners_retention_update",
        parameters=[IF_MATCH, VERSION],
        request=shapes.GivenRules,
        responses={
            200: shapes.RetentionPolicySerializer,
            **problems(400, 401, 403, 404, 406, 412, 413, 415, 428),
        },
    )
    def update(self, request: Request, slug: str) -> Response:
        """Put these rules in place of all before. What is due by them is announced in the night, and erased
        30 days later at the earliest."""
        expected = expected_version(request)
        rules = validated(shapes.GivenRules, request)["rules"]
        return _answer(policies.write_rules(slug, rules=rules, expected=expected, actor=self.actor))

    @extend_schema(
        operation_id="partners_retention_preview",
        request=shapes.GivenRules,
        responses={200: shapes.RetentionOutlookSerializer, **problems(400, 401, 403, 404, 406, 413, 415)},
    )
    def preview(self, request: Request, slug: str) -> Response:
        """What these rules would do; nothing is changed."""
        # Whoever may not keep the partner learns nothing of the body's mistakes.
        policies.kept_partner(slug, self.actor)
        rules = validated(shapes.GivenRules, request)["rules"]
        found = policies.outlook(slug, rules=rules, actor=self.actor)
        return Response(shapes.RetentionOutlookSerializer(found).data)


class PartnerErasureViewSet(ApiViewSet):
    """What will be erased at a partner."""

    queryset, serializer_class = PlannedErasure.objects.none(), shapes.PlannedErasureSerializer
    pagination_class, filter_backends = SoonestFirst, ()

    @extend_schema(
        operation_id="partners_erasures_list",
        responses={200: shapes.PlannedErasureSerializer(many=True), **READ},
    )
    def list(self, request: Request, slug: str) -> Response:
        """Cases that you read and that will be erased, the next first."""
        partner = policies.kept_partner(slug, self.actor)
        rows = PlannedErasure.objects.visible_to(self.actor).filter(partner=partner).select_related("case")
        page: Any = self.paginate_queryset(rows)
        return self.get_paginated_response(shapes.PlannedErasureSerializer(page, many=True).data)


def _answer(policy: policies.Policy) -> Response:
    shown = shapes.RetentionPolicySerializer(
        policy, context={"erased": stones.erased_by_year(policy.partner)}
    )
    return Response(shown.data, headers={"ETag": etag(policy.version)})
