"""What a part of the opened receipt's page is, and what it is given to work with.

The page (`pages/receipts.py`) opens and closes the visit, keeps what was typed, tells what was refused, and
puts the parts of `parts.PARTS` under each other. Everything that belongs to one matter stands in one module
beside this one: its context, its template, its buttons, its fields. To add a matter, write a module that ends
with a `PART`, a template under `templates/intake/parts/`, and name the part in `PARTS`; the page stays as is.

All parts stand in ONE form, so that whichever button is pressed, what was typed in the other parts is not
lost. Therefore the names of buttons and fields are the page's own: begin them with the name of the part
(`files_add`, `rating_comment`); a test sees to it that no two parts use the same.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import Promise

from backend.cases.services.status import CaseStatus, status_of
from backend.common import clock
from backend.complaints.models import Complaint
from backend.intake.models import ReceiptVisit
from backend.intake.services import visits

Content = visits.Content
Words = str | Promise
# Longer than anything that is accepted, so that who wrote too much can shorten it.
LONGEST_TYPED: Final = 60_000


class Visit:
    """One request by somebody who holds the receipt: the complaint, what the visit keeps, what was sent.

    `content` is the sealed content of the visit; handlers change it only through `once`. Its keys are the
    page's: `turn`, `begun` (when the receipt was opened), `typed` ({field: value}), `notice` (told once, on
    the next page). A part that has to remember something between two pages, such as the step of a dialogue,
    uses a key of its own name.
    """

    def __init__(self, request: HttpRequest, token: str, content: Content, complaint: Complaint) -> None:
        self.request, self.token, self.content, self.complaint = request, token, content, complaint
        # What happens from here on is not on this page yet.
        self.at = clock.now()
        # A button may carry an argument: `go=files_open:<id>`.
        self.argument = request.POST.get("go", "").partition(":")[2]
        self.fields: tuple[str, ...] = ()

    @property
    def begun(self) -> datetime:
        """When the receipt was opened."""
        return datetime.fromisoformat(self.content["begun"])

    @cached_property
    def status(self) -> CaseStatus:
        """How the complaint stands, read once for all parts."""
        return status_of(self.complaint)

    def sent(self, name: str) -> str:
        """What was sent in a field of this request."""
        return self.request.POST.get(name, "")

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields of all parts now: as just sent, or as kept from the page before."""
        before: dict[str, str] = self.content.get("typed", {})
        if self.request.method != "POST":
            return dict(before)
        found = {name: self.sent(name)[:LONGEST_TYPED] for name in self.fields}
        # While one part has the page for itself, the fields of the others were not there to be sent.
        kept = before if self.sent("alone") else {}
        return kept | {name: value for name, value in found.items() if value}

    def once(self, act: Callable[[Content], object]) -> None:
        """Do something once, however often its button is pressed: a second press of the same page changes
        nothing. `act` gets the content of the visit, held; what it raises is told on the page and undoes all
        of it. It drops what it used (`kept["typed"].pop("text")`) and may set `kept["notice"]`.
        """

        def acted(kept: Content) -> None:
            if kept["turn"] == self.sent("turn"):
                kept["typed"] = self.typed
                act(kept)
                kept["turn"] = new_turn()

        visits.change(ReceiptVisit, self.token, acted)


Handler = Callable[[Visit], HttpResponseBase | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One matter on the page of an opened receipt.

    `shown` gives the context of the template, which finds it as `part`; None leaves the matter out. It runs
    on every GET and after every refusal, so what it writes (a message was read) may happen twice.
    The template sees besides: `status`, `typed` ({field: value}), `errors` ({field: sentence}), `time_zone`,
    `language`, `day` (the format of a date). Where a field has an error it carries `aria-invalid` and
    `aria-describedby="<field>_error"`; the summary above links to `id_<field>`.
    `buttons` are the values of `go` with what they do. A handler gives nothing (the page is shown anew, after
    a redirect) or an answer of its own (a download). It refuses by raising a `Problem`; the fields of an
    `Invalid` are names of inputs. Whatever changes something runs inside `visit.once`.
    `fields` are the names of its inputs, kept when another button is pressed or the language is changed.
    `words` are those among them that somebody wrote for long ({field: label}): they outlive even the visit.
    `notices` are sentences that its handlers may have told ({code: sentence}).
    `alone` says whether the part has the page for itself, such as to ask once more before a step that is hard
    to take back. On a small telephone a question far down the page would not be seen.
    """

    name: str
    template: str
    shown: Callable[[Visit], Mapping[str, Any] | None]
    buttons: Mapping[str, Handler] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    words: Mapping[str, Words] = field(default_factory=dict)
    notices: Mapping[str, Words] = field(default_factory=dict)
    takes_files: bool = False
    alone: Callable[[Visit], bool] = lambda visit: False


def new_turn() -> str:
    """Names one state of the page; a button pressed on an older state is known by it."""
    return secrets.token_urlsafe(9)
