"""The mail server of the installation, read from one address; networks in which partners have theirs;
the address that stands in mails."""

from dataclasses import dataclass
from email.utils import parseaddr
from ipaddress import ip_network
from urllib.parse import unquote, urlsplit

from backend.config.env import Environment

DEFAULT_PORTS = {"smtps": 465, "smtp": 587, "smtp+plain": 25}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over, and how it is protected on the way."""

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    protection: str = ""

    def __repr__(self) -> str:
        return "<mail server>"


def mail_server(environment: Environment, name: str) -> MailServer:
    """The server that a URL names; an empty one where there is none."""
    url = environment.secret(name)
    if not url:
        return MailServer()
    try:
        return server_of(url)
    except ValueError as wrong:
        # Never the URL itself: it holds a password.
        environment.problems.append(f"{name} cannot be used: {wrong}.")
        return MailServer()


def server_of(url: str) -> MailServer:
    """`smtps://user:password@host:465` (TLS), `smtp://user:password@host:587` (STARTTLS, demanded),
    `smtp+plain://localhost:25` (no encryption)."""
    parts = urlsplit(url)
    if parts.scheme not in DEFAULT_PORTS:
        raise ValueError("it must begin with smtps://, smtp:// or smtp+plain://")
    try:
        port = parts.port or DEFAULT_PORTS[parts.scheme]
    except ValueError:
        raise ValueError("its port is not a number, or its password is not percent-encoded") from None
    if not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError("write smtps://user:password@host:port, the password percent-encoded")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, port, user, password, parts.scheme)


def mail_sender(environment: Environment, name: str, default: str) -> str:
    """The address that mail comes from, alone or as `Name <address>`."""
    told = environment.text(name) or default
    address = parseaddr(told)[1]
    if told and ("@" not in address or any(char in told for char in "\r\n")):
        environment.problems.append(f"{name} must be an address, or Name <address>.")
        return default
    return told


def mail_networks(environment: Environment, name: str, default: tuple[str, ...]) -> list[str]:
    """Networks such as `10.0.0.0/8`, beside the public ones, in which partners' servers may stand."""
    told = environment.words(name, default)
    try:
        return [str(ip_network(word)) for word in told]
    except ValueError:
        environment.problems.append(f"{name} must be networks such as 10.1.2.0/24, separated by commas.")
        return []


def public_address(environment: Environment, name: str) -> str:
    """`https://dosja.example.org`, without a path: what an address in a mail begins with."""
    told = environment.text(name).rstrip("/")
    parts = urlsplit(told)
    if told and (parts.scheme not in ("https", "http") or not parts.hostname or parts.path or parts.query):
        environment.problems.append(f"{name} must be an address such as https://dosja.example.org.")
        return ""
    return told
