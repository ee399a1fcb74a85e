"""Which machines may be reached as somebody's mail server: what a partner writes down must not become a way
into the network behind this installation."""

import socket
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from django.conf import settings

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
PATIENCE: Final = 20
"""Seconds that a mail server has for each answer, except for taking a letter."""


class HostRefused(OSError):
    """The host is none that may be reached from here. An OSError, as any other way of not reaching it."""


def connect(host: str, port: int, *, only_here: bool, timeout: float = PATIENCE) -> socket.socket:
    """A connection to a mail server. Raises HostRefused, or OSError where nobody answers.

    Checked is the very address that is connected to: a name may be answered differently the next time.
    """
    addresses = _addresses_of(host, port)
    if not all(may_be_reached(address, only_here=only_here) for address in addresses):
        raise HostRefused()
    failed: OSError = ConnectionError()
    for address in addresses:
        try:
            return socket.create_connection((str(address), port), timeout)
        except OSError as one:
            failed = one
    raise failed


def may_be_reached(address: Address, *, only_here: bool) -> bool:
    """Public addresses, and those that the installation's settings name; without encryption only this
    machine."""
    plain = address.ipv4_mapped if isinstance(address, IPv6Address) and address.ipv4_mapped else address
    if only_here and not plain.is_loopback:
        return False
    named = any(plain in network for network in _named_networks(tuple(settings.DOSJA_MAIL_NETWORKS)))
    return named or (plain.is_global and not plain.is_multicast)


def _addresses_of(host: str, port: int) -> list[Address]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ip_address(str(one[4][0]).partition("%")[0]) for one in found]


@cache
def _named_networks(words: tuple[str, ...]) -> tuple[Network, ...]:
    return tuple(ip_network(word) for word in words)
