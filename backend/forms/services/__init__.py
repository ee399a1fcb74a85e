"""The rules of forms: which one is published, how a new one comes to be, what may be answered."""

from backend.forms.services.editing import NO_DRAFT, checked_form, discard_draft, publish_draft, write_draft
from backend.forms.services.versions import (
    draft_of,
    form_with_id,
    published_form,
    published_number,
)

__all__ = [
    "NO_DRAFT",
    "checked_form",
    "discard_draft",
    "draft_of",
    "form_with_id",
    "publish_draft",
    "published_form",
    "published_number",
    "write_draft",
]
