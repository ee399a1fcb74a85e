"""How keys of sealed identities look on the wire. Nothing here is a private key that the server could use."""

from typing import Any

from rest_framework import serializers

from backend.cases.api.fields import PersonField, PersonSerializer
from backend.cases.api.serializers import AllowedActionSerializer
from backend.common.age import LONGEST_RECIPIENT
from backend.common.api import StrictSerializer
from backend.custody.api.age_files import AgeFileField
from backend.custody.services.key_standing import Custodian, OwnCopy, SealingStanding
from backend.custody.services.sealing_keys import LONGEST_COPY
from backend.custody.services.unsealing import Unsealed
from backend.custody.stages import IdentityField
from backend.identity.models import SealingKey

MOST_CUSTODIANS = 100
MOST_KEYS = 200


class _Public(serializers.CharField):
    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST_RECIPIENT, **options)


class OwnKeyGiven(StrictSerializer):
    """The public half of the key that you made and keep."""

    public = _Public(help_text="`age1…`")


class CopyForCustodian(StrictSerializer):
    """The private half of the sealing key, sealed to a custodian's own key."""

    custodian = serializers.UUIDField()
    holder_public = _Public(help_text="Their own key, as you saw it.")
    wrapped = AgeFileField(longest=LONGEST_COPY)


class NewSealingKey(StrictSerializer):
    """A key pair made in your browser: its public half, and the private half sealed to who shall open."""

    public = _Public()
    recovery_public = _Public(help_text="Of the recovery key, which is kept offline.")
    recovery_wrapped = AgeFileField(longest=LONGEST_COPY)
    copies = serializers.ListField(child=CopyForCustodian(), min_length=1, max_length=MOST_CUSTODIANS)
    replaces = serializers.UUIDField(allow_null=True, help_text="The one in use; null for the first.")


class CopyOfKey(StrictSerializer):
    """The private half of one sealing key, sealed to the custodian's own key."""

    sealing_key = serializers.UUIDField()
    wrapped = AgeFileField(longest=LONGEST_COPY)


class PassedOn(StrictSerializer):
    """Copies of sealing keys for one custodian. Compare their own key with them before, by voice."""

    custodian = serializers.UUIDField()
    holder_public = _Public(help_text="Their own key, as you compared it.")
    copies = serializers.ListField(child=CopyOfKey(), min_length=1, max_length=MOST_KEYS)


class SealingSwitch(StrictSerializer):
    """The key to which it shall be sealed, as you saw it."""

    sealing_key = serializers.UUIDField()


class SealingKeySerializer(serializers.Serializer[SealingKey]):
    """The key to which identities are sealed, as far as the server knows it."""

    id = serializers.UUIDField()
    public = serializers.CharField()
    recovery_public = serializers.CharField()
    made_by = PersonField()
    made_at = serializers.DateTimeField()
    left_at = serializers.DateTimeField(
        allow_null=True, help_text="Since then somebody who could open it is no custodian: replace it."
    )


class KeyCustodianSerializer(serializers.Serializer[Custodian]):
    """A custodian, their own key, and what they open."""

    person = PersonSerializer()
    public = serializers.CharField(help_text="Empty while they have no key of their own.")
    made_at = serializers.DateTimeField(allow_null=True)
    opens_current = serializers.BooleanField()
    opens = serializers.IntegerField(help_text="How many of all keys they have a copy of.")


class SealedIdentitiesSerializer(serializers.Serializer[SealingStanding]):
    """Whether identities are sealed, to which key, and who opens it."""

    on = serializers.BooleanField(source="is_on")
    key = SealingKeySerializer(allow_null=True)
    keys = serializers.IntegerField(help_text="The one in use and those before it.")
    custodians = KeyCustodianSerializer(many=True)
    allowed_actions = AllowedActionSerializer(many=True)


class OwnCopySerializer(serializers.Serializer[OwnCopy]):
    """A sealing key with your copy of it and that for the recovery key, as base64."""

    sealing_key = serializers.UUIDField(source="key.id")
    public = serializers.CharField(source="key.public")
    retired_at = serializers.DateTimeField(source="key.retired_at", allow_null=True)
    own = AgeFileField(longest=LONGEST_COPY, allow_null=True, help_text="Null: nobody passed it on to you.")
    recovery = AgeFileField(longest=LONGEST_COPY, allow_null=True)


class OwnCopiesSerializer(serializers.Serializer[Any]):
    """All of them, the newest first."""

    copies = OwnCopySerializer(many=True)


class UnsealedIdentitySerializer(serializers.Serializer[Unsealed]):
    """Open `wrapped` with your own key, `sealed` with what is in it; seal what is wanted to `reader_key`."""

    sealed = AgeFileField(longest=8_000)
    wrapped = AgeFileField(longest=LONGEST_COPY)
    public = serializers.CharField(help_text="Of the key in `wrapped`.")
    reader_key = serializers.CharField(source="request.reader_key")
    wanted = serializers.ListField(
        child=serializers.ChoiceField(choices=IdentityField.choices), source="request.wanted"
    )
    version = serializers.IntegerField(source="request.version", help_text="For If-Match when you approve.")
