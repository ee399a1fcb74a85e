"""Addresses of the public doors."""

from django.urls import path

from backend.intake.api.complaints import ComplaintViewSet
from backend.intake.api.receipts import ReceiptViewSet

urlpatterns = [
    path("complaints/", ComplaintViewSet.as_view({"post": "create"}), name="complaints"),
    path("receipts/", ReceiptViewSet.as_view({"post": "create"}), name="receipts"),
    path("receipts/messages/", ReceiptViewSet.as_view({"post": "write"}), name="receipt-messages"),
    path("receipts/rating/", ReceiptViewSet.as_view({"post": "rate"}), name="receipt-rating"),
    path("receipts/confirmation/", ReceiptViewSet.as_view({"post": "confirm"}), name="receipt-confirmation"),
    path("receipts/withdrawal/", ReceiptViewSet.as_view({"post": "withdraw"}), name="receipt-withdrawal"),
]
