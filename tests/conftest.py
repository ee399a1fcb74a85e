"""What every test may ask for: callers of the API and the cast."""

import os
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from backend.audit import services as audit
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.application_role import all_keys, all_keys_again, django_db_setup  # noqa: F401  # found everywhere
from tests.calling import Caller
from tests.casework import cadastre, case_of_arta, delay, new_case, ten_days  # noqa: F401  # found everywhere
from tests.cast import *  # noqa: F403  # a fixture has to stand in a conftest to be found everywhere
from tests.databases import flushable, shared_by_threads  # noqa: F401  # likewise
from tests.factories.partners import access_token, api_client
from tests.jobs.fixtures import run_jobs  # noqa: F401  # found everywhere, for the same reason
from tests.mailbox import postbox  # noqa: F401  # likewise
from tests.mailserver.fixtures import smtp_server, trusted_mail  # noqa: F401  # likewise
from tests.protection import weakness_of


class BrowserTestsTogether(LoadScopeScheduling):
    """Test by test to whichever process is free; those in a browser all to one, which begins with them, and
    those of the clients, which share a server, all to one as well."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(("tests/e2e/", "tests/scripts/")):
            return "browser"
        return "clients" if nodeid.startswith("tests/clients/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> BrowserTestsTogether:
    return BrowserTestsTogether(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What hangs on no engine is looked at once where a run has both: `either_engine("sqlite")` on SQLite."""
    if os.environ.get("DOSJA_BOTH_ENGINES") != "1":
        return
    here = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgres") else "sqlite"
    for item in items:
        mark = item.get_closest_marker("either_engine")
        if mark and mark.args != (here,):
            reason = f"hangs on no engine: looked at on {mark.args[0]} in this run"
            item.add_marker(pytest.mark.skip(reason=reason))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What tests have measured."""
    for report in terminalreporter.getreports("passed"):
        for what, found in report.user_properties if report.when == "call" else ():
            terminalreporter.write_line(f"{what}: {found}")


# How long a property takes says how busy the machine is, not whether it holds: speed is for `make bench`.
settings.register_profile("dosja", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dosja")


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """The cache holds rate buckets; a test must not fill the next one's."""
    cache.clear()
    # A page leaves its language to the thread that drew it.
    translation.deactivate()


@pytest.fixture(scope="session", autouse=True)
def _every_answer_is_protected() -> Iterator[None]:
    """Whatever a test asks for: the answer's headers are looked at, too, and a line of audit needs a
    transaction of the product's own. The one that the test lives in would hide what fails everywhere else."""
    ask, asking = Client.request, ContextVar("asking", default=False)

    def asked(client: Client, **request: Any) -> Any:
        token = asking.set(True)
        try:
            answer = ask(client, **request)
        finally:
            asking.reset(token)
        weakness = weakness_of(answer)
        assert weakness is None, f"{answer.wsgi_request.method} {answer.wsgi_request.path}: {weakness}"
        return answer

    def in_transaction() -> bool:
        blocks = transaction.get_connection().atomic_blocks
        return any(not (asking.get() and block._from_testcase) for block in blocks)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "request", asked)
        patch.setattr(audit, "_is_in_transaction", in_transaction)
        yield


@pytest.fixture
def anonymous(db: None) -> Caller:
    """Nobody: no session, no token."""
    return Caller()


@pytest.fixture
def api(db: None) -> Callable[[User], Caller]:
    """`api(arta)`: the API as that person sees it; a service account comes with a token of all its scopes."""

    def signed_in(user: User) -> Caller:
        caller = Caller()
        if user.is_service:
            caller.credentials(HTTP_AUTHORIZATION=f"Bearer {access_token(user.client_set.get().id)}")
        else:
            caller.force_login(user)
        return caller

    return signed_in


@pytest.fixture
def client_of(db: None) -> Callable[..., Caller]:
    """`client_of(partner_a, Role.CASEWORKER, ["cases:read"])`: a partner's program with a bearer token."""

    def with_token(
        partner: Partner, role: Role | str = Role.CASEWORKER, scopes: list[str] | None = None
    ) -> Caller:
        caller = Caller()
        made = api_client(partner, role, scopes)
        caller.credentials(HTTP_AUTHORIZATION=f"Bearer {access_token(made.client_id)}")
        return caller

    return with_token
