"""Rotates keys: new versions of partners' keys, or all partners' keys under a new root key."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.keyring.services import rotation
from backend.keyring.services.rotation import Batch
from backend.partners.actors import Actor
from backend.partners.models import Partner
from backend.partners.services import reseal_second_factors


class Command(BaseCommand):
    help = (
        "Give partners a new key version and wrap their data keys by it. Values are not touched. May be "
        "killed at any moment: run it again and it goes on. With --root: wrap the partners' keys by "
        "DOSJA_ROOT_KEY, while the root key before it stands in DOSJA_ROOT_KEYS_OLD."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--partner", metavar="SLUG", help="only this partner")
        parser.add_argument("--root", action="store_true", help="wrap by the current root key")
        parser.add_argument("--batch", type=int, default=rotation.BATCH, help="data keys per transaction")

    def handle(
        self, *args: Any, partner: str | None = None, root: bool = False, batch: int, **options: Any
    ) -> None:
        if root and partner:
            raise CommandError("the root key is one for all partners: give either --root or --partner")
        if batch < 1:
            raise CommandError("--batch is at least 1")
        failed = self._root() if root else self._partners(_partner_id(partner), batch)
        if failed:
            raise CommandError(f"{failed} could not be opened and stay as they were; see the log")
        self.stdout.write("finished")

    def _partners(self, partner_id: UUID | None, size: int) -> int:
        begun = rotation.begin(partner_id=partner_id, actor=Actor.system())
        waiting = rotation.waiting(partner_id).count()
        if begun:
            self.stdout.write(f"{begun} partner keys have a new version")
        elif waiting:
            self.stdout.write("an earlier rotation was not finished: going on, without new versions")
        return self._walk(rotation.data_key_batches(partner_id=partner_id, size=size), waiting, "data keys")

    def _root(self) -> int:
        total = rotation.under_old_root().count()
        failed = self._walk(rotation.partner_key_batches(actor=Actor.system()), total, "partner keys")
        failed += self._walk(rotation.audit_head_batches(), None, "heads of audit chains")
        self.stdout.write(f"{reseal_second_factors()} second factors")
        for what, reseal in rotation.RESEALERS.items():
            self.stdout.write(f"{reseal()} {what}")
        return failed

    def _walk(self, batches: Iterator[Batch], total: int | None, what: str) -> int:
        done = failed = 0
        for step in batches:
            done, failed = done + step.done, failed + step.failed
            of_total = "" if total is None else f" of {total}"
            self.stdout.write(f"{done}{of_total} {what}")
        return failed


def _partner_id(slug: str | None) -> UUID | None:
    if slug is None:
        return None
    partner = Partner.objects.filter(slug=slug).first()
    if partner is None:
        raise CommandError("there is no such partner")
    return partner.pk
