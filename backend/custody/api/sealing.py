"""Keys of sealed identities, for a partner's custodians and those who keep it."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import validated
from backend.common.problems import problems
from backend.custody.api import sealing_shapes as shapes
from backend.custody.services import key_standing, sealing_keys
from backend.custody.services.sealing_keys import GivenCopy, NewKey
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet
from backend.partners.models import Partner

_READ = problems(400, 401, 403, 404, 406)
_DO = problems(400, 401, 403, 404, 406, 409, 413, 415)
_MAKE = problems(400, 401, 403, 404, 406, 409, 413, 415, 422)
_NOT_KEPT = {"Cache-Control": "no-store"}


class SealedIdentitiesViewSet(ApiViewSet):
    """For everybody but custodians and keepers of the partner the address does not exist."""

    queryset, serializer_class = Partner.objects.none(), shapes.SealedIdentitiesSerializer
    pagination_class, filter_backends = None, ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        # Also before a repeated request gets its first answer again: the caller may have lost the partner.
        sealing_keys.key_partner(kwargs["slug"], self.actor)

    @extend_schema(
        operation_id="partners_sealing_retrieve",
        responses={200: shapes.SealedIdentitiesSerializer, **problems(400, 401, 404, 406)},
    )
    def retrieve(self, request: Request, slug: str) -> Response:
        """Whether identities are sealed, who can open them, and what you may do."""
        return self._answer(slug)

    @extend_schema(
        operation_id="partners_sealing_copies",
        responses={200: shapes.OwnCopiesSerializer, **_READ},
    )
    def copies(self, request: Request, slug: str) -> Response:
        """Your copies of the sealing keys, to pass them on or to see that your key file works."""
        found = {"copies": key_standing.own_copies(slug, self.actor)}
        return Response(shapes.OwnCopiesSerializer(found).data, headers=_NOT_KEPT)

    @extend_schema(
        operation_id="partners_sealing_own_key",
        request=shapes.OwnKeyGiven,
        responses={200: shapes.SealedIdentitiesSerializer, **_DO},
    )
    def own_key(self, request: Request, slug: str) -> Response:
        """Register the public half of your own key. In place of another one, it opens nothing until another
        custodian passed the sealing key on to you."""
        told = validated(shapes.OwnKeyGiven, request)
        sealing_keys.keep_own_key(slug, public=told["public"], actor=self.actor)
        return self._answer(slug)

    @extend_schema(
        operation_id="partners_sealing_keys_create",
        request=shapes.NewSealingKey,
        responses={201: shapes.SealedIdentitiesSerializer, **_MAKE},
    )
    @idempotent
    def keys(self, request: Request, slug: str) -> Response:
        """Put a new sealing key in place of the one before. Older identities keep to the older key."""
        told = validated(shapes.NewSealingKey, request)
        copies = [GivenCopy(**copy) for copy in told.pop("copies")]
        sealing_keys.make_key(slug, new=NewKey(copies=copies, **told), actor=self.actor)
        return self._answer(slug, status=201)

    @extend_schema(
        operation_id="partners_sealing_pass_on",
        request=shapes.PassedOn,
        responses={200: shapes.SealedIdentitiesSerializer, **_DO},
    )
    def pass_on(self, request: Request, slug: str) -> Response:
        """Let another custodian open what you, or the recovery key, can open."""
        told = validated(shapes.PassedOn, request)
        copies = [(one["sealing_key"], one["wrapped"]) for one in told.pop("copies")]
        sealing_keys.pass_on(slug, copies=copies, **told, actor=self.actor)
        return self._answer(slug)

    @extend_schema(
        operation_id="partners_sealing_turn_on",
        request=shapes.SealingSwitch,
        responses={200: shapes.SealedIdentitiesSerializer, **_DO},
    )
    def turn_on(self, request: Request, slug: str) -> Response:
        """Seal the identities that come in from now on."""
        return self._switched(request, slug, on=True)

    @extend_schema(
        operation_id="partners_sealing_turn_off",
        request=shapes.SealingSwitch,
        responses={200: shapes.SealedIdentitiesSerializer, **_DO},
    )
    def turn_off(self, request: Request, slug: str) -> Response:
        """Keep the identities that come in from now on as before. Sealed ones stay sealed."""
        return self._switched(request, slug, on=False)

    def _switched(self, request: Request, slug: str, *, on: bool) -> Response:
        told = validated(shapes.SealingSwitch, request)
        sealing_keys.switch(slug, sealing_key=told["sealing_key"], on=on, actor=self.actor)
        return self._answer(slug)

    def _answer(self, slug: str, status: int = 200) -> Response:
        shown = shapes.SealedIdentitiesSerializer(key_standing.standing_of(slug, self.actor))
        return Response(shown.data, status=status, headers=_NOT_KEPT)
