"""What a form's pages carry so that a flood can be told from a person: a token, a trap, room for a proof.

Nothing of it is needed: a page that is old, was sent twice or comes from a browser without scripts is taken
in like any other, and at worst somebody looks at the complaint before it becomes a case.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpRequest, QueryDict

from backend.doorkeeping.senders import sender_of
from backend.doorkeeping.services import proofs, tokens
from backend.intake.pages.doors import Door
from backend.intake.services import Screening, form_subject
from backend.partners.models import Partner

# Names that no browser fills in by itself.
TOKEN, TRAP, PROOF = "page_token", "remarks_2", "proof"
_LONGEST_TOKEN: Final = 200
_LONGEST_PROOF: Final = 4_000


def carried(content: Mapping[str, Any], partner: Partner) -> dict[str, Any]:
    """The token of the draft; on the first page, before there is a draft, a new one."""
    given_out = content.get("page_token") or tokens.new_form_token(form_subject(partner))
    return {"page_token": given_out}


def puzzle() -> dict[str, Any]:
    """The puzzle that a script solves while the person reads the last page."""
    return {"challenge": json.dumps(proofs.new_challenge())}


def begin(content: dict[str, Any], sent: QueryDict) -> None:
    """The draft keeps the token of the page that it began with, which says when that page was opened."""
    content["page_token"] = sent.get(TOKEN, "")[:_LONGEST_TOKEN]


def look(content: dict[str, Any], sent: QueryDict) -> None:
    """Note that something was written where no person writes; not what it was."""
    if sent.get(TRAP, "").strip():
        content["trapped"] = True


def screening_of(request: HttpRequest, door: Door, content: Mapping[str, Any]) -> Screening | None:
    """All that is known of this sending. Who is signed in answers for what is filed and is not looked at."""
    if door.actor(request).is_signed_in:
        return None
    return Screening(
        sender=sender_of(request),
        proof=request.POST.get(PROOF, "")[:_LONGEST_PROOF],
        token=content.get("page_token", ""),
        trap="filled" if content.get("trapped") else "",
    )
