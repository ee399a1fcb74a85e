"""Addresses of cases and of what hangs under them."""

from typing import Any

from django.urls import URLPattern, path

from backend.cases.api.answers import AnswerLinkRoomViewSet, AnswerRoomViewSet
from backend.cases.api.appeals import AppealViewSet, NextBodyViewSet
from backend.cases.api.bulk import BulkViewSet
from backend.cases.api.calendar_effects import CalendarEffectViewSet
from backend.cases.api.case_files import CaseFileContentViewSet, CaseFileViewSet
from backend.cases.api.cases import CaseViewSet
from backend.cases.api.deliveries import DeliveryViewSet
from backend.cases.api.export import ExportViewSet
from backend.cases.api.exports import ExportContentViewSet, ExportsViewSet
from backend.cases.api.facets import FacetViewSet
from backend.cases.api.files import FileContentViewSet, FileViewSet, HiddenPagesViewSet
from backend.cases.api.leaving import LeavingViewSet, OwnLeavingViewSet
from backend.cases.api.letters import DossierViewSet, LetterDraftViewSet, LetterViewSet
from backend.cases.api.masks import MaskViewSet
from backend.cases.api.merges import MergeViewSet
from backend.cases.api.messages import CaseTemplateViewSet, MessageViewSet
from backend.cases.api.outlook import OutlookViewSet, SuggestionViewSet
from backend.cases.api.own_work_list import CalendarViewSet, DigestViewSet
from backend.cases.api.partner_referrals import PartnerReferralRoomViewSet, PartnerReferralViewSet
from backend.cases.api.people import CasePeopleViewSet
from backend.cases.api.presence import PresenceViewSet
from backend.cases.api.public_summary import PublicSummaryViewSet
from backend.cases.api.redaction import RedactionViewSet
from backend.cases.api.referrals import ReferralRoomViewSet, ReferralViewSet
from backend.cases.api.rooms import (
    ComplaintViewSet,
    ConsentViewSet,
    JudiciaryViewSet,
    LinkViewSet,
    NoteViewSet,
)
from backend.cases.api.saved_views import SavedViewViewSet
from backend.cases.api.services import CaseServiceViewSet
from backend.cases.api.sharing import ShareViewSet, TransferViewSet
from backend.cases.api.story import EventViewSet
from backend.cases.api.tasks import TaskRoomViewSet, TaskViewSet
from backend.cases.api.templates import TemplateViewSet
from backend.cases.api.ties import TieViewSet
from backend.files.receiving import takes_files

_CASE = "cases/<uuid:case_id>/"
_REFERRAL = f"{_CASE}referrals/<uuid:referral_id>/"
_DELIVERY = f"{_REFERRAL}deliveries/<uuid:delivery_id>/"
_TEMPLATES = "partners/<slug:slug>/message-templates/"
_SHELF: dict[str, Any] = {"get": "list", "post": "create"}
_READ_SHELF: dict[str, Any] = {"get": "list"}
_CHANGEABLE: dict[str, Any] = {"get": "retrieve", "patch": "partial_update"}

_CASE_STEPS = (
    "start_triage",
    "ask_complainant",
    "take_up_answer",
    "open",
    "await_answers",
    "resolve",
    "close",
    "reopen",
    "resume",
    "declare_inadmissible",
    "mark_duplicate",
    "withdraw",
    "assign",
    "declare_conflict",
    "record_conflict",
    "lift_conflict",
    "restrict",
    "unrestrict",
)
_REFERRAL_STEPS = (
    "submit",
    "release",
    "approve",
    "send_back",
    "send",
    "fail_delivery",
    "requeue",
    "register",
    "ask_clarification",
    "clarify",
    "redirect",
    "pause_clock",
    "resume_clock",
    "extend_clock",
    "record_answer",
    "note_silence",
    "assess",
    "close",
    "cancel",
)
_TASK_STEPS = ("done", "drop", "take", "assign")
_PARTNER_REFERRAL_STEPS = ("accept", "decline", "recall", "start_service", "complete", "not_complete")
_DELIVERY_STEPS = ("sent", "failed", "left", "send_again", "cancel")
_TRANSFER_STEPS = ("accept", "decline", "recall")

