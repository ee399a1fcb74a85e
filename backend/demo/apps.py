"""The demonstration network: invented partners, people and cases, made through the services of real ones."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "backend.demo"
    label = "demo"
    verbose_name = "Demonstration network"
