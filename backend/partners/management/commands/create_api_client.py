"""`manage.py create_api_client --partner pif --role caseworker`: lets a program in and shows its secret."""

import json
import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.encoding import force_str

from backend.common.errors import Invalid, NotFound, Problem
from backend.partners.actors import Actor
from backend.partners.roles import SCOPES, Role
from backend.partners.services import create_api_client
from backend.partners.services.clients import TOKEN_PATH


class Command(BaseCommand):
    """Prints one JSON document: client_id, client_secret, token_url, scopes."""

    help = "Create an API client of a partner; prints its id, secret and token address as JSON, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--partner", required=True, metavar="SLUG")
        parser.add_argument("--role", required=True, choices=[role.value for role in Role])
        parser.add_argument("--name", default="", help="how the partner calls the program")
        parser.add_argument(
            "--scope",
            action="append",
            choices=list(SCOPES),
            help="repeat for several; default: all of the role",
        )
        parser.add_argument("--base-url", default="", help="where this installation is reached from outside")

    def handle(self, *args: Any, **options: Any) -> None:
        role = Role(options["role"])
        try:
            made = create_api_client(
                options["partner"],
                role=role,
                name=options["name"] or f"{role.value} program",
                scopes=options["scope"],
                actor=Actor.system(),
            )
        except NotFound:
            raise CommandError(f"There is no partner with the slug {options['partner']!r}.") from None
        except Problem as problem:
            raise CommandError(_sentence(problem)) from None
        printed = {
            "client_id": made.client_id,
            "client_secret": made.client_secret,
            "token_url": (options["base_url"] or _base_url()).rstrip("/") + TOKEN_PATH,
            "scopes": made.scopes,
        }
        self.stdout.write(json.dumps(printed, indent=2))


def _sentence(problem: Problem) -> str:
    if isinstance(problem, Invalid):
        return " ".join(f"{error.field}: {force_str(error.message)}" for error in problem.errors)
    return f"{force_str(problem.title)} ({problem.code})"


def _base_url() -> str:
    if settings.DOSJA_MODE == "production":
        return f"https://{settings.ALLOWED_HOSTS[0].lstrip('.')}"
    return f"http://localhost:{os.environ.get('PORT') or 8000}"