urlpatterns: list[URLPattern] = [
    path("cases/", CaseViewSet.as_view(_READ_SHELF), name="cases"),
    path("cases/count/", CaseViewSet.as_view({"get": "count"}), name="cases-count"),
    path("cases/facets/", FacetViewSet.as_view({"get": "retrieve"}), name="cases-facets"),
    path("cases/assign/", BulkViewSet.as_view({"post": "assign"}), name="cases-assign-many"),
    path("cases/tag/", BulkViewSet.as_view({"post": "tag"}), name="cases-tag-many"),
    path("cases/export/", ExportViewSet.as_view({"post": "create"}), name="cases-export"),
    path("exports/", ExportsViewSet.as_view(_SHELF), name="exports"),
    path("exports/<uuid:export_id>/", ExportsViewSet.as_view({"get": "retrieve"}), name="export"),
    path(
        "exports/<uuid:export_id>/take/", ExportContentViewSet.as_view({"post": "take"}), name="export-take"
    ),
    path("saved-views/", SavedViewViewSet.as_view(_SHELF), name="saved-views"),
    path(
        "saved-views/<uuid:view_id>/",
        SavedViewViewSet.as_view({**_CHANGEABLE, "delete": "destroy"}),
        name="saved-view",
    ),
    path(_CASE, CaseViewSet.as_view(_CHANGEABLE), name="case"),
    *(
        path(f"{_CASE}{verb}/", CaseViewSet.as_view({"post": verb}), name=f"case-{verb}")
        for verb in _CASE_STEPS
    ),
    path(f"{_CASE}services/", CaseServiceViewSet.as_view(_READ_SHELF), name="case-services"),
    path(f"{_CASE}tags/", CaseViewSet.as_view({"put": "set_tags"}), name="case-tags"),
    path(f"{_CASE}complaint/", ComplaintViewSet.as_view({"get": "retrieve"}), name="case-complaint"),
    path(f"{_CASE}case-files/", CaseFileViewSet.as_view(_SHELF), name="case-case-files"),
    path(
        f"{_CASE}case-files/<uuid:case_file_id>/",
        CaseFileViewSet.as_view({"get": "retrieve"}),
        name="case-case-file",
    ),
    path(
        f"{_CASE}case-files/<uuid:case_file_id>/take/",
        CaseFileContentViewSet.as_view({"post": "take"}),
        name="case-case-file-take",
    ),
    path(f"{_CASE}masks/", MaskViewSet.as_view({"get": "retrieve", "put": "update"}), name="case-masks"),
    path(
        f"{_CASE}public-summary/",
        PublicSummaryViewSet.as_view({"get": "retrieve", "put": "update"}),
        name="case-public-summary",
    ),
    *(
        path(
            f"{_CASE}public-summary/{verb}/",
            PublicSummaryViewSet.as_view({"post": verb}),
            name=f"case-public-summary-{verb}",
        )
        for verb in ("publish", "withdraw")
    ),
    path(f"{_CASE}events/", EventViewSet.as_view(_READ_SHELF), name="case-events"),
    path(f"{_CASE}people/", CasePeopleViewSet.as_view(_READ_SHELF), name="case-people"),
    path(f"{_CASE}notes/", NoteViewSet.as_view(_SHELF), name="case-notes"),
    path(f"{_CASE}files/", takes_files(FileViewSet.as_view(_SHELF), files=1), name="case-files"),
    path(
        f"{_CASE}files/<uuid:file_id>/clean/",
        FileContentViewSet.as_view({"get": "clean"}),
        name="case-file-clean",
    ),
    path(
        f"{_CASE}files/<uuid:file_id>/original/",
        FileContentViewSet.as_view({"post": "original"}),
        name="case-file-original",
    ),
    path(
        f"{_CASE}files/<uuid:file_id>/hidden-pages/",
        HiddenPagesViewSet.as_view({"put": "update"}),
        name="case-file-hidden-pages",
    ),
    path(f"{_CASE}messages/", MessageViewSet.as_view(_SHELF), name="case-messages"),
    path(f"{_CASE}messages/read/", MessageViewSet.as_view({"post": "read"}), name="case-messages-read"),
    path(
        f"{_CASE}messages/<uuid:message_id>/end/",
        MessageViewSet.as_view({"post": "end"}),
        name="case-message-end",
    ),
    path(
        f"{_CASE}message-templates/", CaseTemplateViewSet.as_view(_READ_SHELF), name="case-message-templates"
    ),
    path(f"{_CASE}links/", LinkViewSet.as_view(_SHELF), name="case-links"),
    path(f"{_CASE}links/<int:link_id>/", LinkViewSet.as_view({"delete": "destroy"}), name="case-link"),
    path(f"{_CASE}merges/", MergeViewSet.as_view(_SHELF), name="case-merges"),
    path(
        f"{_CASE}merges/<uuid:merge_id>/undo/",
        MergeViewSet.as_view({"post": "undo"}),
        name="case-merge-undo",
    ),
    path(f"{_CASE}presence/", PresenceViewSet.as_view({"post": "look_in"}), name="case-presence"),
    path(f"{_CASE}consents/", ConsentViewSet.as_view(_SHELF), name="case-consents"),
    path(
        f"{_CASE}consents/<uuid:consent_id>/withdraw/",
        ConsentViewSet.as_view({"post": "withdraw"}),
        name="case-consent-withdraw",
    ),
    path(f"{_CASE}judiciary/", JudiciaryViewSet.as_view(_CHANGEABLE), name="case-judiciary"),
    path(f"{_CASE}shares/", ShareViewSet.as_view(_SHELF), name="case-shares"),
    path(f"{_CASE}shares/<uuid:share_id>/end/", ShareViewSet.as_view({"post": "end"}), name="case-share-end"),
    path(f"{_CASE}shares/preview/", ShareViewSet.as_view({"post": "preview"}), name="case-shares-preview"),
    path(
        f"{_CASE}transfer/preview/",
        TransferViewSet.as_view({"post": "preview"}),
        name="case-transfer-preview",
    ),
    path(
        f"{_CASE}partner-referrals/",
        PartnerReferralRoomViewSet.as_view(_SHELF),
        name="case-partner-referrals",
    ),
    path(
        f"{_CASE}partner-referrals/preview/",
        PartnerReferralRoomViewSet.as_view({"post": "preview"}),
        name="case-partner-referrals-preview",
    ),
    path(f"{_CASE}transfer/", TransferViewSet.as_view({"post": "create"}), name="case-transfer"),
    path(
        f"{_CASE}referral-suggestions/",
        SuggestionViewSet.as_view(_READ_SHELF),
        name="case-referral-suggestions",
    ),
    path(
        f"{_CASE}referral-outlook/",
        OutlookViewSet.as_view({"get": "retrieve"}),
        name="case-referral-outlook",
    ),
    path(f"{_CASE}referrals/", ReferralRoomViewSet.as_view(_SHELF), name="case-referrals"),
    path(_REFERRAL, ReferralRoomViewSet.as_view(_CHANGEABLE), name="case-referral"),
    *(
        path(f"{_REFERRAL}{verb}/", ReferralRoomViewSet.as_view({"post": verb}), name=f"referral-{verb}")
        for verb in _REFERRAL_STEPS
    ),
    path(f"{_REFERRAL}appeal/", AppealViewSet.as_view({"post": "appeal"}), name="referral-appeal"),
    path(f"{_REFERRAL}next-bodies/", NextBodyViewSet.as_view(_READ_SHELF), name="referral-next-bodies"),
    path(f"{_REFERRAL}letter/", LetterViewSet.as_view({"get": "retrieve"}), name="referral-letter"),
    path(
        f"{_REFERRAL}letter-draft/",
        LetterDraftViewSet.as_view({"get": "retrieve"}),
        name="referral-letter-draft",
    ),
    path(f"{_REFERRAL}answers/", AnswerRoomViewSet.as_view(_READ_SHELF), name="referral-answers"),
    path(
        f"{_REFERRAL}answers/<uuid:answer_id>/decide/",
        AnswerRoomViewSet.as_view({"post": "decide"}),
        name="referral-answer-decide",
    ),
    path(f"{_REFERRAL}answer-links/", AnswerLinkRoomViewSet.as_view(_SHELF), name="referral-answer-links"),
    path(
        f"{_REFERRAL}answer-links/<uuid:link_id>/revoke/",
        AnswerLinkRoomViewSet.as_view({"post": "revoke"}),
        name="referral-answer-link-revoke",
    ),
    path(f"{_REFERRAL}redaction/", RedactionViewSet.as_view({"get": "retrieve"}), name="referral-redaction"),
    path(f"{_REFERRAL}deliveries/", DeliveryViewSet.as_view(_SHELF), name="referral-deliveries"),
    path(_DELIVERY, DeliveryViewSet.as_view({"get": "retrieve"}), name="referral-delivery"),
    *(
        path(f"{_DELIVERY}{verb}/", DeliveryViewSet.as_view({"post": verb}), name=f"delivery-{verb}")
        for verb in _DELIVERY_STEPS
    ),
    path(f"{_REFERRAL}dossier/", DossierViewSet.as_view({"get": "retrieve"}), name="referral-dossier"),
    path(_TEMPLATES, TemplateViewSet.as_view(_SHELF), name="message-templates"),
    path(
        f"{_TEMPLATES}<slug:code>/",
        TemplateViewSet.as_view({**_CHANGEABLE, "delete": "destroy"}),
        name="message-template",
    ),
    path(f"{_CASE}tasks/", TaskRoomViewSet.as_view(_SHELF), name="case-tasks"),
    path("tasks/", TaskViewSet.as_view(_READ_SHELF), name="tasks"),
    path("tasks/count/", TaskViewSet.as_view({"get": "count"}), name="tasks-count"),
    path("tasks/<uuid:task_id>/", TaskViewSet.as_view(_CHANGEABLE), name="task"),
    *(
        path(f"tasks/<uuid:task_id>/{verb}/", TaskViewSet.as_view({"post": verb}), name=f"task-{verb}")
        for verb in _TASK_STEPS
    ),
    path(
        "partners/<slug:slug>/people/<uuid:user_id>/work/",
        LeavingViewSet.as_view({"get": "retrieve"}),
        name="person-work",
    ),
    path(
        "partners/<slug:slug>/people/<uuid:user_id>/leave/",
        LeavingViewSet.as_view({"post": "leave"}),
        name="person-leave",
    ),
    path(
        "me/partners/<slug:slug>/leave/",
        OwnLeavingViewSet.as_view({"post": "leave"}),
        name="me-partner-leave",
    ),
    path("calendar-effects/", CalendarEffectViewSet.as_view({"post": "look"}), name="calendar-effects"),
    path("me/ties/", TieViewSet.as_view({"get": "retrieve", "post": "create"}), name="me-ties"),
    path("me/ties/<uuid:tie_id>/", TieViewSet.as_view({"delete": "destroy"}), name="me-tie"),
    path("me/digest/", DigestViewSet.as_view(_CHANGEABLE), name="me-digest"),
    path(
        "me/calendar/",
        CalendarViewSet.as_view({"get": "retrieve", "post": "create", "delete": "destroy"}),
        name="me-calendar",
    ),
    path("referrals/", ReferralViewSet.as_view(_READ_SHELF), name="referrals"),
    path("partner-referrals/", PartnerReferralViewSet.as_view(_READ_SHELF), name="partner-referrals"),
    path(
        "partner-referrals/<uuid:referral_id>/",
        PartnerReferralViewSet.as_view({"get": "retrieve"}),
        name="partner-referral",
    ),
    *(
        path(
            f"partner-referrals/<uuid:referral_id>/{verb}/",
            PartnerReferralViewSet.as_view({"post": verb}),
            name=f"partner-referral-{verb}",
        )
        for verb in _PARTNER_REFERRAL_STEPS
    ),
    path("transfers/", TransferViewSet.as_view(_READ_SHELF), name="transfers"),
    path("transfers/<uuid:transfer_id>/", TransferViewSet.as_view({"get": "retrieve"}), name="transfer"),
    *(
        path(
            f"transfers/<uuid:transfer_id>/{verb}/",
            TransferViewSet.as_view({"post": verb}),
            name=f"transfer-{verb}",
        )
        for verb in _TRANSFER_STEPS
    ),
]
