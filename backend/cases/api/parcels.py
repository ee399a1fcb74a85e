"""What a worker puts together to be taken once, on the wire."""

from rest_framework import serializers

from backend.cases.models import Parcel
from backend.common.pagination import KeysetPagination


class ParcelSerializer(serializers.Serializer[Parcel]):
    """How far it is. Only who asked for it sees it."""

    id = serializers.UUIDField()
    state = serializers.ChoiceField(choices=Parcel.State.choices)
    failure = serializers.CharField(help_text="Code of what stood in the way.")
    done = serializers.IntegerField(help_text="How much is put in, of `total`.")
    total = serializers.IntegerField(help_text="0 until it is begun.")
    size = serializers.IntegerField(source="file.size", allow_null=True, default=None, help_text="In bytes.")
    asked_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField(help_text="Not taken by then, it is destroyed.")
    taken_at = serializers.DateTimeField(allow_null=True)


class NewestFirst(KeysetPagination):
    ordering = ("-asked_at", "pk")
