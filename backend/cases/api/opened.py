"""A case as another partner sees it with which only some fields were agreed; and the whole of what opens."""

from typing import Any

from rest_framework import serializers

from backend.cases.api.detail import shown_known
from backend.cases.api.fields import told_as
from backend.cases.api.files import FileSerializer
from backend.cases.api.messages import InOrderSent, MessageSerializer, shape_of_messages
from backend.cases.api.rooms import (
    InOrder,
    JudiciarySerializer,
    NoteSerializer,
    OpenedWordsSerializer,
    shown_words,
)
from backend.cases.api.serializers import DeidentifiedCaseSerializer
from backend.cases.models import Case, JudiciaryDetail
from backend.cases.partner_stages import SharedField
from backend.cases.services.masking import masks_towards
from backend.cases.services.opened import Opened
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, IntakeChannel, Vulnerability
from backend.complaints.services.attachments import attachments_of
from backend.complaints.services.messages import messages_of

_FIRST_PAGE = InOrder.page_size


class OpenedFactsSerializer(serializers.Serializer[Any]):
    """What is known of the complaint beside its words."""

    complainant_kind = serializers.ChoiceField(choices=ComplainantKind.choices)
    language = serializers.ChoiceField(choices=Language.choices)
    channel = serializers.ChoiceField(choices=IntakeChannel.choices)
    happened_on = serializers.DateField(allow_null=True)


class OpenedContactSerializer(serializers.Serializer[Any]):
    """How the complainant wants to be reached."""

    contact_wish = serializers.CharField()
    contact_note = serializers.CharField()


class OpenedOutcomeSerializer(serializers.Serializer[Any]):
    """How it ended, in words."""

    outcome_text = serializers.CharField(allow_null=True)
    impact = serializers.CharField(allow_null=True)
    advice = serializers.CharField(allow_null=True)
    value_recovered = serializers.DecimalField(max_digits=12, decimal_places=2, allow_null=True)
    value_currency = serializers.CharField()


class OpenedCaseSerializer(DeidentifiedCaseSerializer):
    """A case of which another partner opened some fields to you; what was not agreed is null."""

    opened = told_as(
        serializers.ListField(child=serializers.ChoiceField(choices=SharedField.choices)),
        help_text="The fields that were agreed.",
    )
    summary = told_as(serializers.CharField(allow_null=True))
    tags = told_as(serializers.ListField(child=serializers.CharField(), allow_null=True))
    complaint = told_as(OpenedFactsSerializer(allow_null=True), help_text="The words are under `complaint/`.")
    contact = told_as(OpenedContactSerializer(allow_null=True))
    vulnerability = told_as(
        serializers.ListField(child=serializers.ChoiceField(choices=Vulnerability.choices), allow_null=True)
    )
    result = told_as(OpenedOutcomeSerializer(allow_null=True))


class WhatOpensSerializer(serializers.Serializer[Any]):
    """Exactly what another partner would read: of each room the first page, null where it does not exist
    for it."""

    everything = serializers.BooleanField(
        help_text="Every room of the case opens, the timeline and letters to institutions with it."
    )
    case = OpenedCaseSerializer()
    complaint = OpenedWordsSerializer(allow_null=True)
    messages = MessageSerializer(many=True, allow_null=True)
    files = FileSerializer(many=True, allow_null=True)
    notes = NoteSerializer(many=True, allow_null=True)
    judiciary = JudiciarySerializer(allow_null=True)


def shown_opened(case: Case, opened: Opened) -> dict[str, Any]:
    """The case for another partner."""

    def part(field: SharedField, shape: type[serializers.Serializer[Any]], thing: Any) -> Any:
        return None if thing is None or not opened.has(field) else shape(thing).data

    complaint, summarised = case.complaint, opened.has(SharedField.SUMMARY)
    vulnerable = opened.has(SharedField.VULNERABILITY)
    return {
        **shown_known(case),
        "opened": SharedField.values if opened.codes is None else opened.codes,
        "summary": case.summary if summarised else None,
        "tags": [tag.name for tag in case.tags.all()] if summarised else None,
        "complaint": part(SharedField.COMPLAINT, OpenedFactsSerializer, complaint),
        "contact": part(SharedField.CONTACT_WISH, OpenedContactSerializer, complaint),
        "vulnerability": list(complaint.vulnerability) if complaint and vulnerable else None,
        "result": part(SharedField.OUTCOME, OpenedOutcomeSerializer, case),
    }


def what_opens(case: Case, opened: Opened) -> dict[str, Any]:
    """The case and its rooms, as another partner gets them to read."""
    return {
        "everything": opened.is_whole,
        "case": shown_opened(case, opened),
        "complaint": shown_words(case, opened) if opened.has(SharedField.COMPLAINT) else None,
        "messages": _messages(case, opened) if opened.has(SharedField.MESSAGES) else None,
        "files": _files(case) if opened.has(SharedField.FILES) else None,
        "notes": _notes(case) if opened.has(SharedField.NOTES) else None,
        "judiciary": _judiciary(case) if opened.has(SharedField.JUDICIARY) else None,
    }


def _messages(case: Case, opened: Opened) -> Any:
    found: Any = messages_of(case.complaint_id).order_by(*InOrderSent.ordering)[:_FIRST_PAGE]
    context = {"masks": masks_towards(case, opened)}
    return shape_of_messages(opened)(found, many=True, context=context).data


def _files(case: Case) -> Any:
    found: Any = attachments_of(case.complaint_id)[:_FIRST_PAGE] if case.complaint_id else []
    return FileSerializer(found, many=True).data


def _notes(case: Case) -> Any:
    found: Any = case.notes.select_related("author", "data_key__partner_key")[:_FIRST_PAGE]
    return NoteSerializer(found, many=True).data


def _judiciary(case: Case) -> Any:
    """Never with the person: that takes a role in the partner whose case it is."""
    detail = JudiciaryDetail.objects.filter(case=case).select_related("data_key").first()
    return None if detail is None else JudiciarySerializer(detail).data
