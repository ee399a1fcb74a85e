"""Saved views of the list of cases: my own, and those shared in my partner."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema, extend_schema_field, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import requests as asked
from backend.cases.api.fields import PartnerField, PersonField
from backend.cases.api.narrowing import filters_in
from backend.cases.columns import MOST_COLUMNS, Column
from backend.cases.models import SavedView
from backend.cases.models.views import LONGEST_NAME
from backend.cases.services import saved_views
from backend.common.api import (
    IF_MATCH,
    VERSION,
    StrictSerializer,
    etag,
    expected_version,
    validated,
    validated_query,
)
from backend.common.errors import NotFound
from backend.common.problems import problems
from backend.idempotency.api import idempotent
from backend.partners.actors import Actor
from backend.partners.api.base import ApiViewSet

CREATE = problems(400, 401, 403, 406, 409, 413, 415)


class ColumnsField(serializers.ListField):
    """Columns of the list, from left to right, each once."""

    def __init__(self, **kwargs: Any) -> None:
        child = serializers.ChoiceField(choices=Column.choices)
        super().__init__(child=child, max_length=MOST_COLUMNS, **kwargs)

    def to_internal_value(self, data: Any) -> list[str]:
        return list(dict.fromkeys(super().to_internal_value(data)))


class ViewChanges(StrictSerializer):
    """What changes. `filters` is replaced as a whole."""

    name = serializers.CharField(max_length=LONGEST_NAME, required=False)
    partner = PartnerField(
        required=False, allow_null=True, help_text="Slug of the partner to share it in; null: yours."
    )
    filters = asked.CaseQuery(required=False)
    columns = ColumnsField(required=False)
    ordering = serializers.ChoiceField(choices=asked.ORDERS, required=False)
    board = serializers.BooleanField(required=False, help_text="Shown as a board by stage.")


class NewView(ViewChanges):
    """A view to keep."""

    name = serializers.CharField(max_length=LONGEST_NAME)
    partner = PartnerField(
        required=False,
        allow_null=True,
        default=None,
        help_text="Slug of the partner to share it in; null: yours.",
    )
    filters = asked.CaseQuery()
    columns = ColumnsField(required=False, default=list)
    ordering = serializers.ChoiceField(choices=asked.ORDERS, required=False, default="-opened_at")
    board = serializers.BooleanField(required=False, default=False, help_text="Shown as a board by stage.")


class GoneSerializer(serializers.Serializer[Any]):
    """Something that the view names and that is there no more."""

    filter = serializers.CharField(help_text="A filter of the list, or `columns`.")
    value = serializers.CharField()


class SavedViewSerializer(serializers.Serializer[SavedView]):
    """A view. While something of it is `gone`, the list does not take its filters as they are."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    author = PersonField()
    partner = serializers.SlugField(
        source="partner.slug", allow_null=True, default=None, help_text="Where it is shared; null: yours."
    )
    filters = serializers.SerializerMethodField()
    columns = serializers.ListField(child=serializers.CharField())
    ordering = serializers.ChoiceField(choices=asked.ORDERS)
    board = serializers.BooleanField()
    gone = serializers.SerializerMethodField()
    may_change = serializers.SerializerMethodField(help_text="Whether you may change and delete it.")
    version = serializers.IntegerField(help_text="As in the ETag.")

    @extend_schema_field(asked.CaseQuery)
    def get_filters(self, view: SavedView) -> Any:
        return view.filters

    @extend_schema_field(GoneSerializer(many=True))
    def get_gone(self, view: SavedView) -> Any:
        gone: Any = self.context["gone"][view.pk]
        return GoneSerializer(gone, many=True).data

    @extend_schema_field(serializers.BooleanField())
    def get_may_change(self, view: SavedView) -> bool:
        return saved_views.may_change(view, self.context["actor"])


@extend_schema_serializer(many=False)
class SavedViewPageSerializer(serializers.Serializer[Any]):
    """All views; there is no second page."""

    next = serializers.URLField(allow_null=True)
    results = SavedViewSerializer(many=True)


class SavedViewViewSet(ApiViewSet):
    """Your own views of the list of cases, and those shared in your partner."""

    queryset, serializer_class = SavedView.objects.none(), SavedViewSerializer
    pagination_class: Any = None
    filter_backends, narrowed = (), frozenset({"list"})

    @extend_schema(
        operation_id="saved_views_list",
        parameters=[asked.OnePageQuery],
        responses={200: SavedViewPageSerializer, **problems(400, 401, 406)},
    )
    def list(self, request: Request) -> Response:
        """All of them, by name."""
        validated_query(asked.OnePageQuery, request)
        return Response({"next": None, "results": _shown(saved_views.views_of(self.actor), self.actor)})

    @extend_schema(
        operation_id="saved_views_create",
        parameters=[VERSION],
        request=NewView,
        responses={201: SavedViewSerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request) -> Response:
        """Keep filters, columns and order under a name."""
        sent = _checked(validated(NewView, request), self.actor)
        return self._answer(saved_views.save_view(**sent, actor=self.actor), status=201)

    @extend_schema(
        operation_id="saved_views_retrieve",
        parameters=[VERSION],
        responses={200: SavedViewSerializer, **problems(401, 404, 406)},
    )
    def retrieve(self, request: Request, view_id: UUID) -> Response:
        """One view."""
        view = saved_views.views_of(self.actor).filter(pk=view_id).first()
        if view is None:
            raise NotFound()
        return self._answer(view)

    @extend_schema(
        operation_id="saved_views_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=ViewChanges,
        responses={
            200: SavedViewSerializer,
            **problems(400, 401, 403, 404, 406, 412, 413, 415, 428),
        },
    )
    def partial_update(self, request: Request, view_id: UUID) -> Response:
        """Change a view; send only what changes."""
        changes: Any = _checked(validated(ViewChanges, request), self.actor)
        expected = expected_version(request)
        return self._answer(
            saved_views.change_view(view_id, changes=changes, expected=expected, actor=self.actor)
        )

    @extend_schema(
        operation_id="saved_views_destroy",
        parameters=[IF_MATCH],
        responses={204: None, **problems(400, 401, 403, 404, 406, 412, 428)},
    )
    def destroy(self, request: Request, view_id: UUID) -> Response:
        """Delete a view."""
        saved_views.delete_view(view_id, expected=expected_version(request), actor=self.actor)
        return Response(status=204)

    def _answer(self, view: SavedView, status: int = 200) -> Response:
        shown = _shown([view], self.actor)[0]
        return Response(shown, status=status, headers={"ETag": etag(view.version)})


def _shown(views: Iterable[SavedView], actor: Actor) -> list[dict[str, Any]]:
    listed: Any = list(views)
    context = {"actor": actor, "gone": saved_views.gone_from(listed, actor)}
    return list(SavedViewSerializer(listed, many=True, context=context).data)


def _checked(sent: dict[str, Any], actor: Actor) -> dict[str, Any]:
    """The filters as they are kept, once the list itself would take them. Raises Invalid."""
    if "filters" in sent:
        filters_in(sent["filters"], actor)
        sent["filters"] = {
            name: _plain(value) for name, value in sorted(sent["filters"].items()) if value is not None
        }
    return sent


def _plain(value: Any) -> Any:
    """As JSON has it: several choices in order, a day as it is written."""
    if isinstance(value, set | list):
        return sorted(value)
    return value if isinstance(value, str | bool) else value.isoformat()
