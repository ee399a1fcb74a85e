"""From a sheet to cases: what comes of each row, and that a second time makes nothing of it."""

from collections.abc import Callable
from datetime import date

from django.db.models import Q

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent
from backend.complaints.models import Receipt
from backend.directory.models import Place
from backend.identity.models import ComplainantIdentity, NoticeWish
from backend.imports.models import ImportedCase
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.factories.sealing import PartnersKey, details_in
from tests.imports.conftest import FIELDS, HEADINGS, ROWS, Desk, book, mapping, text
from tests.mailbox import Postbox


def test_each_row_becomes_a_case_where_it_stood(desk: Desk) -> None:
    shown = desk.whole()
    assert (shown["state"], shown["imported"], shown["faulty"]) == ("done", 3, 0), desk.problems()
    closed, opened, new = Case.objects.order_by("opened_at")
    assert (closed.state, closed.outcome) == ("closed", "remedied")
    assert closed.closed_at is not None and closed.closed_at.date() == date(2021, 5, 12)
    assert closed.opened_at.date() == date(2021, 2, 3)
    assert closed.reference == "PIF-2021-000001"
    assert closed.complaint is not None and closed.complaint.narrative == "Pres certifikatën."
    assert [note.text for note in closed.notes.all()] == ["Telefonoi dy herë"]
    assert (opened.state, opened.institution.code, opened.place.code) == ("open", "al-cadastre", "al-puke")  # type: ignore[union-attr]
    assert new.state == "received"


def test_who_it_was_lies_in_the_vault_alone(desk: Desk) -> None:
    desk.whole()
    kinds = dict(Case.objects.values_list("reference", "complaint__complainant_kind"))
    assert sorted(kinds.values()) == ["anonymous", "confidential", "confidential"]
    assert {one.name for one in ComplainantIdentity.objects.all()} == {"Drita Kola", "Agim"}


def test_who_it_was_is_sealed_where_the_partner_seals_identities(
    desk: Desk, partner_a: Partner, besa: User
) -> None:
    key = PartnersKey(partner_a)
    key.kept(besa)
    desk.whole()
    rows = ComplainantIdentity.objects.all()
    assert {details_in(one.sealed or b"", key.private)["name"] for one in rows} == {"Drita Kola", "Agim"}
    assert {one.name for one in rows} == {""}


def test_nobody_is_told_and_nobody_gets_a_receipt(desk: Desk, postbox: Postbox) -> None:
    desk.whole()
    desk.work()
    assert not Receipt.objects.exists()
    assert not NoticeWish.objects.exists()
    assert postbox.taken == []


def test_the_same_file_again_makes_no_case(desk: Desk) -> None:
    desk.whole()
    assert desk.whole()["already_there"] == 3
    assert desk.whole(text(), name="the-same.csv")["already_there"] == 3
    assert Case.objects.count() == 3


def test_without_numbers_a_row_is_known_by_its_cells(desk: Desk) -> None:
    nameless = mapping({heading: name for heading, name in FIELDS.items() if heading != "Nr"})
    for expected in (0, 3):
        desk.send(book())
        desk.map(nameless)
        desk.step("check")
        assert desk.shown["already_there"] == expected
        desk.step("start")
    assert Case.objects.count() == 3


def test_numbers_that_begin_anew_in_each_file_are_told_apart_by_a_prefix(desk: Desk) -> None:
    for year in ("2021/", "2022/"):
        desk.send(book())
        told = mapping()
        told["columns"][0]["prefix"] = year
        desk.map(told)
        desk.step("check")
        desk.step("start")
    assert Case.objects.count() == 6


def test_the_story_and_the_audit_log_say_where_a_case_came_from(desk: Desk) -> None:
    desk.whole()
    assert set(CaseEvent.objects.values_list("action", flat=True)) == {"case.imported"}
    about_us = Q(action__startswith="import.") | Q(action="case.imported")
    actions = AuditEvent.objects.filter(about_us).order_by("number").values_list("action", flat=True)
    assert list(actions) == [
        "import.uploaded", "import.mapped", "import.check_started", "import.started",
        *["case.imported"] * 3, "import.finished",
    ]  # fmt: skip


def test_a_faulty_row_is_left_out_only_when_somebody_says_so(desk: Desk) -> None:
    wrong = (*ROWS, (4, "31.02.2021", "", "", "Fjalë", "Vonesë", "Kadastra", "Pukë", "Hapur", "", "", ""))
    desk.send(book(wrong))
    desk.map()
    desk.step("check")
    assert desk.shown["faulty"] == 1
    assert desk.step("start").json()["code"] == "import.faulty_rows"
    desk.step("start", {"leave_out_faulty": True})
    assert (desk.shown["state"], Case.objects.count()) == ("done", 3)


def test_a_number_of_theirs_is_kept_as_a_digest(desk: Desk) -> None:
    desk.whole(book([("069 222 2222", *ROWS[0][1:])]))
    origin = ImportedCase.objects.get().origin
    assert len(origin) == 64 and "222 2222" not in origin


def test_tags_and_the_person_who_works_it_come_along(desk: Desk, arta: User) -> None:
    headings = (*HEADINGS, "Etiketa", "Referenti")
    row = (*ROWS[1], "ujë, Fshati; ujë", "Arta")
    desk.send(book([row], headings))
    told = mapping({**FIELDS, "Etiketa": "tags", "Referenti": "assignee"}, headings)
    desk.map(told)
    desk.step("check")
    desk.step("start")
    case = Case.objects.get()
    assert case.assignee == arta
    assert sorted(tag.name for tag in case.tags.all()) == ["Fshati", "ujë"]


def test_a_program_imports_with_both_scopes_and_nothing_with_one(
    besa: User, directory: Place, client_of: Callable[..., Caller]
) -> None:
    pif = besa.memberships.get().partner
    for scopes in (["partner:manage"], ["cases:read", "cases:write"]):
        half = Desk(client_of(pif, "coordinator", scopes))
        assert half.send(book()).status_code == 403
    program = Desk(client_of(pif, "coordinator", ["partner:manage", "cases:read"]))
    assert program.whole()["imported"] == 3
    program.step("undo")
    assert program.shown["state"] == "undone"
    assert not Case.objects.exists()
