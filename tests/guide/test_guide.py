"""A partner's developer pastes the guide from top to bottom, and it prints what it says."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from backend.cases.models import Case
from tests.factories import complaints as filing
from tests.factories.partners import PartnerFactory, api_client
from tests.guide import pages


@pytest.mark.either_engine("postgresql")
@pytest.mark.django_db(transaction=True)
def test_every_block_runs_and_prints_what_the_page_says(
    settings: Any, live_server: Any, tmp_path: Path
) -> None:
    settings.DOSJA_ALLOWANCES = tmp_path / "allowances.sqlite3"
    settings.DOSJA_CLIENT_RATE = 600
    partner = PartnerFactory(slug="pif", prefix="PIF", name="People in Focus")
    filing.place()
    for _number in range(3):
        filing.file(partner)
    assert Case.objects.count() == 3
    client = api_client(partner, "coordinator")
    told = {
        "http://localhost:8000": live_server.url,
        "CLIENT_ID=… CLIENT_SECRET=…": f"CLIENT_ID={client.client_id} CLIENT_SECRET={client.client_secret}",
    }
    found = list(pages.blocks())
    done = _paste(pages.script(found, told))
    for block, printed in zip(found, pages.printed_by(done.stdout, len(found)), strict=True):
        if block.printed is not None:
            assert pages.keeps(block.printed, printed), (
                f"{block.page} says\n{block.printed}\nafter\n{block.code}\nand got\n{printed}\n{done.stderr}"
            )
    assert done.stderr == ""


def _paste(script: str) -> "subprocess.CompletedProcess[str]":
    """With the Python of the tests, as somebody has it who installed `requests` and `standardwebhooks`."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", script],
        cwd=settings.BASE_DIR,
        env={"PATH": path, "LANG": "C.UTF-8", "no_proxy": "*"},
        text=True,
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.mark.either_engine("postgresql")
def test_every_page_is_part_of_the_guide() -> None:
    # What the clients do, tests/clients try.
    others = {"changelog.md", "clients.md"}
    assert {page.name for page in pages.pages()} == {page.name for page in pages.HOME.glob("*.md")} - others


@pytest.mark.either_engine("postgresql")
def test_every_page_but_the_first_shows_code_that_says_what_it_prints() -> None:
    shown = {block.page for block in pages.blocks() if block.printed is not None}
    assert shown == {page.name for page in pages.pages()} - {"README.md"}


@pytest.mark.either_engine("postgresql")
def test_links_of_the_guide_lead_somewhere() -> None:

    for page in [*pages.pages(), pages.HOME / "changelog.md"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} → {target}"
