"""What other apps ask of the keyring."""

from backend.keyring.services.keys import destroy, new_data_key, partner_digest, rewrap, rewrap_subject

__all__ = ["destroy", "new_data_key", "partner_digest", "rewrap", "rewrap_subject"]
