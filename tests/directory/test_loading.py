"""load_directory: all or nothing, twice is once, and what people changed here stays."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.audit.models import AuditEvent
from backend.directory import lookups
from backend.directory.models import (
    CalendarOverride,
    Category,
    DeadlineRule,
    Institution,
    InstitutionChannel,
    Place,
)
from backend.directory.services.categories import change_category
from backend.directory.services.channels import add_channel, end_channel
from backend.directory.services.institutions import change_institution
from backend.directory.services.loading import DATA, FILES, FilesRefused, load_directory
from backend.partners.actors import Actor

AL = {"code": "al", "level": "country", "name_sq": "Shqipëri", "name_en": "Albania", "source": "s"}
PUKE = {"code": "al-puke", "parent": "al", "level": "municipality", "name_sq": "Pukë", "source": "s"}
OFFICE = {
    "code": "al-office",
    "kind": "agency",
    "level": "central",
    "country": "AL",
    "areas": "al;al-puke",
    "languages": "sq;en",
    "name_sq": "Zyra",
    "source": "s",
}
CHANNEL = {"institution": "al-office", "kind": "email", "value": "zyra@example.org", "source": "s"}
DELAY = {
    "code": "delay",
    "parent": "services",
    "kinds": "public_service",
    "position": "10",
    "label_en": "Delay",
}
SERVICES = {"code": "services", "kinds": "public_service", "position": "10", "label_en": "Services"}
RULE = {
    "code": "al-rule",
    "country": "al",
    "law": "Ligji",
    "trigger": "request_received",
    "number": "10",
    "unit": "working_day",
    "roll": "yes",
    "appeal_to": "al-office",
    "source": "s",
    "certainty": "v",
    "title_en": "Answer",
}
DECREE = {"country": "AL", "date": "2026-06-05", "working": "no", "name_en": "Decree", "source": "s"}
ALL = {
    # The child stands before its parent: the order of lines does not matter.
    "places": [PUKE, AL],
    "institutions": [OFFICE],
    "channels": [CHANNEL],
    "categories": [DELAY, SERVICES],
    "deadline_rules": [RULE],
    "calendar_overrides": [DECREE],
}
TABLES = (Place, Institution, InstitutionChannel, Category, DeadlineRule, CalendarOverride)

pytestmark = pytest.mark.django_db


def load(path, **options):
    return load_directory(folder=path, actor=Actor.system(), **options)


def told(*arguments, **options):
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("load_directory", *arguments, stdout=out, stderr=err, **options)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}"
    return out.getvalue(), err.getvalue()


def counts(report, file):
    return dict(next(found for found in report.files if found.file == f"{file}.csv").counts)


def test_everything_in_the_files_is_in_the_tables(folder):
    load(folder(**ALL))
    assert [table.objects.count() for table in TABLES] == [2, 1, 1, 2, 1, 1]
    puke = Place.objects.get(code="al-puke")
    assert (puke.path, puke.country, puke.names) == ("al/al-puke/", "AL", {"sq": "Pukë"})
    office = Institution.objects.get()
    assert {place.code for place in office.areas.all()} == {"al", "al-puke"}
    assert (office.languages, office.accepts_anonymous, office.version) == (["sq", "en"], None, 1)
    assert Category.objects.get(code="delay").path == "services/delay/"
    rule = DeadlineRule.objects.get()
    assert (rule.country, rule.roll, rule.silence, rule.appeal_to) == ("AL", True, "unknown", office)
    assert not rule.is_verified
    assert CalendarOverride.objects.get().date == date(2026, 6, 5)


def test_a_second_run_changes_nothing_and_says_so(folder):
    path = folder(**ALL)
    first, _ = told("--folder", str(path))
    lines = AuditEvent.objects.count()
    before = [list(table.objects.order_by("pk").values()) for table in TABLES]
    second, _ = told("--folder", str(path))
    assert "Changed the directory." in first
    assert "Nothing to change." in second
    assert before == [list(table.objects.order_by("pk").values()) for table in TABLES]
    assert AuditEvent.objects.count() == lines


def test_checking_tells_what_would_change_and_changes_nothing(folder):
    out, _ = told("--folder", str(folder(**ALL)), "--check")
    assert "places.csv: 2 new" in out
    assert "Would change the directory." in out
    assert not any(table.objects.exists() for table in TABLES)
    assert not AuditEvent.objects.exists()


def test_a_changed_line_changes_its_row_only(folder):
    load(folder(**ALL))
    report = load(folder(**ALL | {"places": [PUKE | {"name_sr_Latn": "Puka"}, AL]}))
    assert counts(report, "places") == {"new": 0, "changed": 1, "unchanged": 1}
    puke = Place.objects.get(code="al-puke")
    assert (puke.version, puke.names["sr-Latn"]) == (2, "Puka")
    assert Place.objects.get(code="al").version == 1
    assert Place.objects.matching("Puka").get() == puke


def test_a_moved_place_takes_what_lies_in_it_along(folder):
    unit = PUKE | {"code": "al-qelez", "parent": "al-puke"}
    load(folder(places=[AL, PUKE, unit]))
    region = AL | {"code": "al-region", "parent": "al", "level": "region"}
    load(
        folder(
            places=[
                AL,
                region,
                PUKE | {"parent": "al-region"},
                PUKE | {"code": "al-qelez", "parent": "al-puke"},
            ]
        )
    )
    assert Place.objects.get(code="al-qelez").path == "al/al-region/al-puke/al-qelez/"
    assert len(lookups.place_ids_under("al-region")) == 3


def test_areas_follow_the_file(folder):
    load(folder(**ALL))
    report = load(folder(**ALL | {"institutions": [OFFICE | {"areas": "al"}]}))
    assert counts(report, "institutions")["changed"] == 1
    assert [place.code for place in Institution.objects.get().areas.all()] == ["al"]


def test_a_vanished_line_leaves_its_row_and_is_reported(folder):
    load(folder(**ALL))
    out, _ = told("--folder", str(folder(**ALL | {"categories": [SERVICES], "channels": []})))
    assert "kept, no longer in the file: delay" in out
    assert "kept, no longer in the file: al-office email zyra@example.org" in out
    assert Category.objects.filter(code="delay", is_active=True).exists()
    assert "Nothing to change." in out


def test_what_an_administrator_changed_is_kept_and_reported(folder):
    load(folder(**ALL))
    me = Actor.system()
    change_institution("al-office", changes={"names": {"sq": "Zyra e re"}}, expected=1, actor=me)
    change_category("delay", changes={"labels": {"en": "Late"}}, expected=1, actor=me)
    end_channel("al-office", InstitutionChannel.objects.get().pk, expected=None, actor=me)
    out, _ = told("--folder", str(folder(**ALL | {"categories": [SERVICES, DELAY | {"position": "30"}]})))
    assert "kept as changed here: al-office (names, search_text)" in out
    assert "kept as changed here: delay (labels, position, search_text)" in out
    assert "Nothing to change." in out
    assert Institution.objects.get().names == {"sq": "Zyra e re"}
    assert InstitutionChannel.objects.get().valid_until is not None


def test_what_an_administrator_added_is_not_called_vanished(folder):
    load(folder(**ALL))
    add_channel("al-office", kind="phone", value="+355 4 000000", actor=Actor.system())
    report = load(folder(**ALL))
    assert not any(file.vanished or file.kept for file in report.files)


@pytest.mark.parametrize(
    ("file", "cells", "line"),
    [
        ("places", AL | {"code": "Al Bania"}, "4: code:"),
        ("places", AL | {"code": "al-x", "level": "village"}, "4: level:"),
        ("places", AL | {"code": "zz-x"}, "4: country:"),
        (
            "places",
            AL | {"code": "al-x", "parent": "al-nowhere"},
            "4: parent: 'al-nowhere'",
        ),
        ("places", {"code": "al-x", "level": "region"}, "4: names:"),
        ("places", AL, "4: the same as line 3"),
        ("institutions", OFFICE | {"code": "o", "kind": "cafe"}, "3: kind:"),
        ("institutions", OFFICE | {"code": "o", "areas": "al;mars"}, "3: areas: 'mars'"),
        (
            "institutions",
            OFFICE | {"code": "o", "areas": "al;al"},
            "3: areas: a value stands",
        ),
        ("institutions", OFFICE | {"code": "o", "languages": "de"}, "3: languages: 'de'"),
        (
            "institutions",
            OFFICE | {"code": "o", "accepts_anonymous": "maybe"},
            "3: accepts_",
        ),
        ("institutions", OFFICE | {"code": "o", "website": "javascript:1"}, "3: website:"),
        (
            "institutions",
            OFFICE | {"code": "o", "valid_from": "31.12.2026"},
            "3: valid_from:",
        ),
        (
            "institutions",
            OFFICE | {"code": "o", "valid_from": "2026-02-01", "valid_until": "2026-01-01"},
            "3: valid_until: ends before it begins",
        ),
        ("institutions", OFFICE | {"code": "o", "successor": "p"}, "3: successor: 'p'"),
        ("channels", CHANNEL | {"institution": "nobody"}, "3: institution: 'nobody'"),
        ("channels", CHANNEL | {"institution": ""}, "3: institution: is empty"),
        ("channels", CHANNEL | {"kind": "pigeon"}, "3: kind:"),
        ("categories", SERVICES | {"code": "x", "kinds": ""}, "4: kinds:"),
        ("categories", SERVICES | {"code": "x", "kinds": "gossip"}, "4: kinds: 'gossip'"),
        ("categories", SERVICES | {"code": "x", "position": "-1"}, "4: position:"),
        (
            "categories",
            SERVICES | {"code": "x", "parent": "x"},
            "4: parent: the parents go round",
        ),
        ("deadline_rules", RULE | {"code": "x", "number": ""}, "3: number:"),
        ("deadline_rules", RULE | {"code": "x", "roll": ""}, "3: roll:"),
        ("deadline_rules", RULE | {"code": "x", "unit": "moon"}, "3: unit:"),
        ("deadline_rules", RULE | {"code": "x", "certainty": "!"}, "3: certainty:"),
        ("deadline_rules", RULE | {"code": "x", "appeal_number": "3"}, "3: appeal_unit:"),
        ("calendar_overrides", DECREE | {"date": ""}, "3: date:"),
        (
            "calendar_overrides",
            DECREE | {"date": "2026-02-30"},
            "3: date: '2026-02-30'",
        ),
    ],
)
def test_an_error_is_told_by_file_line_and_column_and_nothing_is_changed(folder, file, cells, line):
    _, err = told("--folder", str(folder(**ALL | {file: [*ALL[file], cells]})))
    assert f"{file}.csv:{line}" in err
    assert "nothing was changed" in err
    assert not any(table.objects.exists() for table in TABLES)


def test_all_errors_are_told_at_once(folder):
    path = folder(
        **ALL | {"places": [AL | {"level": "x", "parent": "y"}], "channels": [CHANNEL | {"kind": "z"}]}
    )
    with pytest.raises(FilesRefused) as refused:
        load(path)
    assert {error.file for error in refused.value.errors} >= {
        "places.csv",
        "channels.csv",
        "institutions.csv",
    }


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the column is missing"),
        (b"code,parent\n", "the column is missing"),
        (b"\xff\xfe", "not UTF-8"),
        (b"code,level,name_sq\nal,country,Shqip\x00\n", "column is missing"),
    ],
)
def test_a_broken_file_is_refused(folder, content, sentence):
    path = folder(**ALL)
    (path / "places.csv").write_bytes(content)
    assert sentence in told("--folder", str(path))[1]


@pytest.mark.parametrize("line", ['al,"country', "al,country", "a" * 200_000])
def test_a_broken_line_is_refused(folder, line):
    path = folder(**ALL)
    with (path / "places.csv").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert "places.csv:" in told("--folder", str(path))[1]


def test_a_missing_file_is_refused(folder):
    path = folder(**ALL)
    (path / "channels.csv").unlink()
    assert "channels.csv:0: the file is missing" in told("--folder", str(path))[1]


def test_loading_leaves_one_audit_line_with_counts(folder):
    load(folder(**ALL))
    event = AuditEvent.objects.get()
    assert (event.action, event.actor_kind) == ("directory.loaded", "system")
    assert event.facts["counts"]["places"] == {"new": 2, "changed": 0, "unchanged": 0}


def test_the_shipped_files_load_and_cover_the_field():
    out, _ = told(verbosity=0)
    assert "Changed the directory." in out
    assert "Nothing to change." in told(verbosity=0)[0]
    albania = Place.objects.filter(country="AL")
    assert albania.filter(level="region").count() == 12
    assert albania.filter(level="municipality").count() == 61
    assert (
        albania.filter(path__startswith="al/al-shkoder/al-shkoder-puke/", level="administrative_unit").count()
        >= 5
    )
    assert Place.objects.filter(country="XK", level="municipality").count() == 38
    assert Place.objects.filter(country="GE", level="municipality").count() >= 60
    assert Institution.objects.count() >= 60
    assert {kind for category in Category.objects.all() for kind in category.kinds} == {
        "public_service",
        "corruption",
        "judiciary",
        "information_request",
    }
    found = [
        set(Place.objects.matching(word).values_list("code", flat=True))
        for word in ("Prishtine", "Prishtinë", "Priština", "Приштина", "Prishtina", "PRISTINA", "პრიშტინა")
    ]
    assert all(codes == found[0] for codes in found)
    assert "xk-prishtine-prishtine" in found[0]
    for word in (
        "Elbasani",
        "Elbasanit",
        "Shkodra",
        "Shkodrës",
        "Durrësi",
        "Tiranës",
        "Gjirokastra",
        "Kukësit",
    ):
        assert Place.objects.matching(word).exists(), word


def test_every_shipped_rule_says_where_it_is_known_from():
    told(verbosity=0)
    assert not DeadlineRule.objects.filter(source="").exists()
    assert not DeadlineRule.objects.filter(certainty="V", verified_on__isnull=True).exists()


def test_the_shipped_files_are_the_known_ones():
    assert {path.name for path in DATA.glob("*.csv")} == set(FILES)


def test_a_run_without_changes_costs_the_same_for_more_lines(folder):
    path = folder(**ALL)
    load(path)
    with CaptureQueriesContext(connection) as few:
        load(path)
    more = [PUKE | {"code": f"al-p{number}"} for number in range(30)]
    load(folder(**ALL | {"places": [*ALL["places"], *more]}))
    with CaptureQueriesContext(connection) as many:
        load(path)
    assert len(many) == len(few)
