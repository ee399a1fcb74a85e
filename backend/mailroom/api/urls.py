"""Addresses of incoming mail."""

from django.urls import URLPattern, path

from backend.mailroom.api.mails import IncomingContentViewSet, IncomingMailViewSet

_MAIL = "incoming-mail/<uuid:mail_id>/"

urlpatterns: list[URLPattern] = [
    path("incoming-mail/", IncomingMailViewSet.as_view({"get": "list"}), name="incoming-mails"),
    path(_MAIL, IncomingMailViewSet.as_view({"get": "retrieve"}), name="incoming-mail"),
    *(
        path(f"{_MAIL}{verb}/", IncomingMailViewSet.as_view({"post": verb}), name=f"incoming-mail-{verb}")
        for verb in ("assign", "dismiss", "take_back")
    ),
    path(
        f"{_MAIL}original/",
        IncomingContentViewSet.as_view({"post": "original"}),
        name="incoming-mail-original",
    ),
    path(
        f"{_MAIL}files/<uuid:file_id>/",
        IncomingContentViewSet.as_view({"get": "file"}),
        name="incoming-mail-file",
    ),
]
