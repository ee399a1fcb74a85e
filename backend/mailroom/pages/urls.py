"""The address at which institutions answer."""

from django.urls import path

from backend.files.receiving import takes_files
from backend.mailroom.pages import answering

urlpatterns = [path("answer/<str:token>/", takes_files(answering.answer), name="answer")]
