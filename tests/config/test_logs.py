"""A line of the log says what happened and never what somebody wrote."""

import json
import logging
import sys

import pytest
from django.test import Client

from backend.config.logs import JSONLines, SecretAddresses


def test_an_exception_shows_its_class_and_place_but_not_its_words() -> None:
    try:
        raise ValueError("Key (email)=(citizen@example.org) already exists")
    except ValueError:
        record = logging.LogRecord("dosja", logging.ERROR, __file__, 1, "It failed", None, sys.exc_info())
    line = JSONLines().format(record)
    assert "citizen" not in line
    said = json.loads(line)
    assert said["exception"] == "ValueError"
    assert "test_logs.py" in said["frames"][-1]
    assert said["level"] == "error"


def test_a_refusal_leaves_no_line(client: Client, db: None, caplog: pytest.LogCaptureFixture) -> None:
    client.get("/nowhere/12345678-secret?q=words", REMOTE_ADDR="203.0.113.7")
    assert "203.0.113.7" not in caplog.text
    assert "words" not in caplog.text


@pytest.mark.parametrize("door", ["answer", "calendar", "invitation", "password"])
def test_an_address_that_opens_something_is_in_no_line(door: str) -> None:
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, "%s: %s", ("Failed", f"/{door}/s3cr3t-t0ken/"), None
    )
    assert SecretAddresses().filter(record)
    assert record.getMessage() == f"Failed: /{door}/…/"


def test_nothing_tells_whose_passkey_signed_in() -> None:
    assert not logging.getLogger("fido2.server").isEnabledFor(logging.INFO)
