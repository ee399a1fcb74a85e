"""Addresses of the public doors."""

from django.urls import path

from backend.intake.api.complaints import ComplaintViewSet
from backend.intake.api.notices import NoticeViewSet
from backend.intake.api.receipts import ReceiptViewSet

urlpatterns = [
    path("complaints/", ComplaintViewSet.as_view({"post": "create"}), name="complaints"),
    path("receipts/", ReceiptViewSet.as_view({"post": "create"}), name="receipts"),
    path("receipts/notices/", NoticeViewSet.as_view({"post": "turn_on"}), name="receipt-notices"),
    path("receipts/notices/off/", NoticeViewSet.as_view({"post": "turn_off"}), name="receipt-notices-off"),
    path("receipts/messages/", ReceiptViewSet.as_view({"post": "write"}), name="receipt-messages"),
]
