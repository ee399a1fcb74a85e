"""A partner leaves with all that is its own, and another installation takes it in whole or not at all."""

import io
import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from django.test import override_settings

from backend.audit.models import AuditChain, AuditEvent
from backend.audit.verification import verify
from backend.cases.models import Case, CaseShare
from backend.cases.services import sharing
from backend.cases.services.reconciliation import check_access
from backend.complaints.errors import UnknownReceipt
from backend.complaints.models import Attachment, Complaint, Receipt
from backend.complaints.services.receipts import open_receipt
from backend.correspondence.models import MailAccount
from backend.directory.models import Institution
from backend.files import blobs
from backend.files.services import open_original
from backend.identity.models import ComplainantIdentity, ContactMark
from backend.insights.services.keeping import check_sums
from backend.keyring.models import DataKey
from backend.moving import archive
from backend.moving.belonging import BELONGING, Owned, own_models
from backend.moving.errors import AlreadyHere, ArchiveUnfit
from backend.moving.services.settling import Arrived
from backend.moving.services.unpacking import take_in
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Membership, Partner, User
from tests.calling import Caller
from tests.contracts.world import IDENTITY, INSIDE, WORDS, World, undone
from tests.factories.complaints import file, statement_with_name
from tests.factories.partners import PartnerFactory, UserFactory
from tests.files.sending import read, stored
from tests.moving.conftest import Identity, Packed, files_here, gone, packed_now, table

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]


def arrive(packed: Packed, content: bytes | None = None, **more: Any) -> Arrived:
    source = io.BytesIO(packed.content if content is None else content)
    return take_in(source, identity=packed.key, actor=Actor.system(), **more)


def refused(packed: Packed, content: bytes | None = None, but: Sequence[Case] = ()) -> str:
    """Why it is not taken in; and nothing is left of the attempt."""
    lying = {blob_id for blob_id, _at in blobs.every_blob()}
    with pytest.raises((ArchiveUnfit, AlreadyHere)) as raised:
        arrive(packed, content)
    assert set(Case.objects.all()) == set(but)
    assert {blob_id for blob_id, _at in blobs.every_blob()} == lying
    return str(raised.value.why)


# What belongs to whom.


def test_every_table_says_whether_it_goes_along() -> None:
    assert {model._meta.label for model in own_models()} == set(BELONGING)


@pytest.mark.parametrize("label", [label for label, how in BELONGING.items() if isinstance(how, Owned)])
def test_every_path_leads_to_the_partner(label: str) -> None:
    model: type[Model] = apps.get_model(label)
    how = BELONGING[label]
    assert isinstance(how, Owned)
    for step in how.path.split("__"):
        model = model._meta.pk.model if step == "pk" else model._meta.get_field(step).related_model  # type: ignore[assignment]
    assert model in (Partner, AuditChain)


# There and back.


def test_what_arrives_is_what_left(packed: Packed) -> None:
    arrived = arrive(packed)
    assert dict(arrived.count) == packed.count
    assert not arrived.without_receipt
    again, _count = packed_now("pif", packed.key)
    before, after = packed.members(), Packed(again, packed.key, {}, {}, packed.receipt).members()
    for label in BELONGING:
        if label.startswith("audit."):
            continue
        assert rows_of(before, label) == rows_of(after, label), label
    for name in before:
        if name.startswith("files/"):
            assert before[name] == after[name]


def rows_of(found: dict[str, bytes], label: str) -> list[str]:
    """The rows of a table without the numbers that each installation gives, in an order of their own."""
    rows = table(found, label)
    for row in rows:
        row.pop(archive.NUMBER, None)
        if label == "cases.Tag_cases":
            row.pop("tag")
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def test_every_table_had_a_row_to_bring_along(packed: Packed) -> None:
    """Otherwise the comparison above would say little."""
    empty = {
        label for label, how in BELONGING.items() if isinstance(how, Owned) and not packed.count.get(label)
    }
    assert not empty


def test_the_case_opens_for_its_people_with_its_words_and_files(packed: Packed, api: Api) -> None:
    arrive(packed)
    besa = User.objects.get(pk=packed.before["coordinator"])
    case = api(besa).get(f"/cases/{packed.before['open']}/").json()
    assert case["reference"] == packed.before["reference"]
    assert case["admissibility_note"] == INSIDE
    complaint = Case.objects.get(pk=packed.before["open"]).complaint
    assert complaint is not None
    assert complaint.narrative == f"{WORDS} a"
    assert ComplainantIdentity.objects.get(complaint=complaint).name == IDENTITY
    found = api(besa).get(f"/cases/?search={case['reference']}").json()["results"]
    assert [one["id"] for one in found] == [str(packed.before["open"])]
    attachment = Attachment.objects.get(pk=packed.before["attachment"])
    assert read(open_original(attachment.file)) == b"Fletorja e vizitave."


