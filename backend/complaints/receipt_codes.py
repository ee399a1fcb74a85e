"""The digits of a receipt: how they are drawn, written, read from what a person typed, and hashed."""

import hashlib
import hmac
import secrets
import unicodedata
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from django.conf import settings
from stdnum import damm

from backend.complaints.errors import ReceiptMistyped

NUMBER_DIGITS: Final = 8
RANDOM_DIGITS: Final = 20  # 66 bits
SECRET_DIGITS: Final = RANDOM_DIGITS + 1  # with the check digit over number and secret

# The secret is random: a slower hash would only slow honest people. A stolen database lacks the pepper.
_TIME_COST, _MEMORY_KIB, _PARALLELISM, _HASH_BYTES, _SALT_BYTES = 2, 19 * 1024, 1, 32, 16
_SEPARATORS: Final = frozenset(".·−_")
_SEPARATOR_CATEGORIES: Final = frozenset({"Zs", "Zl", "Zp", "Pd", "Cf"})


@dataclass(frozen=True, slots=True, repr=False)
class NewReceipt:
    """A receipt as it is shown, once. It has no readable repr, so that no log or traceback keeps it."""

    number: str
    secret: str

    @property
    def formatted(self) -> str:
        """Number and secret in groups of four, on two lines as they are printed."""
        return f"{in_groups(self.number)}\n{in_groups(self.secret)}"


@dataclass(frozen=True, slots=True, repr=False)
class SealedSecret:
    """The random digits of a receipt to be, with their slow hash."""

    digits: str
    hash: str


@dataclass(frozen=True, slots=True, repr=False)
class TypedReceipt:
    """A number and the random digits as a person typed them, with the check digit found right."""

    number: str
    digits: str


def draw_number() -> str:
    """Eight random digits, so that numbers tell neither how many receipts there are nor their order."""
    return _random_digits(NUMBER_DIGITS)


def seal_new_secret() -> SealedSecret:
    """Draw a secret and hash it. Takes some 20 ms: call it outside of a transaction."""
    digits = _random_digits(RANDOM_DIGITS)
    return SealedSecret(digits, _hasher().hash(_peppered(digits)))


def new_receipt(number: str, digits: str) -> NewReceipt:
    """The receipt to be shown: the check digit catches every single wrong digit and every adjacent swap."""
    return NewReceipt(number, digits + damm.calc_check_digit(number + digits))


def read_typed(number: str, secret: str) -> TypedReceipt:
    """What a person typed, in any digits and grouping. Raises ReceiptMistyped."""
    number_digits, secret_digits = _digits_of(number), _digits_of(secret)
    if len(number_digits) != NUMBER_DIGITS:
        raise ReceiptMistyped("number")
    if len(secret_digits) != SECRET_DIGITS or not damm.is_valid(number_digits + secret_digits):
        raise ReceiptMistyped("secret")
    return TypedReceipt(number_digits, secret_digits[:RANDOM_DIGITS])


def opens(secret_hash: str | None, digits: str) -> bool:
    """Whether the digits belong to the hash. Without a hash the same work is done, and it is never true.

    Each pepper is tried, the right one or not: time does not tell which receipts are old."""
    fits = [_verifies(secret_hash or _hash_of_nothing(), _peppered(digits, pepper)) for pepper in _peppers()]
    return any(fits) and secret_hash is not None


def _verifies(secret_hash: str, peppered: str) -> bool:
    try:
        return _hasher().verify(secret_hash, peppered)
    except VerifyMismatchError:
        return False


def pepper_ids() -> list[str]:
    """Short digests of the peppers that open receipts here, the present one first; none leads back to one."""
    return [hashlib.sha256(b"dosja receipt pepper id\0" + pepper).hexdigest()[:16] for pepper in _peppers()]


def number_digest(number: str) -> str:
    """A keyed digest of a typed number: of numbers that do not exist, too, nothing readable is kept."""
    return _keyed(b"receipt number", number)


def in_groups(digits: str) -> str:
    """Digits in groups of four, as they are easiest read out and typed."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def _digits_of(typed: str) -> str:
    """Arabic, full-width and other digits become 0 to 9, separators go; empty where anything else stands."""
    found = []
    for char in typed:
        value = unicodedata.decimal(char, None)
        if value is not None:
            found.append(str(value))
        elif not (
            char in _SEPARATORS or char.isspace() or unicodedata.category(char) in _SEPARATOR_CATEGORIES
        ):
            return ""
    return "".join(found)


def _random_digits(count: int) -> str:
    return str(secrets.randbelow(10**count)).zfill(count)


def _peppers() -> tuple[bytes, ...]:
    """The pepper under which everything new is hashed and those before it, which only open."""
    return (settings.DOSJA_RECEIPT_PEPPER, *settings.DOSJA_RECEIPT_PEPPERS_OLD)


def _peppered(digits: str, pepper: bytes | None = None) -> str:
    return _keyed(b"receipt secret", digits, pepper)


def _keyed(purpose: bytes, digits: str, pepper: bytes | None = None) -> str:
    # The purpose keeps the two uses of the pepper apart; the zero byte ends it.
    key = settings.DOSJA_RECEIPT_PEPPER if pepper is None else pepper
    return hmac.new(key, purpose + b"\0" + digits.encode(), hashlib.sha256).hexdigest()


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher(
        time_cost=_TIME_COST,
        memory_cost=_MEMORY_KIB,
        parallelism=_PARALLELISM,
        hash_len=_HASH_BYTES,
        salt_len=_SALT_BYTES,
    )


@cache
def _hash_of_nothing() -> str:
    """A well-formed hash that nothing opens: verifying against it takes as long as against a real one."""
    salt, digest = (b64encode(bytes(size)).decode().rstrip("=") for size in (_SALT_BYTES, _HASH_BYTES))
    return f"$argon2id$v=19$m={_MEMORY_KIB},t={_TIME_COST},p={_PARALLELISM}${salt}${digest}"
