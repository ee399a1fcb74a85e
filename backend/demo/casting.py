"""Who takes part in a story: the complainant, and who of the partners' staff does what."""

from dataclasses import dataclass
from random import Random
from typing import Final

from backend.demo.journeys import Journey, Need
from backend.demo.texts import Network, Organisation, Wording, name_pools, phrases

_ALSO_RESTRICTED: Final = 0.12
"""The share of corruption cases that a coordinator restricts although the text alone would not ask for it."""


@dataclass(frozen=True, slots=True, repr=False)
class Complainant:
    """How the complaint reached the partner, and who is behind it (nobody, for an anonymous one)."""

    channel: str
    recorded_by: str
    name: str
    phone: str
    email: str
    contact_wish: str
    contact_note: str
    agrees_to_referral: bool
    agrees_to_publication: bool


@dataclass(frozen=True, slots=True)
class Casting:
    """E-mail addresses by part. A restricted case is seen by `named` and nobody else."""

    desk: str
    worker: str
    colleague: str
    chief: str
    approver: str
    named: tuple[str, ...]
    # The colleague can have a conflict of interest: nobody needs that one later, nor the case open to all.
    may_conflict: bool


def cast_staff(organisation: Organisation, journey: Journey, wording: Wording, rng: Random) -> Casting:
    """The partner's people for one case; nobody approves what he wrote."""
    workers = organisation.with_role("caseworker")
    worker = rng.choice(workers)
    chief, lawyer = organisation.with_role("coordinator")[0], organisation.with_role("legal_adviser")[0]
    approver = lawyer if lawyer != worker else chief
    restricted = wording.restricted or (
        wording.kind == "corruption"
        and wording.complainant == "confidential"
        and Need.UNRESTRICTED not in journey.needs
        and rng.random() < _ALSO_RESTRICTED
    )
    colleague = next((one for one in workers if one != worker), lawyer)
    return Casting(
        desk=worker if restricted else rng.choice(organisation.with_role("intake_officer")),
        worker=worker,
        colleague=colleague,
        chief=chief,
        approver=approver,
        named=tuple(dict.fromkeys((chief, worker, approver))) if restricted else (),
        may_conflict=not restricted and Need.UNRESTRICTED not in journey.needs and colleague != approver,
    )


def cast_complainant(organisation: Organisation, wording: Wording, number: int, rng: Random) -> Complainant:
    """An invented person, with the ways of contact that fit how openly the complaint was made."""
    channel = _channel(wording, rng)
    anonymous = wording.complainant == "anonymous"
    name, phone = ("", "") if anonymous else _person(wording, rng)
    return Complainant(
        channel=channel,
        recorded_by=_recorder(organisation, channel, rng),
        name=name,
        phone=phone,
        email="" if anonymous or rng.random() < 0.5 else f"complainant{number}@mail.example.net",
        contact_wish="phone"
        if wording.complainant == "identified" and rng.random() < 0.5
        else "receipt_only",
        contact_note=_note(wording, rng),
        agrees_to_referral=rng.random() < 0.85,
        agrees_to_publication=rng.random() < 0.3,
    )


def neighbour_of(organisation: Organisation, network: Network) -> Organisation | None:
    """The other partner in the same country, to share with or to hand over to."""
    others = (one for one in network.organisations if one.slug != organisation.slug)
    return next((one for one in others if one.country == organisation.country), None)


def _channel(wording: Wording, rng: Random) -> str:
    if wording.complainant == "anonymous":
        return "web_form"
    if wording.complainant == "confidential":
        return rng.choice(("web_form", "web_form", "in_person"))
    return rng.choice(("web_form", "web_form", "web_form", "phone", "in_person", "letter", "field"))


def _recorder(organisation: Organisation, channel: str, rng: Random) -> str:
    if channel == "web_form":
        return ""
    if channel == "field":
        return rng.choice(
            organisation.with_role("field_researcher") or organisation.with_role("intake_officer")
        )
    return rng.choice(organisation.with_role("intake_officer"))


def _person(wording: Wording, rng: Random) -> tuple[str, str]:
    pool = name_pools().get(wording.language) or name_pools()[f"{wording.language}-{wording.country}"]
    name = f"{rng.choice(pool.first)} {rng.choice(pool.last)}"
    return name, pool.phone.format(number=rng.randint(0, 9999))


def _note(wording: Wording, rng: Random) -> str:
    if wording.complainant != "confidential" or rng.random() < 0.4:
        return ""
    text: str = phrases()["from_complainant"][wording.language]["safe_contact"]
    return text
