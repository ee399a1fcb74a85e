"""Puzzles for a proof of work, for scripts and programs that come to a public door."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.problems import problems
from backend.complaints.services import throttle
from backend.doorkeeping.services import proofs
from backend.intake.api.schema import NO_STORE
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody

_OPEN_TO_ALL: Any = [{}]


class ChallengeParametersSerializer(serializers.Serializer[Any]):
    """The puzzle, signed: sent back unchanged."""

    algorithm = serializers.CharField()
    cost = serializers.IntegerField(help_text="Iterations of one try.")
    keyLength = serializers.IntegerField()  # noqa: N815  # altcha's own names
    keyPrefix = serializers.CharField(help_text="What the derived key begins with, in hex.")  # noqa: N815
    keySignature = serializers.CharField()  # noqa: N815
    nonce = serializers.CharField()
    salt = serializers.CharField()
    expiresAt = serializers.IntegerField(help_text="Seconds since 1970.")  # noqa: N815
    data: Any = serializers.DictField(child=serializers.CharField())


class ChallengeSerializer(serializers.Serializer[Any]):
    """A puzzle for a proof of work, in the format of altcha, version 2."""

    parameters = ChallengeParametersSerializer()
    signature = serializers.CharField()


class ChallengeViewSet(ApiViewSet):
    """Puzzles are given to everybody and belong to nobody."""

    authentication_classes = []
    permission_classes = [Anybody]
    serializer_class = ChallengeSerializer

    @extend_schema(
        operation_id="complaints_challenge",
        tags=["complaints"],
        responses={200: ChallengeSerializer, **problems(400, 406)},
        auth=_OPEN_TO_ALL,
    )
    def for_filing(self, request: Request) -> Response:
        """A puzzle to solve before filing: whoever did some work is not taken for a flood.

        In the format of altcha, version 2. Derive keys with PBKDF2, from the nonce followed by a counter (32
        bits, big-endian) as password, until one begins with `keyPrefix`. Send challenge and solution
        (`{"challenge": …, "solution": {"counter": …, "derivedKey": …}}`) as base64 of JSON in
        `X-Proof-Of-Work`, once, within the hour.
        """
        return Response(proofs.new_challenge(), headers=NO_STORE)

    @extend_schema(
        operation_id="receipts_challenge",
        tags=["receipts"],
        responses={200: ChallengeSerializer, **problems(400, 406)},
        auth=_OPEN_TO_ALL,
    )
    def for_receipt(self, request: Request) -> Response:
        """A puzzle: with its solution as `proof` beside number and secret, nobody waits while a number rests.

        The refusal of a number that rests (429) carries one too, as `challenge`. Solve it as that of
        `complaints/challenge/`.
        """
        return Response(throttle.new_challenge(), headers=NO_STORE)
