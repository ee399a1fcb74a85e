"""The second step at the sign-in in a real browser: a passkey, an app's codes, recovery codes."""

import re
import time
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import PHONE, Desk
from tests.partners.second_steps import HALF_A_MINUTE, code_of

pytestmark = pytest.mark.either_engine("postgresql")


@dataclass
class Telephone:
    """Holds passkeys and asks who is there, as Chromium plays it."""

    desk: Desk

    def __post_init__(self) -> None:
        self.line = self.desk.context.new_cdp_session(self.desk.page)
        self.line.send("WebAuthn.enable")
        options = {
            **{"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True},
            **{"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True},
        }
        made = self.line.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.number = made["authenticatorId"]

    def knows_who_holds_it(self, sure: bool) -> None:
        self.line.send("WebAuthn.setUserVerified", {"authenticatorId": self.number, "isUserVerified": sure})

    def passkeys(self) -> list[Any]:
        held: list[Any] = self.line.send("WebAuthn.getCredentials", {"authenticatorId": self.number})[
            "credentials"
        ]
        return held


def sign_out(person: Desk) -> None:
    person.button(f"Account of {person.facts['name']}").click()
    person.page.get_by_role("menuitem", name="Sign out").click()
    expect(person.page.get_by_role("dialog")).to_be_visible()


def is_in(person: Desk) -> None:
    expect(person.page.get_by_role("dialog")).to_have_count(0)
    expect(person.heading).to_be_visible()


def test_a_passkey_is_added_signs_in_alone_and_only_for_whom_the_telephone_knows(desk: Any) -> None:
    luan = desk("legal_adviser", host="localhost", viewport=PHONE)
    telephone = Telephone(luan)
    luan.go("/settings/own").look("own account")
    section = luan.page.get_by_role("region", name="Passkeys")
    section.get_by_role("button", name="Add a passkey").click()
    section.get_by_label("Name of the passkey").fill("My telephone")
    section.get_by_label("Your password, once more").fill(luan.facts["password"])
    luan.look("a passkey is added")

    telephone.knows_who_holds_it(False)
    section.get_by_role("button", name="Add the passkey").click()
    expect(section.get_by_role("alert")).to_be_visible()
    assert telephone.passkeys() == []

    telephone.knows_who_holds_it(True)
    section.get_by_role("button", name="Add the passkey").click()
    expect(section.get_by_role("listitem")).to_contain_text("My telephone")
    luan.look("with a passkey")
    assert len(telephone.passkeys()) == 1

    sign_out(luan)
    luan.look("signing in with a passkey")
    telephone.knows_who_holds_it(False)
    luan.button("Sign in with a passkey").click()
    expect(luan.page.get_by_role("alert")).to_contain_text("The passkey did not sign you in")
    luan.look("a passkey was refused")
    telephone.knows_who_holds_it(True)
    luan.button("Sign in with a passkey").click()
    is_in(luan)

    luan.go("/settings/own")
    section.get_by_role("button", name="Change the passkey My telephone").click()
    section.get_by_label("Your password, once more").fill(luan.facts["password"])
    luan.look("a passkey is changed")
    section.get_by_role("button", name="Take the passkey away").click()
    expect(section.get_by_role("listitem")).to_have_count(0)


def test_with_an_app_a_password_alone_opens_nothing_and_a_recovery_code_opens_once(desk: Any) -> None:
    person = desk("field_researcher", viewport=PHONE)
    secrets = person.installation.secrets
    person.go("/settings/own")
    person.button("Add an app").click()
    secret = person.page.locator("form code").inner_text().replace(" ", "")
    secrets.add(secret)
    person.labelled("3. Your password, once more").fill(person.facts["password"])
    person.look("an app is added")
    person.labelled("2. The code that the app shows now").fill(used := code_of(secret))
    person.button("Turn the second step on").click()
    expect(person.page.get_by_text("Your sign-in asks for a code of your app")).to_be_visible()

    person.labelled("Your password, before new codes are made").fill(person.facts["password"])
    person.button("Make new recovery codes").click()
    shown = person.page.get_by_role("alert").filter(has_text="Write these down now")
    expect(shown.locator("code")).to_have_count(10)
    codes = shown.locator("code").all_inner_texts()
    secrets.update(codes)
    person.look("recovery codes")

    sign_out(person)
    person.sign_in(person.facts["password"])
    step = person.labelled("Second step: the code of your app, or a recovery code")
    expect(step).to_be_visible()
    person.look("second step")
    assert person.page.request.get(f"{person.installation.address}/api/v1/me/").status == 401
    step.fill(codes[0])
    person.button("Go on").click()
    is_in(person)

    sign_out(person)
    person.sign_in(person.facts["password"])
    step.fill(codes[0])
    person.button("Go on").click()
    expect(person.page.get_by_role("alert")).to_be_visible()
    person.look("second step refused")
    until = time.monotonic() + HALF_A_MINUTE + 5
    while code_of(secret) == used and time.monotonic() < until:
        person.page.wait_for_timeout(500)
    step.fill(code_of(secret))
    person.button("Go on").click()
    is_in(person)
    person.go("/settings/own")
    expect(person.page.get_by_text(re.compile("9 recovery codes are left"))).to_be_visible()

    person.labelled("Your password, before the app is taken away").fill(person.facts["password"])
    person.button("Take the app away").click()
    expect(person.button("Add an app")).to_be_visible()
