"""What a person does to bring a letter to an institution: steps, what to print, what to copy."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from backend.cases.models import Delivery, InstitutionReferral
from backend.cases.services.mailing import LETTER_FILE, attachment_name
from backend.common import clock
from backend.common.kinds import CaseKind

_OLD: Final = timedelta(days=365)
Text = str | Promise
Channel = InstitutionReferral.Channel


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, or to know; `code` for programs, `text` for people."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One file that goes along: `file` is its id in the case; the letter itself has none."""

    name: str
    title: str
    media_type: str
    size: int
    sha256: str
    file: str | None = None


@dataclass(frozen=True, slots=True)
class CopyField:
    """A text ready to be copied into a field of a portal."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """Everything that a person needs to bring this letter on its way."""

    recipient: str
    address_lines: list[str]
    address: str
    steps: list[Step]
    warnings: list[Step]
    enclosed: list[Enclosed]
    fields: list[CopyField]


def guidance_for(delivery: Delivery) -> Guidance | None:
    """In the caller's language, from what was frozen. None where that did not leave and is gone."""
    dossier = delivery.dossier
    if dossier is None:
        return None
    content = dossier.content
    part, channel = content["parts"][0], delivery.institution_channel
    address = delivery.dispatch.to_address if delivery.dispatch else channel.value if channel else ""
    return Guidance(
        recipient=part["recipient"],
        address_lines=part["address_lines"],
        address=address,
        steps=_STEPS[Channel(delivery.channel)](),
        warnings=list(_warnings(delivery)),
        enclosed=_enclosed(delivery, content),
        fields=_fields(content) if delivery.channel == Channel.PORTAL else [],
    )


def _enclosed(delivery: Delivery, content: dict[str, Any]) -> list[Enclosed]:
    dossier = delivery.dossier
    size, sha256 = (dossier.size, dossier.sha256) if dossier else (0, "")
    letter = Enclosed(LETTER_FILE, _("The letter"), "application/pdf", size, sha256)
    return [letter, *(_attachment(one) for one in content["attachments"])]


def _attachment(one: dict[str, Any]) -> Enclosed:
    told = (attachment_name(one), one["title"], one["media_type"], one["size"], one["sha256"])
    return Enclosed(*told, file=one["file"])


def _fields(content: dict[str, Any]) -> list[CopyField]:
    """In each language of the letter: most portals take one."""
    first = content["parts"][0]
    return [
        CopyField("recipient", _("Recipient"), first["recipient"]),
        CopyField("sender", _("Sender"), first["sender"]),
        CopyField("reference", _("Our number"), content["reference"]),
        *(
            CopyField(name, label, part[key])
            for part in content["parts"]
            for name, label, key in (
                ("subject", _("Subject"), "subject"),
                ("text", _("Text"), "letter"),
            )
        ),
    ]


def _email() -> list[Step]:
    return [
        Step("wait", _("The letter leaves by itself through your organisation's mail account.")),
        Step("unclear", _("If it stays unclear whether it left, look for the copy in your own mailbox.")),
    ]


def _post() -> list[Step]:
    return [
        Step("print", _("Print the letter and its attachments.")),
        Step("sign", _("Have the letter signed and stamped where the place for it is.")),
        Step("address", _("Write the recipient and the address on the envelope.")),
        Step("hand_in", _("Hand it in as a registered letter with confirmation of delivery.")),
        Step("number", _("Note the day and the number on the postal receipt.")),
        Step("proof", _("Scan or photograph the receipt, and add it to the files of the case.")),
        Step("record", _("Record here that it left: the day, the number, the receipt.")),
    ]


def _in_person() -> list[Step]:
    return [
        Step("print", _("Print the letter and its attachments twice.")),
        Step("sign", _("Have both copies of the letter signed and stamped.")),
        Step("hand_in", _("Hand one copy in at the institution's registry.")),
        Step("stamp", _("Let the registry put its number, date and stamp on your copy.")),
        Step("proof", _("Scan or photograph your stamped copy, and add it to the files of the case.")),
        Step("record", _("Record here that it was handed in: the day, the stamped copy.")),
    ]


def _portal() -> list[Step]:
    return [
        Step("open", _("Open the institution's portal and sign in as your organisation.")),
        Step("copy", _("Copy the texts below into the portal's fields.")),
        Step("attach", _("Add the letter and the attachments. Their checksums tell whether they are whole.")),
        Step("look", _("Look at it once more before you send it: the complainant's name is nowhere.")),
        Step("proof", _("Keep the portal's confirmation as a file of the case, if it gives one.")),
        Step("record", _("Record here that it was sent: the day, the portal's number.")),
    ]


_STEPS: Final[dict[Channel, Callable[[], list[Step]]]] = {
    Channel.EMAIL: _email,
    Channel.POST: _post,
    Channel.IN_PERSON: _in_person,
    Channel.PORTAL: _portal,
}


def _warnings(delivery: Delivery) -> Iterator[Step]:
    """What a careful person would look at before the letter leaves this way."""
    channel = delivery.institution_channel
    if channel is None:
        yield Step("no_channel", _("The directory knows no such way to this institution. Ask there first."))
    elif channel.problem_since is not None:
        yield Step("channel_troubled", _("Letters did not arrive this way lately. Ask there first."))
    elif channel.confirmed_on is None or channel.confirmed_on < clock.now().date() - _OLD:
        yield Step("channel_unconfirmed", _("Nobody confirmed this way during the last year."))
    sensitive = delivery.referral.case.kind in (CaseKind.CORRUPTION, CaseKind.JUDICIARY)
    if delivery.channel == Channel.EMAIL and sensitive:
        yield Step("email_is_open", _("E-mail can be read on its way. Consider the post for this letter."))