def test_its_numbers_go_on_where_they_were(packed: Packed) -> None:
    partner = arrive(packed).partner
    taken = set(Case.objects.values_list("reference", flat=True))
    assert file(partner).case.reference not in taken


def test_lists_search_rights_and_audit_hold(packed: Packed) -> None:
    partner = arrive(packed).partner
    assert check_access(repair=False, actor=Actor.system()) == []
    assert check_sums(repair=False, actor=Actor.system()) == []
    assert verify(AuditChain.objects.get(pk=partner.pk)).broken is None
    last = AuditEvent.objects.filter(chain=partner.pk).order_by("-number")[:2]
    assert [event.action for event in last] == ["partner.taken_in", "partner.packed"]


def test_the_citizen_returns_with_the_same_receipt(packed: Packed) -> None:
    arrive(packed)
    opened = open_receipt(number=packed.receipt.number, secret=packed.receipt.secret)
    assert opened.narrative == f"{WORDS} a"


def test_the_same_telephone_is_found_again(packed: Packed) -> None:
    """Digests are compared under a key that came along."""
    partner = arrive(packed).partner
    known = ContactMark.objects.filter(kind="phone").first()
    assert known is not None
    told = statement_with_name()
    filed = file(
        partner, complainant_kind=told.complainant_kind, identity=told.identity, contact_wish="phone"
    )
    mine = ContactMark.objects.get(identity__complaint=filed.complaint, kind="phone")
    assert mine.digest == known.digest


def test_nobody_brings_a_password_or_a_rank_along(packed: Packed) -> None:
    arrive(packed)
    people = User.objects.filter(pk__in=Membership.objects.values("user"))
    assert people
    assert not any(person.has_usable_password() or person.is_superuser for person in people)
    account = MailAccount.objects.get()
    assert (account.is_on, account.smtp_password, account.imap_password) == (False, None, None)


def test_keys_are_made_anew(packed: Packed) -> None:
    arrive(packed)
    rows = table(packed.members(), "keyring.DataKey")
    assert all("wrapped" not in row for row in rows)
    assert {row["purpose"] for row in rows if "secret" in row} == {"index"}
    assert DataKey.objects.count() == len(rows)


# What is not its own.


def test_what_others_have_stays_with_them(packed: Packed) -> None:
    arrive(packed)
    assert not Case.objects.filter(pk=packed.before["case_of_b"]).exists()
    assert set(Case.objects.values_list("owner_id", flat=True)) == {packed.before["partner"]}
    assert not Complaint.objects.exclude(partner_id=packed.before["partner"]).exists()


def test_of_others_there_is_a_name_and_of_their_people_not_even_that(packed: Packed) -> None:
    arrive(packed)
    others = Partner.objects.exclude(pk=packed.before["partner"])
    assert {other.pk for other in others} == packed.before["others"]
    assert not any(other.is_active or other.contact or other.website for other in others)
    strangers = User.objects.exclude(pk__in=Membership.objects.values("user"))
    assert strangers
    assert {(person.name, person.is_active) for person in strangers} == {("–", False)}
    assert all(person.email.endswith("@clients.invalid") for person in strangers)


def test_a_neighbour_that_is_here_is_taken_for_itself(packed: Packed) -> None:
    neighbour = next(iter(packed.before["others"]))
    here = Partner.objects.create(
        pk=neighbour, slug="neighbour", prefix="NEI", name="Here", country="AL", time_zone="Europe/Tirane"
    )
    arrive(packed)
    here.refresh_from_db()
    assert (here.slug, here.name, here.is_active) == ("neighbour", "Here", True)


def test_two_that_shared_a_case_go_on_sharing_it(db: None) -> None:
    """The second takes the place of its name, whichever comes first."""
    key = Identity.generate()
    with undone():
        world = World()
        case = world.case("a", "open")
        sharing.share(case.pk, partner=world.b.partner, actor=actor_of(world.a.coordinator))
        nino, first, second = world.b.caseworker.pk, packed_now("pif", key)[0], packed_now("akt", key)[0]
        files = files_here()
    gone(files)
    for content in (first, second):
        take_in(io.BytesIO(content), identity=key, actor=Actor.system())
    actor = actor_of(User.objects.get(pk=nino))
    assert CaseShare.objects.filter(case=case.pk, partner__slug="akt", ended_at=None).exists()
    assert Case.objects.visible_to(actor).filter(pk=case.pk).exists()


