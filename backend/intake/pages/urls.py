"""Addresses of the citizens' pages: few and always the same, so that a browser's history tells little."""

from django.urls import path

from backend.intake.pages import assisted, embedding, forms, receipts, visiting

urlpatterns = [
    path("forms/<slug:slug>/", forms.without_language, name="form_without_language"),
    path("forms/<slug:slug>/<str:language>/", forms.form, name="form"),
    path("forms/<slug:slug>/<str:language>/preview/", forms.preview, name="form_preview"),
    path("assisted/<slug:slug>/<str:language>/", assisted.assisted, name="assisted"),
    path("embed/<slug:slug>/<str:language>/", embedding.embedded, name="embedded"),
    path("embed.js", embedding.script, name="embedding_script"),
    path("receipt/", receipts.receipt, name="receipt"),
    path("leave/", visiting.leave, name="leave"),
]
