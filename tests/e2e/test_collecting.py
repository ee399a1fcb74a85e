"""A coordinator makes an access in a real browser; a telephone collects with it over a real line."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import pytest
import requests
from playwright.sync_api import expect

from tests.collecting.phone import Phone, message_of
from tests.e2e.desk import PHONE
from tests.files import samples

pytestmark = pytest.mark.either_engine("postgresql")
WORDS = "Fshatarët prej dy vjetësh presin ujin."
TOLD = {
    "complainant_kind": "anonymous",
    "narrative": WORDS,
    "kind": "public_service",
    "consents": "processing",
    "Photo_1_files": "pusi.jpg",
}


@dataclass
class Line:
    """What a telephone asks over the network, in the shape of the client that tests know."""

    address: str

    def get(self, path: str, headers: dict[str, str]) -> Any:
        return _Answer(requests.get(urljoin(self.address, path), headers=headers, timeout=60))

    def head(self, path: str, headers: dict[str, str]) -> Any:
        return _Answer(requests.head(urljoin(self.address, path), headers=headers, timeout=60))

    def post(self, path: str, body: dict[str, Any], headers: dict[str, str]) -> Any:
        files = {name: (one.name, one) for name, one in body.items() if hasattr(one, "read")}
        fields = {name: one for name, one in body.items() if name not in files}
        where = urljoin(self.address, path)
        return _Answer(requests.post(where, data=fields, files=files, headers=headers, timeout=60))


class _Answer:
    def __init__(self, answer: requests.Response) -> None:
        self.status_code, self.content, self._headers = answer.status_code, answer.content, answer.headers

    def __getitem__(self, name: str) -> str:
        return self._headers[name]


def test_a_coordinator_lets_a_telephone_in_and_hands_out_the_receipt_of_what_it_sent(desk):
    besa = desk("coordinator").go("/settings/field")
    besa.button("Make an access").click()
    dialog = besa.page.get_by_role("dialog")
    dialog.get_by_label("For which telephone or project?").fill("Tablet, Gjegjan")
    dialog.get_by_role("button", name="Make it").click()
    expect(dialog.get_by_role("img", name="Picture that sets ODK Collect up")).to_be_visible()
    user_name, password = (
        dialog.get_by_text(re.compile(pattern)).inner_text()
        for pattern in (r"^field-[a-z0-9]{8}$", r"^[a-z0-9]{5}(-[a-z0-9]{5}){3}$")
    )
    besa.installation.secrets |= {password, WORDS}
    besa.look("access")
    dialog.get_by_role("button", name="I have kept it").click()

    phone: Any = Phone(user_name, password, Line(besa.installation.address))
    filled = phone.get_blank().fill(TOLD).sent(**{"pusi.jpg": samples.jpeg()})
    for _ in range(2):
        (answer,) = phone.send(filled)
        assert (answer.status_code, message_of(answer)) == (201, "The complaint has arrived.")

    besa.go("/settings/field")
    came = besa.page.get_by_role("region", name="What was collected").get_by_role("listitem")
    expect(came).to_have_count(1)
    came.get_by_role("button", name="Draw the receipt").click()
    besa.page.get_by_role("dialog").get_by_role("button", name="Draw the receipt").click()
    shown = besa.page.get_by_role("dialog", name="The receipt")
    number, secret = shown.get_by_text(re.compile(r"^[\d ]+\n[\d ]+$")).inner_text().splitlines()
    besa.installation.secrets.add(secret.replace(" ", ""))
    shown.get_by_role("button", name="I have it on paper").click()
    expect(came).to_contain_text("receipt drawn")
    receipt = requests.post(
        f"{besa.installation.address}/api/v1/receipts/", json={"number": number, "secret": secret}, timeout=60
    )
    assert receipt.status_code == 200
    besa.look("collected")

    came.get_by_role("link").click()
    besa.page.get_by_role("tab", name="Complaint").click()
    expect(besa.page.get_by_text(WORDS)).to_be_visible()
    besa.go("/settings/field").button("End the access").click()
    besa.page.get_by_role("dialog").get_by_role("button", name="End the access").click()
    expect(besa.page.get_by_text(re.compile("^ended "))).to_be_visible()
    assert phone.post(filled).status_code == 401

    narrow = desk("coordinator", viewport=PHONE).go("/settings/field")
    expect(narrow.page.get_by_text("receipt drawn")).to_be_visible()
    narrow.look("collected")
