"""The vault: what goes in, and the addresses of those who asked for notices."""

from backend.identity.services.vault import IdentityDetails, check_identity, store_identity

__all__ = ["IdentityDetails", "check_identity", "store_identity"]
