"""No webhook is a way into the network behind this installation."""

import socket
import time
from ipaddress import ip_address
from typing import Any

import pytest

from backend.common.hosts import may_be_reached
from backend.partners.models import User
from backend.webhooks import posting
from backend.webhooks.addresses import parsed
from backend.webhooks.posting import post
from tests.webhooks.conftest import AT
from tests.webhooks.receiver import Receiver

INSIDE = (
    "127.0.0.1", "127.8.8.8", "10.0.0.7", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "0.0.0.0", "198.18.0.1", "192.0.2.1", "192.88.99.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "3fff::1",
    "::ffff:10.0.0.7", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::10.0.0.7", "64:ff9b::127.0.0.1",
    "100.127.255.255", "100.100.100.200", "192.0.0.8", "192.0.0.170", "198.51.100.1", "203.0.113.1",
    "::ffff:0.0.0.0", "::ffff:169.254.169.254", "::ffff:100.64.0.1", "::ffff:0:10.0.0.7", "::10.0.0.7",
    "64:ff9b::169.254.169.254", "64:ff9b::100.64.0.1", "64:ff9b:1::10.0.0.7", "fd00:ec2::254",
    "fe80::5efe:10.0.0.7", "2002:5db8:d822::1", "2001:db8:a00:7::1", "5f00::1", "ff0e::1",
    "64:ff9b:1::1", "2002:7f00:1::1", "2002:a00:7::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "100::1",
)  # fmt: skip
OUTSIDE = (
    "93.184.216.34",
    "2606:2800:220:1:248:1893:25c8:1946",
    "::ffff:93.184.216.34",
    "64:ff9b::93.184.216.34",
)


@pytest.mark.parametrize("address", INSIDE)
def test_inside(address: str) -> None:
    assert not may_be_reached(ip_address(address), networks=())


@pytest.mark.parametrize("address", OUTSIDE)
def test_outside(address: str) -> None:
    assert may_be_reached(ip_address(address), networks=())


def test_a_network_that_settings_name_may_be_reached_in_each_of_its_forms() -> None:
    for address in ("10.1.3.4", "::ffff:10.1.3.4", "64:ff9b::10.1.3.4"):
        assert may_be_reached(ip_address(address), networks=["10.1.3.0/24"])
    assert not may_be_reached(ip_address("10.1.4.4"), networks=["10.1.3.0/24"])


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/", "ftp://example.org/", "https://", "https:///x", "example.org",
        "https://user@example.org/", "https://user:pw@example.org/", "https://example.org\\@10.0.0.1/",
        "https://example.org/#x", "https://example.org/a b", "https://example.org/\r\nHost: x",
        "https://2130706433/", "https://0x7f000001/", "https://0x7f.1/", "https://0177.0.0.1/", "https://127.1/",
        "https://[fe80::1%25eth0]/", "https://[::1%1]/", "https://[::1%25lo]/",
        "https://017700000001/", "https://0X7F000001/", "https://0x7f.0.0.1/", "https://0300.0250.0.1/",
        "https://127.0.0.01/", "https://10.1/", "https://10.0.1/", "https://0/", "https://00.0.0.0/",
        "https://169.254.43518/", "https://0xa9fea9fe/", "https://2852039166/", "https://127.0.0.1./",
        "https://１２７.0.0.1/", "https://①②⑦.0.0.1/", "https://127。0。0。1/", "https://%31%32%37.0.0.1/",
        "https://[::ffff:7f00:1/", "https://[0:0:0:0:0:ffff:127.1]/", "https://[::ffff:0x7f.0.0.1]/",
        "https://[v1.x]/", "https://exämple.org/",
        "https://example.org:0/", "https://example.org:99999/", "https://example.org:x/", "https://-a.org/",
        "https://[127.0.0.1]/", "https://" + "a" * 64 + ".org/", "https://example.org/" + "a" * 500,
        "https://" + "a-" * 240 + "!/",
    ],
)  # fmt: skip
def test_addresses_that_are_read_in_two_ways_are_refused(address: str) -> None:
    with pytest.raises(ValueError):  # whichever: none of them repeats the address
        parsed(address)


def test_a_plain_address_is_taken_apart() -> None:
    got = parsed("https://[2606:4700::1111]:8443/a/b?c=d")
    assert (got.host, got.port, got.target) == ("2606:4700::1111", 8443, "/a/b?c=d")
    assert (got.authority, parsed("https://example.org").authority) == (
        "[2606:4700::1111]:8443",
        "example.org",
    )


