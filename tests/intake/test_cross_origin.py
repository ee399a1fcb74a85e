"""Scripts of other web sites: which reach the public doors, which may read what comes back."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.complaints.models import Complaint
from tests.factories.complaints import body, file
from tests.factories.partners import suspended

pytestmark = pytest.mark.django_db
LISTED, OTHERS, HERE = "https://www.pif.example", "https://akt.example", "https://testserver"
RECEIPTS = (
    *("", "challenge/", "confirmation/", "copy/", "corrections/", "erasure/", "files/", "files/open/"),
    *("messages/", "new_receipt/stop/", "notices/", "notices/off/", "pdf/", "rating/", "withdrawal/"),
)
DOORS = {
    "complaints/": "POST",
    "complaints/challenge/": "GET",
    "complaints/files/": "POST",
    "forms/<slug:slug>/": "GET",
    **{f"receipts/{name}": "GET" if name == "challenge/" else "POST" for name in RECEIPTS},
}
# What a script of a listed site may read besides the body: to wait, to know a repeat, to learn what ends.
EXPOSED = (
    "content-disposition, idempotency-replayed, retry-after, "
    "ratelimit, ratelimit-policy, deprecation, sunset, link"
)
STRANGERS = (
    "https://pif.example",
    "http://www.pif.example",
    "https://www.pif.example:8443",
    "https://www.pif.example.evil.example",
    "https://evil-www.pif.example",
    "https://www.pif.example/",
    "https://WWW.pif.example",
    "https://www.pif.example https://evil.example",
    "https://[",
    "null",
    "*",
    "",
)


@pytest.fixture(autouse=True)
def lists(partner_a, partner_b):
    partner_a.embedding_origins, partner_b.embedding_origins = [LISTED], [OTHERS]
    partner_a.save()
    partner_b.save()


@pytest.fixture
def filed(partner_a):
    return file(partner_a)


def routes(patterns=None, before="/"):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route


def filled(route):
    """An address of this route, with what the network of the tests has."""
    route = re.sub(r"<slug:slug>", "pif", route)
    route = re.sub(r"<(?:uuid:)?\w*id>", "00000000-0000-4000-8000-000000000001", route)
    return re.sub(r"<[^>]+>", "1", route)


def preflight(path, origin, method="POST", **headers):
    asked = {"Origin": origin, "Access-Control-Request-Method": method, **headers}
    return Client().options(path, headers=asked)


def grants(answer):
    """What an answer allows a foreign page, by small letters."""
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return {name: value for name, value in headers.items() if name.startswith("access-control-")}


# Which addresses


def test_the_doors_are_these_and_no_other_address_is_one():
    open_to_sites = {route for route in routes() if re.match(settings.CORS_URLS_REGEX, filled(route))}
    assert open_to_sites == {f"/api/v1/{path}" for path in DOORS}


def test_no_other_address_grants_a_listed_site_anything():
    for route in set(routes()) - {f"/api/v1/{path}" for path in DOORS}:
        assert not grants(preflight(filled(route), LISTED)), route


@pytest.mark.parametrize("path", ["/api/v1/me/", "/api/v1/cases/", "/api/v1/partners/", "/api/schema/"])
def test_what_staff_reads_is_not_shown_to_a_listed_site(path, besa):
    client = Client(headers={"Origin": LISTED})
    client.force_login(besa)
    assert not grants(client.get(path))


@pytest.mark.parametrize(("path", "method"), DOORS.items())
def test_a_listed_site_may_ask_every_door(path, method):
    answer = preflight(filled(f"/api/v1/{path}"), LISTED, method)
    assert answer.status_code == 200
    assert "origin" in answer.headers["Vary"].lower()
    assert grants(answer) == {
        "access-control-allow-origin": LISTED,
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers": (
            "accept-language, content-type, idempotency-key, x-form-key, x-proof-of-work"
        ),
        "access-control-expose-headers": EXPOSED,
        "access-control-max-age": "600",
    }


# Which sites


@pytest.mark.parametrize("origin", STRANGERS)
def test_no_other_site_may_ask_any(origin):
    for path, method in DOORS.items():
        answer = preflight(filled(f"/api/v1/{path}"), origin, method)
        assert not grants(answer), path
        # A cache between us must not give it the answer that a listed site got.
        assert "origin" in answer.headers["Vary"].lower()


@pytest.mark.parametrize("origin", STRANGERS)
def test_no_other_site_reads_what_a_receipt_opens(anonymous, filed, origin):
    receipt = {"number": filed.receipt.number, "secret": filed.receipt.secret}
    answer = anonymous.post("/receipts/", receipt, headers={"Origin": origin})
    assert answer.status_code == 200
    assert not grants(answer)
    assert "origin" in answer.headers["Vary"].lower()


def test_a_listed_site_reads_it_without_anybody_s_cookies(anonymous, filed):
    receipt = {"number": filed.receipt.number, "secret": filed.receipt.secret}
    answer = anonymous.post("/receipts/", receipt, headers={"Origin": LISTED})
    assert answer.json()["stage"] == "intake"
    assert grants(answer) == {
        "access-control-allow-origin": LISTED,
        "access-control-expose-headers": EXPOSED,
    }
    assert "origin" in answer.headers["Vary"].lower()
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_site_taken_off_the_list_is_out_at_once(anonymous, partner_a):
    assert grants(anonymous.get("/complaints/challenge/", headers={"Origin": LISTED}))
    partner_a.embedding_origins = []
    partner_a.save()
    assert not grants(anonymous.get("/complaints/challenge/", headers={"Origin": LISTED}))


def test_the_sites_of_a_suspended_partner_are_out(partner_a):
    suspended(partner_a)
    assert not grants(preflight("/api/v1/complaints/", LISTED))


def test_a_public_site_gets_no_way_into_a_private_network():
    wanted = {"Access-Control-Request-Private-Network": "true"}
    answer = preflight("/api/v1/complaints/", LISTED, **wanted)
    assert "access-control-allow-private-network" not in grants(answer)


# Filing


def test_a_complaint_is_filed_from_a_listed_site(anonymous, partner_a):
    headers = {"X-Form-Key": partner_a.form_key, "Origin": LISTED}
    answer = anonymous.post("/complaints/", body(), headers=headers)
    assert answer.status_code == 201
    assert answer.headers["Access-Control-Allow-Origin"] == LISTED
    assert Complaint.objects.get().partner == partner_a


def test_what_was_wrong_can_be_read_there_and_how_long_to_wait(anonymous, partner_a):
    headers = {"X-Form-Key": partner_a.form_key, "Origin": LISTED}
    answer = anonymous.post("/complaints/", body(narrative=""), headers=headers, language="sq")
    (wrong,) = answer.json()["errors"]
    # REST framework itself speaks no Albanian.
    assert (wrong["field"], wrong["message"]) == ("narrative", "Kjo nuk mund të lihet bosh.")
    assert answer.headers["Access-Control-Allow-Origin"] == LISTED
    assert "retry-after" in answer.headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("path", ["/complaints/", "/complaints/files/"])
def test_the_site_of_another_partner_is_told_so_and_nothing_is_kept(anonymous, partner_a, path):
    headers = {"X-Form-Key": partner_a.form_key, "Origin": OTHERS}
    answer = anonymous.post(path, body(), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "intake.site_not_listed")
    assert answer.headers["Access-Control-Allow-Origin"] == OTHERS
    assert not Complaint.objects.exists()
    assert not Case.objects.exists()
    assert not AuditEvent.objects.filter(action="case.received").exists()


@pytest.mark.parametrize("origin", [HERE, "https://proxy.example"])
def test_a_program_that_names_any_other_origin_files_as_before(anonymous, partner_a, origin):
    headers = {"X-Form-Key": partner_a.form_key, "Origin": origin}
    assert anonymous.post("/complaints/", body(), headers=headers).status_code == 201


def test_two_partners_may_share_a_site(anonymous, partner_a, partner_b):
    partner_b.embedding_origins = [LISTED]
    partner_b.save()
    for partner in (partner_a, partner_b):
        headers = {"X-Form-Key": partner.form_key, "Origin": LISTED}
        assert anonymous.post("/complaints/", body(), headers=headers).status_code == 201


def test_a_page_without_an_origin_costs_no_look_at_the_lists(anonymous, django_assert_num_queries):
    with django_assert_num_queries(0):
        anonymous.get("/receipts/challenge/")
