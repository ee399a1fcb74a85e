"""`manage.py create_platform_administrator --email …`: names a person who keeps the platform for all."""

import getpass
import secrets
import sys
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils.encoding import force_str

from backend.common.errors import Problem
from backend.partners.actors import Actor
from backend.partners.models import SERVICE_DOMAIN, User
from backend.partners.services import create_platform_administrator


class Command(BaseCommand):
    """The password never stands on the command line: other people of the machine could read it there."""

    help = "Create a platform administrator: keeps partners, members and the directory, sees no case."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", default="Platform administrator")
        how = parser.add_mutually_exclusive_group()
        how.add_argument(
            "--password-stdin", action="store_true", help="read the password from standard input"
        )
        how.add_argument("--generate", action="store_true", help="make a password and print it once")

    def handle(self, *args: Any, **options: Any) -> None:
        email = _checked_email(options["email"])
        password = _password(options)
        _check_password(password, User(email=email, name=options["name"]))
        try:
            create_platform_administrator(
                email=email, name=options["name"], password=password, actor=Actor.system()
            )
        except Problem as problem:
            raise CommandError(f"{force_str(problem.title)} ({problem.code})") from None
        if options["generate"]:
            self.stdout.write(f"Password, shown this once: {password}")
        self.stdout.write(self.style.SUCCESS("The platform administrator can sign in now."))


def _checked_email(email: str) -> str:
    try:
        validate_email(email)
    except ValidationError:
        raise CommandError("This is not an e-mail address.") from None
    if email.lower().endswith(f"@{SERVICE_DOMAIN}"):
        raise CommandError("This is not a person's e-mail address.")
    return email


def _password(options: dict[str, Any]) -> str:
    if options["generate"]:
        return secrets.token_urlsafe(18)
    if options["password_stdin"]:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise CommandError("Nobody is there to type a password: use --password-stdin or --generate.")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Password, once more: ") != password:
        raise CommandError("The two passwords differ.")
    return password


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from None
