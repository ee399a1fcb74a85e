"""Fills an empty installation for the clients: one partner with cases, its programs, a directory.

Runs in a process of its own, `python -m tests.clients.seed`, and prints what the tests need to know as JSON.
"""

import io
import json
import os
import sys
from typing import Any

CASES = 7
WORDS = "Kadastra nuk përgjigjet, rasti numër {}."


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    said = io.StringIO()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_directory", stdout=said)
    sys.stdout.write(json.dumps(made()))


def made() -> dict[str, Any]:
    """The partner, a program for everything and one that may only read; a summary that the public reads."""
    from backend.partners.roles import SCOPES, Role
    from tests.factories import complaints as filing
    from tests.factories.partners import PartnerFactory, api_client, member
    from tests.georeport.conftest import AGREED, published

    partner = PartnerFactory(slug="qytet", prefix="QYT", name="Qytetarët", country="AL")
    about = {"category": "delay", "institution": "al-cadastre"}
    for number in range(CASES):
        filing.file(partner, narrative=WORDS.format(number), **about)
    told = filing.file(partner, consents=(filing.PROCESSING, AGREED), **about).case
    people = [member(partner, role) for role in (Role.CASEWORKER, Role.COORDINATOR)]
    programs = {
        "keeper": api_client(partner, Role.COORDINATOR, list(SCOPES)),
        "reader": api_client(partner, Role.COORDINATOR, ["cases:read"]),
    }
    return {
        "partner": partner.slug,
        "published": str(published(told, *people).pk),
        **{name: (one.client_id, one.client_secret) for name, one in programs.items()},
    }


if __name__ == "__main__":
    main()
