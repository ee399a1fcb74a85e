from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "backend.jobs"

    def ready(self) -> None:
        # A schedule exists once the module that declares it is loaded, in the web process as in the worker.
        autodiscover_modules("tasks")
