"""Everybody is answered in a language they read."""

from collections.abc import Callable

import pytest

from backend.partners.models import User
from tests.calling import Caller


def title(caller: Caller, language: str) -> str:
    answer = caller.get("/partners/nix/", language=language)
    assert answer.json()["code"] == "not_found"
    return str(answer.json()["title"])


def test_whoever_asks_for_no_language_is_answered_in_his_own(
    api: Callable[[User], Caller], arta: User
) -> None:
    assert arta.language == "sq"
    assert title(api(arta), "") == title(api(arta), "sq") != title(api(arta), "en")


@pytest.mark.parametrize("language", ["sq", "sr-Latn", "sr-Cyrl", "ka", "en"])
def test_a_problem_is_told_in_the_language_asked_for(
    api: Callable[[User], Caller], arta: User, language: str
) -> None:
    others = {
        title(api(arta), other) for other in ("sq", "sr-Latn", "sr-Cyrl", "ka", "en") if other != language
    }
    assert title(api(arta), language) not in others
