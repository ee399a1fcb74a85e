"""A case taken along is what its taker may read, once, within a day; nothing that is hidden or kept apart."""

import io
import json
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseFile
from backend.cases.services import answers, case_files, conversation, files, masking, sharing, work
from backend.cases.services.case_packing import safe_name
from backend.cases.services.case_sight import STAY, CasePart
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.common.kinds import CaseKind
from backend.complaints.models import ComplainantKind, ContactWish, Message
from backend.complaints.services import attach
from backend.files import blobs
from backend.files.models import StoredFile
from backend.files.services import scan_and_clean
from backend.files.streams import CHUNK
from backend.identity.services import IdentityDetails
from backend.jobs.services import Outcome
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.cases.test_hidden_pages import document, everything_in
from tests.cases.test_masks import place_in
from tests.casework import opened, sent, shared
from tests.factories import complaints as filing
from tests.files.sending import read, uploaded

Api = Callable[[User], Caller]
RunJobs = Callable[..., list[Outcome]]
# A word in every place of a case; none is part of a code, a name or another one.
IDENTITY, PERSON = "IDENTITETIXQ", "GJYQTARIXQ"
HIDDEN = "FSHEHURXQ"
SAID = f"RREFIMIXQ tha {HIDDEN} dje."
WORDS = {
    "complaint": {"RREFIMIXQ", "DESHIRAXQ"},
    "messages": {"MESAZHIXQ"},
    "notes": {"SHENIMIXQ"},
    "judiciary": {"GJYKIMIXQ"},
    "outcome": {"PERFUNDIMIXQ"},
    "letters": {"LETRAXQ", "PERGJIGJEXQ"},
    "files": {"PERMBAJTJAXQ"},
    "summary": {"PERMBLEDHJAXQ", "ETIKETAXQ"},
    "contact": {"KONTAKTIXQ"},
    "names of files": {"SKEDARIXQ"},
    "person": {PERSON},
    "hidden": {HIDDEN},
    "page": {"SEKRETIXQ"},
    "identity": {IDENTITY},
}
ALL = set().union(*WORDS.values())


@dataclass
class Told:
    case: Case
    people: dict[str, User]


@pytest.fixture
def told(
    partner_a: Partner,
    partner_b: Partner,
    arta: User,
    besa: User,
    luan: User,
    ilir: User,
    dafina: User,
    observer: User,
    researcher: User,
    giorgi: User,
    nino: User,
    admin: User,
    cadastre: Any,
    delay: Any,
) -> Told:
    case = filing.file(
        partner_a,
        kind=CaseKind.JUDICIARY,
        narrative=SAID,
        wish="DESHIRAXQ",
        complainant_kind=ComplainantKind.CONFIDENTIAL,
        identity=IdentityDetails(name=IDENTITY, phone="+355 69 000 0000"),
        contact_wish=ContactWish.PHONE,
        contact_note="KONTAKTIXQ",
        category=delay.code,
        institution=cadastre.code,
    ).case
    opened(case, besa)
    actor = actor_of(besa)
    work.change_particulars(case.pk, changes={"summary": "PERMBLEDHJAXQ"}, expected=None, actor=actor)
    work.set_tags(case.pk, names=["ETIKETAXQ"], expected=None, actor=actor)
    work.add_note(case.pk, text="SHENIMIXQ", actor=actor)
    detail = {"case_number": "GJYKIMIXQ", "person": PERSON}
    work.set_judiciary(case.pk, detail=detail, expected=None, actor=actor)
    letter = sent(case, besa, approver=luan, letter="LETRAXQ", override_reason="x")
    today = clock.today(case.owner.time_zone)
    answers.record_answer(
        case.pk, letter.pk, answer="PERGJIGJEXQ", answered_on=today, expected=None, actor=actor
    )
    case = Case.objects.get(pk=case.pk)
    case.outcome_text = "PERFUNDIMIXQ"
    case.save()
    assert case.complaint is not None
    made = attach(
        complaint=case.complaint,
        files=[uploaded(b"PERMBAJTJAXQ", "SKEDARIXQ.txt"), uploaded(document(), "SKEDARIXQ.pdf")],
        sender=Message.Sender.COMPLAINANT,
        actor=Actor.nobody(),
    )
    for one in made:
        scan_and_clean(one.file_id)
    message = conversation.complainant_answered(case.complaint, text=f"MESAZHIXQ {HIDDEN}")
    places = [
        place_in(SAID, "narrative", HIDDEN),
        place_in(f"MESAZHIXQ {HIDDEN}", f"message.{message.pk}", HIDDEN),
    ]
    masking.hide_words(case.pk, places=places, expected=None, actor=actor)
    files.hide_pages(case.pk, attachment_id=made[1].pk, pages=[2], expected=None, actor=actor)
    people = {
        "arta": arta, "besa": besa, "luan": luan, "ilir": ilir, "dafina": dafina, "observer": observer,
        "researcher": researcher, "giorgi": giorgi, "nino": nino, "admin": admin,
    }  # fmt: skip
    return Told(case, people)


