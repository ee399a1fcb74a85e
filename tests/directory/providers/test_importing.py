"""An import takes what it can, tells of every other row where it stood and why, and opens no shelter."""

import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.directory.models import Address, KeptRow, Phone, Service, ServiceLocation, ServiceProvider
from backend.directory.services import hsds
from backend.directory.services.hsds.tables import TABLES
from tests.directory.providers.samples import (
    address,
    area,
    at,
    attribute,
    document,
    hidden,
    organization,
    service,
    taken,
    uid,
)

pytestmark = pytest.mark.django_db


def told(report: Any) -> set[tuple[str, int, str, str]]:
    return {(one.table, one.row, one.field, one.code) for one in report.refusals}


def of_document(*services: Any, **more: Any) -> Any:
    return taken(hsds.tables_of_document(document(*services, **more)))


def csv(**files: str) -> dict[str, str]:
    return {f"{name}.csv": text for name, text in files.items()}


# Rows that are not taken ---------------------------------------------------------------------------------

ORGANIZATIONS = f"""id,name,description,website
{uid("a")},Qendra A,Ndihmon,https://example.org
{uid("b")},,Without a name,
not-an-id,Qendra C,Ndihmon,
{uid("a")},Qendra A again,Ndihmon,
{uid("d")},Qendra D,Ndihmon,javascript:alert(1)
"""
SERVICES = f"""id,organization_id,name,status
{uid("s1")},{uid("a")},One,active
{uid("s2")},{uid("b")},Of one that was refused,active
{uid("s3")},{uid("a")},Three,sleeping
{uid("s4")},{uid("a")},Four
{uid("s5")},,Five,active
"""


def test_every_refused_row_is_told_with_its_line_and_a_code(terms_of_help):
    report = taken(hsds.tables_of_files(csv(organizations=ORGANIZATIONS, services=SERVICES)))
    assert told(report) == {
        ("organization", 3, "name", "required"),
        ("organization", 4, "id", "invalid_id"),
        ("organization", 5, "id", "duplicate_id"),
        ("organization", 6, "website", "invalid_uri"),
        ("service", 3, "organization_id", "unknown_reference"),
        ("service", 4, "status", "unknown_word"),
        ("service", 5, "", "cells"),
        ("service", 6, "organization_id", "required"),
    }
    assert {one.where for one in report.refusals} == {"organizations.csv", "services.csv"}
    assert [one.name for one in Service.objects.all()] == ["One"]
    assert report.rows == 10


def test_a_corrected_file_is_taken_the_second_time(terms_of_help):
    taken(hsds.tables_of_files(csv(organizations=ORGANIZATIONS, services=SERVICES)))
    mended = ORGANIZATIONS.replace(f"{uid('b')},,", f"{uid('b')},Qendra B,")
    report = taken(hsds.tables_of_files(csv(organizations=mended, services=SERVICES)))
    assert report.counts["organization"]["created"] == 1
    assert report.counts["service"] == {"created": 1, "changed": 0, "unchanged": 1, "refused": 3}


@pytest.mark.parametrize(
    ("schedule", "field", "code"),
    [
        ({"freq": "WEEKLY", "interval": 2}, "dtstart", "required_with_interval"),
        ({"freq": "WEEKLY", "byday": "MO,XX"}, "byday", "invalid_rule"),
        ({"freq": "WEEKLY", "byday": "2MO"}, "byday", "invalid_rule"),
        ({"freq": "MONTHLY", "bymonthday": "32"}, "bymonthday", "invalid_rule"),
        ({"freq": "DAILY"}, "freq", "unknown_word"),
        ({"opens_at": "25:00"}, "opens_at", "invalid_time"),
        ({"opens_at": "nine"}, "opens_at", "invalid_time"),
        ({"valid_from": "2026-02-30"}, "valid_from", "invalid_date"),
        ({"valid_from": "2026-03-01", "valid_to": "2026-02-01"}, "valid_to", "before_valid_from"),
        ({"timezone": 99}, "timezone", "invalid_rule"),
    ],
)
def test_a_schedule_that_makes_no_recurrence_is_refused(terms_of_help, schedule, field, code):
    report = of_document(service(schedules=[{"id": uid("hours"), **schedule}]))
    assert told(report) == {("schedule", 1, field, code)}
    assert Service.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"name": 7}, "name", "not_text"),
        ({"name": "a\u0000b"}, "name", "characters"),
        ({"name": "x" * 301}, "name", "too_long"),
        ({"minimum_age": "old"}, "minimum_age", "not_a_number"),
        ({"email": "nobody"}, "email", "invalid_email"),
        ({"assured_date": "2026"}, "assured_date", "invalid_date"),
        ({"id": "7"}, "id", "invalid_id"),
    ],
)
def test_a_value_that_its_field_does_not_take_is_refused(terms_of_help, changes, field, code):
    assert ("service", 1, field, code) in told(of_document({**service(), **changes}))
    assert not Service.objects.exists()


