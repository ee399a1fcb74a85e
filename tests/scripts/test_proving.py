"""A visitor's browser does the work that a flood could not afford, without anybody noticing."""

import html
import json
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from backend.common import crypto
from backend.doorkeeping.services import proofs

pytestmark = pytest.mark.either_engine("sqlite")

FORM = '<form data-challenge="{}"><input type="hidden" name="proof"><input name="text"></form>'
PROOF = "document.querySelector('[name=proof]').value"


def challenge() -> str:
    return html.escape(json.dumps(proofs.new_challenge(60)))


def test_the_proof_is_one_that_the_server_takes(show: Callable[..., Page]) -> None:
    page = show(FORM.format(challenge()), "proving.js")
    expect(page.locator("[name=proof]")).not_to_have_value("", timeout=20_000)
    solved = proofs._read(page.evaluate(PROOF))
    assert solved is not None
    assert proofs._is_right(solved, crypto.current_root())


def test_typing_goes_on_meanwhile(show: Callable[..., Page]) -> None:
    page = show(FORM.format(html.escape(json.dumps(proofs.new_challenge(4_000)))), "proving.js")
    began = time.monotonic()
    page.locator("[name=text]").press_sequentially("Prej tetë muajsh")
    assert time.monotonic() - began < 2
    assert page.evaluate(PROOF) == ""
    assert page.locator("[name=text]").input_value() == "Prej tetë muajsh"


def test_where_it_cannot_be_done_the_form_goes_without(show: Callable[..., Page]) -> None:
    page = show(FORM.format(challenge()), "proving.js", without="Crypto.prototype.subtle")
    assert page.evaluate("window.crypto.subtle") is None
    page.wait_for_timeout(500)
    assert page.evaluate(PROOF) == ""


def test_an_unknown_puzzle_does_no_harm(show: Callable[..., Page]) -> None:
    for puzzle in ("{}", "[]", '{"parameters": {"algorithm": "SCRYPT"}}'):
        page = show(FORM.format(html.escape(puzzle)), "proving.js")
        page.wait_for_timeout(100)
        assert page.evaluate(PROOF) == ""
