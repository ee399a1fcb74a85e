"""The vault: what goes in, comparing what a caller says with it, marks of contacts, addresses for notices."""

from backend.identity.services.comparing import compare, looks_at, wrong_compares
from backend.identity.services.marks import complaints_with_same_contact
from backend.identity.services.vault import IdentityDetails, check_identity, store_identity

__all__ = [
    "IdentityDetails",
    "check_identity",
    "compare",
    "complaints_with_same_contact",
    "looks_at",
    "store_identity",
    "wrong_compares",
]