def test_an_area_that_is_no_place_of_ours_is_taken_and_told(terms_of_help):
    report = of_document(service(service_areas=[{"id": uid("moon"), "name": "The moon"}]))
    assert [(one.table, one.code) for one in report.notices] == [("service_area", "place_unknown")]


def test_an_area_is_known_by_its_name_in_any_script(terms_of_help):
    of_document(service(service_areas=[{"id": uid("x"), "name": "Приштина"}]))
    assert Service.objects.get().areas.get().place.code == "xk-prishtine"


def test_a_field_that_hsds_does_not_have_is_told(terms_of_help):
    report = of_document(service(colour="red"))
    assert [(one.field, one.code) for one in report.notices] == [("colour", "unknown_field")]


def test_a_row_that_is_gone_from_the_source_stays(terms_of_help):
    of_document(service("one"), service("two"))
    of_document(service("one"))
    assert Service.objects.count() == 2


def test_the_same_need_twice_is_refused(terms_of_help):
    twice = [
        attribute("x", "needs", "legal_aid"),
        {**attribute("x", "needs", "legal_aid"), "id": uid("again")},
    ]
    report = of_document(service("x", attributes=twice))
    assert told(report) == {("attribute", 2, "taxonomy_term_id", "duplicate_term")}


@pytest.mark.parametrize("thing", [7, "x", {}, {"contents": 7}, {"id": "x"}, {"services": 3}, [[1]]])
def test_what_is_no_hsds_is_refused_as_a_whole(terms_of_help, thing):
    with pytest.raises(hsds.NotHsds):
        hsds.tables_of_document(thing)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, "no_files"),
        ({"cats.csv": "id\n1"}, "unknown_file"),
        ({"services.csv": "name\nx"}, "header"),
        ({"services.csv": "id,id\n1,2"}, "header"),
        ({"services.csv": 'id,name\n1,"x'}, "unreadable"),
        ({"datapackage.json": "{"}, "unreadable"),
    ],
)
def test_files_that_are_no_tables_are_refused_as_a_whole(files, code):
    with pytest.raises(hsds.NotTabular) as refused:
        hsds.tables_of_files(files)
    assert refused.value.code == code


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from([uid("a"), uid("b")]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "name", "status", "description", "organization", "phones", "attributes", "number"]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=15,
)


@given(
    services=st.lists(
        st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "name",
                    "status",
                    "phones",
                    "organization",
                    "attributes",
                    "service_at_locations",
                    "taxonomy_term",
                    "location",
                ]
            ),
            ANYTHING,
        ),
        max_size=4,
    )
)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_comes_every_row_is_counted_once(terms_of_help, services):
    with transaction.atomic():
        rows = hsds.tables_of_document({"services": services})
        report = taken(rows)
        assert report.rows == sum(map(len, rows.values()))
        assert len(report.refusals) == sum(counts["refused"] for counts in report.counts.values())
        transaction.set_rollback(True)


# Hidden locations ----------------------------------------------------------------------------------------


def nothing_leads_there(secret: str = "Rr. e Shkollës") -> None:
    exported = json.dumps(hsds.export_tables(), ensure_ascii=False)
    stored = json.dumps(list(KeptRow.objects.values("values")), ensure_ascii=False)
    assert secret not in exported + stored
    assert not Address.objects.exists()


def whole_location(**more: Any) -> dict[str, Any]:
    return at(
        "Rr. e Shkollës",
        latitude=42.1,
        description="Rr. e Shkollës 1",
        external_identifier="Rr. e Shkollës",
        addresses=[address("x")],
        accessibility=[{"id": uid("ramp"), "description": "Rr. e Shkollës, ramp"}],
        **more,
    )


def test_the_address_of_a_shelter_is_not_even_stored(terms_of_help):
    report = of_document(service(needs=("shelter",), service_at_locations=[whole_location()]))
    assert {(one.table, one.code) for one in report.refusals} == {
        ("address", "address_hidden"),
        ("accessibility", "address_hidden"),
    }
    assert ("location", "address_hidden") in {(one.table, one.code) for one in report.notices}
    assert ServiceLocation.objects.get().is_hidden
    nothing_leads_there()


def test_a_location_with_the_mark_is_hidden(terms_of_help):
    of_document(service(service_at_locations=[whole_location(attributes=[hidden("Rr. e Shkollës")])]))
    assert ServiceLocation.objects.get().is_hidden
    nothing_leads_there()


def test_a_location_that_becomes_a_shelter_is_forgotten(terms_of_help):
    of_document(service("x", service_at_locations=[whole_location()]))
    assert Address.objects.exists()
    of_document(service("x", needs=("shelter",)))
    assert ServiceLocation.objects.get().is_hidden
    nothing_leads_there()


