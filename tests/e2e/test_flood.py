"""Somebody floods a partner with complaints: none is refused, and a genuine one gets through."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from tests.e2e.staff import Staff
from tests.factories.complaints import body

pytestmark = pytest.mark.either_engine("sqlite")

COUNT = 300


@pytest.fixture
def flood(network):
    """Three hundred in what would be ten minutes, from thirty addresses, by a program without any proof."""
    words = [f"Breshër {number} {network.port}." for number in range(COUNT)]
    network.secrets |= set(words)

    def send(number: int) -> requests.Response:
        sender = f"198.51.100.{number % 30 + 1}"
        network.secrets.add(sender)
        return requests.post(
            f"{network.address}/api/v1/complaints/",
            json=body(narrative=words[number]),
            headers={"X-Form-Key": network.facts["breg"]["form_key"], "X-Forwarded-For": sender},
            timeout=60,
        )

    with ThreadPoolExecutor(4) as threads:
        return list(threads.map(send, range(COUNT)))


def test_three_hundred_complaints_do_not_drown_a_genuine_one(citizen, network, flood):
    assert {answer.status_code for answer in flood} == {201}, "one was refused"
    cases = [answer for answer in flood if answer.json()["reference"]]
    team = Staff(network, "breg")
    # Sixty an hour, and the clock may strike in between.
    assert len(cases) <= 120
    assert team.get("/quarantine/count/")["count"] == COUNT - len(cases)

    drita = citizen("sq", scripts=False, partner="breg").file()
    case = team.case(drita.reference)
    case.ask(question := f"{drita.mark}?")
    assert question in drita.come_back().text
