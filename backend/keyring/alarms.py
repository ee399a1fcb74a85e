"""Alarms of broken seals: noted where a seal does not open, told once nothing can take the telling back.

A broken seal ends in an error, and an error rolls its transaction back; a line of audit written on the way
would vanish with it. So the place is noted in this thread, and written when the request or the job is over.
"""

import logging
import threading
from collections.abc import Callable
from typing import Final
from uuid import UUID

from django.db import Error as DatabaseTrouble
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase

from backend.audit.services import record
from backend.doorkeeping.services import buckets
from backend.keyring.models import DataKey, PartnerKey
from backend.partners.actors import Actor

logger = logging.getLogger("dosja.keyring")
ACTION: Final = "key.seal_broken"
_noted = threading.local()


def note(what: str, key: UUID, *, model: type[DataKey] | type[PartnerKey] = DataKey) -> None:
    """Something sealed does not open: what it is (`complaints.message.text`) and under which key it lay."""
    logger.critical("seal broken: %s, %s %s", what, model._meta.verbose_name, key)
    _alarms().setdefault((what, key), model)


def tell() -> int:
    """Write what was noted into the chains of the partners whose keys they are; says how many lines.

    The same place is told once an hour, however often somebody tries to read it.
    """
    alarms = _alarms()
    told = 0
    while alarms:
        (what, key), model = alarms.popitem()
        try:
            told += _told(what, key, model)
        except DatabaseTrouble:
            # The log has it already; what was answered to the reader stays as it is.
            logger.critical("no line of audit for the broken seal of %s, %s", what, key)
    return told


@transaction.atomic
def _told(what: str, key: UUID, model: type[DataKey] | type[PartnerKey]) -> bool:
    if buckets.count(ACTION, f"{what} {key}") > 1:
        return False
    owner = model._base_manager.filter(pk=key).values_list("partner_id", flat=True).first()
    record(Actor.system(), ACTION, (model._meta.label_lower, key), chain=owner, what=what)
    return True


def _alarms() -> dict[tuple[str, UUID], type[DataKey] | type[PartnerKey]]:
    if not hasattr(_noted, "alarms"):
        _noted.alarms = {}
    found: dict[tuple[str, UUID], type[DataKey] | type[PartnerKey]] = _noted.alarms
    return found


class SealAlarms:
    """Middleware: tells when the answer is made and its transactions are over."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            return self.get_response(request)
        finally:
            tell()
