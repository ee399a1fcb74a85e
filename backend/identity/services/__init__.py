"""The vault: what goes in, comparing what a caller says with it, reading it, marks of contacts, addresses for
notices."""

from backend.identity.services.comparing import compare, looks_at, wrong_compares
from backend.identity.services.marks import complaints_with_same_contact
from backend.identity.services.revealing import is_kept, note_reveal, require_kept, reveal
from backend.identity.services.sealing import sealed_identity, sealing_key_behind
from backend.identity.services.vault import IdentityDetails, check_identity, store_identity

__all__ = [
    "IdentityDetails",
    "check_identity",
    "compare",
    "complaints_with_same_contact",
    "is_kept",
    "looks_at",
    "note_reveal",
    "require_kept",
    "reveal",
    "sealed_identity",
    "sealing_key_behind",
    "store_identity",
    "wrong_compares",
]
