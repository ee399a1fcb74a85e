"""Sealed identities: no server opens them, custodians unseal, and only who asked reads."""

import base64
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.conf import settings as django_settings
from django.db import IntegrityError, connection, transaction

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent
from backend.cases.services import transfers
from backend.common import clock
from backend.complaints.models import ComplainantKind, ContactWish
from backend.custody.models import CustodianKey, IdentityRequest, KeyCopy
from backend.custody.services import ending, sealing_keys, unsealing
from backend.identity.models import ComplainantIdentity, IdentityLook, SealingKey
from backend.identity.services import IdentityDetails, sealed_identity
from backend.keyring import envelope
from backend.keyring.models import DataKey, PartnerKey
from backend.keyring.services import destroy
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Membership, Partner, User
from backend.partners.roles import Role
from tests.application_role import as_owner
from tests.calling import Caller
from tests.casework import opened as opened_case
from tests.custody.conftest import ADDRESS, EMAIL, NAME, PHONE, Desk
from tests.factories.partners import member
from tests.factories.sealing import (
    PartnersKey,
    Private,
    as_base64,
    copy_for,
    details_in,
    new_key,
    opened,
    public_of,
    resealed,
    sealed,
)

pytestmark = pytest.mark.django_db


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@dataclass
class Keys:
    """The key files of A's custodians, as they keep them at home."""

    api: Callable[[User], Caller]
    partner: Partner
    coordinator: User
    sealing: PartnersKey
    own: dict[User, Private] = field(default_factory=dict)

    @property
    def at(self) -> str:
        return f"/partners/{self.partner.slug}/sealed-identities/"

    def state(self, by: User) -> Any:
        return self.api(by).get(self.at).json()

    def make_own(self, custodian: User) -> Any:
        self.own[custodian] = Private.generate()
        return self.api(custodian).post(f"{self.at}own_key/", {"public": public_of(self.own[custodian])})

    def make(self, by: User, *others: User, replaces: str | None = None) -> Any:
        copies = [copy_for(one, self.own[one], self.sealing.private) for one in (by, *others)]
        return self.api(by).post(f"{self.at}keys/", new_key(self.sealing, *copies, replaces=replaces))

    def switch(self, verb: str, by: User | None = None) -> Any:
        in_use = SealingKey.objects.filter(partner=self.partner, retired_at__isnull=True).first()
        body = {"sealing_key": str(in_use.pk if in_use else self.partner.pk)}
        return self.api(by or self.coordinator).post(f"{self.at}{verb}/", body)

    def pass_on(self, by: User, to: User, *, with_recovery: bool = False) -> Any:
        """Open every copy that can be opened, and seal it to another custodian's own key."""
        mine = self.sealing.recovery if with_recovery else self.own[by]
        which = "recovery" if with_recovery else "own"
        copies = []
        for one in self.api(by).get(f"{self.at}copies/").json()["copies"]:
            private = opened(base64.b64decode(one[which]), mine)
            wrapped = as_base64(sealed(private, public_of(self.own[to])))
            copies.append({"sealing_key": one["sealing_key"], "wrapped": wrapped})
        body = {"custodian": str(to.pk), "holder_public": public_of(self.own[to]), "copies": copies}
        return self.api(by).post(f"{self.at}pass_on/", body)


@pytest.fixture
def keys(api: Callable[[User], Caller], partner_a: Partner, besa: User, dafina: User) -> Keys:
    """Dafina made the keys, Besa turned sealing on."""
    made = Keys(api, partner_a, besa, PartnersKey(partner_a))
    assert made.make_own(dafina).status_code == 200
    assert made.make(dafina).status_code == 201
    assert made.switch("turn_on").status_code == 200
    return made


@pytest.fixture
def sealed_desk(
    keys: Keys, new_case: Callable[..., Case], arta: User, dafina: User, second_custodian: User
) -> Desk:
    """Arta works a case with a sealed identity; Dafina has a key to it, Drin has none yet."""
    case = new_case(
        complainant_kind=ComplainantKind.CONFIDENTIAL,
        identity=IdentityDetails(name=NAME, email=EMAIL, phone=PHONE, address=ADDRESS),
        contact_wish=ContactWish.PHONE,
    )
    return Desk(keys.api, opened_case(case, arta), arta, dafina)


@pytest.fixture
def reader() -> Private:
    """The key that Arta's browser made for her request."""
    return Private.generate()


def ask(desk: Desk, reader: Private, **changes: Any) -> Any:
    return desk.ask(reader_key=public_of(reader), **changes)