def test_an_import_opens_no_hidden_location(terms_of_help):
    of_document(service("x", needs=("shelter",), service_at_locations=[at("Rr. e Shkollës")]))
    report = of_document(service("y", service_at_locations=[whole_location()]))
    assert ("address", "address_hidden") in {(one.table, one.code) for one in report.refusals}
    assert ServiceLocation.objects.get().is_hidden
    nothing_leads_there()


def test_the_telephone_of_a_shelter_is_kept(terms_of_help):
    of_document(service(needs=("shelter",), phones=[{"id": uid("p"), "number": "116 117"}]))
    assert Phone.objects.get().number == "116 117"


# Doors ---------------------------------------------------------------------------------------------------


def test_checking_tells_and_changes_nothing(terms_of_help):
    report = taken(hsds.tables_of_document(document(service())), only_check=True)
    assert report.counts["service"]["created"] == 1
    assert not ServiceProvider.objects.exists()
    assert not AuditEvent.objects.exists()


def test_an_import_leaves_one_audit_line_with_counts_and_no_words(terms_of_help):
    of_document(service(name="Words"))
    event = AuditEvent.objects.get()
    assert event.action == "providers.imported"
    assert event.facts["counts"]["service"]["created"] == 1
    assert "Words" not in json.dumps(event.facts)


def test_only_the_administrator_imports(api, admin, besa, terms_of_help):
    body = {"document": document(service())}
    assert api(besa).post("/service-providers/import/", body).status_code == 403
    report = api(admin).post("/service-providers/import/", body)
    assert report.status_code == 200, report.content
    assert report.json()["counts"]["service"] == {"created": 1, "changed": 0, "unchanged": 0, "refused": 0}


def test_what_goes_out_over_the_api_comes_in_over_the_api(api, admin, terms_of_help):
    of_document(service(needs=("legal_aid",), service_areas=[area("Pukë", "al-shkoder-puke")]))
    whole = api(admin).get("/service-providers/export/").json()
    files = api(admin).get("/service-providers/export/tables/").json()["files"]
    for body in ({"document": whole}, {"files": files}):
        report = api(admin).post("/service-providers/import/", body).json()
        assert report["refusals"] == []
        assert all(
            set(counts) == {"created", "changed", "unchanged", "refused"}
            for counts in report["counts"].values()
        )
        assert not any(counts["created"] or counts["changed"] for counts in report["counts"].values())
    assert files["services.csv"].startswith("id,organization_id,name")


@pytest.mark.parametrize(
    "body", [{}, {"document": [], "files": {}}, {"document": 7}, {"files": {"x.csv": "id"}}]
)
def test_an_import_of_nothing_readable_is_refused(api, admin, terms_of_help, body):
    assert api(admin).post("/service-providers/import/", body).status_code == 400


def test_the_command_exports_and_imports_both_forms(terms_of_help, tmp_path):
    of_document(service(needs=("legal_aid",)))
    before = hsds.export_tables()
    for path in (tmp_path / "all.json", tmp_path / "tables"):
        call_command("hsds", "export", str(path), stdout=io.StringIO())
        out = io.StringIO()
        call_command("hsds", "import", str(path), stdout=out)
        assert "service: 0 created, 0 changed, 1 unchanged, 0 refused" in out.getvalue()
    assert (tmp_path / "tables" / "datapackage.json").exists()
    assert hsds.export_tables() == before


def test_the_command_tells_what_was_not_taken(terms_of_help, tmp_path):
    (tmp_path / "organizations.csv").write_text(ORGANIZATIONS, encoding="utf-8")
    err = io.StringIO()
    with pytest.raises(CommandError, match="4 of 5 rows"):
        call_command("hsds", "import", str(tmp_path), stdout=io.StringIO(), stderr=err)
    assert "refused: organization organizations.csv row 4 not-an-id: id invalid_id" in err.getvalue()
    assert ServiceProvider.objects.count() == 1


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[7]", b'{"x": 1}'])
def test_the_command_refuses_what_it_cannot_read(tmp_path, content, db):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(CommandError):
        call_command("hsds", "import", str(path))


def test_every_table_of_hsds_is_taken_or_kept():
    assert set(TABLES) >= {"organization", "service", "location", "schedule", "taxonomy_term", "unit", "url"}


def test_an_organization_may_name_one_below_it(terms_of_help):
    child = organization("child", parent_organization_id=uid("parent"))
    report = of_document(organizations=(child, organization("parent")))
    assert report.refusals == []
    lost = organization("lost", parent_organization_id=uid("nobody"))
    assert told(of_document(organizations=(lost,))) == {
        ("organization", 1, "parent_organization_id", "unknown_reference")
    }
