"""The platform administrator keeps institutions, channels and categories; nobody else does."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from backend.audit.models import AuditEvent
from backend.common.errors import NotAllowed
from backend.directory import lookups
from backend.directory.calendars import today_in
from backend.directory.models import Category, Institution, InstitutionChannel
from backend.directory.services.institutions import change_institution
from backend.partners.actors import Actor
from tests.factories.directory import CalendarOverrideFactory, ChannelFactory

NEW = {
    "code": "al-social-puke",
    "kind": "social_services",
    "level": "local",
    "country": "AL",
    "names": {"sq": "Shërbimi Social Pukë", "sr-Cyrl": "Социјална служба Пука"},
    "place": "al-shkoder-puke",
    "areas": ["al-shkoder-puke"],
    "parent": "al-municipality-puke",
    "languages": ["sq"],
    "source": "letterhead",
}
DECREE = {
    "country": "XK",
    "date": "2026-03-21",
    "working": False,
    "names": {"sq": "Fitër Bajrami"},
    "source": "decree",
}
TERM = {"code": "waste", "parent": "services", "kinds": ["public_service"], "labels": {"sq": "Mbetje"}}


def errors(answer):
    assert answer.status_code == 400, answer.content
    return {(error["field"], error["code"]) for error in answer.json()["errors"]}


def problem(answer):
    return answer.status_code, answer.json()["code"]


@pytest.fixture
def writes(bodies, terms):
    """Every writing address with a body that would do."""
    channels = f"/institutions/al-municipality-puke/channels/{bodies.channel.pk}"
    CalendarOverrideFactory(country="XK", date=date(2026, 3, 20))
    return [
        ("post", "/institutions/", NEW),
        ("patch", "/institutions/al-ombudsman/", {"website": "https://example.org/"}),
        ("post", "/institutions/al-ombudsman/channels/", {"kind": "phone", "value": "+355 4 1234"}),
        ("post", f"{channels}/confirm/", {}),
        ("post", f"{channels}/end/", None),
        ("post", "/categories/", TERM),
        ("patch", "/categories/delay/", {"position": 3}),
        ("post", "/calendar-overrides/", DECREE),
        ("patch", "/calendar-overrides/xk-2026-03-20/", {"working": True}),
    ]


def test_nobody_else_writes(anonymous, api, client_of, partner_a, arta, besa, outsider, writes):
    before = AuditEvent.objects.count()
    everybody = [(anonymous, (401, "not_authenticated"))]
    everybody += [(api(person), (403, "not_allowed")) for person in (arta, besa, outsider)]
    everybody += [(client_of(partner_a, "coordinator"), (403, "not_allowed"))]
    audited = AuditEvent.objects.count()
    for caller, refusal in everybody:
        for method, path, body in writes:
            assert problem(getattr(caller, method)(path, body, if_match="*")) == refusal, path
    assert AuditEvent.objects.count() == audited >= before


def test_the_services_ask_again(db, bodies):
    with pytest.raises(NotAllowed):
        change_institution("al-ombudsman", changes={}, expected=None, actor=Actor.nobody())


def test_the_administrator_writes_and_each_leaves_one_audit_line(api, admin, writes):
    for method, path, body in writes:
        before = AuditEvent.objects.count()
        answer = getattr(api(admin), method)(path, body, if_match="*")
        assert answer.status_code in (200, 201), (path, answer.content)
        assert answer["ETag"]
        assert AuditEvent.objects.count() == before + 1, path
    told = {event.action for event in AuditEvent.objects.filter(chain_id__isnull=False)}
    assert told >= {"institution.created", "institution.channel_ended", "category.changed"}


def test_a_new_institution_is_found_at_once(api, admin, anonymous, bodies):
    made = api(admin).post("/institutions/", NEW)
    assert made.status_code == 201
    shown = anonymous.get("/institutions/al-social-puke/").json()
    assert shown == made.json()
    assert (shown["parent"], shown["areas"], shown["accepts_anonymous"]) == (
        "al-municipality-puke",
        ["al-shkoder-puke"],
        None,
    )
    assert lookups.institution_of("al-social-puke").names["sq"] == NEW["names"]["sq"]
    found = anonymous.get("/institutions/", {"search": "socijalna puka"}).json()["results"]
    assert [row["code"] for row in found] == ["al-social-puke"]


def test_a_code_is_given_once(api, admin, bodies, terms):
    assert problem(api(admin).post("/institutions/", NEW | {"code": "al-ombudsman"})) == (
        409,
        "directory.code_taken",
    )
    assert problem(api(admin).post("/categories/", TERM | {"code": "delay"})) == (409, "directory.code_taken")


def test_the_same_key_creates_once(api, admin, bodies):
    caller, key = api(admin), "b7c9a2de-0b1e-4d5c-9a44-5e1f6f1d2c3b"
    answers = [caller.post("/institutions/", NEW, key=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert Institution.objects.filter(code=NEW["code"]).count() == 1


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ({"code": "Al X"}, ("code", "invalid")),
        ({"code": "a\u0000"}, ("code", "null_characters_not_allowed")),
        ({"code": "a" * 61}, ("code", "max_length")),
        ({"kind": "cafe"}, ("kind", "invalid_choice")),
        ({"country": "DE"}, ("country", "invalid_choice")),
        ({"names": {}}, ("names", "labels_empty")),
        ({"names": {"de": "Amt"}}, ("names", "labels_language")),
        ({"names": {"sq": "x" * 501}}, ("names.sq", "max_length")),
        ({"names": {"sq": "\u0000"}}, ("names.sq", "null_characters_not_allowed")),
        ({"names": "Zyra"}, ("names", "not_a_dict")),
        ({"place": "nowhere"}, ("place", "unknown_place")),
        ({"place": "\u0000"}, ("place", "null_characters_not_allowed")),
        ({"areas": ["al", "nowhere"]}, ("areas.1", "unknown_place")),
        ({"parent": "nobody"}, ("parent", "unknown_institution")),
        ({"parent": "al-social-puke"}, ("parent", "unknown_institution")),
        ({"website": "javascript:alert(1)"}, ("website", "invalid")),
        ({"website": "ftp://example.org"}, ("website", "invalid")),
        ({"valid_from": "2026-02-02", "valid_until": "2026-02-01"}, ("valid_until", "before_valid_from")),
        ({"languages": ["de"]}, ("languages.0", "invalid_choice")),
        ({"version": 7}, ("version", "unknown_field")),
        ({"search_text": "x"}, ("search_text", "unknown_field")),
        ({"edited_at": None}, ("edited_at", "unknown_field")),
    ],
)
def test_an_institution_with_nonsense_is_refused(api, admin, bodies, cells, error):
    assert error in errors(api(admin).post("/institutions/", NEW | cells))
    assert not Institution.objects.filter(code__startswith="al-social").exists()


@pytest.mark.parametrize("body", [[], "x", 1, None, [NEW]])
def test_a_body_that_is_no_object_is_refused(api, admin, bodies, body):
    for path in ("/institutions/", "/categories/", "/institutions/al-ombudsman/channels/"):
        assert api(admin).post(path, body).status_code == 400


def test_a_change_says_from_which_version(api, admin, bodies):
    caller, address = api(admin), "/institutions/al-ombudsman/"
    change = {"accepts_anonymous": None, "website": "https://www.example.org/"}
    assert problem(caller.patch(address, change)) == (428, "precondition_required")
    assert problem(caller.patch(address, change, if_match=7)) == (412, "stale")
    assert errors(caller.patch(address, change, if_match='"x"')) == {("If-Match", "invalid_etag")}
    changed = caller.patch(address, change, if_match=1)
    assert (changed.status_code, changed["ETag"], changed.json()["version"]) == (200, '"2"', 2)
    assert problem(caller.patch(address, change, if_match=1)) == (412, "stale")
    assert caller.patch(address, change, if_match="*")["ETag"] == '"3"'


def test_a_change_leaves_the_rest_alone(api, admin, bodies):
    before = api(admin).get("/institutions/al-municipality-puke/").json()
    api(admin).patch("/institutions/al-municipality-puke/", {"source": "call"}, if_match=1)
    after = api(admin).get("/institutions/al-municipality-puke/").json()
    assert after == before | {"source": "call", "version": 2}


def test_names_areas_and_place_can_change(api, admin, anonymous, bodies):
    change = {"names": {"ka": "ომბუდსმენი"}, "areas": ["al", "xk"], "place": None, "parent": None}
    api(admin).patch("/institutions/al-ombudsman/", change, if_match=1)
    shown = anonymous.get("/institutions/", {"search": "ombudsmeni"}).json()["results"]
    assert [(row["code"], set(row["areas"])) for row in shown] == [("al-ombudsman", {"al", "xk"})]


@pytest.mark.parametrize("field", ["parent", "successor"])
def test_no_institution_is_above_or_after_itself(api, admin, bodies, field):
    caller = api(admin)
    own = caller.patch("/institutions/al-ombudsman/", {field: "al-ombudsman"}, if_match="*")
    assert (field, "circle") in errors(own)
    caller.patch("/institutions/al-municipality-puke/", {field: "al-ombudsman"}, if_match="*")
    circle = caller.patch("/institutions/al-ombudsman/", {field: "al-municipality-puke"}, if_match="*")
    assert (field, "circle") in errors(circle)


def test_the_code_never_changes(api, admin, bodies, terms):
    for path in ("/institutions/al-ombudsman/", "/categories/delay/"):
        assert ("code", "unknown_field") in errors(api(admin).patch(path, {"code": "x"}, if_match=1))


@pytest.mark.parametrize(
    ("kind", "value", "taken"),
    [
        ("email", "office@example.org", True),
        ("email", "office@example.org\nBcc: x@example.org", False),
        ("email", "office", False),
        ("phone", "+383 38 200 1234", True),
        ("phone", "call me", False),
        ("web_form", "https://example.org/ankesa", True),
        ("web_form", "javascript:alert(1)", False),
        ("post", "Bashkia Pukë\nRruga 1\nPukë", True),
        ("post", "a\u0007b", False),
        ("in_person", "Zyra 4, kati i dytë", True),
        ("pigeon", "x", False),
    ],
)
def test_a_channel_looks_like_its_kind(api, admin, bodies, kind, value, taken):
    answer = api(admin).post("/institutions/al-ombudsman/channels/", {"kind": kind, "value": value})
    assert answer.status_code == (201 if taken else 400), answer.content


def test_a_channel_is_added_confirmed_and_ended_and_stays_in_the_history(api, admin, bodies):
    caller, shelf = api(admin), "/institutions/al-ombudsman/channels/"
    channel = {"kind": "email", "value": "office@example.org", "source": "call"}
    added = caller.post(shelf, channel)
    assert (added["ETag"], added.json()["confirmed_on"]) == ('"2"', None)
    assert problem(caller.post(shelf, channel)) == (409, "directory.channel_exists")
    one = f"{shelf}{added.json()['id']}"
    today = today_in("AL")
    confirmed = caller.post(f"{one}/confirm/", {}, if_match=2)
    assert (confirmed["ETag"], confirmed.json()["confirmed_on"]) == ('"3"', str(today))
    assert problem(caller.post(f"{one}/end/", if_match=2)) == (412, "stale")
    ended = caller.post(f"{one}/end/", if_match=3)
    assert (ended["ETag"], ended.json()["valid_until"]) == ('"4"', str(today))
    for verb in ("confirm", "end"):
        assert problem(caller.post(f"{one}/{verb}/", {} if verb == "confirm" else None, if_match=4)) == (
            409,
            "directory.channel_ended",
        )
    assert caller.post(shelf, channel).status_code == 201
    assert InstitutionChannel.objects.filter(institution=bodies.ombudsman).count() == 2


def test_a_channel_is_confirmed_for_a_day_that_has_come(api, admin, bodies):
    address = f"/institutions/al-municipality-puke/channels/{bodies.channel.pk}/confirm/"
    tomorrow = str(today_in("AL") + timedelta(days=1))
    answer = api(admin).post(address, {"confirmed_on": tomorrow}, if_match=1)
    assert ("confirmed_on", "in_future") in errors(answer)
    assert api(admin).post(address, {"confirmed_on": "2026-01-05"}, if_match=1).status_code == 200


def test_a_channel_is_found_only_under_its_institution(api, admin, bodies):
    foreign = ChannelFactory(institution=bodies.ombudsman)
    for channel in (foreign.pk, uuid4()):
        for verb in ("confirm", "end"):
            address = f"/institutions/al-municipality-puke/channels/{channel}/{verb}/"
            assert problem(api(admin).post(address, {}, if_match="*")) == (404, "not_found")
    assert problem(api(admin).post("/institutions/nobody/channels/", {"kind": "phone", "value": "123"})) == (
        404,
        "not_found",
    )


def test_a_channel_verb_says_from_which_version(api, admin, bodies):
    for verb in ("confirm", "end"):
        address = f"/institutions/al-municipality-puke/channels/{bodies.channel.pk}/{verb}/"
        assert problem(api(admin).post(address, {})) == (428, "precondition_required")


def test_a_new_category_takes_its_place_in_the_tree(api, admin, anonymous, terms):
    made = api(admin).post("/categories/", TERM)
    assert made.json()["ancestors"] == ["services"]
    assert set(lookups.category_ids_under("services")) == {
        terms.services.pk,
        terms.delay.pk,
        Category.objects.get(code="waste").pk,
    }
    root = api(admin).post("/categories/", TERM | {"code": "root", "parent": None})
    assert root.json()["ancestors"] == []


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ({"parent": "nowhere"}, ("parent", "unknown_category")),
        ({"kinds": []}, ("kinds", "min_length")),
        ({"kinds": ["gossip"]}, ("kinds.0", "invalid_choice")),
        ({"labels": {}}, ("labels", "labels_empty")),
        ({"position": -1}, ("position", "min_value")),
        ({"position": 10**15}, ("position", "max_value")),
        ({"path": "x/"}, ("path", "unknown_field")),
    ],
)
def test_a_category_with_nonsense_is_refused(api, admin, terms, cells, error):
    assert error in errors(api(admin).post("/categories/", TERM | cells))


def test_a_category_goes_out_of_use_after_those_below_it(api, admin, anonymous, terms):
    caller = api(admin)
    assert problem(caller.patch("/categories/services/", {"is_active": False}, if_match=1)) == (
        409,
        "directory.category_has_children",
    )
    assert caller.patch("/categories/delay/", {"is_active": False}, if_match=1).status_code == 200
    assert caller.patch("/categories/services/", {"is_active": False}, if_match=1).status_code == 200
    assert lookups.category_of("delay").is_active is False
    assert anonymous.get("/categories/delay/").json()["is_active"] is False


def test_a_tree_does_not_grow_without_end(api, admin, terms):
    caller, parent = api(admin), "services"
    for number in range(12):
        code = f"{'x' * 55}-{number}"
        answer = caller.post("/categories/", TERM | {"code": code, "parent": parent})
        if answer.status_code != 201:
            assert ("parent", "too_deep") in errors(answer)
            return
        parent = code
    raise AssertionError("no end")
