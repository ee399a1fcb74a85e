"""Coming back with a receipt: the right one opens, nothing else does, and nobody learns why."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from backend.common import clock
from backend.complaints.errors import ReceiptMistyped, ReceiptMustWait, UnknownReceipt
from backend.complaints.models import Receipt, ReceiptThrottle
from backend.complaints.receipt_codes import draw_number, in_groups, new_receipt, seal_new_secret
from backend.complaints.services import end, issue, issuing, open_receipt, purge_old_throttles
from backend.complaints.services import receipts as receipts_module
from backend.complaints.services.throttle import LONGEST_DELAY, delay_after
from tests.databases import in_threads
from tests.factories.complaints import complaint_of, file, wrong_secret

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(partner_a):
    return file(partner_a)


def fail(receipt, times):
    """Wrong tries, each after the rest that the one before earned. Gives the moment after the last."""
    now = clock.now()
    for _ in range(times):
        with clock.frozen(now), pytest.raises(UnknownReceipt):
            open_receipt(number=receipt.number, secret=wrong_secret(receipt))
        now = max(now, ReceiptThrottle.objects.get().open_again_at)
    return now


def test_number_and_secret_open_the_complaint(filed):
    opened = open_receipt(number=filed.receipt.number, secret=in_groups(filed.receipt.secret))
    assert opened == complaint_of(filed)


def test_a_wrong_secret_and_a_wrong_number_are_told_alike(filed):
    absent = new_receipt("99999999", filed.receipt.secret[:20])
    told = []
    for number, secret in (
        (filed.receipt.number, wrong_secret(filed.receipt)),
        (absent.number, absent.secret),
    ):
        with pytest.raises(UnknownReceipt) as refused:
            open_receipt(number=number, secret=secret)
        told.append((refused.value.status, refused.value.code, refused.value.facts))
    assert told[0] == told[1]


def test_an_absent_number_costs_the_same_hash_and_the_same_queries(filed, monkeypatch):
    verified = []
    genuine = receipts_module.opens

    def counted(secret_hash, digits):
        verified.append(secret_hash)
        return genuine(secret_hash, digits)

    monkeypatch.setattr(receipts_module, "opens", counted)
    absent = new_receipt("99999999", filed.receipt.secret[:20])
    queries = []
    for number, secret in (
        (filed.receipt.number, wrong_secret(filed.receipt)),
        (absent.number, absent.secret),
    ):
        with CaptureQueriesContext(connection) as captured, pytest.raises(UnknownReceipt):
            open_receipt(number=number, secret=secret)
        queries.append(len(captured))
    assert len(verified) == 2
    assert verified[1] is None
    assert queries[0] == queries[1]


def test_a_mistyped_digit_is_told_before_anything_is_looked_up(filed, django_assert_num_queries):
    secret = filed.receipt.secret
    mistyped = secret[:-1] + str((int(secret[-1]) + 1) % 10)
    with django_assert_num_queries(0), pytest.raises(ReceiptMistyped):
        open_receipt(number=filed.receipt.number, secret=mistyped)


def test_a_new_receipt_ends_the_old_one(filed):
    complaint = complaint_of(filed)
    end(complaint=complaint)
    renewed = issue(complaint=complaint, sealed=seal_new_secret())
    with pytest.raises(UnknownReceipt):
        open_receipt(number=filed.receipt.number, secret=filed.receipt.secret)
    assert open_receipt(number=renewed.number, secret=renewed.secret) == complaint


def test_a_complaint_has_one_running_receipt(filed):
    with pytest.raises(IntegrityError), transaction.atomic():
        issue(complaint=complaint_of(filed), sealed=seal_new_secret())
    assert Receipt.objects.count() == 1


@pytest.mark.parametrize("partner", ["partner_a", "partner_b"])
def test_a_number_drawn_twice_is_drawn_again(filed, partner, request, monkeypatch):
    """Also where it is on a receipt of another partner, whose rows this door does not see."""
    drawn = iter([filed.receipt.number, filed.receipt.number, "55556666"])
    monkeypatch.setattr(issuing, "draw_number", lambda: next(drawn))
    second = file(request.getfixturevalue(partner))
    assert second.receipt.number == "55556666"
    assert open_receipt(number="55556666", secret=second.receipt.secret) == complaint_of(second)


def test_the_database_keeps_no_secret(filed):
    receipt = Receipt.objects.get()
    assert filed.receipt.secret[:20] not in receipt.secret_hash
    assert receipt.secret_hash.startswith("$argon2id$")


def test_five_wrong_tries_are_free_then_the_number_rests(filed):
    fail(filed.receipt, 4)
    assert ReceiptThrottle.objects.get().open_again_at <= clock.now()
    fail(filed.receipt, 1)
    with pytest.raises(ReceiptMustWait) as told:
        open_receipt(number=filed.receipt.number, secret=wrong_secret(filed.receipt))
    assert 1 <= told.value.retry_after <= 2


def test_the_right_secret_waits_too_and_then_opens(filed):
    after = fail(filed.receipt, 6)
    with pytest.raises(ReceiptMustWait):
        open_receipt(number=filed.receipt.number, secret=filed.receipt.secret)
    with clock.frozen(after + timedelta(seconds=1)):
        assert open_receipt(number=filed.receipt.number, secret=filed.receipt.secret)


def test_waiting_callers_do_not_make_the_rest_longer(filed):
    fail(filed.receipt, 6)
    before = ReceiptThrottle.objects.get().open_again_at
    for _ in range(3):
        with pytest.raises(ReceiptMustWait):
            open_receipt(number=filed.receipt.number, secret=wrong_secret(filed.receipt))
    assert ReceiptThrottle.objects.get().open_again_at == before


def test_success_forgives_what_was_wrong_before(filed):
    fail(filed.receipt, 3)
    open_receipt(number=filed.receipt.number, secret=filed.receipt.secret)
    assert not ReceiptThrottle.objects.exists()


def test_the_delay_grows_to_a_quarter_of_an_hour_and_never_to_a_lock():
    seconds = [delay_after(tries).total_seconds() for tries in range(1, 16)]
    assert seconds == [0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]
    assert delay_after(10**9) == LONGEST_DELAY


def test_quiet_hours_forgive_one_try_each_and_a_quiet_day_all(filed):
    after = fail(filed.receipt, 8)
    with clock.frozen(after + timedelta(hours=3, minutes=1)), pytest.raises(UnknownReceipt):
        open_receipt(number=filed.receipt.number, secret=wrong_secret(filed.receipt))
    assert ReceiptThrottle.objects.get().failures == 8 - 3 + 1
    with clock.frozen(after + timedelta(days=2)), pytest.raises(UnknownReceipt):
        open_receipt(number=filed.receipt.number, secret=wrong_secret(filed.receipt))
    assert ReceiptThrottle.objects.get().failures == 1


def test_a_number_that_does_not_exist_rests_like_one_that_does():
    absent = new_receipt("99999999", seal_new_secret().digits)
    fail(absent, 5)
    with pytest.raises(ReceiptMustWait):
        open_receipt(number=absent.number, secret=absent.secret)


def test_one_number_slowed_leaves_the_others_alone(filed, partner_a):
    other = file(partner_a)
    fail(filed.receipt, 6)
    assert open_receipt(number=other.receipt.number, secret=other.receipt.secret)


def test_the_table_of_tries_does_not_hold_the_numbers(filed):
    fail(filed.receipt, 1)
    throttle = ReceiptThrottle.objects.get()
    assert filed.receipt.number not in f"{throttle.number_digest} {throttle!r}"


def test_forgiven_tries_are_cleared_away_and_others_stay(filed, partner_a):
    after = fail(filed.receipt, 6)
    with clock.frozen(after + timedelta(hours=23)):
        assert purge_old_throttles() == 0
    with clock.frozen(after + timedelta(hours=25)):
        assert purge_old_throttles() == 1


def test_clearing_away_is_scheduled():
    from backend.jobs import schedule

    assert "backend.complaints.tasks.purge_receipt_throttles" in schedule.registered()


@pytest.mark.usefixtures("shared_by_threads")
def test_a_burst_of_guesses_gets_no_more_tries_than_one_after_the_other(partner_a):
    receipt = file(partner_a).receipt

    def guess(_number):
        try:
            open_receipt(number=receipt.number, secret=wrong_secret(receipt))
        except UnknownReceipt:
            return "looked at"
        except ReceiptMustWait:
            return "told to wait"
        return "opened"

    told = in_threads(12, guess)
    assert told.count("looked at") == 5
    assert told.count("told to wait") == 7


@pytest.mark.django_db(transaction=True)
def test_a_wrong_try_counts_although_its_request_fails(partner_a):
    receipt = file(partner_a).receipt
    with pytest.raises(RuntimeError), transaction.atomic():
        open_receipt(number=receipt.number, secret=wrong_secret(receipt))
    with pytest.raises(UnknownReceipt):
        open_receipt(number=receipt.number, secret=wrong_secret(receipt))
    assert ReceiptThrottle.objects.get().failures == 1


def test_numbers_are_random_and_eight_digits_long():
    numbers = {draw_number() for _ in range(200)}
    assert len(numbers) > 190
    assert {len(number) for number in numbers} == {8}
