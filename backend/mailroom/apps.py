from django.apps import AppConfig


class MailroomConfig(AppConfig):
    name = "backend.mailroom"
