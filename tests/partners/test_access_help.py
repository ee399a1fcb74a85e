"""Coming in again after a loss: helped by a colleague, never by oneself, and never into somebody else's
account."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from backend.audit.models import AuditEvent
from backend.common import clock
from backend.jobs.models import Job
from backend.partners import services
from backend.partners.models import AccessHelp, Membership, Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.factories.partners import PASSWORD, member
from tests.partners.second_steps import signed_in

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]
GOOD = "katër fjalë të gjata"


def helped(api: Api, by: User, person: User, verb: str) -> Any:
    return api(by).post(f"/partners/pif/people/{person.pk}/{verb}/")


def link_for(api: Api, by: User, person: User) -> str:
    answer = helped(api, by, person, "password_link")
    assert answer.status_code == 200, answer.json()
    return "/password/" + str(answer.json()["link"]).partition("/password/")[2]


def chosen(path: str, password: str = GOOD) -> Any:
    return Client().post(path, {"password": password, "again": password})


@pytest.fixture
def by_mail(settings: Any) -> None:
    settings.EMAIL_HOST, settings.DOSJA_PUBLIC_ADDRESS = "mail.example.org", "https://dosja.example.org"


@pytest.fixture
def edi(partner_a: Partner) -> User:
    """A second coordinator of A."""
    return member(partner_a, Role.COORDINATOR, name="Edi")


def test_a_coordinator_signs_a_colleague_out_everywhere(api: Api, besa: User, arta: User) -> None:
    first, second = signed_in(arta), signed_in(arta)
    assert helped(api, besa, arta, "end_sessions").json() == {"count": 2}
    assert {one.get("/me/").status_code for one in (first, second)} == {401}
    line = AuditEvent.objects.get(action="member.sessions_ended")
    assert line.facts == {"user": str(arta.pk), "count": 2}


def test_who_forgot_the_password_chooses_another_one_by_a_link(api: Api, besa: User, arta: User) -> None:
    before = signed_in(arta)
    path = link_for(api, besa, arta)
    assert Client().get(path).status_code == 200
    assert chosen(path).status_code == 200
    arta.refresh_from_db()
    assert arta.check_password(GOOD)
    assert before.get("/me/").status_code == 401
    line = AuditEvent.objects.get(action="user.password_reset")
    assert line.facts == {"helped_by": str(besa.pk)}


def test_the_link_opens_once_and_the_former_one_is_dead(api: Api, besa: User, arta: User) -> None:
    former, path = link_for(api, besa, arta), link_for(api, besa, arta)
    assert Client().get(former).status_code == 404
    assert chosen(path).status_code == 200
    assert chosen(path, "one more long sentence").status_code == 404


def test_the_link_is_kept_as_a_digest_alone(api: Api, besa: User, arta: User) -> None:
    token = link_for(api, besa, arta).split("/")[2]
    assert token not in repr(list(AccessHelp.objects.values()))


@pytest.mark.parametrize("ending", ["expired", "role lost", "account closed", "unknown"])
def test_every_closed_link_looks_like_one_that_never_was(
    api: Api, besa: User, edi: User, arta: User, ending: str
) -> None:
    path = link_for(api, besa, arta)
    if ending == "expired":
        AccessHelp.objects.update(expires_at=clock.now())
    elif ending == "role lost":
        besa.groups.clear()
    elif ending == "account closed":
        User.objects.filter(pk=arta.pk).update(is_active=False)
    else:
        path = "/password/never-was/"
    answer = Client().get(path)
    assert answer.status_code == 404
    assert answer.content == Client().get("/password/nor-this/").content
    assert chosen(path).status_code == 404
    arta.refresh_from_db()
    assert arta.check_password(PASSWORD)


def test_a_weak_password_is_refused_and_the_link_stays_open(api: Api, besa: User, arta: User) -> None:
    path = link_for(api, besa, arta)
    assert chosen(path, "123456789012").status_code == 400
    assert chosen(path).status_code == 200


def test_a_link_does_not_touch_the_second_factor(api: Api, besa: User, arta: User, app: str) -> None:
    assert chosen(link_for(api, besa, arta)).status_code == 200
    assert Authenticator.objects.filter(user=arta, type="totp").exists()


def test_a_coordinator_takes_a_lost_second_factor_away_and_the_person_is_told(
    api: Api, besa: User, arta: User, app: str, by_mail: None, run_jobs: Callable[[], Any]
) -> None:
    assert helped(api, besa, arta, "reset_second_factor").status_code == 204
    assert not Authenticator.objects.filter(user=arta).exists()
    browser = signed_in(arta)
    assert browser.get("/me/").status_code == 200
    run_jobs()
    (sent,) = mail.outbox
    assert sent.to == [arta.email]
    told = (sent.subject + sent.body).lower()
    assert not any(word in told for word in ("arta", "besa", "people in focus", "dosja", "second", "http"))
    line = AuditEvent.objects.get(action="member.second_factor_reset")
    assert (line.facts, str(line.actor_id)) == ({"user": str(arta.pk)}, str(besa.pk))


def test_all_sessions_end_with_the_second_factor(api: Api, besa: User, arta: User, app: str) -> None:
    caller = api(arta)
    assert caller.get("/me/").status_code == 200
    helped(api, besa, arta, "reset_second_factor")
    assert caller.get("/me/").status_code == 401


@pytest.mark.parametrize(
    "verbs", [("reset_second_factor", "password_link"), ("password_link", "reset_second_factor")]
)
def test_nobody_gives_the_same_person_both(
    api: Api, besa: User, edi: User, arta: User, app: str, verbs: tuple[str, str]
) -> None:
    """Password and second factor in one hand would be Arta."""
    first, second = verbs
    assert helped(api, besa, arta, first).status_code in (200, 204)
    refused = helped(api, besa, arta, second)
    assert (refused.status_code, refused.json()["code"]) == (409, "member.another_person_needed")
    assert helped(api, edi, arta, second).status_code in (200, 204)


def test_a_week_later_the_same_coordinator_may(api: Api, besa: User, arta: User, app: str) -> None:
    helped(api, besa, arta, "reset_second_factor")
    with clock.frozen(clock.now() + timedelta(days=8)):
        assert helped(api, besa, arta, "password_link").status_code == 200


@pytest.mark.parametrize("verb", ["end_sessions", "reset_second_factor", "password_link"])
def test_nobody_helps_himself(api: Api, besa: User, verb: str) -> None:
    answer = helped(api, besa, besa, verb)
    assert (answer.status_code, answer.json()["code"]) == (403, "member.own_access")


@pytest.mark.parametrize("verb", ["reset_second_factor", "password_link"])
def test_a_coordinator_does_not_come_into_another_partner_through_a_colleague(
    api: Api, besa: User, admin: User, arta: User, app: str, partner_b: Partner, verb: str
) -> None:
    member(partner_b, Role.CASEWORKER, arta)
    refused = helped(api, besa, arta, verb)
    assert (refused.status_code, refused.json()["code"]) == (409, "member.administrator_needed")
    assert helped(api, admin, arta, verb).status_code in (200, 204)


def test_a_coordinator_does_not_become_the_custodian(
    api: Api, besa: User, dafina: User, settings: Any
) -> None:
    """Whoever holds Dafina's link could approve the own look at an identity. By mail only Dafina gets it."""
    refused = helped(api, besa, dafina, "password_link")
    assert refused.json()["code"] == "member.administrator_needed"
    settings.EMAIL_HOST, settings.DOSJA_PUBLIC_ADDRESS = "mail.example.org", "https://dosja.example.org"
    answer = helped(api, besa, dafina, "password_link")
    assert (answer.status_code, answer.json()["link"], answer.json()["mail"]) == (200, None, "waiting")


