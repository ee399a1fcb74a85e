"""What the public doors take and give."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.cases.api.messages import MessageFileSerializer
from backend.common.api import StrictSerializer, UncheckedField
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import (
    ComplainantKind,
    Consent,
    ContactWish,
    IntakeChannel,
    Message,
    Vulnerability,
)
from backend.complaints.words import (
    LONGEST_CONTACT_NOTE,
    LONGEST_MESSAGE,
    LONGEST_NARRATIVE,
    LONGEST_WISH,
    has_refused_characters,
)
from backend.files.errors import MOST_FILES

MOST_CONSENTS = 20


class TextField(serializers.CharField):
    """Text, blanks around it gone. What no screen can show, NUL included, is refused under one code."""

    default_error_messages = {"invalid_characters": _("This text has characters that cannot be shown.")}

    def to_internal_value(self, data: Any) -> str:
        text: str = super().to_internal_value(data)
        if has_refused_characters(text):
            self.fail("invalid_characters")
        return text


class EmailField(TextField, serializers.EmailField):
    """An e-mail address."""


class VersionField(TextField, serializers.RegexField):
    """The name of a wording. Nothing that a person writes fits through."""

    def __init__(self, **options: Any) -> None:
        super().__init__(r"^[A-Za-z0-9][A-Za-z0-9._-]*\Z", max_length=40, **options)


class SlugField(TextField, serializers.SlugField):
    """The slug of a partner."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=40, required=False, **options)


class WordsField(TextField):
    """A person's words: taken exactly as they were sent."""

    def __init__(self, **options: Any) -> None:
        super().__init__(trim_whitespace=False, **options)


class CodeField(TextField):
    """A code of the directory, or nothing."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=60, required=False, allow_null=True, **options)


class IdentitySerializer(StrictSerializer):
    """Who the complainant is; kept apart from the complaint, under a key of its own."""

    name = TextField(max_length=200, required=False, allow_blank=True)
    email = EmailField(max_length=254, required=False, allow_blank=True)
    phone = TextField(max_length=50, required=False, allow_blank=True)
    address = TextField(max_length=500, required=False, allow_blank=True)


class GivenConsentSerializer(StrictSerializer):
    """What the complainant agrees to: `referral` names an institution, `sharing` a partner, others nobody."""

    purpose = serializers.ChoiceField(Consent.Purpose.choices)
    institution = CodeField(help_text="Code of the institution that may receive the complaint.")
    partner = SlugField(allow_null=True, help_text="Slug of the partner that may see it.")
    text_version = VersionField(help_text="Which wording the complainant agreed to, such as `2026-03`.")
    manner = serializers.ChoiceField(Consent.Manner.choices, default=Consent.Manner.WRITTEN)


@extend_schema_field({"type": "object", "additionalProperties": True})
class AnswersField(UncheckedField):
    """Answers by the names of their questions. The form checks each of them."""


class NamedUploadSerializer(StrictSerializer):
    """A file that was sent ahead to `complaints/files/`."""

    id = serializers.UUIDField()
    token = TextField(max_length=60)
    name = TextField(max_length=255)


class PublicComplaintSerializer(StrictSerializer):
    """A complaint as the public sends it, through a partner's form."""

    kind = serializers.ChoiceField(CaseKind.choices)
    complainant_kind = serializers.ChoiceField(ComplainantKind.choices)
    language = serializers.ChoiceField(
        Language.choices, help_text="Language and script that the complainant reads."
    )
    narrative = WordsField(
        max_length=LONGEST_NARRATIVE,
        help_text="What happened, in the complainant's words. It is never edited.",
    )
    wish = WordsField(
        max_length=LONGEST_WISH,
        required=False,
        allow_blank=True,
        help_text="What the complainant wishes to come of it.",
    )
    happened_on = serializers.DateField(required=False, allow_null=True)
    category = CodeField(help_text="Code of a category that belongs to the kind.")
    institution = CodeField(help_text="Code of the institution that the complaint is about.")
    place = CodeField(help_text="Code of the place.")
    identity = IdentitySerializer(required=False, help_text="Not with `anonymous`; needed otherwise.")
    contact_wish = serializers.ChoiceField(
        ContactWish.choices,
        default=ContactWish.RECEIPT_ONLY,
        help_text="How the complainant may be reached safely.",
    )
    contact_note = WordsField(
        max_length=LONGEST_CONTACT_NOTE,
        required=False,
        allow_blank=True,
        help_text="When and how to reach the complainant safely.",
    )
    vulnerability = serializers.ListField(
        child=serializers.ChoiceField(Vulnerability.choices),
        required=False,
        max_length=len(Vulnerability.choices),
    )
    consents = serializers.ListField(
        child=GivenConsentSerializer(),
        max_length=MOST_CONSENTS,
        help_text="`processing` has to be among them.",
    )
    form = serializers.IntegerField(
        min_value=1,
        max_value=999_999_999,
        required=False,
        help_text="Number of the partner's form that was filled in: all that it asks is checked.",
    )
    answers = AnswersField(
        required=False,
        help_text="With `form`: answers to questions that are no field here, by the questions' names.",
    )
    files = serializers.ListField(
        child=NamedUploadSerializer(),
        required=False,
        max_length=MOST_FILES,
        help_text="Files that were sent ahead, at most 100 MB together.",
    )


