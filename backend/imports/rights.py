"""Who imports: those who keep the partner and read its complaints, because the file holds all their words."""

from typing import Final
from uuid import UUID

from backend.partners.actors import Actor, actor_of
from backend.partners.models import User

# What a program needs for the same.
SCOPES: Final = ("partner:manage", "cases:read")


def importing_partners(actor: Actor) -> tuple[UUID, ...]:
    """The partners whose imports the actor sees and may begin. Keeping the platform opens none."""
    reads = actor.partners_with("read_complaints")
    return tuple(partner for partner in actor.partners_with("manage_partner") if partner in reads)


def importer(user: User | None) -> Actor:
    """Whoever started it, with the rights of today."""
    if user is None:
        return Actor.nobody()
    return actor_of(user, SCOPES if user.is_service else None)
