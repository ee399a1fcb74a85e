"""Fills an empty installation for a visit: real places and institutions, four partners, a program of each.

Runs in a process of its own, `python -m tests.e2e.seed`, under the settings of the product, and prints what
the tests need to know as JSON.
"""

import io
import json
import os
import sys
from typing import Any

PARTNERS: tuple[dict[str, Any], ...] = (
    {"slug": "qytet", "prefix": "QYT", "name": "Qytetarët", "country": "AL", "time_zone": "Europe/Tirane"},
    {"slug": "aktiv", "prefix": "AKT", "name": "Aktiv", "country": "XK", "time_zone": "Europe/Belgrade"},
    {"slug": "lda", "prefix": "LDA", "name": "ადა", "country": "GE", "time_zone": "Asia/Tbilisi"},
    # Somebody wants to silence this one.
    {"slug": "breg", "prefix": "BRG", "name": "Bregu", "country": "AL", "time_zone": "Europe/Tirane"},
)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    said = io.StringIO()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_directory", stdout=said)
    call_command("collectstatic", verbosity=0, interactive=False)
    sys.stdout.write(json.dumps({partner["slug"]: made(partner) for partner in PARTNERS}))


def made(facts: dict[str, Any]) -> dict[str, str]:
    """The partner, and a program that may do what its coordinator may."""
    from backend.common.languages import Language
    from backend.partners.roles import SCOPES, Role
    from tests.factories.partners import PartnerFactory, access_token, api_client

    partner = PartnerFactory(**facts, languages=list(Language.values))
    program = api_client(partner, Role.COORDINATOR, list(SCOPES))
    return {"form_key": str(partner.form_key), "token": access_token(program.client_id)}


if __name__ == "__main__":
    main()
