"""Tells how the keys stand, and fails where one does not open."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.common import crypto
from backend.keyring import alarms
from backend.keyring.services import status


class Command(BaseCommand):
    help = (
        "Tell of each partner the version of its key, since when, under which root keys its versions lie, "
        "how many data keys there are, wait for a rotation to go on, are destroyed and do not open. Only ids "
        "and numbers; the exit code is 1 where something does not open. --try-all opens every data key."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--try-all", action="store_true", help="open every data key, not only the partners'"
        )

    def handle(self, *args: Any, try_all: bool = False, **options: Any) -> None:
        current, *old = [root.id for root in crypto.root_keys()]
        self.stdout.write(f"root key: {current}; old ones given: {', '.join(old) or 'none'}")
        broken, needed = 0, set[str]()
        for keys in status.partners_keys(try_all=try_all):
            broken += keys.broken
            needed |= {*keys.roots}
            self.stdout.write(
                f"{keys.slug}: version {keys.version} since {keys.since:%Y-%m-%d},"
                f" root {' '.join(keys.roots)}, {keys.living} data keys, {keys.waiting} waiting,"
                f" {keys.destroyed} destroyed, {keys.broken} broken"
            )
        alarms.tell()
        self.stdout.write(self._roots({*old}, needed - {current}))
        recent = status.alarms_since(status.recently())
        self.stdout.write(f"broken seals told in {status.RECENT.days} days: {recent}")
        if broken:
            raise CommandError(f"{broken} keys do not open; see the log")

    def _roots(self, given: set[str], needed: set[str]) -> str:
        if needed - given:
            return f"missing old root keys: {' '.join(sorted(needed - given))}"
        if needed:
            return "old root keys are still needed: run rotate_keys --root"
        return "old root keys are needed no more" if given else "no old root key is needed"
