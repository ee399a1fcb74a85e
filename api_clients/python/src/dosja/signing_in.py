"""OAuth 2.0 client credentials: a token is asked for when it is needed, and again before it ends."""

import time
from collections.abc import Generator, Sequence

import httpx

from dosja.problems import problem_of
from dosja.retrying import REPEATABLE, retry_after

TOKEN_PATH = "/identity/o/api/token"  # noqa: S105  # an address
_MARGIN = 60.0


class SignIn(httpx.Auth):
    """Puts a valid token on every request. A 401 means that it was ended early: one new token is tried."""

    requires_response_body = True

    def __init__(
        self, base_url: str, client_id: str, client_secret: str, scopes: Sequence[str] | None = None
    ) -> None:
        self._token_url = base_url + TOKEN_PATH
        self._form = {
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": client_secret,
        }
        if scopes is not None:
            self._form["scope"] = " ".join(scopes)
        self._token = ""
        self._until = 0.0

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if not self._token or time.monotonic() >= self._until:
            self._keep((yield self._question(request)))
        used = self._token
        request.headers["Authorization"] = f"Bearer {used}"
        answer = yield request
        if answer.status_code != 401:
            return
        if self._token == used:
            self._keep((yield self._question(request)))
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request

    def _question(self, waiting: httpx.Request) -> httpx.Request:
        extensions = {"timeout": waiting.extensions.get("timeout", {}), REPEATABLE: True}
        return httpx.Request("POST", self._token_url, data=self._form, extensions=extensions)

    def _keep(self, answer: httpx.Response) -> None:
        self._token = ""
        if not answer.is_success:
            raise problem_of(answer, retry_after(answer))
        told = answer.json()
        lasts = float(told.get("expires_in", 300))
        self._until = time.monotonic() + lasts - min(_MARGIN, lasts / 10)
        self._token = str(told["access_token"])
