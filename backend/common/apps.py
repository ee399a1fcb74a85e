from django.apps import AppConfig
from django.conf import locale


class CommonConfig(AppConfig):
    name = "backend.common"

    def ready(self) -> None:
        # Django knows Serbian Cyrillic only as "sr"; the tag with its script is what browsers send.
        locale.LANG_INFO.setdefault(
            "sr-cyrl",
            {
                "bidi": False,
                "code": "sr-cyrl",
                "name": "Serbian Cyrillic",
                "name_local": "српски (ћирилица)",
            },
        )
