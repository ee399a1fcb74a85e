"""The network that generated cases belong to: 50 partners, and one person for each kind of sight."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from backend.demo.load.proportions import PARTNERS
from backend.keyring.models import PartnerKey
from backend.keyring.services.keys import active_partner_key, partner_digests
from backend.partners.actors import Actor
from backend.partners.models import Membership, Partner, User
from backend.partners.roles import Role
from backend.partners.services import add_member, create_partner

_SLUG: Final = "load"
_PEOPLE: Final = 4
_TELEPHONES: Final = 1_000
# Largest first: country, time zone.
_COUNTRIES: Final = (("AL", "Europe/Tirane"), ("XK", "Europe/Belgrade"), ("GE", "Asia/Tbilisi"))
READERS: Final = ("20 shared cases only", "only old shares")
"""Partners that own nothing: what they see was shared with them."""


@dataclass(slots=True)
class Office:
    """A partner with its key, its people, and the telephones of those who come to it."""

    partner_id: UUID
    prefix: str
    country: str
    time_zone: str
    key: PartnerKey
    people: tuple[UUID, ...]
    coordinator: UUID
    # Telephone numbers of those who complain, and the mark that the vault keeps of each.
    marks: tuple[tuple[str, str], ...]


def build_network() -> None:
    """50 partners with their people, those that only read, and persons who work in several."""
    for number in range(PARTNERS + len(READERS)):
        _build_partner(number)
    for count in (3, 25):
        for number in range(5, 5 + count):
            _member(number, _address(f"in-{count}"), Role.CASEWORKER)


def offices() -> list[Office]:
    """All partners of the network, the largest first, then those that only read."""
    found = {partner.slug: partner for partner in Partner.objects.filter(slug__startswith=f"{_SLUG}-")}
    return [_office(found[slug(number)]) for number in range(PARTNERS + len(READERS))]


def actors() -> dict[str, User]:
    """One person for each kind of sight."""
    addresses = {
        "largest partner": _address("worker", 0, 0),
        "small partner": _address("worker", PARTNERS - 1, 0),
        "3 partners": _address("in-3"),
        "25 partners": _address("in-25"),
        **{name: _address("worker", PARTNERS + place, 0) for place, name in enumerate(READERS)},
    }
    people = {one.email: one for one in User.objects.filter(email__in=addresses.values())}
    return {name: people[address] for name, address in addresses.items()}


def slug(number: int) -> str:
    """What a partner of the network is called in addresses."""
    return f"{_SLUG}-{number + 1:02d}"


def _build_partner(number: int) -> None:
    country, time_zone = _COUNTRIES[number % len(_COUNTRIES)]
    create_partner(
        slug=slug(number),
        prefix="L" + "".join(chr(ord("A") + number // 26**place % 26) for place in (2, 1, 0)),
        name=f"Load {number + 1}",
        country=country,
        languages=["sq", "en"],
        time_zone=time_zone,
        actor=Actor.system(),
    )
    for person in range(_PEOPLE):
        _member(number, _address("worker", number, person), Role.CASEWORKER)
    _member(number, _address("coordinator", number), Role.COORDINATOR)


def _member(number: int, address: str, role: Role) -> None:
    name = address.partition("@")[0].replace("-", " ").capitalize()
    add_member(slug(number), email=address, name=name, role=role, actor=Actor.system())


def _address(who: str, *numbers: int) -> str:
    return "-".join([_SLUG, who, *(str(number + 1) for number in numbers)]) + "@example.org"


def _office(partner: Partner) -> Office:
    held = Membership.objects.filter(partner=partner, ended_at__isnull=True).select_related("user")
    roles = [(one.role, one.user.email, one.user_id) for one in held]
    workers = sorted((email, key) for role, email, key in roles if "-worker-" in email)
    coordinators = [key for role, _email, key in roles if role == Role.COORDINATOR]
    return Office(
        partner_id=partner.pk,
        prefix=partner.prefix,
        country=partner.country,
        time_zone=partner.time_zone,
        key=active_partner_key(partner.pk),
        people=tuple(key for _email, key in workers),
        coordinator=coordinators[0],
        marks=_marks(partner.pk),
    )


def _marks(partner_id: UUID) -> tuple[tuple[str, str], ...]:
    phones = [f"+35569{2_000_000 + number}" for number in range(_TELEPHONES)]
    telling = [phone[-8:] for phone in phones]
    return tuple(
        zip(
            phones, partner_digests(partner_id=partner_id, label="contact:phone", values=telling), strict=True
        )
    )