def test_who_has_the_same_address_here_is_the_same_person(packed: Packed) -> None:
    besa = UserFactory(email=packed.before["email"], name="Besa")
    arrive(packed)
    assert not User.objects.filter(pk=packed.before["coordinator"]).exists()
    assert Case.objects.visible_to(actor_of(besa)).filter(pk=packed.before["open"]).exists()
    besa.refresh_from_db()
    assert besa.has_usable_password()


def test_the_directory_lacks_nothing_afterwards_and_what_it_has_stays(packed: Packed) -> None:
    here = Institution.objects.create(
        code="al-cadastre", kind="agency", level="national", country="AL", names={"sq": "Këtu"}
    )
    arrived = arrive(packed)
    here.refresh_from_db()
    assert here.names == {"sq": "Këtu"}
    assert arrived.added["directory.Institution"] == packed.count["directory.Institution"] - 1
    assert Case.objects.get(pk=packed.before["open"]).institution == here


# Refusals: nothing was changed.


def test_another_key_opens_nothing(packed: Packed) -> None:
    packed.key = Identity.generate()
    assert "another key" in refused(packed)


@pytest.mark.parametrize("cut", [0, 10, 200, -1, -70_000])
def test_a_cut_archive_is_refused(packed: Packed, cut: int) -> None:
    refused(packed, packed.content[:cut])


def test_a_changed_byte_is_noticed(packed: Packed) -> None:
    middle = len(packed.content) // 2
    broken = bytearray(packed.content)
    broken[middle] ^= 1
    refused(packed, bytes(broken))


def test_an_archive_that_lacks_rows_is_refused(packed: Packed) -> None:
    def without_notes(content: dict[str, bytes]) -> None:
        del content["tables/cases.Note/000001.jsonl"]

    assert "what its end says" in refused(packed, packed.changed(without_notes))


def test_an_audit_log_that_was_changed_is_refused(packed: Packed) -> None:
    def other_action(content: dict[str, bytes]) -> None:
        name = "tables/audit.AuditEvent/000001.jsonl"
        content[name] = content[name].replace(b'"case.', b'"kase.', 1)

    assert "audit log" in refused(packed, packed.changed(other_action))


@pytest.mark.either_engine("sqlite")
@pytest.mark.parametrize(
    ("name", "old", "new", "why"),
    [
        ("dosja.json", b'"dosja_partner": 1', b'"dosja_partner": 2', "another format"),
        ("tables/cases.Note/000001.jsonl", b'"text":', b'"words":', "other columns"),
        ("tables/cases.Note/000001.jsonl", b'{"id":"', b'{"id":"x', "that is none"),
        ("tables/cases.Note/000001.jsonl", b'{"id"', b"{id", "no JSON"),
        ("tables/cases.Case/000001.jsonl", b'"category":["', b'"category":["no-', "does not hold"),
    ],
)
def test_what_does_not_fit_is_refused_and_says_why(
    packed: Packed, name: str, old: bytes, new: bytes, why: str
) -> None:
    def change(content: dict[str, bytes]) -> None:
        assert old in content[name]
        content[name] = content[name].replace(old, new, 1)

    assert why in refused(packed, packed.changed(change))


@pytest.mark.either_engine("sqlite")
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("tables/jobs.Job/000001.jsonl", "do not move"),
        ("tables/no.Such/000001.jsonl", "no table"),
        ("../outside", "does not know"),
        ("end.json", "goes on after its end"),
    ],
)
def test_what_has_no_place_in_it_is_refused(packed: Packed, name: str, why: str) -> None:
    def add(content: dict[str, bytes]) -> None:
        end = content.pop(archive.END)
        if name == archive.END:
            content.update({archive.END: end, "tables/cases.Note/000009.jsonl": b"{}\n"})
        else:
            content.update({name: b"{}\n", archive.END: end})

    assert why in refused(packed, packed.changed(add))


def test_rows_of_another_partner_are_refused(packed: Packed) -> None:
    """Whoever packs by hand could otherwise bring cases into a partner that is here."""
    other = PartnerFactory(slug="here", prefix="HER", name="Here")

    def to_other(content: dict[str, bytes]) -> None:
        name = "tables/complaints.Complaint/000001.jsonl"
        content[name] = content[name].replace(
            str(packed.before["partner"]).encode(), str(other.pk).encode(), 1
        )

    assert "not the partner's" in refused(packed, packed.changed(to_other))