def approve(desk: Desk, keys: Keys, by: User | None = None) -> Any:
    """As the page does: unseal, seal again, approve."""
    custodian = by or desk.custodian
    unsealed = desk.decide("unseal", by=custodian, body=None)
    assert unsealed.status_code == 200, unsealed.content
    body = {"resealed": resealed(unsealed.json(), keys.own[custodian])}
    return desk.decide("approve", by=custodian, body=body, if_match=unsealed.headers["ETag"])


def looks(kind: IdentityLook.Kind) -> int:
    return IdentityLook.objects.filter(kind=kind).count()


# The whole way.


def test_who_asked_reads_what_a_custodian_sealed_again_and_no_more(
    sealed_desk: Desk, keys: Keys, reader: Private
) -> None:
    assert ask(sealed_desk, reader, wanted=["name", "phone"]).status_code == 201
    assert approve(sealed_desk, keys).status_code == 200
    told = sealed_desk.read().json()
    assert (told["name"], told["phone"]) == (None, None)
    file = base64.b64decode(told["resealed"])
    assert details_in(file, reader) == {"name": NAME, "phone": PHONE}
    assert looks(IdentityLook.Kind.UNSEALED) == looks(IdentityLook.Kind.REVEALED) == 1


def test_nobody_but_the_requester_can_open_what_was_resealed(
    sealed_desk: Desk, keys: Keys, reader: Private
) -> None:
    ask(sealed_desk, reader)
    approve(sealed_desk, keys)
    file = base64.b64decode(sealed_desk.read().json()["resealed"])
    others = [*keys.own.values(), keys.sealing.private, keys.sealing.recovery, Private.generate()]
    for other in others:
        with pytest.raises(pyrage.DecryptError):
            opened(file, other)
    assert sealed_desk.read(sealed_desk.custodian).status_code == 404


