"""Addresses of the citizens' pages: few and always the same, so that a browser's history tells little."""

from django.urls import path

from backend.files.receiving import takes_files
from backend.intake.pages import assisted, embedding, forms, receipts, visiting

urlpatterns = [
    path("forms/<slug:slug>/", forms.without_language, name="form_without_language"),
    path("forms/<slug:slug>/<str:language>/", takes_files(forms.form), name="form"),
    path("forms/<slug:slug>/<str:language>/preview/", takes_files(forms.preview), name="form_preview"),
    path("assisted/<slug:slug>/<str:language>/", takes_files(assisted.assisted), name="assisted"),
    path("embed/<slug:slug>/<str:language>/", takes_files(embedding.embedded), name="embedded"),
    path("embed.js", embedding.script, name="embedding_script"),
    path("receipt/", takes_files(receipts.receipt), name="receipt"),
    path("leave/", visiting.leave, name="leave"),
]
