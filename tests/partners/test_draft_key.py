"""The key for drafts: each person's own, the same at every sign-in, and old ones open after a rotation."""

import base64
import secrets
from collections.abc import Callable
from typing import Any

import pytest

from backend.partners.models import User
from tests.calling import Caller

pytestmark = pytest.mark.django_db
Api = Callable[[User], Caller]
PATH = "/me/draft-key/"


def test_what_was_typed_opens_at_the_next_sign_in_and_for_nobody_else(
    api: Api, arta: User, besa: User
) -> None:
    (mine,) = api(arta).get(PATH).json()["keys"]
    assert len(base64.b64decode(mine)) == 32
    assert api(arta).get(PATH).json()["keys"] == [mine]
    assert api(besa).get(PATH).json()["keys"] != [mine]


def test_drafts_from_before_a_rotation_still_open(api: Api, arta: User, settings: Any) -> None:
    (before,) = api(arta).get(PATH).json()["keys"]
    settings.DOSJA_ROOT_KEYS_OLD = [settings.DOSJA_ROOT_KEY]
    settings.DOSJA_ROOT_KEY = secrets.token_bytes(40)
    newest, older = api(arta).get(PATH).json()["keys"]
    assert older == before != newest


def test_no_browser_keeps_the_key_beside_the_drafts(api: Api, arta: User) -> None:
    assert api(arta).get(PATH).headers["Cache-Control"] == "no-store"
