"""The key under which a browser seals what its person has typed and not yet sent."""

import base64
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common import crypto
from backend.partners.api.base import ApiViewSet
from backend.partners.models import User


class DraftKeySerializer(serializers.Serializer[Any]):
    """Keys of 256 bits in base64; the first one seals, the others open what was sealed before a rotation."""

    keys = serializers.ListField(child=serializers.CharField(), min_length=1, read_only=True)


class DraftKeyViewSet(ApiViewSet):
    """Drafts that survive a reload: the browser keeps them sealed, the key comes with each sign-in."""

    queryset, serializer_class, pagination_class = User.objects.none(), DraftKeySerializer, None

    @extend_schema(operation_id="me_draft_key_retrieve", responses={200: DraftKeySerializer})
    def retrieve(self, request: Request) -> Response:
        """The keys for your own drafts. Keep them in memory only: never beside what they seal."""
        # Derived and kept nowhere: a copy of the database opens no draft that a browser holds.
        label = f"drafts of {self.actor.id}"
        keys = [crypto.subkey(label, root) for root in crypto.root_keys()]
        return Response({"keys": [base64.b64encode(key).decode() for key in keys]})
