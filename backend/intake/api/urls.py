"""Addresses of the public doors."""

from django.urls import path

from backend.files.receiving import takes_files
from backend.intake.api.complaints import ComplaintViewSet
from backend.intake.api.files import ComplaintFileViewSet, ReceiptFileViewSet, ReceiptUploadViewSet
from backend.intake.api.receipts import ReceiptViewSet

urlpatterns = [
    path("complaints/", ComplaintViewSet.as_view({"post": "create"}), name="complaints"),
    path(
        "complaints/files/",
        takes_files(ComplaintFileViewSet.as_view({"post": "create"}), files=1),
        name="complaint-files",
    ),
    path("receipts/", ReceiptViewSet.as_view({"post": "create"}), name="receipts"),
    path("receipts/messages/", ReceiptViewSet.as_view({"post": "write"}), name="receipt-messages"),
    path("receipts/rating/", ReceiptViewSet.as_view({"post": "rate"}), name="receipt-rating"),
    path("receipts/confirmation/", ReceiptViewSet.as_view({"post": "confirm"}), name="receipt-confirmation"),
    path("receipts/withdrawal/", ReceiptViewSet.as_view({"post": "withdraw"}), name="receipt-withdrawal"),
    path(
        "receipts/files/",
        takes_files(ReceiptUploadViewSet.as_view({"post": "create"}), files=1),
        name="receipt-files",
    ),
    path("receipts/files/open/", ReceiptFileViewSet.as_view({"post": "open"}), name="receipt-file-open"),
]
