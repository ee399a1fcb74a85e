"""Fills an empty installation for a visit: real places and institutions, partners, a program of each.

Runs in a process of its own, `python -m tests.e2e.seed`, under the settings of the product, and prints what
the tests need to know as JSON.
"""

import io
import json
import os
import secrets
import sys
from typing import Any

PARTNERS: tuple[dict[str, Any], ...] = (
    {"slug": "qytet", "prefix": "QYT", "name": "Qytetarët", "country": "AL", "time_zone": "Europe/Tirane"},
    {"slug": "aktiv", "prefix": "AKT", "name": "Aktiv", "country": "XK", "time_zone": "Europe/Belgrade"},
    {"slug": "lda", "prefix": "LDA", "name": "ადა", "country": "GE", "time_zone": "Asia/Tbilisi"},
    # Somebody wants to silence this one.
    {"slug": "breg", "prefix": "BRG", "name": "Bregu", "country": "AL", "time_zone": "Europe/Tirane"},
    # Here a day's work waits in the morning.
    {"slug": "dita", "prefix": "DIT", "name": "Agimi", "country": "AL", "time_zone": "Europe/Tirane"},
    # This one seals identities, and has two who open them.
    {"slug": "vula", "prefix": "VUL", "name": "Vula", "country": "AL", "time_zone": "Europe/Tirane"},
)
# What waits there, in words that no log may hold.
TOLD = ("Kadastra nuk më përgjigjet.", "Më kërkuan para në spital.", "Ujësori nuk vjen çdo ditë.")
PUT_ASIDE = ("Breshër i parë.", "Breshër i dytë.")
MAIL = "Certifikata lëshohet nesër."


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


def made(facts: dict[str, Any]) -> dict[str, Any]:
    """The partner, a program that may do what its coordinator may, and a person of each role."""
    from backend.common.languages import Language
    from backend.partners.roles import SCOPES, Role
    from tests.factories.partners import PartnerFactory, access_token, api_client

    partner = PartnerFactory(**facts, languages=list(Language.values))
    if partner.slug == "dita":
        work_of_a_morning(partner)
    program = api_client(partner, Role.COORDINATOR, list(SCOPES))
    people = {role.value: person(partner, role) for role in Role}
    if partner.slug == "vula":
        people["second_custodian"] = person(partner, Role.CUSTODIAN, "second")
    return {
        "form_key": str(partner.form_key),
        "token": access_token(program.client_id),
        "people": people,
    }


def work_of_a_morning(partner: Any) -> None:
    """New complaints, some put aside by the door, and a mail of which nobody knows where it belongs."""
    from backend.common import clock
    from backend.mailroom.services.taking import Fetched, take_mail
    from tests.factories import complaints as filing
    from tests.mailroom.letters import mail

    for words in TOLD:
        filing.file(partner, narrative=words, category="delay", institution="al-cadastre")
    for words in PUT_ASIDE:
        filing.quarantined(partner, narrative=words)
    take_mail(partner, "zyra@dita.example", Fetched(mail(text=MAIL).as_bytes(), clock.now()))


def person(partner: Any, role: Any, which: str = "") -> dict[str, str]:
    """Who signs in to the dashboard, with a password that only this installation knows."""
    from tests.factories.partners import member

    password = secrets.token_urlsafe(24)
    name = " ".join(filter(None, (str(role.label), which, f"of {partner.slug}")))
    email = f"{which}{role.value}@{partner.slug}.example.org"
    user = member(partner, role, name=name, email=email, password=password)
    return {"id": str(user.pk), "name": name, "email": user.email, "password": password}


if __name__ == "__main__":
    main()
