"""One installation and one browser for all tests of this folder; a citizen and the staff she talks to.

Under several test processes they all run in one (tests/conftest.py), and the log is read when all is over.
Nothing here touches the database of the other tests, nor could it: an event loop runs in this thread.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e import chromium
from tests.e2e.citizen import Citizen
from tests.e2e.desk import Desk
from tests.e2e.installation import Installation, installation
from tests.e2e.staff import Staff

HERE = Path(__file__).parent
LAST = "test_logs.py"
# A machine that does many things at once is slow, and right all the same.
expect.set_options(timeout=40_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A stable sort: only the reading of the log moves behind the other tests of this folder."""
    ours = [item for item in items if item.path.is_relative_to(HERE)]
    for place, item in zip(
        [number for number, item in enumerate(items) if item in ours],
        sorted(ours, key=lambda item: item.path.name == LAST),
        strict=True,
    ):
        items[place] = item


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium.started() as running:
        yield running


@pytest.fixture(scope="package")
def network(browser: Browser) -> Iterator[Installation]:
    """Asks for the browser first: without one, no installation is made."""
    with installation() as running:
        yield running


@pytest.fixture(scope="package")
def seen() -> set[tuple[Any, ...]]:
    """Pages that axe-core has looked at."""
    return set()


@pytest.fixture
def citizen(
    network: Installation, browser: Browser, seen: set[tuple[Any, ...]]
) -> Iterator[Callable[..., Citizen]]:
    """`citizen("ka", scripts=False)`: comes with a browser of her own, which is looked over when she goes."""
    came: list[Citizen] = []

    def comes(language: str = "sq", *, scripts: bool = True, partner: str = "", **options: Any) -> Citizen:
        came.append(Citizen(network, browser, language, scripts, seen, options, partner))
        return came[-1]

    yield comes
    for one in came:
        one.leave()


@pytest.fixture
def staff(network: Installation) -> Callable[[Citizen], Staff]:
    """`staff(citizen)`: the people of the partner that she wrote to."""
    return lambda citizen: Staff(network, citizen.partner)


@pytest.fixture
def desk(
    network: Installation, browser: Browser, seen: set[tuple[Any, ...]]
) -> Iterator[Callable[..., Desk]]:
    """`desk("caseworker")`: a member of staff of "qytet" at the dashboard, signed in; English unless told."""
    came: list[Desk] = []

    def comes(role: str = "caseworker", partner: str = "qytet", **options: Any) -> Desk:
        came.append(Desk(network, browser, role, partner, seen, **options))
        return came[-1]

    yield comes
    for one in came:
        one.leave()
