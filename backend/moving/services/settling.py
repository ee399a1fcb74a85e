"""Rows that arrive become rows of this installation: names found, keys made anew, people recognised."""

from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from string import ascii_uppercase
from typing import Any, Final
from uuid import UUID

from django.db.models import Model

from backend.audit.hashing import seal_of
from backend.audit.models import AuditChain
from backend.audit.verification import verify
from backend.cases.models import Case
from backend.cases.search import index
from backend.cases.services import access
from backend.common import crypto
from backend.complaints.models import Receipt, ReceiptReplacement
from backend.files import blobs
from backend.files.models import StoredFile
from backend.keyring import envelope
from backend.keyring.models import DataKey
from backend.keyring.services.keys import active_partner_key
from backend.moving import archive
from backend.moving.belonging import Shared, belonging, leaving_models
from backend.moving.errors import AlreadyHere, ArchiveUnfit
from backend.moving.naming import Finding
from backend.moving.reach import Reach, in_batches
from backend.moving.rows import keys_of, read
from backend.moving.stubs import is_nobody
from backend.partners.models import Partner, User
from backend.partners.services.groups import sync_role_groups

_LONGEST_SLUG: Final = 40


@dataclass
class Arrived:
    """Who came, how many rows of each table and files, how many of them were new; what the directory lacked
    and got; the complaints whose receipt has a number that is given here already."""

    partner: Partner
    count: Counter[str] = field(default_factory=Counter)
    saved: Counter[str] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)
    without_receipt: list[UUID] = field(default_factory=list)


class Settling:
    """One partner that arrives, row by row."""

    def __init__(self, slug: str | None) -> None:
        self._slug = slug
        self._arrived: Arrived | None = None
        self._finding = Finding()
        self._people: dict[UUID, UUID] = {}
        self._blob_keys: dict[UUID, bytes] = {}
        self._refused: set[UUID] = set()
        # The keys and files of the archive.
        self._brought: set[UUID] = set()
        self._count: Counter[str] = Counter()
        self._saved: Counter[str] = Counter()
        self._added: Counter[str] = Counter()
        self._special: dict[type[Model], Callable[[dict[str, Any]], Model | None]] = {
            User: self._person,
            DataKey: self._key,
            StoredFile: self._file,
            Receipt: self._receipt,
            ReceiptReplacement: self._replacement,
            AuditChain: self._chain,
        }

    def arrived(self) -> Arrived:
        """What came. Raises ArchiveUnfit where there was no partner."""
        if self._arrived is None:
            raise ArchiveUnfit("there is no partner in it")
        self._arrived.count, self._arrived.saved, self._arrived.added = self._count, self._saved, self._added
        return self._arrived

    def keep(self, blob_id: UUID, key: bytes) -> None:
        """The key under which the bytes of a file were sealed here."""
        self._blob_keys[blob_id] = key
        self._count["files"] += 1

    def take(self, model: type[Model], batch: Sequence[dict[str, Any]], *, others: bool) -> None:
        """Rows of one table. Raises ArchiveUnfit, AlreadyHere."""
        self._count[model._meta.label] += len(batch)
        numbers = [values.pop(archive.NUMBER, None) for values in batch]
        made = [self._made(model, values, others) for values in batch]
        fresh = [row for row in made if row is not None]
        self._give_keys(fresh)
        model._base_manager.bulk_create(fresh)
        self._saved[model._meta.label] += len(fresh)
        if self._finding.is_numbered(model):
            for row, number in zip(made, numbers, strict=True):
                self._finding.know(model, number, row.pk if row else None)

    def _made(self, model: type[Model], values: dict[str, Any], others: bool) -> Model | None:
        """The row to be saved; None where there is none to save."""
        if isinstance(belonging(model), Shared):
            self._added[model._meta.label] += self._finding.shared(model, values)
            return None
        if model is Partner:
            return self._other(values) if others else self._partner(values)
        make = self._special.get(model)
        return make(values) if make else self._read(model, values)

    def _read(self, model: type[Model], values: dict[str, Any]) -> Any:
        return read(model, values, self._found)

    def _found(self, model: type[Model], name: Any) -> Any:
        found = self._finding.found(model, name)
        if model in (DataKey, StoredFile) and found not in self._brought:
            # It would open for whoever points to it, or go when he erases.
            raise ArchiveUnfit("it points to files or keys that are not the partner's")
        return self._people.get(found, found) if model is User else found

    def _give_keys(self, batch: Sequence[Model]) -> None:
        """The data keys of a batch in one query."""
        for name in keys_of(type(batch[0])) if batch else ():
            wanted = {getattr(row, f"{name}_id") for row in batch}
            keys = DataKey.objects.select_related("partner_key").in_bulk(list(wanted - {None}))
            for row in batch:
                if (key := keys.get(getattr(row, f"{name}_id"))) is not None:
                    setattr(row, name, key)

    # The partner, others, and people.

    def _partner(self, values: dict[str, Any]) -> Partner | None:
        partner: Partner = self._read(Partner, values)
        partner.slug = self._slug or partner.slug
        partner.clean_fields()
        for name in ("slug", "prefix", "form_key"):
            if Partner.objects.filter(**{name: getattr(partner, name)}).exclude(pk=partner.pk).exists():
                raise AlreadyHere(f"another partner with this {name}")
        self._arrived = Arrived(partner)
        known = Partner.objects.filter(pk=partner.pk).first()
        if known is None:
            return partner
        if known.is_active or AuditChain.objects.filter(pk=partner.pk).exists():
            raise AlreadyHere("this partner")
        # It stood here by its name, in what another partner had brought along.
        partner.save(force_update=True)
        return None

    def _other(self, values: dict[str, Any]) -> Partner | None:
        """Another partner is known here, or stands here by its name alone."""
        other: Partner = self._read(Partner, values)
        if Partner.objects.filter(pk=other.pk).exists():
            return None
        other.is_active = False
        if Partner.objects.filter(slug=other.slug).exists():
            other.slug = f"{other.slug[: _LONGEST_SLUG - 9]}-{other.pk.hex[:8]}"
        if Partner.objects.filter(prefix=other.prefix).exists():
            other.prefix = _free_prefix()
        other.save(force_insert=True)
        return None

    def _person(self, values: dict[str, Any]) -> User | None:
        """Whoever has the same address here is the same person. Nobody brings a password or a rank along."""
        person: User = self._read(User, values)
        person.set_unusable_password()
        if (same := User.objects.filter(email=person.email).first()) is not None:
            self._people[person.pk] = same.pk
            return None
        known = User.objects.filter(pk=person.pk).first()
        if known is None:
            return person
        if is_nobody(known) and not is_nobody(person):
            person.save(force_update=True)
        return None

    # Keys, files, receipts, the audit log.

    def _key(self, values: dict[str, Any]) -> DataKey:
        secret = values.pop("secret", None)
        key: DataKey = self._read(DataKey, values)
        partner_id = self.arrived().partner.pk
        if key.partner_id != partner_id or (secret and key.subject_id != partner_id):
            raise ArchiveUnfit("it brings a key that is not the partner's")
        key.partner_key = active_partner_key(partner_id)
        self._brought.add(key.pk)
        if key.destroyed_at is None:
            envelope.wrap_data_key(key, _key_bytes(secret) if secret else crypto.new_key())
        return key

    def _file(self, values: dict[str, Any]) -> StoredFile:
        file: StoredFile = self._read(StoredFile, values)
        self._brought.add(file.pk)
        file.file_key = self._key_of(file.pk)
        file.clean_key = self._key_of(file.clean_id) if file.clean_id else None
        file.masked_key = self._key_of(file.masked_id) if file.masked_id else None
        return file

    def _key_of(self, blob_id: UUID) -> str:
        """Where no bytes came along, any key will do: there is nothing to open. There must not be, either:
        whoever erases a file deletes what lies under its ids."""
        if blob_id not in self._blob_keys and blobs.exists(blob_id):
            raise ArchiveUnfit("a file of it lies here already")
        return self._blob_keys.get(blob_id, crypto.new_key()).hex()

    def _receipt(self, values: dict[str, Any]) -> Receipt | None:
        """A number selects one receipt in the whole installation: the one that was here first."""
        receipt: Receipt = self._read(Receipt, values)
        if not Receipt.objects.filter(number=receipt.number).exists():
            return receipt
        self._refused.add(receipt.pk)
        if receipt.ended_at is None:
            self.arrived().without_receipt.append(receipt.complaint_id)
        return None

    def _replacement(self, values: dict[str, Any]) -> ReceiptReplacement | None:
        row: ReceiptReplacement = self._read(ReceiptReplacement, values)
        return None if row.receipt_id in self._refused else row

    def _chain(self, values: dict[str, Any]) -> AuditChain:
        chain: AuditChain = self._read(AuditChain, values)
        if chain.pk != self.arrived().partner.pk:
            raise ArchiveUnfit("it brings an audit log that is not the partner's")
        chain.seal = seal_of(chain)
        return chain