@pytest.mark.parametrize("host", ["10.0.0.1", "127.0.0.1", "[::1]", "[::ffff:10.0.0.1]", "169.254.169.254"])
def test_a_number_inside_is_refused_when_it_is_written_down(api: Any, besa: User, host: str) -> None:
    answer = api(besa).post(AT, {"address": f"https://{host}/", "events": ["case.received"]})
    assert answer.json()["errors"][0]["code"] == "host_not_allowed"


def test_a_name_that_leads_inside_is_refused_when_it_is_sent(receiver: Receiver, settings: Any) -> None:
    settings.DOSJA_WEBHOOK_NETWORKS = []
    assert post(receiver.address, headers={}, body=b"{}").problem == "host_not_allowed"
    assert receiver.connections == 0


def test_a_name_with_one_address_inside_is_refused(
    monkeypatch: pytest.MonkeyPatch, receiver: Receiver
) -> None:
    answers = [(2, 1, 6, "", ("93.184.216.34", 443)), (2, 1, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: answers)
    assert post(receiver.address, headers={}, body=b"{}").problem == "host_not_allowed"


@pytest.mark.parametrize("number", [*INSIDE, "fe80::1%eth0", "::1%lo", "fe80::1%1"])
def test_a_name_that_is_answered_with_a_number_inside_is_never_connected_to(
    monkeypatch: pytest.MonkeyPatch, settings: Any, number: str
) -> None:
    settings.DOSJA_WEBHOOK_NETWORKS = []
    connected: list[Any] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, **_k: [(2, 1, 6, "", (number, port))])
    monkeypatch.setattr(socket, "create_connection", lambda *given: connected.append(given))
    assert post("https://partner.example/", headers={}, body=b"{}").problem == "host_not_allowed"
    assert connected == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_whatever_way_it_is_sent_elsewhere_it_does_not_go(receiver: Receiver, status: int) -> None:
    location = b"Location: https://127.0.0.1/\r\nContent-Length: 0\r\n\r\n"
    receiver.answers = [b"HTTP/1.1 %d Elsewhere\r\n" % status + location]
    answer = post(receiver.address, headers={}, body=b"{}")
    assert (answer.problem, answer.status, receiver.connections) == ("redirected", status, 1)


def test_a_name_that_changes_between_check_and_connection_wins_nothing(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    """Rebinding: asked once, and what was checked is what is connected to."""
    settings.DOSJA_WEBHOOK_NETWORKS = []
    asked: list[str] = []
    connected: list[str] = []

    def answer(host: str, port: int, *_a: Any, **_k: Any) -> Any:
        asked.append(host)
        number = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(2, 1, 6, "", (number, port))]

    def connect(to: tuple[str, int], *_a: Any, **_k: Any) -> Any:
        connected.append(to[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert post("https://rebinding.example/", headers={}, body=b"").problem == "unreachable"
    assert (asked, connected) == (["rebinding.example"], ["93.184.216.34"])


def test_no_redirect_is_followed(receiver: Receiver) -> None:
    receiver.answers = [b"HTTP/1.1 302 Found\r\nLocation: https://169.254.169.254/\r\n\r\n"]
    answer = post(receiver.address, headers={}, body=b"{}")
    assert (answer.problem, answer.status) == ("redirected", 302)
    assert receiver.connections == 1


def test_a_certificate_of_somebody_else_is_refused(receiver: Receiver, settings: Any) -> None:
    settings.DOSJA_WEBHOOK_CA_FILE = ""
    assert post(receiver.address, headers={}, body=b"{}").problem == "tls_failed"
    assert receiver.came == []


def test_a_certificate_for_another_name_is_refused(
    monkeypatch: pytest.MonkeyPatch, receiver: Receiver
) -> None:
    answers = [(2, 1, 6, "", ("127.0.0.1", receiver.port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: answers)
    other = receiver.address.replace("localhost", "other.example")
    assert post(other, headers={}, body=b"{}").problem == "tls_failed"


@pytest.mark.parametrize(
    ("said", "problem", "status"),
    [
        (b"HTTP/1.1 103 Early\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", None, 200),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 No\r\n\r\n", "status", 404),
        (b"SSH-2.0-OpenSSH_9.9\r\n", "protocol", None),
        (b"", "protocol", None),
        (b"HTTP/1.1 1" + b"0" * 50_000, "protocol", None),
    ],
)
def test_of_an_answer_only_the_number_counts(
    receiver: Receiver, said: bytes, problem: str | None, status: int | None
) -> None:
    receiver.answers = [said]
    answer = post(receiver.address, headers={}, body=b"{}")
    assert (answer.problem, answer.status) == (problem, status)


def test_who_never_answers_is_left_after_the_time(reachable: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "PATIENCE", 0.4)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        answer = post(f"https://localhost:{silent.getsockname()[1]}/", headers={}, body=b"{}")
    assert answer.problem == "timeout"
    assert time.monotonic() - began < 3