def ask(case: Case, by: User, purpose: str = "own", **more: Any) -> CaseFile:
    return case_files.ask_for_case_file(
        case.pk, purpose=CaseFile.Purpose(purpose), actor=actor_of(by), **more
    )


def made(case: Case, by: User, purpose: str = "own", **more: Any) -> dict[str, bytes]:
    """Asked for, put together, taken, unpacked."""
    row = ask(case, by, purpose, **more)
    case_files.make_case_file(row.pk)
    row.refresh_from_db()
    assert (row.state, row.failure) == ("ready", "")
    _row, reader = case_files.take_case_file(case.pk, row.pk, actor=actor_of(by))
    with zipfile.ZipFile(io.BytesIO(read(reader))) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def words_in(entries: dict[str, bytes]) -> set[str]:
    """Every byte of every entry, opened as far as it opens: PDFs by text and by stream."""
    said = []
    for name, content in entries.items():
        said += [name.encode(), content]
        if content.startswith(b"%PDF"):
            said.append(everything_in(content))
            said += [page.get_textpage().get_text_range().encode() for page in PdfDocument(content)]
    everything = b"\n".join(said)
    return {word for word in ALL if any(word.encode(code) in everything for code in ("utf-8", "utf-16-be"))}


OWN = ALL - WORDS["identity"]
OF_ROLE = {
    # Who works the case reads it all, but for the identity, which lies apart.
    "besa": OWN,
    "arta": OWN,
    "luan": OWN,
    # Letters' pages are for who writes or approves them, the judge's name for who may read it.
    "ilir": OWN,
}
NOBODY = ("dafina", "observer", "researcher", "giorgi", "nino", "admin")
LEAVES = {"complaint", "messages", "judiciary", "outcome", "files", "letters"}


@pytest.mark.django_db(transaction=True)
def test_the_zip_of_a_case_holds_only_what_the_role_may_see(
    told: Told, partner_b: Partner, subtests: Any
) -> None:
    case, people = told.case, told.people
    for name in NOBODY:
        with subtests.test(name), pytest.raises(NotFound):
            ask(case, people[name])
    for name, expected in OF_ROLE.items():
        with subtests.test(name):
            reads_person = actor_of(people[name]).may("read_restricted_persons", case.owner_id)
            found = words_in(made(case, people[name]))
            assert found == (expected if reads_person else expected - WORDS["person"])
    with subtests.test("to be given to somebody else"):
        stays = {"notes", "contact", "names of files", "person", "hidden", "page", "identity"}
        left = set().union(*(words for name, words in WORDS.items() if name not in stays)) | WORDS["contact"]
        assert words_in(made(case, people["besa"], "to_leave")) == left - {"LETRAXQ"}
    for part in CasePart:
        with subtests.test(f"only {part}"):
            found = words_in(made(case, people["besa"], parts=[part.value]))
            others = set().union(
                *(WORDS[one.value] for one in CasePart if one != part and one.value in WORDS)
            )
            assert not found & (others | WORDS["identity"])
            assert found >= WORDS.get(part.value, set())
    by = actor_of(people["besa"])
    for fields in (["complaint"], ["messages"], ["files"], ["notes"], ["summary", "outcome"], None):
        with subtests.test(f"another partner, {fields}"):
            share = sharing.share(case.pk, partner=partner_b, fields=fields, actor=by)
            everything = [*WORDS] if fields is None else fields
            never = {"contact", "names of files", "person", "hidden", "page", "identity"}
            agreed = set().union(*(WORDS[one] for one in everything if one not in never))
            if fields is None:
                # What was quoted in a letter before it was hidden is not given on.
                agreed = (agreed - {"LETRAXQ"}) | WORDS["contact"]
            assert words_in(made(case, people["giorgi"])) - WORDS["notes"] == agreed - WORDS["notes"]
            assert not words_in(made(case, people["giorgi"], "to_leave")) & (WORDS["hidden"] | WORDS["notes"])
            sharing.end_share(case.pk, share_id=share.pk, actor=by)


