"""The page of the dashboard: its language, its policy, and what is said where it was never built."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from backend.partners.models import User

PAGE = '<html lang="en"><meta name="dosja-nonce" content="" /><div id="root"></div></html>'


@pytest.fixture
def built(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE)
    settings.DOSJA_DASHBOARD = tmp_path


@pytest.mark.usefixtures("built")
def test_each_answer_has_a_mark_of_its_own_and_only_it_lets_style_sheets_in(client: Client) -> None:
    marks = set()
    for address in ("/dashboard/", "/dashboard/cases/1"):
        answer = client.get(address)
        (mark,) = re.findall(r'name="dosja-nonce" content="([\w-]{20,})"', answer.content.decode())
        assert f"style-src 'self' 'nonce-{mark}'" in answer.headers["Content-Security-Policy"]
        marks.add(mark)
    assert len(marks) == 2
    assert "dosja_csrf" in client.cookies


@pytest.mark.usefixtures("built")
def test_it_speaks_the_language_that_the_browser_asks_for(client: Client) -> None:
    answer = client.get("/dashboard/", headers={"Accept-Language": "ka"})
    assert b'<html lang="ka">' in answer.content


@pytest.mark.django_db
@pytest.mark.usefixtures("built")
def test_whoever_is_signed_in_is_greeted_in_her_own_language(client: Client, arta: User) -> None:
    arta.language = "sr-Cyrl"
    arta.save(update_fields=["language"])
    client.force_login(arta, backend="backend.partners.sign_in.Accounts")
    answer = client.get("/dashboard/", headers={"Accept-Language": "ka"})
    assert b'<html lang="sr-Cyrl">' in answer.content


def test_an_installation_without_it_says_how_to_build_it(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.DOSJA_DASHBOARD = tmp_path / "nowhere"
    answer = client.get("/dashboard/")
    assert answer.status_code == 503
    assert b"make dashboard" in answer.content
