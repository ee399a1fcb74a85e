"""What other apps ask of the keyring."""

from backend.keyring.services.keys import (
    destroy,
    destroy_subject,
    new_data_key,
    new_data_keys,
    partner_digest,
    partner_digests,
    rewrap,
    rewrap_subject,
)

__all__ = [
    "destroy",
    "destroy_subject",
    "new_data_key",
    "new_data_keys",
    "partner_digest",
    "partner_digests",
    "rewrap",
    "rewrap_subject",
]