def settle(arrived: Arrived) -> None:
    """What is made anew here: rights, the copies that lists and search read. Raises ArchiveUnfit where a row
    is not the partner's, or the audit log is not as it was written."""
    _require_own(Reach(arrived.partner), arrived)
    chain = AuditChain.objects.filter(pk=arrived.partner.pk).first()
    if chain is None or verify(chain).broken is not None:
        raise ArchiveUnfit("its audit log is not as it was written")
    sync_role_groups(arrived.partner)
    cases = Case.objects.filter(owner=arrived.partner).select_related("category", "institution", "place")
    for case in in_batches(cases.prefetch_related("tags")):
        access.refresh(case)
        index.refresh(case)


def _require_own(reach: Reach, arrived: Arrived) -> None:
    """Every row that came is the partner's, and so is every row that one of them points to: whoever packs by
    hand shall not come to what others have here. Raises ArchiveUnfit."""
    for model, _how in leaving_models():
        if not reach.holds(model, arrived.saved[model._meta.label]):
            raise ArchiveUnfit(f"rows of {model._meta.label} are not the partner's")


def _free_prefix() -> str:
    """A prefix that no partner has, for one that numbers no cases here."""
    taken = set(Partner.objects.values_list("prefix", flat=True))
    return next(
        word
        for letters in product(ascii_uppercase, repeat=4)
        if (word := "X" + "".join(letters)) not in taken
    )


def _key_bytes(text: str) -> bytes:
    try:
        key = b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != crypto.KEY_BYTES:
        raise ArchiveUnfit("it brings a key that is none") from None
    return key
