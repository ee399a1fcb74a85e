"""Where a request comes from, as far as the installation's proxies can be believed. Only to be counted."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from django.conf import settings
from django.http import HttpRequest

# What one household or one rented machine gets: counting single addresses there would count nothing.
_IPV6_PREFIX: Final = 64


def sender_of(request: HttpRequest) -> str:
    """The address that a request came from (of IPv6 the /64), empty where it cannot be told.

    It goes into `buckets.count` and nowhere else: not into a log, a row or an answer. With N trusted proxies
    the N-th word from the right of X-Forwarded-For is the last that one of them wrote; whatever stands before
    it was written by the caller. With none, nobody's word is taken.
    """
    proxies = settings.DOSJA_TRUSTED_PROXIES
    if proxies == 0:
        return _place_of(request.META.get("REMOTE_ADDR", ""))
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    return _place_of(told[-proxies]) if len(told) >= proxies else ""


def _place_of(word: str) -> str:
    address = _address_in(word.strip())
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if isinstance(address, IPv6Address):
        return str(IPv6Network((int(address), _IPV6_PREFIX), strict=False))
    return str(address) if address else ""


def _address_in(word: str) -> IPv4Address | IPv6Address | None:
    """Also from `192.0.2.1:4711` and `[2001:db8::1]:4711`, as some proxies write it."""
    if word.startswith("["):
        word = word[1:].partition("]")[0]
    elif word.count(":") == 1:
        word = word.partition(":")[0]
    try:
        # Without the zone of a link-local address, which is a name inside the machine.
        return ip_address(word.partition("%")[0])
    except ValueError:
        return None
