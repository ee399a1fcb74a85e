"""Which machines may be reached when somebody outside names them: what a partner writes down must not become
a way into the network behind this installation."""

import socket
import time
from collections.abc import Sequence
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
# Addresses of IPv6 that stand for one of IPv4: what is inside decides.
_NAT64: Final = IPv6Network("64:ff9b::/96")
# The same by way of machines of others (6to4 and its relays, Teredo, NAT64 of one's own, site-local), and
# what protocols keep for themselves: never.
_NEVER: Final = tuple(
    ip_network(word)
    for word in (
        *("192.0.0.0/24", "192.88.99.0/24", "2002::/16", "2001::/32", "64:ff9b:1::/48", "fec0::/10"),
        "3fff::/20",
    )
)


class HostRefused(OSError):
    """The host is none that may be reached from here. An OSError, as any other way of not reaching it."""


def connect(
    host: str, port: int, *, networks: Sequence[str], only_here: bool = False, timeout: float
) -> socket.socket:
    """A connection to somebody's machine. Raises HostRefused, or OSError where nobody answers in time.

    Checked is the very address that is connected to: a name may be answered differently the next time.
    """
    until = time.monotonic() + timeout
    addresses = _addresses_of(host, port)
    if not all(may_be_reached(one, networks=networks, only_here=only_here) for one in addresses):
        raise HostRefused()
    failed: OSError = ConnectionError()
    for address in addresses:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError()
        try:
            made = socket.create_connection((str(address), port), left)
        except OSError as one:
            failed = one
            continue
        made.settimeout(timeout)
        return made
    raise failed


def may_be_reached(address: Address, *, networks: Sequence[str], only_here: bool = False) -> bool:
    """Public addresses, and those in networks that the installation's settings name; with `only_here` only
    this machine."""
    plain = _meant(address)
    if only_here and not plain.is_loopback:
        return False
    return any(plain in network for network in _named_networks(tuple(networks))) or _is_public(plain)


def _meant(address: Address) -> Address:
    """The address of IPv4 that one of IPv6 stands for, or the address itself."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def _is_public(address: Address) -> bool:
    # Python calls ::127.0.0.1 global, which some systems take for 127.0.0.1; but reserved, too.
    strange = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not strange and not any(address in network for network in _NEVER)


def _addresses_of(host: str, port: int) -> list[Address]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    # A zone (`fe80::1%eth0`) names a cable of this machine: without it the address is refused as it is.
    return [ip_address(str(one[4][0]).partition("%")[0]) for one in found]


@cache
def _named_networks(words: tuple[str, ...]) -> tuple[Network, ...]:
    return tuple(ip_network(word) for word in words)
