"""The network that generated cases belong to: 50 partners, and one person for each kind of sight."""

import uuid
from dataclasses import dataclass, field

from backend.keyring.services.keys import active_partner_key
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.factories.partners import PartnerFactory, UserFactory, member

PARTNERS = 50


@dataclass
class Office:
    """A partner with its key and its people."""

    partner: Partner
    key_id: uuid.UUID
    people: list[User]
    numbers: int = 0


@dataclass
class Network:
    """The offices, largest first, and the people that are measured."""

    offices: list[Office]
    actors: dict[str, User] = field(default_factory=dict)


def build_network() -> Network:
    """50 partners, and one person for each kind of sight."""
    offices = []
    for _ in range(PARTNERS):
        partner = PartnerFactory()
        people = [member(partner, Role.CASEWORKER) for _ in range(4)]
        offices.append(Office(partner, active_partner_key(partner.pk).pk, people))
    actors = {"largest partner": offices[0].people[0], "small partner": offices[-1].people[0]}
    for count in (3, 25):
        person = UserFactory()
        for office in offices[5 : 5 + count]:
            member(office.partner, Role.CASEWORKER, user=person)
        actors[f"{count} partners"] = person
    reader = PartnerFactory()
    actors["20 shared cases only"] = member(reader, Role.CASEWORKER)
    offices.append(Office(reader, active_partner_key(reader.pk).pk, []))
    return Network(offices, actors)
