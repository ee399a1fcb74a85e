"""What a person is promised about the daily digest: numbers alone, at most once a day, whatever dies."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from backend.cases.models import Case, DigestWish
from backend.cases.services import digests, tasks
from backend.common import clock, mailing
from backend.common.mailing import MailDelayedError, MailRefusedError, MailUnclearError
from backend.jobs import services as jobs
from backend.partners.actors import actor_of
from backend.partners.models import User
from tests.calling import Caller
from tests.casework import assigned, opened, restricted
from tests.mailbox import Postbox

Api = Callable[[User], Caller]
MONDAY = datetime(2026, 5, 4, 8, tzinfo=UTC)  # ten o'clock in Tirana
WORDS = "Telefono zonjës Drita"


class Killed(BaseException):
    """Nothing catches it, as nothing catches SIGKILL."""


@pytest.fixture(autouse=True)
def monday() -> Any:
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def wish(arta: User) -> DigestWish:
    arta.language = "en"
    arta.save()
    return digests.choose_digest(is_on=True, hour=7, expected=None, actor=actor_of(arta))


def due(case: Case, day: date, by: User, *, to: User | None) -> None:
    tasks.write_task(case.pk, title=WORDS, due_on=day, assignee=to, actor=actor_of(by))


def sent_at(moment: datetime) -> None:
    with clock.frozen(moment):
        for user_id in digests.digests_to_send():
            digests.send_digest(user_id)


def test_it_tells_numbers_and_nothing_of_any_case(
    case_of_arta: Case, arta: User, wish: DigestWish, postbox: Postbox
) -> None:
    today = date(2026, 5, 4)
    for day in (today, today, today - timedelta(days=3), today + timedelta(days=5)):
        due(case_of_arta, day, arta, to=arta)
    due(case_of_arta, today, arta, to=None)
    sent_at(MONDAY)
    (mail,) = postbox.taken
    text = mail.get_payload(decode=True).decode()
    assert mail["Subject"] == "Your work list"
    assert text.splitlines() == [
        "1 of your tasks is overdue.",
        "2 of your tasks are due today.",
        "1 of your tasks is due within a week.",
        "1 task of your team is due or overdue, and nobody has it.",
        "",
        "Sign in to see them. This message says nothing more.",
    ]
    whole = mail.as_string()
    assert mail["To"] == arta.email
    for secret in (case_of_arta.reference, "Drita", str(case_of_arta.pk), "cadastre"):
        assert secret not in whole


def test_it_comes_once_a_day_at_the_hour_on_ones_own_clocks(
    case_of_arta: Case, arta: User, wish: DigestWish, postbox: Postbox
) -> None:
    due(case_of_arta, date(2026, 5, 1), arta, to=arta)
    counts = []
    for hour in range(0, 72):
        sent_at(datetime(2026, 5, 5, tzinfo=UTC) + timedelta(hours=hour))
        counts.append(len(postbox.taken))
    # Midnight in Tirana is 22:00 UTC: five o'clock UTC is seven there.
    assert [hour for hour in range(1, 72) if counts[hour] > counts[hour - 1]] == [5, 29, 53]


@pytest.mark.parametrize(
    ("day", "utc_hour"), [("2026-03-28", 6), ("2026-03-29", 5), ("2026-10-24", 5), ("2026-10-25", 6)]
)
def test_the_hour_follows_summer_time(
    case_of_arta: Case, arta: User, wish: DigestWish, postbox: Postbox, day: str, utc_hour: int
) -> None:
    due(case_of_arta, date(2026, 1, 1), arta, to=arta)
    at = datetime.fromisoformat(day).replace(tzinfo=UTC, hour=utc_hour)
    with clock.frozen(at - timedelta(minutes=1)):
        DigestWish.objects.update(last_on=at.date() - timedelta(days=1))
    sent_at(at - timedelta(minutes=1))
    assert postbox.taken == []
    sent_at(at)
    assert len(postbox.taken) == 1


def test_one_missed_while_the_machine_was_off_for_days_comes_once(
    case_of_arta: Case, arta: User, wish: DigestWish, postbox: Postbox, run_jobs: Callable[..., Any]
) -> None:
    """The real schedules, the real queue, a real mail server, simulated time."""
    due(case_of_arta, date(2026, 5, 1), arta, to=arta)
    jobs.synchronise_schedules()
    back = MONDAY + timedelta(days=9, hours=7)
    for minutes in range(0, 60, 5):
        with clock.frozen(back + timedelta(minutes=minutes)):
            jobs.start_due_schedules()
        run_jobs(at=back + timedelta(minutes=minutes))
    assert len(postbox.taken) == 1


def test_a_worker_that_dies_while_sending_sends_no_second(
    case_of_arta: Case, arta: User, wish: DigestWish, monkeypatch: pytest.MonkeyPatch
) -> None:
    due(case_of_arta, date(2026, 5, 4), arta, to=arta)
    handed: list[str] = []

    def killed(*mail: Any, **how: Any) -> None:
        handed.append(mail[0])
        raise Killed

    monkeypatch.setattr(digests, "send_plain", killed)
    with pytest.raises(Killed):
        digests.send_digest(arta.pk)
    digests.send_digest(arta.pk)
    sent_at(MONDAY + timedelta(hours=5))
    assert len(handed) == 1


@pytest.mark.parametrize(
    ("failure", "tries"), [(MailDelayedError, 2), (MailUnclearError, 1), (MailRefusedError, 1)]
)
def test_only_what_certainly_did_not_leave_is_tried_again(
    case_of_arta: Case,
    arta: User,
    wish: DigestWish,
    monkeypatch: pytest.MonkeyPatch,
    failure: type[mailing.MailFailedError],
    tries: int,
) -> None:
    due(case_of_arta, date(2026, 5, 4), arta, to=arta)
    tried: list[str] = []

    def failing(*mail: Any, **how: Any) -> None:
        tried.append(mail[0])
        raise failure

    monkeypatch.setattr(digests, "send_plain", failing)
    for _time in range(2):
        if failure is MailDelayedError:
            with pytest.raises(MailDelayedError):
                digests.send_digest(arta.pk)
        else:
            digests.send_digest(arta.pk)
    assert len(tried) == tries


def test_nothing_to_do_means_no_mail(
    case_of_arta: Case, arta: User, wish: DigestWish, postbox: Postbox
) -> None:
    sent_at(MONDAY)
    assert postbox.taken == []
    # It was looked at today: what becomes due later waits for tomorrow.
    assert DigestWish.objects.get().last_on == date(2026, 5, 4)


def test_it_counts_nothing_that_the_person_may_not_read_any_more(
    case_of_arta: Case, arta: User, besa: User, wish: DigestWish, postbox: Postbox
) -> None:
    due(case_of_arta, date(2026, 5, 4), arta, to=None)
    restricted(case_of_arta, [besa], besa)
    sent_at(MONDAY)
    assert postbox.taken == []


def test_nobody_gets_one_who_did_not_ask_or_has_left(
    case_of_arta: Case, arta: User, wish: DigestWish, postbox: Postbox
) -> None:
    due(case_of_arta, date(2026, 5, 4), arta, to=arta)
    arta.is_active = False
    arta.save()
    sent_at(MONDAY)
    arta.is_active = True
    arta.save()
    digests.choose_digest(is_on=False, expected=None, actor=actor_of(arta))
    sent_at(MONDAY)
    assert postbox.taken == []


def test_one_chooses_for_oneself(api: Api, arta: User) -> None:
    me = api(arta)
    first = me.get("/me/digest/")
    assert first.json() == {"is_on": False, "hour": 7, "time_zone": "Europe/Tirane", "version": 0}
    chosen = me.patch("/me/digest/", {"is_on": True, "hour": 9}, if_match=first.headers["ETag"])
    assert (chosen.status_code, chosen.json()["hour"], chosen.headers["ETag"]) == (200, 9, '"1"')
    assert me.patch("/me/digest/", {"hour": 8}, if_match='"0"').status_code == 412
    wrong = me.patch("/me/digest/", {"hour": 24, "time_zone": "Tirana"}, if_match="*")
    assert {one["field"] for one in wrong.json()["errors"]} == {"hour", "time_zone"}


def test_a_case_of_another_person_is_of_no_concern(
    new_case: Callable[..., Case], arta: User, luan: User, wish: DigestWish, postbox: Postbox
) -> None:
    due(assigned(opened(new_case(), luan), luan), date(2026, 5, 4), luan, to=luan)
    sent_at(MONDAY)
    assert postbox.taken == []
