"""Fills the database of DATABASE_URL for the faults and says who may ask there."""

import io
import json
import sys


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.server import ROLE, lock
    from tests.factories.partners import PartnerFactory, access_token, api_client, member

    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS")
    # The privileges of that role come with the tables.
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_directory", stdout=io.StringIO())
    lock()
    from backend.partners.roles import SCOPES, Role

    known = {"slug": "qytet", "prefix": "QYT", "name": "Qytetarët"}
    partner = PartnerFactory(**known, country="AL", languages=["sq", "ka"])
    program = api_client(partner, Role.COORDINATOR, list(SCOPES))
    facts = {
        "partner": partner.slug,
        "token": access_token(program.client_id, seconds=30 * 86_400),
        "person": str(member(partner, Role.CASEWORKER).pk),
    }
    sys.stdout.write(f"\n{json.dumps(facts)}\n")


if __name__ == "__main__":
    main()
