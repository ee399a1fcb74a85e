"""Invitations: whoever was asked comes in, and nobody else, with a password that nobody else ever knew."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from backend.audit.models import AuditEvent
from backend.common import clock
from backend.jobs.models import Job
from backend.partners import services
from backend.partners.actors import actor_of
from backend.partners.models import Invitation, Membership, Partner, User
from backend.partners.roles import ROLES, Role
from tests.calling import Caller
from tests.factories.partners import PASSWORD, member, membership_of

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]
INVITATIONS = "/partners/pif/invitations/"
NEW = {"email": "Vjosa@example.org", "name": "Vjosa", "roles": ["caseworker", "observer"]}
GOOD = "katër fjalë të gjata"


def asked(api: Api, by: User, **changes: Any) -> Any:
    answer = api(by).post(INVITATIONS, {**NEW, **changes})
    assert answer.status_code == 201, answer.json()
    return answer.json()


def path(made: Any) -> str:
    return "/invitation/" + made["link"].partition("/invitation/")[2]


def chosen(made: Any, browser: Client | None = None, **changes: str) -> Any:
    told = {"name": "Vjosa Hoxha", "password": GOOD, "again": GOOD, **changes}
    return (browser or Client()).post(path(made), told)


def test_who_was_invited_chooses_a_password_signs_in_and_may_what_the_roles_allow(
    api: Api, besa: User, partner_a: Partner
) -> None:
    made = asked(api, besa)
    assert User.objects.filter(email="vjosa@example.org").count() == 0
    page = Client().get(path(made))
    assert page.status_code == 200
    assert "People in Focus" in page.content.decode()
    assert chosen(made).status_code == 200
    person = User.objects.get(email="vjosa@example.org")
    assert person.check_password(GOOD)
    assert actor_of(person).permissions == {partner_a.pk: ROLES[Role.CASEWORKER] | ROLES[Role.OBSERVER]}
    signed_in = Client().post("/accounts/login/", {"login": "vjosa@example.org", "password": GOOD})
    assert signed_in.status_code == 302


def test_a_link_opens_once(api: Api, besa: User) -> None:
    made = asked(api, besa)
    chosen(made)
    assert Client().get(path(made)).status_code == 404
    assert chosen(made, password="another sentence!", again="another sentence!").status_code == 404
    assert User.objects.get(email="vjosa@example.org").check_password(GOOD)


@pytest.mark.parametrize("ending", ["withdrawn", "expired", "renewed", "role lost", "suspended", "unknown"])
def test_every_closed_link_looks_like_one_that_never_was(
    api: Api, besa: User, partner_a: Partner, ending: str
) -> None:
    member(partner_a, Role.COORDINATOR)
    made = asked(api, besa)
    address = path(made)
    if ending == "withdrawn":
        api(besa).post(f"{INVITATIONS}{made['id']}/withdraw/", if_match=1)
    elif ending == "expired":
        Invitation.objects.update(expires_at=clock.now())
    elif ending == "renewed":
        api(besa).post(f"{INVITATIONS}{made['id']}/renew/", if_match=1)
    elif ending == "role lost":
        services.end_membership("pif", membership_of(besa, partner_a).pk, expected=None, actor=actor_of(besa))
    elif ending == "suspended":
        Partner.objects.update(is_active=False)
    else:
        address = "/invitation/" + "x" * 43 + "/"
    never = Client().get("/invitation/never-made/")
    for answer in (Client().get(address), Client().post(address, {"password": GOOD, "again": GOOD})):
        assert answer.status_code == 404
        assert answer.content == never.content
    assert not User.objects.filter(email="vjosa@example.org").exists()


def test_the_link_is_told_once_and_only_its_digest_is_kept(api: Api, besa: User) -> None:
    made = asked(api, besa)
    token = path(made).split("/")[2]
    assert len(token) == 43
    stored = Invitation.objects.values().get()
    assert token not in str(stored)
    shown = api(besa).get(f"{INVITATIONS}{made['id']}/").json()
    assert "link" not in shown
    assert token not in str(AuditEvent.objects.values_list("facts", flat=True))
    assert "vjosa" not in str(list(AuditEvent.objects.values_list("facts", flat=True))).lower()


@pytest.mark.parametrize("weak", ["xq-zw", "123456789012345", "vjosa@example.org"])
def test_a_weak_password_is_refused_with_the_reason_and_nobody_is_made(
    api: Api, besa: User, weak: str
) -> None:
    made = asked(api, besa)
    answer = chosen(made, password=weak, again=weak)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert weak not in answer.content.decode().replace(made["email"], "")
    assert not User.objects.filter(email="vjosa@example.org").exists()
    assert chosen(made).status_code == 200


def test_a_password_typed_differently_twice_is_refused(api: Api, besa: User) -> None:
    assert chosen(asked(api, besa), again=GOOD + "!").status_code == 400


def test_whoever_invites_learns_nothing_of_an_account_at_the_address(
    api: Api, besa: User, nino: User
) -> None:
    """Nino works for another partner; the answers differ in nothing but what was sent and in random parts."""
    known, unknown = asked(api, besa, email=nino.email), asked(api, besa)
    for one in (known, unknown):
        for name in ("id", "email", "link", "made_at", "expires_at"):
            one.pop(name)
    assert known == unknown


def test_a_link_takes_nobodys_account_over(api: Api, besa: User, nino: User, partner_a: Partner) -> None:
    """Besa holds the link herself: with it she must not get into what Nino does for another partner."""
    made = asked(api, besa, email=nino.email)
    assert chosen(made).status_code == 409
    nino.refresh_from_db()
    assert nino.check_password(PASSWORD)
    browser = Client()
    browser.force_login(nino)
    assert browser.post(path(made), {"go": "join"}).status_code == 200
    assert partner_a.pk in actor_of(nino).permissions
    assert User.objects.get(pk=nino.pk).name == "Nino"


def test_an_account_without_password_of_another_partner_is_not_taken_over_either(
    api: Api, besa: User, partner_b: Partner
) -> None:
    services.add_member(
        "akt", email="new@example.org", name="New", role=Role.CASEWORKER, actor=actor_of(_admin())
    )
    assert chosen(asked(api, besa, email="new@example.org")).status_code == 409
    assert not User.objects.get(email="new@example.org").has_usable_password()


def test_a_member_who_was_added_without_password_gets_one_by_an_invitation(api: Api, besa: User) -> None:
    api(besa).post("/partners/pif/members/", {"email": "new@example.org", "name": "New", "role": "observer"})
    assert chosen(asked(api, besa, email="new@example.org")).status_code == 200
    assert User.objects.get(email="new@example.org").check_password(GOOD)


def test_nobody_else_joins_with_the_link(api: Api, besa: User, arta: User) -> None:
    made = asked(api, besa)
    browser = Client()
    browser.force_login(arta)
    assert browser.post(path(made), {"go": "join"}).status_code == 409
    assert Membership.objects.filter(user=arta).count() == 1


def test_nobody_invites_himself(api: Api, besa: User) -> None:
    answer = api(besa).post(INVITATIONS, {**NEW, "email": besa.email.upper(), "roles": ["custodian"]})
    assert (answer.status_code, answer.json()["code"]) == (403, "member.own_role")


def test_a_program_invites_nobody(client_of: Callable[..., Caller], partner_a: Partner) -> None:
    program = client_of(partner_a, Role.COORDINATOR, ["partner:manage"])
    assert program.post(INVITATIONS, NEW).status_code == 403
    assert not Invitation.objects.exists()


def test_an_address_is_invited_once_and_again_after_withdrawal(api: Api, besa: User) -> None:
    made = asked(api, besa)
    again = api(besa).post(INVITATIONS, NEW)
    assert (again.status_code, again.json()["code"]) == (409, "invitation.already")
    api(besa).post(f"{INVITATIONS}{made['id']}/withdraw/", if_match=1)
    asked(api, besa)
    over = api(besa).post(f"{INVITATIONS}{made['id']}/renew/", if_match="*")
    assert (over.status_code, over.json()["code"]) == (409, "invitation.over")


def test_a_role_that_is_held_already_stays_one(api: Api, besa: User, arta: User, partner_a: Partner) -> None:
    made = asked(api, besa, email=arta.email)
    browser = Client()
    browser.force_login(arta)
    browser.post(path(made), {"go": "join"})
    roles = Membership.objects.running().filter(user=arta, partner=partner_a).values_list("role", flat=True)
    assert sorted(roles) == ["caseworker", "observer"]


def test_where_mail_goes_out_the_link_is_in_the_mail_and_nowhere_else(
    api: Api, besa: User, settings: Any, run_jobs: Callable[[], Any]
) -> None:
    settings.EMAIL_HOST, settings.DOSJA_PUBLIC_ADDRESS = "mail.example.org", "https://dosja.example.org"
    made = asked(api, besa)
    assert made["link"] is None
    assert made["mail"] == "waiting"
    assert "vjosa" not in str(Job.objects.values_list("args", flat=True)).lower()
    run_jobs()
    (sent,) = mail.outbox
    assert sent.to == ["vjosa@example.org"]
    for word in ("vjosa", "people in focus", "besa", "caseworker", "complaint", "case"):
        assert word not in (sent.subject + sent.body).lower().replace("caseworker@", "")
    link = next(line for line in sent.body.splitlines() if line.startswith("https://dosja.example.org/"))
    made["link"] = link
    assert chosen(made).status_code == 200
    assert api(besa).get(f"{INVITATIONS}{made['id']}/").json()["mail"] == "sent"


def test_what_is_long_over_is_not_kept(api: Api, besa: User) -> None:
    asked(api, besa)
    Invitation.objects.update(expires_at=clock.now() - timedelta(days=89))
    assert services.forget_old_invitations() == 0
    Invitation.objects.update(expires_at=clock.now() - timedelta(days=91))
    assert services.forget_old_invitations() == 1


def _admin() -> User:
    return User.objects.create_user("admin@example.org", PASSWORD, name="Admin", is_superuser=True)