@pytest.mark.django_db(transaction=True)
def test_who_lost_the_right_meanwhile_gets_nothing(told: Told, partner_b: Partner) -> None:
    case, besa, giorgi, arta = told.case, told.people["besa"], told.people["giorgi"], told.people["arta"]
    share = shared(case, partner_b, besa)
    theirs, own, of_arta = ask(case, giorgi), ask(case, besa, "to_leave"), ask(case, arta)
    for row in (theirs, own, of_arta):
        case_files.make_case_file(row.pk)
    # More is hidden now than when it was put together.
    masking.hide_words(
        case.pk, places=[place_in(SAID, "narrative", "RREFIMIXQ")], expected=None, actor=actor_of(besa)
    )
    for row, person in ((theirs, giorgi), (own, besa)):
        with pytest.raises(errors.CaseFileOutdated):
            case_files.take_case_file(case.pk, row.pk, actor=actor_of(person))
    sharing.end_share(case.pk, share_id=share.pk, actor=actor_of(besa))
    with pytest.raises(NotFound):
        case_files.take_case_file(case.pk, theirs.pk, actor=actor_of(giorgi))
    # A conflict of interest, a restriction: both close the case.
    sharing.restrict(case.pk, people=[besa], expected=None, actor=actor_of(besa))
    with pytest.raises(NotFound):
        case_files.take_case_file(case.pk, of_arta.pk, actor=actor_of(arta))
    assert not AuditEvent.objects.filter(action="case.file_taken").exists()


def test_who_lost_the_case_before_it_was_made_gets_an_empty_hand(told: Told) -> None:
    arta, besa = told.people["arta"], told.people["besa"]
    row = ask(told.case, arta)
    sharing.restrict(told.case.pk, people=[besa], expected=None, actor=actor_of(besa))
    before = {one for one, _written in blobs.every_blob()}
    case_files.make_case_file(row.pk)
    row.refresh_from_db()
    assert (row.state, row.failure, row.file) == ("failed", "not_found", None)
    assert {one for one, _written in blobs.every_blob()} == before


@pytest.mark.django_db(transaction=True)
def test_nobody_takes_another_persons_case_file_nor_twice(told: Told) -> None:
    case, arta, besa = told.case, told.people["arta"], told.people["besa"]
    row = ask(case, arta)
    with pytest.raises(errors.CaseFileNotReady):
        case_files.take_case_file(case.pk, row.pk, actor=actor_of(arta))
    case_files.make_case_file(row.pk)
    with pytest.raises(NotFound):
        case_files.take_case_file(case.pk, row.pk, actor=actor_of(besa))
    kept = CaseFile.objects.get(pk=row.pk).file
    assert kept is not None
    sealed = kept.file_key
    _row, reader = case_files.take_case_file(case.pk, row.pk, actor=actor_of(arta))
    # The key is gone before the first byte leaves, the bytes once the last one has.
    assert not StoredFile.objects.filter(pk=kept.pk).exists() and blobs.exists(kept.pk)
    assert read(reader).startswith(b"PK")
    assert not blobs.exists(kept.pk) and sealed
    with pytest.raises(errors.CaseFileGone):
        case_files.take_case_file(case.pk, row.pk, actor=actor_of(arta))


@pytest.mark.django_db(transaction=True)
def test_the_line_is_written_before_the_bytes_leave(told: Told) -> None:
    arta = told.people["arta"]
    row = ask(told.case, arta, originals_reason="evidence")
    case_files.make_case_file(row.pk)
    _row, reader = case_files.take_case_file(told.case.pk, row.pk, actor=actor_of(arta))
    (asked,) = AuditEvent.objects.filter(action="case.file_asked")
    (taken,) = AuditEvent.objects.filter(action="case.file_taken")
    for line in (asked, taken):
        assert line.facts["file"] == str(row.pk)
        assert (line.facts["purpose"], line.facts["reason"]) == ("own", "evidence")
        assert "originals" in line.facts["contains"]
    reader.close()


