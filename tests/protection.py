"""What every answer must carry so that a browser keeps, loads and tells nothing.

`tests/conftest.py` looks at each answer that any test gets.
"""

import re
from html.parser import HTMLParser
from typing import Any

from backend.config.dashboard import DEVICE
from backend.config.dashboard import POLICY as DASHBOARD
from backend.config.headers import DOCUMENTATION, PAGES, POWERLESS, SCRIPTS

# May be read by a page of another site, and that is all it is for.
FOR_OTHER_SITES = ("/embed.js",)
# Its policy is one that a partner's site may have; nothing of a citizen's is on it.
LIKE_A_PARTNERS_SITE = "/demo/partner-site/"
# What a browser may keep: it is the same for everybody and tells nothing about a reader.
FOR_EVERYBODY = ("/static/", "/api/schema/", "/embed.js")


class _Markup(HTMLParser):
    """Scripts, and whatever would run or dress a page from inside of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.inline: list[str] = []
        self.foreign: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "script" and "src" in found:
            self.scripts.append(found["src"])
        elif tag in ("script", "style"):
            self.inline.append(tag)
        self.inline += [name for name in found if name.startswith("on") or name == "style"]
        loaded = [
            found.get("src", ""),
            found.get("href", "") if tag == "link" else "",
            found.get("action", ""),
        ]
        self.foreign += [address for address in loaded if re.match(r"(?:[a-z]+:)?//|javascript:", address)]


def weakness_of(answer: Any) -> str | None:
    """What an answer lacks; None where it is well protected."""
    request, headers = answer.wsgi_request, answer.headers
    path, policy = request.path, headers.get("Content-Security-Policy", "")
    embedded = path.startswith("/embed/")
    old_browser = "sec-fetch-site" not in request.headers and "text/html" in request.headers.get("accept", "")
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin" if old_browser else "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "cross-origin" if path in FOR_OTHER_SITES else "same-origin",
        "Permissions-Policy": DEVICE if _is_dashboard(policy) else POWERLESS,
    }
    if not embedded:
        wanted["X-Frame-Options"] = "DENY"
    for name, value in wanted.items():
        if headers.get(name) != value:
            return f"{name} is {headers.get(name)!r} and not {value!r}"
    if "no-store" not in headers.get("Cache-Control", "") and not path.startswith(FOR_EVERYBODY):
        return "it may be kept"
    return _policy_weakness(policy, answer, embedded=embedded)


def _policy_weakness(policy: str, answer: Any, *, embedded: bool) -> str | None:
    if not policy.startswith("default-src 'none'"):
        return f"its policy is {policy!r}"
    if (
        policy == DOCUMENTATION
        or answer.wsgi_request.path == LIKE_A_PARTNERS_SITE
        or answer.streaming
        or not answer.headers.get("Content-Type", "").startswith("text/html")
    ):
        return None
    found = _Markup(answer.content.decode())
    if answer.wsgi_request.path.startswith("/dashboard/") and answer.status_code == 200:
        return _dashboard_weakness(policy, found)
    if found.inline or found.foreign:
        return f"inline: {found.inline}; foreign: {found.foreign}"
    if embedded:
        policy = re.sub(r"frame-ancestors [^;]*", "frame-ancestors 'none'", policy)
    if policy != (PAGES + SCRIPTS if found.scripts else PAGES):
        return f"its policy is {policy!r} with the scripts {found.scripts}"
    return None


def _dashboard_weakness(policy: str, found: _Markup) -> str | None:
    """Scripts of ours only, and style sheets with the mark of this very answer."""
    if not _is_dashboard(policy) or found.inline or found.foreign or "unsafe" in policy:
        return f"its policy is {policy!r}; inline: {found.inline}; foreign: {found.foreign}"
    return None


def _is_dashboard(policy: str) -> bool:
    fitting = re.escape(DASHBOARD).replace(re.escape("{nonce}"), r"[\w-]{22}")
    return re.fullmatch(fitting, policy) is not None
