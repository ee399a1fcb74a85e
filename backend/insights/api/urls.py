"""Addresses of numbers."""

from django.urls import path

from backend.insights.api.views import CatalogueViewSet, DonorReportViewSet, StatisticViewSet

urlpatterns = [
    path("statistics/", CatalogueViewSet.as_view({"get": "retrieve"}), name="statistics"),
    path("statistics/<slug:code>/", StatisticViewSet.as_view({"get": "retrieve"}), name="statistic"),
    path("donor-report/", DonorReportViewSet.as_view({"get": "retrieve"}), name="donor-report"),
]