@pytest.mark.django_db(transaction=True)
def test_what_is_not_taken_within_a_day_is_destroyed(told: Told) -> None:
    arta = told.people["arta"]
    row = ask(told.case, arta)
    case_files.make_case_file(row.pk)
    kept = CaseFile.objects.get(pk=row.pk).file
    assert kept is not None
    with clock.frozen(clock.now() + timedelta(hours=23)):
        assert case_files.clear_case_files() == 0
    with clock.frozen(clock.now() + timedelta(hours=24, minutes=1)):
        with pytest.raises(errors.CaseFileGone):
            case_files.take_case_file(told.case.pk, row.pk, actor=actor_of(arta))
        assert case_files.clear_case_files() == 1
    assert not blobs.exists(kept.pk)
    assert CaseFile.objects.get(pk=row.pk).state == "expired"


def test_originals_are_for_own_work_for_a_reason_and_for_who_may_open_them(told: Told) -> None:
    people = told.people
    with pytest.raises(Invalid):
        ask(told.case, people["besa"], "to_leave", originals_reason="evidence")
    with pytest.raises(NotAllowed):
        ask(told.case, people["ilir"], originals_reason="evidence")
    for part in STAY:
        with pytest.raises(Invalid):
            ask(told.case, people["besa"], "to_leave", parts=[part.value])


@pytest.mark.django_db(transaction=True)
def test_by_the_api_it_is_asked_for_followed_and_taken(api: Api, told: Told, run_jobs: RunJobs) -> None:
    arta, path = api(told.people["arta"]), f"/cases/{told.case.pk}/case-files/"
    answer = arta.post(path, {"purpose": "own"}, key="k1")
    assert answer.status_code == 201
    assert arta.post(path, {"purpose": "own"}, key="k1").json() == answer.json()
    own = f"{path}{answer.json()['id']}/"
    assert arta.get(own).json()["state"] == "waiting"
    assert arta.post(f"{own}take/").json()["code"] == "case_file.not_ready"
    run_jobs()
    ready = arta.get(own).json()
    assert (ready["state"], ready["done"]) == ("ready", ready["total"])
    # The coordinator has her own, and does not see Arta's.
    assert api(told.people["besa"]).get(own).status_code == 404
    assert api(told.people["besa"]).get(path).json()["results"] == []
    given = arta.post(f"{own}take/")
    assert given.status_code == 200
    assert given.headers["Content-Disposition"] == f'attachment; filename="case-{told.case.pk}.zip"'
    with zipfile.ZipFile(io.BytesIO(given.content)) as package:
        told_in_it = json.loads(package.read("case.json"))
        assert [name for name in package.namelist() if "/" not in name] == ["story.pdf", "case.json"]
    assert told_in_it["format"] == "dosja.case-file/1"
    assert told_in_it["complaint"]["narrative"] == SAID
    assert arta.post(f"{own}take/").json()["code"] == "case_file.gone"


@settings(max_examples=300)
@given(name=st.text(max_size=300), number=st.integers(1, 999))
def test_names_in_the_zip_harm_nobody(name: str, number: int) -> None:
    safe = safe_name(number, name, "text/plain")
    assert safe.startswith(f"{number:03d}") and safe.endswith(".txt")
    assert not set(safe) & set('/\\:*?"<>|=+@%$`~^&') and ".." not in safe
    assert safe.isprintable() and len(safe) < 100


@pytest.mark.parametrize("name", ["../../etc/passwd", "=cmd()", "C:\\x\\CON", "a\u202etxt.exe", "..", ""])
def test_tricks_with_names_end_as_plain_names(name: str) -> None:
    safe = safe_name(7, name, "application/pdf")
    assert safe.startswith("007") and safe.endswith(".pdf") and "\u202e" not in safe


@pytest.mark.django_db(transaction=True)
def test_fifty_large_files_do_not_lie_in_memory(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty times 20 MB pass through; what is held at once stays below one of them."""
    from backend.cases.services import case_packing

    piece = b"x" * CHUNK

    class Large:
        size = 20_000_000

        def chunks(self) -> Any:
            return (piece for _ in range(self.size // CHUNK))

        def __enter__(self) -> "Large":
            return self

        def __exit__(self, *_: object) -> None:
            return None

    monkeypatch.setattr(case_packing, "_opened", lambda attachment, sight: Large())
    (first, *_rest) = case_packing.attachments_of(told.case.complaint_id)
    monkeypatch.setattr(case_packing, "_attachments", lambda case, sight: [first] * 50)
    row = ask(told.case, told.people["arta"])
    tracemalloc.start()
    case_files.make_case_file(row.pk)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert CaseFile.objects.get(pk=row.pk).state == "ready"
    assert most < 20_000_000