def test_a_row_that_points_into_another_partners_case_is_refused(packed: Packed) -> None:
    other = file(PartnerFactory(slug="here", prefix="HER", name="Here")).case

    def into_other(content: dict[str, bytes]) -> None:
        name = "tables/cases.CaseLink/000001.jsonl"
        row = json.loads(content[name].splitlines()[0])
        content[name] = content[name].replace(row["other"].encode(), str(other.pk).encode(), 1)

    assert "cases.CaseLink" in refused(packed, packed.changed(into_other), but=[other])


@pytest.mark.parametrize(
    ("label", "column", "why"),
    [
        ("complaints.Attachment", "file", "files or keys"),
        ("cases.Note", "data_key", "files or keys"),
        ("files.StoredFile", "clean_id", "lies here already"),
    ],
)
def test_what_others_keep_here_cannot_be_pointed_to(
    packed: Packed, label: str, column: str, why: str
) -> None:
    """A file or a key of theirs would open for whoever points to it, or go when he erases."""
    partner = PartnerFactory(slug="here", prefix="HER", name="Here")
    theirs = stored(b"E jona.", "jona.txt", partner)
    target = theirs.data_key_id if column == "data_key" else theirs.pk

    def at_theirs(content: dict[str, bytes]) -> None:
        name = f"tables/{label}/000001.jsonl"
        first, *more = content[name].splitlines()
        row = {**json.loads(first), column: str(target)}
        content[name] = b"\n".join([json.dumps(row).encode(), *more]) + b"\n"

    assert why in refused(packed, packed.changed(at_theirs))


@pytest.mark.parametrize("column", ["partner", "subject_id"])
def test_no_key_is_planted_for_another_partner(packed: Packed, column: str) -> None:
    """Under a known one its telephones could be tried out."""
    partner = PartnerFactory(slug="here", prefix="HER", name="Here")

    def planted(content: dict[str, bytes]) -> None:
        name = "tables/keyring.DataKey/000001.jsonl"
        rows = [json.loads(line) for line in content[name].splitlines()]
        next(row for row in rows if "secret" in row)[column] = str(partner.pk)
        content[name] = b"\n".join(json.dumps(row).encode() for row in rows) + b"\n"

    assert "a key that is not the partner's" in refused(packed, packed.changed(planted))


def test_nobody_arrives_twice(packed: Packed) -> None:
    arrive(packed)
    with pytest.raises(AlreadyHere) as raised:
        arrive(packed)
    assert raised.value.why in ("this partner", "a file of it")


@pytest.mark.parametrize(("taken", "why"), [({"slug": "pif"}, "slug"), ({"prefix": "PIF"}, "prefix")])
def test_a_name_that_is_taken_is_refused(packed: Packed, taken: dict[str, str], why: str) -> None:
    PartnerFactory(**{"slug": "here", "prefix": "HER", "name": "Here", **taken})
    assert why in refused(packed)


def test_another_name_in_addresses_may_be_given(packed: Packed) -> None:
    PartnerFactory(slug="pif", prefix="HER", name="Here")
    assert arrive(packed, slug="pif-al").partner.slug == "pif-al"


def test_without_the_pepper_of_its_receipts_it_is_refused_unless_that_is_meant(packed: Packed) -> None:
    old = b"pepper-of-the-installation-before-0123456789"
    with override_settings(DOSJA_RECEIPT_PEPPER=b"another-pepper-0123456789abcdef0123456789"):
        assert "DOSJA_RECEIPT_PEPPERS_OLD" in refused(packed)
        arrive(packed, without_receipts=True)
        with pytest.raises(UnknownReceipt):
            open_receipt(number=packed.receipt.number, secret=packed.receipt.secret)
        with override_settings(DOSJA_RECEIPT_PEPPERS_OLD=[old, b"development-tests-pepper-0123456789abcdef"]):
            open_receipt(number=packed.receipt.number, secret=packed.receipt.secret)


def test_a_receipt_whose_number_is_given_here_is_named_and_all_else_arrives(packed: Packed) -> None:
    here = file(PartnerFactory(slug="here", prefix="HER", name="Here"))
    Receipt.objects.filter(complaint=here.complaint).update(number=packed.receipt.number)
    arrived = arrive(packed)
    complaint = Case.objects.get(owner=arrived.partner, complaint__in=arrived.without_receipt).complaint
    assert complaint is not None
    assert not Receipt.objects.filter(complaint=complaint).exists()
