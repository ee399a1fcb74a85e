"""Which machines may be reached as somebody's mail server."""

import socket
from typing import Final

from django.conf import settings

from backend.common import hosts
from backend.common.hosts import Address, HostRefused

__all__ = ["PATIENCE", "HostRefused", "connect", "may_be_reached"]

PATIENCE: Final = 20
"""Seconds that a mail server has for each answer, except for taking a letter."""


def connect(host: str, port: int, *, only_here: bool, timeout: float = PATIENCE) -> socket.socket:
    """A connection to a mail server. Raises HostRefused, or OSError where nobody answers."""
    networks = settings.DOSJA_MAIL_NETWORKS
    return hosts.connect(host, port, networks=networks, only_here=only_here, timeout=timeout)


def may_be_reached(address: Address, *, only_here: bool) -> bool:
    """Public addresses, and those that the installation's settings name; without encryption only this
    machine."""
    return hosts.may_be_reached(address, networks=settings.DOSJA_MAIL_NETWORKS, only_here=only_here)
