"""Who is counted as one sender: what the trusted proxies wrote, never what the caller did."""

import pytest
from django.test import RequestFactory

from backend.doorkeeping.senders import sender_of


def sender(settings, proxies, forwarded=None, remote="198.51.100.1"):
    settings.DOSJA_TRUSTED_PROXIES = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
    return sender_of(RequestFactory().get("/", headers=headers, REMOTE_ADDR=remote))


def test_without_a_proxy_the_connection_counts_and_no_header(settings):
    assert sender(settings, 0, "203.0.113.7") == "198.51.100.1"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "192.0.2.66, 203.0.113.7", "203.0.113.7"),
        (2, "192.0.2.66, 203.0.113.7, 10.0.0.1", "203.0.113.7"),
        (1, " 203.0.113.7:4711 ", "203.0.113.7"),
        (1, "[2001:db8:1:2:3::9]:4711", "2001:db8:1:2::/64"),
    ],
)
def test_behind_proxies_the_last_word_that_they_wrote_counts(settings, proxies, forwarded, found):
    assert sender(settings, proxies, forwarded) == found


@pytest.mark.parametrize(("proxies", "forwarded"), [(1, None), (1, ""), (2, "203.0.113.7"), (1, "unknown")])
def test_who_cannot_be_told_apart_is_not_counted_as_everybody(settings, proxies, forwarded):
    assert sender(settings, proxies, forwarded) == ""


def test_a_household_of_addresses_is_one_sender(settings):
    one = sender(settings, 0, remote="2001:db8:1:2:3::1")
    assert one == sender(settings, 0, remote="2001:db8:1:2:ffff:1:2:3")
    assert one != sender(settings, 0, remote="2001:db8:1:3::1")


def test_an_old_address_in_new_clothes_is_the_old_one(settings):
    assert sender(settings, 0, remote="::ffff:203.0.113.7") == "203.0.113.7"


def test_a_socket_has_no_address(settings):
    assert sender(settings, 0, remote="") == ""