def test_the_event_is_written_before_the_sealed_bytes_leave(
    sealed_desk: Desk, reader: Private, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(sealed_desk, reader)

    def broken(**_: Any) -> Any:
        assert AuditEvent.objects.filter(action="case.identity_unsealed").exists()
        assert CaseEvent.objects.filter(action="case.identity_unsealed").exists()
        assert looks(IdentityLook.Kind.UNSEALED) == 1
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr(unsealing, "sealed_identity", broken)
    with pytest.raises(RuntimeError):
        sealed_desk.decide("unseal", body=None)
    assert looks(IdentityLook.Kind.UNSEALED) == 1


def test_where_the_event_cannot_be_written_no_sealed_byte_leaves(
    sealed_desk: Desk, reader: Private, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(sealed_desk, reader)
    left: list[Any] = []
    monkeypatch.setattr(unsealing, "sealed_identity", lambda **told: left.append(told))

    def full(*_: Any, **__: Any) -> Any:
        raise OSError("the disk is full")

    monkeypatch.setattr("backend.cases.services.story.record", full)
    with pytest.raises(OSError):
        sealed_desk.decide("unseal", body=None)
    assert not left and not looks(IdentityLook.Kind.UNSEALED)


def test_the_complainant_reads_that_a_custodian_unsealed_the_details(
    sealed_desk: Desk, keys: Keys, reader: Private
) -> None:
    ask(sealed_desk, reader, reason="danger")
    approve(sealed_desk, keys)
    look = IdentityLook.objects.get()
    assert (look.kind, look.reason, look.role) == ("unsealed", "danger", "custodian")


# Who may unseal, and when.


def test_nobody_but_a_custodian_gets_the_sealed_bytes(
    sealed_desk: Desk, reader: Private, besa: User, luan: User, nino: User
) -> None:
    ask(sealed_desk, reader)
    for other in (besa, luan, nino, sealed_desk.asker):
        assert code(sealed_desk.decide("unseal", by=other, body=None)) == (404, "not_found")
    assert not IdentityLook.objects.exists()


def test_a_custodian_who_asked_does_not_unseal_for_herself(
    sealed_desk: Desk, keys: Keys, reader: Private, partner_a: Partner
) -> None:
    both = member(partner_a, Role.CASEWORKER, name="Both")
    both.groups.add(*sealed_desk.custodian.groups.all())
    both = User.objects.get(pk=both.pk)
    keys.make_own(both)
    assert keys.pass_on(sealed_desk.custodian, both).status_code == 200
    assert sealed_desk.ask(by=both, reader_key=public_of(reader)).status_code == 201
    assert code(sealed_desk.decide("unseal", by=both, body=None)) == (409, "identity_request.own")
    assert not IdentityLook.objects.exists()


def test_without_an_open_request_nothing_is_unsealed(sealed_desk: Desk, keys: Keys, reader: Private) -> None:
    ask(sealed_desk, reader)
    sealed_desk.withdraw()
    assert code(sealed_desk.decide("unseal", body=None)) == (409, "identity_request.wrong_state")
    ask(sealed_desk, reader)
    sealed_desk.decide("decline")
    assert code(sealed_desk.decide("unseal", body=None)) == (409, "identity_request.wrong_state")
    assert not IdentityLook.objects.exists()


def test_a_custodian_without_a_copy_of_the_key_is_told_so_and_nothing_is_noted(
    sealed_desk: Desk, reader: Private, second_custodian: User
) -> None:
    ask(sealed_desk, reader)
    answer = sealed_desk.decide("unseal", by=second_custodian, body=None)
    assert code(answer) == (409, "sealing.not_admitted")
    assert not IdentityLook.objects.exists()


def test_a_sealed_identity_is_asked_for_with_a_key_and_approved_with_what_was_sealed_again(
    sealed_desk: Desk, reader: Private
) -> None:
    missing = sealed_desk.ask()
    assert missing.status_code == 400 and missing.json()["errors"][0]["field"] == "reader_key"
    wrong = sealed_desk.ask(reader_key="age1notakey")
    assert wrong.json()["errors"][0]["code"] == "not_a_public_key"
    ask(sealed_desk, reader)
    bare = sealed_desk.decide("approve")
    assert bare.status_code == 400 and bare.json()["errors"][0]["field"] == "resealed"
    both = pyrage.encrypt(b"{}", [reader.to_public(), Private.generate().to_public()])
    for file in (b"Drita Kola", both, pyrage.passphrase.encrypt(b"{}", "words"), b"x" * 9_000):
        refused = sealed_desk.decide("approve", body={"resealed": as_base64(file)})
        assert refused.status_code == 400, file[:30]
    assert sealed_desk.decide("approve", body={"resealed": "not base64!"}).status_code == 400
    assert sealed_desk.row.state == "requested"


def test_unsealing_is_offered_to_a_custodian_where_the_identity_is_sealed(
    sealed_desk: Desk, reader: Private
) -> None:
    ask(sealed_desk, reader)
    shown = sealed_desk.api(sealed_desk.custodian).get(f"/identity-requests/{sealed_desk.asked['id']}/")
    assert [one["verb"] for one in shown.json()["allowed_actions"]] == ["unseal", "approve", "decline"]
    assert shown.json()["sealed"] is True


def test_an_identity_in_tier_one_is_read_as_before(
    desk: Desk, keys: Keys, new_case: Callable[..., Case], arta: User
) -> None:
    """The case of `desk` came in before sealing was turned on."""
    assert ComplainantIdentity.objects.get(complaint=desk.case.complaint_id).sealing_key is None
    desk.ask()
    assert code(desk.decide("unseal", body=None)) == (409, "identity_request.not_sealed")
    assert desk.decide("approve").status_code == 200
    told = desk.read().json()
    assert told["phone"] == PHONE and told["resealed"] is None


# What ends.


@pytest.mark.parametrize("how", ["withdraw", "end", "expire"])
def test_what_was_sealed_again_is_destroyed_when_the_request_ends(
    sealed_desk: Desk, keys: Keys, reader: Private, how: str
) -> None:
    ask(sealed_desk, reader)
    approve(sealed_desk, keys)
    assert sealed_desk.row.resealed is not None
    if how == "withdraw":
        sealed_desk.withdraw()
    elif how == "end":
        sealed_desk.decide("end")
    else:
        with clock.frozen(clock.now() + timedelta(hours=25)):
            assert ending.end_what_is_over(actor=Actor.system()) == 1
    assert sealed_desk.row.resealed is None
    assert sealed_desk.read().status_code == 409


def test_the_minutes_count_for_a_sealed_identity_too(sealed_desk: Desk, keys: Keys, reader: Private) -> None:
    ask(sealed_desk, reader, minutes=10)
    approve(sealed_desk, keys)
    began = clock.now()
    assert sealed_desk.read().status_code == 200
    with clock.frozen(began + timedelta(minutes=11)):
        assert code(sealed_desk.read()) == (409, "identity_request.over")


def test_erasing_a_sealed_identity_leaves_nothing_to_unseal_or_read(
    sealed_desk: Desk, keys: Keys, reader: Private
) -> None:
    ask(sealed_desk, reader)
    approve(sealed_desk, keys)
    destroy(ComplainantIdentity.objects.get(complaint=sealed_desk.case.complaint_id).identity_key)
    assert code(sealed_desk.read()) == (409, "identity.erased")
    assert ending.end_what_is_over(actor=Actor.system()) == 1
    assert sealed_desk.row.resealed is None


def test_a_case_that_was_handed_over_takes_a_sealed_identity_along_that_nobody_there_opens(
    sealed_desk: Desk, besa: User, giorgi: User, nino: User, partner_b: Partner
) -> None:
    member(partner_b, Role.CUSTODIAN, name="Custodian of B")
    offer = transfers.offer(sealed_desk.case.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    transfers.accept(offer.pk, expected=None, actor=actor_of(giorgi))
    answer = sealed_desk.ask(by=giorgi, reader_key=public_of(Private.generate()))
    assert code(answer) == (409, "identity.sealed_elsewhere")


# Keys.


def test_a_new_custodian_who_is_admitted_reads_older_identities(
    sealed_desk: Desk, keys: Keys, reader: Private, second_custodian: User
) -> None:
    first = keys.sealing
    keys.sealing = PartnersKey(keys.partner)
    in_use = str(SealingKey.objects.get(retired_at__isnull=True).pk)
    assert keys.make(sealed_desk.custodian, replaces=in_use).status_code == 201
    assert keys.state(sealed_desk.custodian)["keys"] == 2
    keys.make_own(second_custodian)
    assert keys.pass_on(sealed_desk.custodian, second_custodian).status_code == 200
    ask(sealed_desk, reader, wanted=["name"])
    assert approve(sealed_desk, keys, by=second_custodian).status_code == 200
    told = details_in(base64.b64decode(sealed_desk.read().json()["resealed"]), reader)
    assert told == {"name": NAME}
    row = ComplainantIdentity.objects.get()
    assert row.sealing_key is not None and row.sealing_key.public == public_of(first.private)


def test_when_all_custodians_lost_their_keys_the_recovery_key_admits_a_new_one(
    sealed_desk: Desk, keys: Keys, reader: Private
) -> None:
    keys.make_own(sealed_desk.custodian)
    assert not KeyCopy.objects.filter(holder__isnull=False).exists()
    ask(sealed_desk, reader)
    assert code(sealed_desk.decide("unseal", body=None)) == (409, "sealing.not_admitted")
    again = keys.pass_on(sealed_desk.custodian, sealed_desk.custodian, with_recovery=True)
    assert again.status_code == 200
    assert approve(sealed_desk, keys).status_code == 200


def test_a_custodian_who_leaves_loses_the_copies_and_the_page_says_to_replace_the_key(
    keys: Keys, dafina: User, besa: User, second_custodian: User
) -> None:
    keys.make_own(second_custodian)
    keys.pass_on(dafina, second_custodian)
    assert sealing_keys.forget_former_custodians() == 0
    second_custodian.groups.clear()
    Membership.objects.filter(user=second_custodian).update(ended_at=clock.now())
    assert sealing_keys.forget_former_custodians() == 1
    assert not KeyCopy.objects.filter(holder=second_custodian).exists()
    assert not CustodianKey.objects.filter(user=second_custodian).exists()
    assert keys.state(besa)["key"]["left_at"] is not None
    assert KeyCopy.objects.filter(holder=dafina).exists()


def test_sealing_is_turned_on_only_by_a_coordinator_and_only_where_somebody_could_open(
    api: Callable[[User], Caller], partner_a: Partner, besa: User, dafina: User
) -> None:
    keys = Keys(api, partner_a, besa, PartnersKey(partner_a))
    assert code(keys.switch("turn_on")) == (409, "sealing.no_key")
    keys.own[dafina] = Private.generate()
    assert code(keys.make(dafina)) == (409, "sealing.no_own_key")
    keys.make_own(dafina)
    assert keys.make(dafina).status_code == 201
    assert code(keys.switch("turn_on", by=dafina)) == (403, "not_allowed")
    KeyCopy.objects.filter(holder=dafina).delete()
    assert code(keys.switch("turn_on")) == (409, "sealing.nobody_opens")


def test_turning_sealing_off_keeps_what_is_sealed_as_it_is(keys: Keys, besa: User) -> None:
    assert keys.state(besa)["on"] is True
    assert keys.switch("turn_off").json()["on"] is False
    assert keys.switch("turn_on").json()["on"] is True
    told = list(AuditEvent.objects.filter(action__startswith="sealing.").values_list("action", flat=True))
    assert told.count("sealing.turned_on") == 2 and told.count("sealing.turned_off") == 1


def test_a_key_made_from_an_old_page_is_refused(keys: Keys, dafina: User) -> None:
    keys.sealing = PartnersKey(keys.partner)
    assert code(keys.make(dafina)) == (409, "sealing.key_replaced")


def test_a_copy_for_a_key_that_the_custodian_has_not_any_more_is_refused(
    keys: Keys, dafina: User, second_custodian: User
) -> None:
    keys.make_own(second_custodian)
    keys.own[second_custodian] = Private.generate()
    assert code(keys.pass_on(dafina, second_custodian)) == (409, "sealing.custodian_key_replaced")


def test_nobody_is_admitted_who_is_no_custodian(keys: Keys, dafina: User, arta: User) -> None:
    keys.own[arta] = Private.generate()
    answer = keys.pass_on(dafina, arta)
    assert answer.status_code == 400 and answer.json()["errors"][0]["code"] == "unknown"


def test_for_others_and_for_programs_a_partner_has_no_keys(
    keys: Keys, arta: User, nino: User, admin: User, client_of: Any, partner_a: Partner
) -> None:
    callers = [keys.api(arta), keys.api(nino), keys.api(admin), client_of(partner_a, Role.COORDINATOR)]
    for caller in callers:
        for path in ("", "copies/"):
            assert caller.get(f"{keys.at}{path}").status_code == 404
        assert caller.post(f"{keys.at}turn_off/", {"sealing_key": str(partner_a.pk)}).status_code == 404
    assert keys.api(keys.coordinator).get(f"{keys.at}copies/").status_code == 403


# The promise.


def _everything(directory: Path) -> Iterator[bytes]:
    """Every table, as bytes."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(directory / "image.sqlite3") as image:
            connection.connection.backup(image)
        image.close()
        yield (directory / "image.sqlite3").read_bytes()
        return
    with as_owner(connection):
        for table in connection.introspection.table_names():
            with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
                yield b"".join(bytes(row) for row in rows)


def _spelled(words: str) -> list[bytes]:
    plain = words.encode()
    spelled = [plain, plain.hex().encode(), words.encode("utf-16-le"), ascii(words)[1:-1].encode()]
    spelled += [base64.b64encode(b"\0" * offset + plain)[4:-4] for offset in range(3)]
    return [one for one in spelled if len(one) > 5]


@pytest.mark.django_db(transaction=True)
def test_a_server_image_with_all_its_secrets_cannot_open_a_sealed_identity(
    sealed_desk: Desk, keys: Keys, reader: Private, tmp_path: Path
) -> None:
    """Database, keys, settings: all that the server has opens the outer lock, and finds another behind it."""
    ask(sealed_desk, reader, wanted=["name", "email", "phone", "address"])
    approve(sealed_desk, keys)
    sealed_desk.read()
    image = list(_everything(tmp_path))
    # With the root key whatever the server can open is opened.
    image += [envelope.unwrap_data_key(key) for key in DataKey.objects.filter(destroyed_at__isnull=True)]
    image += [envelope.unwrap_partner_key(key) for key in PartnerKey.objects.all()]
    image.append(repr({name: getattr(django_settings, name) for name in dir(django_settings)}).encode())
    row, request = ComplainantIdentity.objects.get(), IdentityRequest.objects.get()
    image += [str(getattr(row, name)).encode() for name in ("name", "email", "phone", "address")]
    files = [sealed_identity(complaint_id=row.complaint_id), bytes(request.resealed or b"")]
    files += [bytes(copy.wrapped) for copy in KeyCopy.objects.all()]
    image += files
    for words in (NAME, EMAIL, PHONE, ADDRESS):
        found = [one for one in _spelled(words) if any(one in part for part in image)]
        assert found == [], words
    # No private key of anybody stands in it either, and none of its 32-byte secrets is one.
    private = [keys.sealing.private, keys.sealing.recovery, reader, *keys.own.values()]
    for key in private:
        assert not any(str(key).encode() in part for part in image)
    assert not any(b"AGE-SECRET-KEY-" in part for part in image)
    # The test would see them: whoever has a key file reads it all.
    assert details_in(files[0], keys.sealing.private)["name"] == NAME


def test_nothing_of_sealing_stands_in_the_audit_log_but_ids_and_codes(
    sealed_desk: Desk, keys: Keys, reader: Private
) -> None:
    ask(sealed_desk, reader)
    approve(sealed_desk, keys)
    trail = str(list(AuditEvent.objects.values("action", "facts")))
    assert "sealing.key_made" in trail and "case.identity_unsealed" in trail
    assert NAME not in trail and "age1" not in trail and "age-encryption" not in trail


def test_what_the_database_would_refuse(sealed_desk: Desk, keys: Keys, reader: Private) -> None:
    ask(sealed_desk, reader)
    approve(sealed_desk, keys)
    with pytest.raises(IntegrityError), transaction.atomic():
        IdentityRequest.objects.update(resealed=None)
