"""How rows of the directory are named in the audit log: it takes UUIDs, and these rows are known by code."""

import uuid
from typing import Final

from backend.directory.models import CalendarOverride, Category, Institution

_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "urn:dosja:directory")

FILES_TARGET: Final = ("directory.files", uuid.uuid5(_NAMESPACE, "files"))
PROVIDERS_TARGET: Final = ("directory.providers", uuid.uuid5(_NAMESPACE, "providers"))


def target_of(row: Institution | Category | CalendarOverride) -> tuple[str, uuid.UUID]:
    """The same UUID for the same code, on every installation."""
    label = row._meta.label_lower
    return label, uuid.uuid5(_NAMESPACE, f"{label}:{row.code}")
