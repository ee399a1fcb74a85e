"""The address of a text gateway: what is taken, what is refused, what production demands of it."""

import pytest

from backend.config.checks import production_problems
from backend.config.env import Environment
from backend.config.texting import TextGateway, gateway_of, text_gateway
from tests.config.test_production import SAFE_ENVIRONMENT, refusal, start


@pytest.mark.parametrize(
    ("url", "gateway"),
    [
        (
            "https://u:p%2Fw@sms.example/3rdparty/v1/messages?x=1",
            TextGateway("android", "sms.example", 443, "u", "p/w", "/3rdparty/v1/messages?x=1"),
        ),
        ("http://u:p@localhost:8080", TextGateway("android", "localhost", 8080, "u", "p", "/message", False)),
        ("http://u:p@[::1]/", TextGateway("android", "::1", 80, "u", "p", "/message", False)),
    ],
)
def test_a_gateway_is_named_by_one_address(url: str, gateway: TextGateway) -> None:
    assert gateway_of(url) == gateway
    assert "p" not in repr(gateway).replace("<text gateway android>", "")


@pytest.mark.parametrize(
    "url",
    [
        "sms.example",
        "smtp://u:p@sms.example",
        "https://sms.example/message",
        "https://u@sms.example",
        "https://u:p/w@sms.example",
        "https://u:p@sms.example:x",
        "https://u:p@sms.example/a b",
        "https://u:p@/message",
    ],
)
def test_a_mistyped_address_is_noted_without_its_password(url: str) -> None:
    environment = Environment({"DOSJA_SMS_URL": url})
    assert text_gateway(environment, "DOSJA_SMS_URL", "off") == TextGateway("off")
    [problem] = environment.problems
    assert problem.startswith("DOSJA_SMS_URL cannot be used")
    assert url not in problem


@pytest.mark.parametrize(
    ("told", "default", "kind"), [("", "off", "off"), ("", "console", "console"), ("off", "console", "off")]
)
def test_nothing_said_means_the_default(told: str, default: str, kind: str) -> None:
    assert text_gateway(Environment({"X": told}), "X", default).kind == kind


def test_production_sends_none_until_a_gateway_is_named() -> None:
    assert start(SAFE_ENVIRONMENT | {"DOSJA_SMS_URL": "https://u:p@sms.example"}).returncode == 0
    assert "DOSJA_SMS_URL is console" in refusal(DOSJA_SMS_URL="console")
    assert "without encryption" in refusal(DOSJA_SMS_URL="http://u:p@sms.example")


def test_a_gateway_on_this_machine_needs_no_encryption() -> None:
    here = {
        "DOSJA_SMS": TextGateway("android", "localhost", 8080, "u", "p", "/message", False),
        "DATABASES": {"default": {"ENGINE": ""}},
    }
    assert not [problem for problem in production_problems(here) if "SMS" in problem]