class NewComplaintSerializer(PublicComplaintSerializer):
    """A complaint. `partner`, `channel` and `received_on` belong to signed-in callers only."""

    partner = SlugField(help_text="Signed-in callers: slug of the partner that takes it.")
    channel = serializers.ChoiceField(
        IntakeChannel.choices,
        required=False,
        help_text="Signed-in callers: how it was told. Staff: phone, letter, in_person or field.",
    )
    received_on = serializers.DateField(
        required=False, help_text="Signed-in callers: the day it was told, if that was before today."
    )


class NewReceiptSerializer(serializers.Serializer[Any]):
    """The receipt. It is shown this once: only a hash of the secret is kept."""

    number = serializers.CharField()
    secret = serializers.CharField()
    formatted = serializers.CharField(help_text="Number and secret in groups of four, on two lines.")


class FiledSerializer(serializers.Serializer[Any]):
    """A complaint was taken in."""

    reference = serializers.CharField(
        allow_null=True, help_text="Null while the complaint waits to be looked at."
    )
    receipt = NewReceiptSerializer()
    received_at = serializers.DateTimeField()
    what_happens_next = serializers.CharField()
    case = serializers.UUIDField(
        required=False, help_text="Id of the case, for signed-in callers who see cases."
    )


class ReceiptSerializer(StrictSerializer):
    """Number and secret of a receipt, with or without blanks, dots and hyphens, in digits of any script."""

    number = TextField(max_length=60)
    secret = TextField(max_length=120)
    proof = TextField(
        max_length=4_000,
        required=False,
        allow_blank=True,
        help_text="While the number rests (429): the solved `challenge`, instead of waiting.",
    )


class ReceiptMessageSerializer(ReceiptSerializer):
    """A message from the complainant to the partner."""

    text = WordsField(max_length=LONGEST_MESSAGE)
    files = serializers.ListField(
        child=serializers.UUIDField(),
        required=False,
        max_length=MOST_FILES,
        help_text="Ids of files that you added through the receipt before, to go with it.",
    )


class ConversationMessageSerializer(serializers.Serializer[Any]):
    """One message. Of the partner's side it is not told who wrote it."""

    sender = serializers.ChoiceField(Message.Sender.choices)
    sent_at = serializers.DateTimeField()
    text = serializers.CharField()
    asks = serializers.BooleanField(help_text="It is a question of the partner.")
    read_at = serializers.DateTimeField(
        allow_null=True, help_text="When the other side read it; of the partner's side, null the first time."
    )
    files = MessageFileSerializer(source="attachments", many=True)
