"""Checks the audit log: recomputes every chain and names the first broken number. It stands one floor
above the log itself, because the log does not know how partners are called."""

import logging
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.audit.models import PLATFORM_CHAIN, AuditChain
from backend.audit.verification import Verdict, verify
from backend.partners.models import Partner

logger = logging.getLogger("dosja.audit")


class Command(BaseCommand):
    help = (
        "Recompute the audit chains; exit status 1 and the first broken number where one was tampered with."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--partner", metavar="SLUG-OR-ID", help="only this partner's chain")

    def handle(self, *args: Any, partner: str | None = None, **options: Any) -> None:
        names = {PLATFORM_CHAIN: "platform"} | dict(Partner.objects.values_list("pk", "slug"))
        verdicts = [self._told(verify(chain), names) for chain in self._chains(names, partner)]
        broken = sum(verdict.broken is not None for verdict in verdicts)
        if broken:
            raise CommandError(f"{broken} of {len(verdicts)} chains are broken")
        self.stdout.write(f"{len(verdicts)} chains, all intact")

    def _chains(self, names: dict[UUID, str], partner: str | None) -> Iterator[AuditChain]:
        if partner is None:
            yield from AuditChain.objects.order_by("pk")
            return
        chain_id = next((key for key, name in names.items() if partner in (name, str(key))), None)
        chain = AuditChain.objects.filter(pk=chain_id).first() if chain_id else None
        if chain is None:
            raise CommandError("there is no such chain")
        yield chain

    def _told(self, verdict: Verdict, names: dict[UUID, str]) -> Verdict:
        name = names.get(verdict.chain_id, str(verdict.chain_id))
        if verdict.broken is None:
            self.stdout.write(f"{name}: {verdict.length} events, intact")
        else:
            # The number is for whoever reads what this prints; the log only raises the alarm.
            logger.critical("audit chain broken")
            damage, number = verdict.broken.damage, verdict.broken.number
            self.stdout.write(f"{name}: BROKEN at number {number} of {verdict.length}: {damage}")
        return verdict
