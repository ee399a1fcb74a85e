"""A sealed identity in real browsers: keys as files, a complaint, a request, another's key, one reading."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.desk import PHONE, Desk

pytestmark = pytest.mark.either_engine("postgresql")

SETTINGS = "/settings/sealed"
PARTNER = "vula"
PASSPHRASE = "katër fjalë të gjata"
UNSEALED = (
    "A custodian unsealed your details for somebody who is allowed to ask for them. The custodian was not "
    "shown them."
)


@dataclass
class Keeper:
    """A custodian with files of keys on a stick."""

    desk: Desk
    stick: Path

    def section(self, title: str) -> Locator:
        return self.desk.page.get_by_role("region", name=title)

    def made(self, section: Locator, button: str) -> Path:
        with self.desk.page.expect_download() as coming:
            section.get_by_role("button", name=button).click()
        file = self.stick / coming.value.suggested_filename
        coming.value.save_as(file)
        return file

    def make_own_key(self) -> Path:
        section = self.section("My own key")
        section.get_by_label("Passphrase for the file").fill(PASSPHRASE)
        section.get_by_label("The same once more").fill(PASSPHRASE)
        file = self.made(section, "Make my key and keep it as a file")
        self.desk.look("sealed identities, own key")
        section.get_by_role("button", name="I have the file: register my key").click()
        expect(section.get_by_text("Your key begins with")).to_be_visible()
        return file

    def make_sealing_key(self, own: Path) -> Path:
        section = self.section("Make the sealing key")
        section.get_by_label("Passphrase for the recovery key").fill(PASSPHRASE)
        recovery = self.made(section, "Make the recovery key and keep it as a file")
        unlock(section, own)
        self.desk.look("sealed identities, sealing key")
        section.get_by_role("button", name="Make the sealing key").click()
        expect(self.section("Replace the sealing key")).to_be_visible()
        return recovery

    def pass_on(self, own: Path) -> None:
        section = self.section("Pass the sealing key on")
        section.get_by_role("checkbox").check()
        unlock(section, own)
        self.desk.look("sealed identities, passing on")
        section.get_by_role("button", name="Pass the sealing key on").click()
        expect(section.get_by_text("Every custodian with a key of their own opens")).to_be_visible()


def unlock(part: Locator, file: Path, passphrase: str = PASSPHRASE) -> None:
    part.locator("input[type=file]").set_input_files(file)
    part.get_by_label("Passphrase of the key file").fill(passphrase)


def custodian(desk: Any, stick: Path, which: str = "custodian", **options: Any) -> Keeper:
    stick.mkdir()
    return Keeper(desk(which, PARTNER, **options).go(SETTINGS), stick)


def test_a_name_is_read_by_who_asked_alone_after_a_custodian_opened_it_with_a_file(
    citizen, staff, desk, network, tmp_path
):
    lira, mira = custodian(desk, tmp_path / "a"), custodian(desk, tmp_path / "b", "second_custodian")
    lira.desk.look("sealed identities, before")
    own = lira.make_own_key()
    recovery = lira.make_sealing_key(own)
    for file in (own, recovery):
        assert file.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")
    second = mira.make_own_key()
    lira.desk.page.reload()
    lira.pass_on(own)
    besa = desk("coordinator", PARTNER).go(SETTINGS)
    besa.button("Seal identities from now on").click()
    expect(besa.page.get_by_role("heading", name="Identities are sealed")).to_be_visible()
    besa.look("sealed identities, on")

    drita = citizen("sq", partner=PARTNER).file()
    address = f"{staff(drita).case(drita.reference).path}".removesuffix("/")
    besa.go(f"{address}?part=complaint")
    besa.button("Ask to read it").click()
    besa.labelled("In your own words, for the custodian").fill(drita.keep("Për ta thirrur nesër."))
    besa.page.get_by_role("checkbox", name="Name").check()
    besa.look("sealed identity, asking")
    besa.button("Ask a custodian").click()
    expect(besa.button("I do not need it any more")).to_be_visible()

    mira.desk.page.set_viewport_size(PHONE)
    mira.desk.viewport = PHONE
    card = mira.desk.go("/identities").page.get_by_role("listitem").filter(has_text="Coordinator of vula")
    unlock(card, second, "një fjalë tjetër")
    card.get_by_role("button", name="Unseal and approve").click()
    expect(card.get_by_text("The passphrase does not open this key file.")).to_be_visible()
    unlock(card, second)
    mira.desk.look("sealed identity, deciding")
    card.get_by_role("button", name="Unseal and approve").click()
    # What was decided waits no more.
    expect(card).to_have_count(0)
    assert drita.name not in mira.desk.page.content(), "a custodian is shown what another asked for"

    elsewhere = desk("coordinator", PARTNER).go(f"{address}?part=complaint")
    elsewhere.button("Read it now").click()
    expect(elsewhere.page.get_by_text("It was sealed to a key that is not in this browser.")).to_be_visible()
    besa.page.reload()
    besa.button("Read it now").click()
    expect(besa.page.get_by_text(drita.name, exact=True)).to_be_visible()
    besa.look("sealed identity, shown")
    assert drita.phone not in besa.page.content(), "more is shown than was asked for"
    besa.button("Hide it now").click()
    expect(besa.page.get_by_text(drita.name, exact=True)).to_have_count(0)

    told = drita.come_back().text
    assert drita.say("Your details were shown, to reach you.") in told
    assert drita.say(UNSEALED) in told
    assert network.plaintext(drita.name.encode(), drita.phone.encode()) == {}
