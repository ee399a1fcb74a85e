"""A partner's mail account: passwords stay inside, hosts of the house are out of reach, a check is real."""

import socket
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.correspondence.hosts import may_be_reached
from backend.correspondence.models import MailAccount
from backend.correspondence.services import accounts
from backend.keyring.models import DataKey
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.mailserver.smtp import SmtpServer

Api = Callable[[User], Caller]
AT = "/partners/pif/mail-account/"
PASSWORD = "fjalëkalim-i-gjatë"


@pytest.fixture
def written(api: Api, besa: User, smtp_server: SmtpServer) -> Any:
    answer = api(besa).put(AT, smtp_server.account(), if_match=0)
    assert answer.status_code == 200, answer.content
    return answer


def test_the_password_is_in_no_answer_no_line_of_audit_and_no_column(
    written: Any, api: Api, besa: User
) -> None:
    for answer in (written, api(besa).get(AT)):
        assert "fjal" not in answer.content.decode()
        assert answer.json()["smtp_password_is_set"] is True
    assert not [event for event in AuditEvent.objects.all() if "fjal" in str(vars(event))]
    row = MailAccount.objects.values().get()
    assert b"fjal" not in b"".join(str(value).encode() for value in row.values())
    assert MailAccount.objects.get().smtp_password == PASSWORD


def test_only_those_who_keep_the_partner_know_of_the_account(
    written: Any, api: Api, arta: User, giorgi: User
) -> None:
    for person in (arta, giorgi):
        assert api(person).get(AT).status_code == 404


def test_a_password_that_is_not_sent_stays(
    written: Any, api: Api, besa: User, smtp_server: SmtpServer
) -> None:
    told = {**smtp_server.account(), "sender_name": "Zyra"}
    del told["smtp_password"]
    assert api(besa).put(AT, told, if_match=1).status_code == 200
    assert MailAccount.objects.get().smtp_password == PASSWORD
    assert api(besa).put(AT, {**told, "smtp_password": None}, if_match=2).status_code == 200
    assert MailAccount.objects.get().smtp_password is None


@pytest.mark.parametrize(
    "change",
    [
        {"smtp_host": "mail.attacker.example"},
        {"smtp_port": 26},
        {"smtp_protection": "tls"},
        {"smtp_user": "x"},
    ],
)
def test_a_password_is_never_carried_to_another_server_by_whoever_does_not_know_it(
    written: Any, api: Api, besa: User, smtp_server: SmtpServer, change: dict[str, Any]
) -> None:
    told = {**smtp_server.account(), **change}
    del told["smtp_password"]
    answer = api(besa).put(AT, told, if_match=1)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "smtp_password"
    told["smtp_password"] = "tjetër"
    assert api(besa).put(AT, told, if_match=1).status_code == 200


def test_a_change_names_the_version_that_it_was_made_from(
    written: Any, api: Api, besa: User, smtp_server: SmtpServer
) -> None:
    assert api(besa).put(AT, smtp_server.account(), if_match=0).status_code == 412
    assert api(besa).delete(AT, if_match=7).status_code == 412


def test_with_the_account_goes_the_key_of_its_passwords(written: Any, api: Api, besa: User) -> None:
    assert api(besa).delete(AT, if_match=1).status_code == 204
    assert api(besa).get(AT).json()["code"] == "mail_account.none"
    assert DataKey.objects.get(purpose=DataKey.Purpose.MAIL).destroyed_at is not None


@pytest.mark.parametrize("protection", ["starttls", "tls", "none"])
def test_a_check_signs_in_for_real(api: Api, besa: User, trusted_mail: None, protection: str) -> None:
    with SmtpServer(protection=protection, user="zyra", password=PASSWORD) as server:
        api(besa).put(AT, server.account(), if_match=0)
        good = api(besa).post(f"{AT}check/").json()
        api(besa).put(AT, server.account(smtp_password="tjetër"), if_match=1)
        bad = api(besa).post(f"{AT}check/").json()
    assert good == {"smtp": {"works": True, "problem": None, "message": None}, "imap": None}
    assert bad["smtp"]["problem"] == "login_refused"
    assert api(besa).get(AT).json()["last_problem"] == "login_refused"


def test_a_certificate_of_an_unknown_authority_ends_the_conversation_before_the_password(
    written: Any, api: Api, besa: User, settings: Any, smtp_server: SmtpServer
) -> None:
    settings.DOSJA_MAIL_CA_FILE = ""
    assert api(besa).post(f"{AT}check/").json()["smtp"]["problem"] == "tls_failed"


def test_a_server_that_offers_no_encryption_gets_no_password(
    api: Api, besa: User, trusted_mail: None
) -> None:
    with SmtpServer(user="zyra", password=PASSWORD) as server:
        api(besa).put(AT, server.account(smtp_protection="starttls"), if_match=0)
        assert api(besa).post(f"{AT}check/").json()["smtp"]["problem"] == "tls_failed"


def test_nobody_there_is_told_apart_from_not_allowed(api: Api, besa: User, settings: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        told = {"address": "a@b.example", "smtp_host": "127.0.0.1", "smtp_protection": "none"}
        api(besa).put(AT, {**told, "smtp_port": taken.getsockname()[1]}, if_match=0)
    assert api(besa).post(f"{AT}check/").json()["smtp"]["problem"] == "unreachable"
    settings.DOSJA_MAIL_NETWORKS = []
    assert api(besa).post(f"{AT}check/").json()["smtp"]["problem"] == "host_not_allowed"


@pytest.mark.parametrize(
    ("address", "only_here", "allowed"),
    [
        ("93.184.216.34", False, True),
        ("93.184.216.34", True, False),
        ("127.0.0.1", False, False),
        ("10.0.0.7", False, False),
        ("192.168.1.1", False, False),
        ("169.254.169.254", False, False),
        ("172.16.0.1", False, False),
        ("100.64.0.1", False, False),
        ("0.0.0.0", False, False),
        ("224.0.0.1", False, False),
        ("::1", False, False),
        ("fe80::1", False, False),
        ("fc00::1", False, False),
        ("::ffff:10.0.0.7", False, False),
        ("2606:2800:220:1:248:1893:25c8:1946", False, True),
    ],
)
def test_nothing_behind_the_house_is_reached_unless_settings_say_so(
    settings: Any, address: str, only_here: bool, allowed: bool
) -> None:
    settings.DOSJA_MAIL_NETWORKS = []
    assert may_be_reached(ip_address(address), only_here=only_here) is allowed


def test_without_encryption_even_a_network_of_our_own_is_not_reached(settings: Any) -> None:
    settings.DOSJA_MAIL_NETWORKS = ["10.0.0.0/8", "127.0.0.0/8"]
    assert may_be_reached(ip_address("10.0.0.7"), only_here=False)
    assert not may_be_reached(ip_address("10.0.0.7"), only_here=True)
    assert may_be_reached(ip_address("127.0.0.1"), only_here=True)


def test_a_check_is_no_way_to_search_a_network(written: Any, api: Api, besa: User) -> None:
    answers = [api(besa).post(f"{AT}check/").status_code for _ in range(21)]
    assert answers == [200] * 20 + [429]


def test_an_account_that_is_off_sends_and_reads_nothing(
    written: Any, partner_a: Partner, besa: User, smtp_server: SmtpServer
) -> None:
    assert accounts.account_of(partner_a) is not None
    facts = smtp_server.account(is_on=False, imap_host="127.0.0.1")
    accounts.write_account("pif", facts=facts, expected=None, actor=actor_of(besa))
    assert accounts.account_of(partner_a) is None
    assert accounts.imap_accounts() == []
