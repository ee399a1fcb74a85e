"""A proof of work opens once, in time, at the door it was made for; whatever else comes is just no proof."""

import base64
import json
from datetime import timedelta

import pytest
from altcha import Challenge, Payload, solve_challenge
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.common import clock
from backend.doorkeeping.models import Spent
from backend.doorkeeping.services import proofs
from tests.doorkeeping.solving import solve

pytestmark = pytest.mark.django_db


def test_a_solved_puzzle_is_a_proof():
    assert proofs.spend(solve(proofs.new_challenge(4)))


def test_the_same_proof_is_taken_once_also_when_it_is_written_otherwise():
    payload = solve(proofs.new_challenge(4))
    assert proofs.spend(payload)
    read = json.loads(base64.b64decode(payload))
    read["solution"]["derivedKey"] = read["solution"]["derivedKey"].upper()
    read["solution"]["counter"] = 0
    read["more"] = "words"
    again = base64.b64encode(json.dumps(read, indent=1).encode()).decode()
    assert not proofs.spend(payload)
    assert not proofs.spend(again)
    assert Spent.objects.count() == 1


def test_a_puzzle_costs_at_least_half_of_what_it_may_cost():
    for _ in range(30):
        solved = solve_challenge(Challenge.from_dict(proofs.new_challenge(10)))
        assert solved is not None and 5 <= solved.counter < 10


def test_a_proof_for_one_door_opens_no_other():
    payload = solve(proofs.new_challenge(4, purpose="receipt"))
    assert not proofs.spend(payload)
    assert proofs.spend(payload, purpose="receipt")


def test_a_proof_runs_out():
    payload = solve(proofs.new_challenge(4))
    with clock.frozen(clock.now() + proofs.LIFETIME + timedelta(seconds=1)):
        assert not proofs.spend(payload)
    assert not Spent.objects.exists()


@pytest.mark.parametrize("part", ["cost", "keyPrefix", "expiresAt", "nonce", "data", "keySignature"])
def test_a_puzzle_that_was_made_easier_is_none(part):
    challenge = proofs.new_challenge(4)
    easier = {"cost": 1, "expiresAt": challenge["parameters"]["expiresAt"] + 9, "data": {"for": "receipt"}}
    challenge["parameters"][part] = easier.get(part, "00" * 16)
    if part == "keySignature":
        del challenge["parameters"][part]
    assert not proofs.spend(solve(challenge, timeout=0.2))


def test_a_guess_is_no_proof():
    challenge = Challenge.from_dict(proofs.new_challenge(4))
    solved = solve_challenge(challenge)
    solved.derived_key = "ab" * 32
    assert not proofs.spend(Payload(challenge, solved).to_base64())


def test_a_proof_that_was_begun_under_the_old_root_key_is_taken(settings):
    payload = solve(proofs.new_challenge(4))
    settings.DOSJA_ROOT_KEYS_OLD = [settings.DOSJA_ROOT_KEY]
    settings.DOSJA_ROOT_KEY = b"development-another-root-key-0123456789abcdef"
    assert proofs.spend(payload)


HOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@HOW
@given(json_values)
def test_junk_is_no_proof_and_no_error(value):
    for payload in (str(value), base64.b64encode(json.dumps(value).encode()).decode()):
        assert not proofs.spend(payload)


@HOW
@given(
    st.dictionaries(
        st.sampled_from(
            [
                "algorithm",
                "nonce",
                "salt",
                "cost",
                "keyLength",
                "keyPrefix",
                "keySignature",
                "expiresAt",
                "data",
            ]
        ),
        json_values,
    ),
    json_values,
    json_values,
)
def test_junk_in_the_right_places_is_no_proof_and_no_error(parameters, signature, solution):
    whole = {"algorithm": "SHA-256", "nonce": "00", "salt": "00", "cost": 1} | parameters
    written = {
        "challenge": {"parameters": whole, "signature": signature},
        "solution": {"counter": solution, "derivedKey": solution},
    }
    assert not proofs.spend(base64.b64encode(json.dumps(written).encode()).decode())
