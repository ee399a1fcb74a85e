"""Addresses of the public doors, and of what waits behind them."""

from django.urls import path

from backend.files.receiving import takes_files
from backend.intake.api.challenges import ChallengeViewSet
from backend.intake.api.complaints import ComplaintViewSet
from backend.intake.api.duplicates import DuplicateViewSet
from backend.intake.api.files import ComplaintFileViewSet, ReceiptFileViewSet, ReceiptUploadViewSet
from backend.intake.api.form_preview import FormPreviewViewSet
from backend.intake.api.new_receipts import CaseReceiptViewSet
from backend.intake.api.notices import NoticeViewSet
from backend.intake.api.quarantine import QuarantineViewSet
from backend.intake.api.receipts import ReceiptSheetViewSet, ReceiptViewSet
from backend.intake.api.rights import OwnCopyViewSet, RightsViewSet

_QUARANTINED = "quarantine/<uuid:quarantined_id>/"

urlpatterns = [
    path("complaints/", ComplaintViewSet.as_view({"post": "create"}), name="complaints"),
    path("complaints/challenge/", ChallengeViewSet.as_view({"get": "for_filing"}), name="challenge"),
    path(
        "partners/<slug:slug>/form/preview/",
        FormPreviewViewSet.as_view({"post": "show"}),
        name="form-page-preview",
    ),
    path("quarantine/", QuarantineViewSet.as_view({"get": "list"}), name="quarantine"),
    *(
        path(f"quarantine/{name}/", QuarantineViewSet.as_view({method: action}), name=f"quarantine-{action}")
        for name, method, action in (
            ("count", "get", "count"),
            ("release", "post", "release_many"),
            ("delete", "post", "delete_many"),
        )
    ),
    path(_QUARANTINED, QuarantineViewSet.as_view({"get": "retrieve"}), name="quarantined"),
    *(
        path(f"{_QUARANTINED}{verb}/", QuarantineViewSet.as_view({"post": act}), name=f"quarantined-{verb}")
        for verb, act in (("release", "release"), ("merge", "merge"), ("delete", "discard"))
    ),
    path(
        "complaints/files/",
        takes_files(ComplaintFileViewSet.as_view({"post": "create"}), files=1),
        name="complaint-files",
    ),
    path("receipts/", ReceiptViewSet.as_view({"post": "create"}), name="receipts"),
    path("receipts/notices/", NoticeViewSet.as_view({"post": "turn_on"}), name="receipt-notices"),
    path("receipts/notices/off/", NoticeViewSet.as_view({"post": "turn_off"}), name="receipt-notices-off"),
    path("receipts/messages/", ReceiptViewSet.as_view({"post": "write"}), name="receipt-messages"),
    path("receipts/rating/", ReceiptViewSet.as_view({"post": "rate"}), name="receipt-rating"),
    path("receipts/confirmation/", ReceiptViewSet.as_view({"post": "confirm"}), name="receipt-confirmation"),
    path("receipts/withdrawal/", ReceiptViewSet.as_view({"post": "withdraw"}), name="receipt-withdrawal"),
    path(
        "receipts/new_receipt/stop/",
        ReceiptViewSet.as_view({"post": "stop_new_receipt"}),
        name="receipt-new-receipt-stop",
    ),
    path("receipts/challenge/", ChallengeViewSet.as_view({"get": "for_receipt"}), name="receipt-challenge"),
    path("receipts/copy/", OwnCopyViewSet.as_view({"post": "create"}), name="receipt-copy"),
    path("receipts/corrections/", RightsViewSet.as_view({"post": "correct"}), name="receipt-corrections"),
    path("receipts/erasure/", RightsViewSet.as_view({"post": "erase"}), name="receipt-erasure"),
    path("receipts/pdf/", ReceiptSheetViewSet.as_view({"post": "create"}), name="receipt-sheet"),
    path(
        "cases/<uuid:case_id>/duplicates/",
        DuplicateViewSet.as_view({"get": "retrieve"}),
        name="case-duplicates",
    ),
    path(
        "cases/<uuid:case_id>/new_receipt/",
        CaseReceiptViewSet.as_view({"post": "create"}),
        name="case-new-receipt",
    ),
    path(
        "cases/<uuid:case_id>/new_receipt/confirm/",
        CaseReceiptViewSet.as_view({"post": "confirm"}),
        name="case-new-receipt-confirm",
    ),
    path(
        "receipts/files/",
        takes_files(ReceiptUploadViewSet.as_view({"post": "create"}), files=1),
        name="receipt-files",
    ),
    path("receipts/files/open/", ReceiptFileViewSet.as_view({"post": "open"}), name="receipt-file-open"),
]
