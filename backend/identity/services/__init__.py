"""The vault: what goes in, and comparing what a caller says with it, and addresses for notices."""

from backend.identity.services.comparing import compare, looks_at, wrong_compares
from backend.identity.services.vault import IdentityDetails, check_identity, store_identity

__all__ = [
    "IdentityDetails",
    "check_identity",
    "compare",
    "looks_at",
    "store_identity",
    "wrong_compares",
]
