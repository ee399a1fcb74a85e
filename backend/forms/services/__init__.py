"""The rules of forms: which one is published, how a new one comes to be, what may be answered."""

from backend.forms.services.versions import (
    draft_of,
    form_with_id,
    published_form,
    published_number,
)

__all__ = ["draft_of", "form_with_id", "published_form", "published_number"]
