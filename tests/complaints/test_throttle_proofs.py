"""While a number rests, a proof of work lets one try through: for the right secret and for a wrong one."""

import base64
import hashlib
import json
from datetime import timedelta

import pytest

from backend.common import clock
from backend.complaints.errors import ReceiptMustWait, UnknownReceipt
from backend.complaints.models import ReceiptThrottle
from backend.complaints.receipt_codes import new_receipt, number_digest, seal_new_secret
from backend.complaints.services import open_receipt
from backend.complaints.services import receipts as receipts_module
from backend.complaints.services.throttle import new_challenge
from backend.doorkeeping.services import proofs
from tests.factories.complaints import complaint_of, file, wrong_secret
from tests.intake.pages.visitor import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cheap(settings):
    settings.DOSJA_PROOF_COST = 4


@pytest.fixture
def rests(partner_a):
    filed = file(partner_a)
    rest(filed.receipt)
    return filed


def rest(receipt):
    """As after several wrong tries."""
    facts = {"failures": 9, "open_again_at": clock.now() + timedelta(minutes=1)}
    ReceiptThrottle.objects.update_or_create(number_digest=number_digest(receipt.number), defaults=facts)


def solved(challenge):
    """As the browser does it."""
    asked = challenge["parameters"]
    for counter in range(1000):
        key = hashlib.pbkdf2_hmac(
            "sha256",
            bytes.fromhex(asked["nonce"]) + counter.to_bytes(4, "big"),
            bytes.fromhex(asked["salt"]),
            asked["cost"],
            asked["keyLength"],
        ).hex()
        if key.startswith(asked["keyPrefix"]):
            solution = {"challenge": challenge, "solution": {"counter": counter, "derivedKey": key}}
            return base64.b64encode(json.dumps(solution).encode()).decode()
    raise AssertionError("not solved")


def challenge_of(filed):
    with pytest.raises(ReceiptMustWait) as refused:
        open_receipt(number=filed.receipt.number, secret=filed.receipt.secret)
    return refused.value.facts["challenge"]


def test_the_refusal_carries_a_puzzle_and_its_solution_opens_at_once(rests):
    proof = solved(challenge_of(rests))
    opened = open_receipt(number=rests.receipt.number, secret=rests.receipt.secret, proof=proof)
    assert opened == complaint_of(rests)


def test_one_solution_is_one_try(rests):
    proof, wrong = solved(challenge_of(rests)), wrong_secret(rests.receipt)
    with pytest.raises(UnknownReceipt):
        open_receipt(number=rests.receipt.number, secret=wrong, proof=proof)
    with pytest.raises(ReceiptMustWait):
        open_receipt(number=rests.receipt.number, secret=rests.receipt.secret, proof=proof)


def test_a_try_with_a_proof_counts_like_every_other(rests):
    before = ReceiptThrottle.objects.get()
    with pytest.raises(UnknownReceipt):
        open_receipt(
            number=rests.receipt.number, secret=wrong_secret(rests.receipt), proof=solved(new_challenge())
        )
    after = ReceiptThrottle.objects.get()
    assert after.failures == before.failures + 1
    assert after.open_again_at > before.open_again_at


@pytest.mark.parametrize("proof", ["", "x", "e30=", "\0", "A" * 5_000])
def test_what_is_no_proof_waits_like_everybody(rests, proof):
    with pytest.raises(ReceiptMustWait):
        open_receipt(number=rests.receipt.number, secret=rests.receipt.secret, proof=proof)


def test_a_proof_that_was_made_for_filing_opens_no_receipt(rests):
    with pytest.raises(ReceiptMustWait):
        open_receipt(
            number=rests.receipt.number,
            secret=rests.receipt.secret,
            proof=solved(proofs.new_challenge()),
        )


def test_a_proof_is_not_spent_where_nobody_has_to_wait(partner_a):
    filed, proof = file(partner_a), solved(new_challenge())
    open_receipt(number=filed.receipt.number, secret=filed.receipt.secret, proof=proof)
    assert proofs.spend(proof, purpose="receipt")


def test_with_a_proof_an_absent_number_costs_the_same_work_as_a_wrong_secret(rests, monkeypatch):
    verified, genuine = [], receipts_module.opens
    monkeypatch.setattr(
        receipts_module, "opens", lambda kept, digits: verified.append(kept) or genuine(kept, digits)
    )
    absent = new_receipt("99999999", seal_new_secret().digits)
    rest(absent)
    for number, secret in (
        (rests.receipt.number, wrong_secret(rests.receipt)),
        (absent.number, absent.secret),
    ):
        with pytest.raises(UnknownReceipt):
            open_receipt(number=number, secret=secret, proof=solved(new_challenge()))
    assert [kept is None for kept in verified] == [False, True]


def test_the_api_gives_a_puzzle_before_and_with_the_refusal(anonymous, rests):
    body = {"number": rests.receipt.number, "secret": rests.receipt.secret}
    refused = anonymous.post("/receipts/", body)
    assert refused.status_code == 429
    for challenge in (refused.json()["challenge"], anonymous.get("/receipts/challenge/").json()):
        rest(rests.receipt)
        assert anonymous.post("/receipts/", body | {"proof": solved(challenge)}).status_code == 200


def test_the_page_carries_the_puzzle_only_while_the_number_rests(rests, partner_a):
    visitor = Visitor("/receipt/?language=en")
    visitor.path = "/receipt/"
    assert "data-challenge" not in visitor.text
    visitor.press("open", number=rests.receipt.number, secret=rests.receipt.secret)
    assert visitor.answer.status_code == 429
    assert "You can try again in" in visitor.text
    assert 'src="/static/intake/proving.js"' in visitor.text
    challenge = visitor.answer.context["challenge"]
    proof = solved(json.loads(challenge))
    visitor.send({**visitor.page.values, **visitor.page.filled, "go": "open", "proof": proof})
    assert "write" in visitor.page.buttons
