"""What is new for a person: asked for every half minute by everybody who is at work."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import validated, validated_query
from backend.common.problems import problems
from backend.desk.api.shapes import MarkSerializer, NewsQuery, NewsSerializer, SeenSerializer
from backend.desk.models import NewsMark
from backend.desk.services.news import mark_seen, news_for
from backend.partners.api.base import ApiViewSet


class NewsViewSet(ApiViewSet):
    """Your news."""

    queryset, serializer_class, pagination_class = NewsMark.objects.none(), NewsSerializer, None
    filter_backends, narrowed = (), frozenset({"news"})

    @extend_schema(
        operation_id="me_news_retrieve",
        parameters=[NewsQuery],
        responses={200: NewsSerializer, **problems(400, 401, 406)},
    )
    def news(self, request: Request) -> Response:
        """What came for you since you looked last, in all of your partners."""
        since = validated_query(NewsQuery, request).get("since")
        return Response(NewsSerializer(news_for(self.actor, since), context={"actor": self.actor}).data)

    @extend_schema(
        operation_id="me_news_seen",
        request=SeenSerializer,
        responses={200: MarkSerializer, **problems(400, 401, 403, 406, 413, 415)},
    )
    def seen(self, request: Request) -> Response:
        """You have seen what came up to a moment. The mark never goes back."""
        mark = mark_seen(**validated(SeenSerializer, request), actor=self.actor)
        return Response(MarkSerializer({"seen_until": mark}).data)
