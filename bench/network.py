"""The generated network that is measured: its partners, and one person for each kind of sight."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from backend.demo.load import PARTNERS, actors
from backend.demo.load.network import slug
from backend.partners.models import Partner, User

TODAY = datetime.combine(datetime.now(UTC).date(), time(), UTC)
"""At its beginning the generated cases stand as they are measured."""


@dataclass(slots=True)
class Network:
    """Partners that own cases, largest first, and the people that are measured. `seconds` is what filling
    took, None where an earlier run did."""

    partners: list[Partner]
    actors: dict[str, User]
    seconds: float | None = None


def found_network() -> Network:
    """What was generated, as the database has it."""
    by_slug = Partner.objects.in_bulk(field_name="slug")
    return Network([by_slug[slug(number)] for number in range(PARTNERS)], actors())