@pytest.mark.parametrize("verb", ["end_sessions", "reset_second_factor", "password_link"])
def test_a_program_helps_nobody(
    client_of: Callable[..., Caller], partner_a: Partner, arta: User, verb: str
) -> None:
    program = client_of(partner_a, Role.COORDINATOR, ["partner:manage"])
    answer = program.post(f"/partners/pif/people/{arta.pk}/{verb}/")
    assert (answer.status_code, answer.json()["code"]) == (403, "client.person_needed")


def test_there_is_nothing_to_take_from_who_has_no_second_factor(api: Api, besa: User, arta: User) -> None:
    answer = helped(api, besa, arta, "reset_second_factor")
    assert (answer.status_code, answer.json()["code"]) == (409, "member.no_second_factor")


def test_coordinators_see_who_has_a_second_factor(api: Api, besa: User, arta: User, app: str) -> None:
    people = api(besa).get("/partners/pif/people/").json()["results"]
    assert {one["name"]: one["has_second_factor"] for one in people} == {"Arta": True, "Besa": False}


def asked_for(email: str) -> Any:
    return Client().post("/password/", {"email": email})


def test_who_forgot_the_password_asks_for_a_link_by_mail(
    arta: User, by_mail: None, run_jobs: Callable[[], Any]
) -> None:
    assert asked_for(arta.email.upper()).status_code == 200
    run_jobs()
    (sent,) = mail.outbox
    path = next(line for line in sent.body.splitlines() if line.startswith("https://dosja.example.org/"))
    assert chosen(path.removeprefix("https://dosja.example.org")).status_code == 200
    arta.refresh_from_db()
    assert arta.check_password(GOOD)


def test_the_answer_tells_nobody_who_has_an_account(
    arta: User, by_mail: None, run_jobs: Callable[[], Any]
) -> None:
    answers = [asked_for(email) for email in (arta.email, "nobody@example.org")]
    assert len({answer.content for answer in answers}) == 1
    assert Job.objects.count() == 2
    assert "example.org" not in str(list(Job.objects.values_list("args", flat=True)))
    run_jobs()
    assert [one.to for one in mail.outbox] == [[arta.email]]


@pytest.mark.parametrize("who", ["closed", "left", "never chose one", "program"])
def test_who_may_not_come_in_gets_no_link(
    arta: User, by_mail: None, run_jobs: Callable[[], Any], who: str
) -> None:
    if who == "closed":
        User.objects.filter(pk=arta.pk).update(is_active=False)
    elif who == "left":
        Membership.objects.filter(user=arta).update(ended_at=clock.now())
    elif who == "never chose one":
        arta.set_unusable_password()
        arta.save()
    else:
        User.objects.filter(pk=arta.pk).update(is_service=True)
    asked_for(arta.email)
    run_jobs()
    assert mail.outbox == []


def test_nobodys_mailbox_is_flooded(arta: User, by_mail: None, run_jobs: Callable[[], Any]) -> None:
    for _ in range(6):
        asked_for(arta.email)
        run_jobs()
    assert len(mail.outbox) == 3


def test_without_mail_the_page_names_the_coordinator(arta: User) -> None:
    page = Client().get("/password/").content.decode()
    assert "coordinator" in page and "<form" not in page
    asked_for(arta.email)
    assert not AccessHelp.objects.exists()


def test_what_is_long_over_is_not_kept(api: Api, besa: User, arta: User) -> None:
    link_for(api, besa, arta)
    with clock.frozen(clock.now() + timedelta(days=91)):
        assert services.forget_old_help() == 1
