"""A draft becomes a complaint, once, however often its last button is pressed."""

from django.db import transaction

from backend.intake.models import Draft
from backend.intake.services import visits
from backend.intake.services.filing import Prepared, file_prepared, prepare
from backend.intake.services.screening import Screening
from backend.intake.services.statement import Statement
from backend.partners.actors import Actor
from backend.partners.models import Partner


def file_draft(
    *,
    token: str,
    partner: Partner,
    statement: Statement,
    actor: Actor,
    screening: Screening | None = None,
) -> bool:
    """File what a draft says and put the receipt in its place. Raises NotAllowed or Invalid.

    False where the draft is gone. A draft that was filed already stays as it is.
    """
    prepared = prepare(partner=partner, statement=statement, actor=actor)
    return _file_once(token, prepared, actor, screening)


@transaction.atomic
def _file_once(token: str, prepared: Prepared, actor: Actor, screening: Screening | None) -> bool:
    def put_receipt(content: visits.Content) -> None:
        # Under the draft's lock: the second of two requests finds the receipt of the first.
        if "receipt" in content:
            return
        filed = file_prepared(prepared=prepared, actor=actor, screening=screening)
        answered: visits.Content = {name: content[name] for name in ("partner", "door") if name in content}
        answered |= {"step": "receipt", "reference": filed.reference}
        content.clear()
        content |= answered | {"receipt": [filed.receipt.number, filed.receipt.secret]}

    return visits.change(Draft, token, put_receipt) is not None
