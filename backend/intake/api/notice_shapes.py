"""How notices stand, as the receipt tells it."""

from typing import Any

from rest_framework import serializers

from backend.identity.models import NoticeWish


class NoticeStateSerializer(serializers.Serializer[Any]):
    """How notices stand. The address is never told back."""

    offered = serializers.ListField(
        child=serializers.ChoiceField(NoticeWish.Channel.choices), help_text="Ways that can be chosen here."
    )
    channel = serializers.ChoiceField(
        NoticeWish.Channel.choices, allow_null=True, help_text="Null: notices are off."
    )
    since = serializers.DateTimeField(allow_null=True)
    ended_because = serializers.ChoiceField(
        NoticeWish.Ending.choices,
        allow_blank=True,
        help_text="Why earlier ones ended: off (turned off), refused (the address), over (the case).",
    )
