"""The gateway for text messages, read from one address."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from backend.config.env import Environment

PATH = "/message"


@dataclass(frozen=True, slots=True)
class TextGateway:
    """Where texts are handed over: nowhere (off), to the log (console), or to a gateway (android)."""

    kind: str = "off"
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    path: str = ""
    encrypted: bool = True

    def __repr__(self) -> str:
        return f"<text gateway {self.kind}>"


def text_gateway(environment: Environment, name: str, default: str) -> TextGateway:
    """The gateway that a variable names: off, console, or a URL."""
    told = environment.secret(name) or default
    if told in ("off", "console"):
        return TextGateway(told)
    try:
        return gateway_of(told)
    except ValueError as wrong:
        # Never the URL itself: it holds a password.
        environment.problems.append(f"{name} cannot be used: {wrong}.")
        return TextGateway()


def gateway_of(url: str) -> TextGateway:
    """`https://user:password@gateway.example/3rdparty/v1/messages`, or `http://user:password@localhost:8080`:
    without a path it is that of a telephone's own server."""
    parts = urlsplit(url)
    if parts.scheme not in ("https", "http"):
        raise ValueError("write off, console, or an address that begins with https:// or http://")
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise ValueError("its port is not a number, or its password is not percent-encoded") from None
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if not parts.hostname or not user or not password or parts.fragment:
        raise ValueError("write https://user:password@host/path, the password percent-encoded")
    path = (parts.path if parts.path.strip("/") else PATH) + (f"?{parts.query}" if parts.query else "")
    if not path.isascii() or not path.isprintable() or " " in path:
        raise ValueError("its path is not percent-encoded")
    return TextGateway("android", parts.hostname, port, user, password, path, parts.scheme == "https")
