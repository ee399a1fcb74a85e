"""A complaint becomes a case: its reference number, its first line, its place in the search."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from backend.cases.models import Case, JudiciaryDetail, ReferenceCounter
from backend.cases.search import index
from backend.cases.services import conflicts, story
from backend.cases.stages import State
from backend.common import clock
from backend.common.written import insert
from backend.complaints.models import Complaint
from backend.keyring.models import DataKey
from backend.partners.actors import Actor
from backend.partners.models import Partner


@transaction.atomic(savepoint=False)
def open_case(
    *,
    case_id: UUID,
    owner: Partner,
    complaint: Complaint,
    data_key: DataKey,
    actor: Actor,
    judiciary: Mapping[str, Any] | None = None,
) -> Case:
    """The case of a complaint, in state `received`. Last in an intake: it holds the partner's counter."""
    case = Case(
        id=case_id,
        owner=owner,
        complaint=complaint,
        data_key=data_key,
        kind=complaint.kind,
        state=State.RECEIVED,
        category=complaint.category,
        institution=complaint.institution,
        place=complaint.place,
        opened_at=complaint.received_at,
        reference=next_reference(owner),
    )
    insert(case)
    if judiciary:
        _keep_judiciary(case, judiciary)
    index.enter(case)
    story.tell(
        case, actor, "case.received", to_state=State.RECEIVED, kind=case.kind, channel=complaint.channel
    )
    told = [complaint.narrative, complaint.wish, *(str(told) for told in (judiciary or {}).values())]
    conflicts.close_to_whom_it_names(case, "\n".join(told), actor)
    return case


def _keep_judiciary(case: Case, told: Mapping[str, Any]) -> None:
    """What the complainant told of court and proceedings. From now on it is the caseworker's to correct."""
    detail = JudiciaryDetail(case=case, data_key=case.data_key)
    for name, value in told.items():
        setattr(detail, name, value)
    detail.save(force_insert=True)


def next_reference(owner: Partner, *, year: int | None = None) -> str:
    """`PIF-2026-000123`: prefix, year (today's in the partner's time zone unless named), running number.

    One statement takes and holds the counter's row until the transaction ends, so that numbers have neither
    gaps (a rolled back intake gives its number back) nor repeats.
    """
    year = year or clock.today(owner.time_zone).year
    table = connection.ops.quote_name(ReferenceCounter._meta.db_table)
    partner = ReferenceCounter._meta.get_field("partner").get_db_prep_save(owner.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (partner_id, year, last) VALUES (%s, %s, 1)"  # noqa: S608  # our own table's name
            f" ON CONFLICT (partner_id, year) DO UPDATE SET last = {table}.last + 1 RETURNING last",
            [partner, year],
        )
        number = cursor.fetchone()[0]
    return f"{owner.prefix}-{year}-{number:06d}"
