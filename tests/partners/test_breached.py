"""A password that was stolen anywhere is refused, by a list on this machine and without asking anybody."""

import hashlib
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from hypothesis import given
from hypothesis import strategies as st

from backend.partners.breached import BreachedPasswordValidator, list_is_readable
from backend.partners.models import User
from tests.calling import Caller
from tests.factories.partners import PASSWORD

STOLEN = ("hunter2hunter2", "fjalëkalimi im i vjetër", "another stolen sentence")


def digest(password: str) -> str:
    return hashlib.sha1(password.encode()).hexdigest().upper()


def sorted_file(path: Path, passwords: Any, ending: str = "\n") -> Path:
    path.write_bytes("".join(f"{one}:3{ending}" for one in sorted(map(digest, passwords))).encode())
    return path


def refuses(place: Path, password: str) -> bool:
    try:
        BreachedPasswordValidator(str(place)).validate(password)
    except ValidationError as refused:
        return refused.code == "password_breached"
    return False


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_stolen_password_is_found_in_a_sorted_file(tmp_path: Path, ending: str) -> None:
    place = sorted_file(tmp_path / "list.txt", STOLEN, ending)
    assert all(refuses(place, one) for one in STOLEN)
    assert not refuses(place, "nobody ever used this one")


@given(st.sets(st.text(max_size=12), min_size=1, max_size=60), st.sets(st.text(max_size=12), max_size=20))
def test_exactly_what_is_listed_is_refused(
    tmp_path_factory: pytest.TempPathFactory, listed: set[str], others: set[str]
) -> None:
    place = sorted_file(tmp_path_factory.getbasetemp() / "any.txt", listed)
    for password in listed | others:
        assert refuses(place, password) is (password in listed)


@pytest.mark.parametrize("suffix", [".txt", ""])
def test_a_directory_by_prefix_does_as_well(tmp_path: Path, suffix: str) -> None:
    for one in (*STOLEN, "nobody ever used this one"):
        rest = f"{digest(one)[5:]}:1\n" if one in STOLEN else "0" * 35 + ":1\n"
        (tmp_path / f"{digest(one)[:5]}{suffix}").write_text(rest)
    assert all(refuses(tmp_path, one) for one in STOLEN)
    assert not refuses(tmp_path, "nobody ever used this one")
    assert list_is_readable(str(tmp_path))


def test_a_directory_with_a_hole_lets_nothing_pass(tmp_path: Path) -> None:
    (tmp_path / "00000.txt").write_text("0" * 35 + ":1\n")
    with pytest.raises(ImproperlyConfigured):
        BreachedPasswordValidator(str(tmp_path)).validate("anything at all")


@pytest.mark.parametrize("content", [b"", b"password\n123456\n", b"\xff\xfe\n"])
def test_something_else_is_no_list(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.txt").write_bytes(content)
    assert not list_is_readable(str(tmp_path / "list.txt"))
    assert list_is_readable(str(sorted_file(tmp_path / "good.txt", STOLEN)))


@pytest.mark.django_db
def test_the_person_is_told_so_and_nothing_is_asked_of_the_network(
    api: Callable[[User], Caller], arta: User, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DOSJA_BREACHED_PASSWORDS = str(sorted_file(tmp_path / "list.txt", STOLEN))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: pytest.fail("asked the network"))
    answer = api(arta).post("/me/password/", {"present": PASSWORD, "password": STOLEN[2]})
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert (error["field"], error["code"]) == ("password", "password_breached")
    assert "stolen" in error["message"]


@pytest.mark.django_db
@pytest.mark.parametrize("password", ["eleven char", "123456789012345"])
def test_length_counts_and_a_known_password_never_does(
    api: Callable[[User], Caller], arta: User, password: str
) -> None:
    assert api(arta).post("/me/password/", {"present": PASSWORD, "password": password}).status_code == 400


@pytest.mark.django_db
def test_nobody_is_made_to_mix_letters_digits_and_signs(api: Callable[[User], Caller], arta: User) -> None:
    answer = api(arta).post("/me/password/", {"present": PASSWORD, "password": "vetëm fjalë të gjata"})
    assert answer.status_code == 204
