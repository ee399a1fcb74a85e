"""Notices: only who asked is told, only that there is news, by day, and never twice for the same news."""

import re
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.cases.models import Case
from backend.cases.services import steps
from backend.cases.services.conversation import (
    complainant_answered,
    read_by_complainant,
    write_to_complainant,
)
from backend.cases.stages import State
from backend.common import clock
from backend.common.languages import Language
from backend.common.mailing import MailDelayedError, MailRefusedError, MailUnclearError
from backend.complaints.models import Complaint
from backend.complaints.services import latest_messages
from backend.identity.models import NoticeWish
from backend.identity.services import notices as wishes
from backend.intake import tasks
from backend.intake.services import notices
from backend.jobs.models import Job
from backend.partners.actors import actor_of
from backend.partners.models import User
from deploy.dev.cyrillic import in_cyrillic
from tests.casework import opened, resolved, sent
from tests.mailbox import Postbox

ADDRESS = "drita.kola@example.org"
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)
WORDS: dict[str, Any] = tomllib.loads(notices.WORDS.read_text(encoding="utf-8"))


@pytest.fixture
def noon() -> Iterator[datetime]:
    """A fixed day, by day."""
    with clock.frozen(NOON):
        yield NOON


@pytest.fixture
def case(noon: datetime, new_case: Callable[..., Case], arta: User) -> Case:
    """An open case whose complainant wished for notices and got the first message."""
    made = opened(new_case(), arta)
    wish = wished(made)
    NoticeWish.objects.filter(pk=wish.pk).update(confirmed_at=clock.now())
    return made


def complaint(case: Case) -> Complaint:
    return Complaint.objects.select_related("partner").get(pk=case.complaint_id)


def wished(case: Case, channel: str = "email", address: str = ADDRESS) -> NoticeWish:
    return notices.ask_for_notices(
        complaint=complaint(case), channel=channel, address=address, understood=True
    )


def written(case: Case, by: User, at: datetime) -> None:
    with clock.frozen(at):
        write_to_complainant(case.pk, text="Lajm i fshehtë.", actor=actor_of(by))


def looked(case: Case, at: datetime) -> None:
    """The receipt is opened."""
    with clock.frozen(at):
        notices.looked_in(complaint=complaint(case), at=at)
        read_by_complainant(complaint(case), shown=latest_messages(complaint(case)))


def to_serve(at: datetime) -> list[Any]:
    with clock.frozen(at):
        return notices.wishes_to_serve()


def serve_all(at: datetime) -> None:
    """What the worker does every five minutes."""
    with clock.frozen(at):
        for wish_id in notices.wishes_to_serve():
            notices.serve(wish_id)


def after(**passed: float) -> datetime:
    return NOON + timedelta(**passed)


# What a notice says


def test_every_notice_stands_in_all_languages_and_names_nothing() -> None:
    forbidden = re.compile(
        r"\d|http|www|@|ankes|pritu|прит|საჩივ|complain|korrup|corrup|коруп|კორუფ|receipt|faturë|dosja|{",
        re.IGNORECASE,
    )
    assert set(WORDS) == {"news", "confirmation"}
    for by_language in WORDS.values():
        assert set(by_language) == set(Language.values)
        for language, words in by_language.items():
            assert set(words) == {"subject", "text", "short"}
            assert not forbidden.search(" ".join(words.values())), (language, words)
            assert len(words["short"]) <= 70
        for name, text in by_language["sr-Latn"].items():
            assert in_cyrillic(text) == by_language["sr-Cyrl"][name]


@pytest.mark.parametrize("language", Language)
def test_the_mail_speaks_the_language_and_script_of_the_complaint(
    noon: datetime, new_case: Callable[..., Case], arta: User, postbox: Postbox, language: Language
) -> None:
    case = opened(new_case(language=language), arta)
    wished(case)
    serve_all(noon)
    written(case, arta, after(minutes=5))
    serve_all(after(minutes=10))
    first, second = postbox.taken
    for mail, kind in ((first, "confirmation"), (second, "news")):
        words = WORDS[kind][language.value]
        payload = mail.get_payload(decode=True)
        assert isinstance(payload, bytes)
        assert payload.decode().replace("\r\n", "\n").strip() == words["text"]
        assert mail["To"] == ADDRESS
        told = str(mail) + payload.decode()
        for hidden in (case.reference, "People in Focus", "Lajm i fshehtë", "PIF"):
            assert hidden not in told


# When one is sent


def test_one_message_confirms_the_address_and_no_second(
    noon: datetime, new_case: Callable[..., Case], arta: User, postbox: Postbox
) -> None:
    wished(opened(new_case(), arta))
    serve_all(noon)
    serve_all(after(minutes=5))
    serve_all(after(days=3))
    assert len(postbox.taken) == 1


@pytest.mark.parametrize("end", ["message", "state", "outcome"])
def test_there_is_news_when_the_partner_writes_or_the_case_moves_on(
    case: Case, arta: User, postbox: Postbox, end: str
) -> None:
    with clock.frozen(after(hours=1)):
        if end == "message":
            write_to_complainant(case.pk, text="Po.", actor=actor_of(arta))
        elif end == "state":
            sent(case, arta)
        else:
            resolved(case, arta)
    serve_all(after(hours=2))
    assert len(postbox.taken) == 1


def test_what_the_complainant_did_and_what_only_staff_does_is_no_news(
    noon: datetime, new_case: Callable[..., Case], arta: User, ilir: User
) -> None:
    case = new_case()
    wish = wished(case)
    NoticeWish.objects.filter(pk=wish.pk).update(confirmed_at=noon)
    with clock.frozen(after(hours=1)):
        steps.start_triage(case.pk, expected=None, actor=actor_of(ilir))
        complainant_answered(complaint(case), text="Edhe diçka.")
    assert to_serve(after(hours=2)) == []


def test_what_was_read_before_the_notice_is_no_news_any_more(
    case: Case, arta: User, postbox: Postbox
) -> None:
    written(case, arta, after(minutes=1))
    looked(case, after(minutes=2))
    serve_all(after(minutes=5))
    assert postbox.taken == []


def test_nobody_is_told_again_before_having_looked(case: Case, arta: User, postbox: Postbox) -> None:
    for day in range(5):
        written(case, arta, after(days=day, minutes=1))
        serve_all(after(days=day, minutes=5))
    assert len(postbox.taken) == 1
    looked(case, after(days=5))
    written(case, arta, after(days=5, minutes=1))
    serve_all(after(days=5, minutes=5))
    assert len(postbox.taken) == 2


def test_at_most_one_notice_a_day(case: Case, arta: User, postbox: Postbox) -> None:
    written(case, arta, after(minutes=1))
    serve_all(after(minutes=5))
    looked(case, after(minutes=10))
    written(case, arta, after(minutes=15))
    serve_all(after(hours=20))
    assert len(postbox.taken) == 1
    serve_all(after(hours=24, minutes=5))
    assert len(postbox.taken) == 2


def test_nothing_rings_at_night_where_the_partner_is(case: Case, arta: User, postbox: Postbox) -> None:
    """Tirana is an hour ahead in March: quiet from 20:00 to 07:00 UTC."""
    written(case, arta, after(hours=7))
    for hour in (8.1, 10, 14, 18.9):
        assert to_serve(after(hours=hour)) == []
        serve_all(after(hours=hour))
    # A job of the evening that is late does not ring either.
    with clock.frozen(after(hours=9)):
        notices.serve(NoticeWish.objects.get().pk)
    assert postbox.taken == []
    serve_all(after(hours=19, minutes=5))
    assert len(postbox.taken) == 1


def test_who_turned_notices_off_is_not_told(case: Case, arta: User, postbox: Postbox) -> None:
    written(case, arta, after(minutes=1))
    waiting = to_serve(after(minutes=5))
    notices.stop_notices(complaint=complaint(case))
    with clock.frozen(after(minutes=5)):
        for wish_id in waiting:
            notices.serve(wish_id)
    assert postbox.taken == []


def test_what_cannot_be_sent_is_not_offered(
    case: Case, arta: User, settings: Any, new_case: Callable[..., Case]
) -> None:
    settings.DOSJA_MAIL_ON = False
    assert notices.channels_offered() == ["sms"]
    with pytest.raises(notices.Invalid) as refused:
        wished(new_case())
    assert [(one.field, one.code) for one in refused.value.errors] == [("channel", "not_offered")]


# At most once, whatever breaks


class Killed(BaseException):
    """The worker is gone in the middle of its work."""


def test_a_worker_killed_between_sent_and_recorded_does_not_send_twice(
    case: Case, arta: User, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(case, arta, after(minutes=1))
    real = notices.send_plain

    def sent_then_killed(*args: Any, **named: Any) -> None:
        real(*args, **named)
        raise Killed

    monkeypatch.setattr(notices, "send_plain", sent_then_killed)
    with pytest.raises(Killed):
        serve_all(after(minutes=5))
    monkeypatch.setattr(notices, "send_plain", real)
    wish_id = NoticeWish.objects.get().pk
    # The job comes back when its lease has run out, and the search for news finds nothing to do.
    with clock.frozen(after(minutes=10)):
        notices.serve(wish_id)
    serve_all(after(days=2))
    assert len(postbox.taken) == 1


def test_that_it_is_being_sent_is_committed_before_it_is(
    case: Case, arta: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(case, arta, after(minutes=1))
    seen: list[Any] = []
    monkeypatch.setattr(notices, "send_plain", lambda *args: seen.append(NoticeWish.objects.get().told_at))
    serve_all(after(minutes=5))
    assert seen == [after(minutes=5)]


def test_a_server_that_asks_for_patience_gets_the_same_notice_later(
    case: Case, arta: User, postbox: Postbox, run_jobs: Any
) -> None:
    written(case, arta, after(minutes=1))
    postbox.answers["RCPT"] = "451 later"
    with clock.frozen(after(minutes=5)):
        tasks.look_for_notices.func()
        tasks.look_for_notices.func()
    assert Job.objects.count() == 1
    run_jobs(at=after(minutes=5), failing=True)
    assert NoticeWish.objects.get().told_at is None
    assert Job.objects.get().state == "ready"
    del postbox.answers["RCPT"]
    run_jobs(at=after(minutes=20))
    assert len(postbox.taken) == 1
    assert Job.objects.get().state == "done"


def test_an_address_that_is_refused_for_good_turns_the_wish_off(
    case: Case, arta: User, postbox: Postbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", logger="dosja")
    written(case, arta, after(minutes=1))
    postbox.answers["RCPT"] = f"550 no such user {ADDRESS}"
    serve_all(after(minutes=5))
    wish = NoticeWish.objects.get()
    assert (wish.ended_because, wish.address) == ("refused", None)
    assert notices.state_of_notices(complaint(case)).ended_because == "refused"
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("dosja")]
    assert ours == ["notice.refused channel=email"]
    del postbox.answers["RCPT"]
    serve_all(after(days=2))
    assert postbox.taken == []


def test_a_connection_that_broke_after_all_was_handed_over_counts_as_told(
    case: Case, arta: User, postbox: Postbox
) -> None:
    written(case, arta, after(minutes=1))
    postbox.hangs_up_at = "DATA"
    serve_all(after(minutes=5))
    postbox.hangs_up_at = ""
    serve_all(after(minutes=10))
    serve_all(after(days=2))
    assert len(postbox.taken) == 1


def test_a_job_carries_an_id_and_nothing_else(case: Case, arta: User) -> None:
    written(case, arta, after(minutes=1))
    with clock.frozen(after(minutes=5)):
        tasks.look_for_notices.func()
    job = Job.objects.get()
    assert job.args == [str(NoticeWish.objects.get().pk)]
    assert job.kwargs == {}


def test_a_month_after_the_end_the_address_is_destroyed(case: Case, arta: User) -> None:
    with clock.frozen(after(days=1)):
        resolved(case, arta)
    with clock.frozen(after(days=16)):
        steps.close(case.pk, expected=None, actor=actor_of(arta))
    for day, ended in ((40, 0), (47, 1)):
        with clock.frozen(after(days=day)):
            assert notices.end_wishes_of_ended_cases(before=clock.now() - timedelta(days=30)) == ended
    assert (NoticeWish.objects.get().ended_because, NoticeWish.objects.get().address) == ("over", None)


def test_an_open_case_keeps_its_wish_however_long_it_rests(case: Case) -> None:
    with clock.frozen(after(days=400)):
        assert notices.end_wishes_of_ended_cases(before=clock.now() - timedelta(days=30)) == 0


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "news",
                "moves",
                "looks",
                "sends",
                "is delayed",
                "is unclear",
                "is killed before",
                "is killed after",
            ]
        ),
        st.integers(min_value=1, max_value=60),
    ),
    max_size=14,
)


@pytest.mark.either_engine("sqlite")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_no_order_of_things_tells_the_same_news_twice(
    acts: list[tuple[str, int]],
    new_case: Callable[..., Case],
    arta: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever happens in whatever order and hours: between two looks at the receipt at most one notice
    leaves, two notices are a day apart, none leaves at night, and none without something new."""
    sent_at: list[datetime] = []
    now, fate = NOON, "sends"

    def mail(*_args: Any, **_named: Any) -> None:
        if fate == "is delayed":
            raise MailDelayedError
        if fate == "is killed before":
            raise Killed
        sent_at.append(now)
        if fate == "is unclear":
            raise MailUnclearError
        if fate == "is killed after":
            raise Killed

    monkeypatch.setattr(notices, "send_plain", mail)
    with transaction.atomic():
        with clock.frozen(now):
            case = opened(new_case(), arta)
            wish = wished(case)
            NoticeWish.objects.filter(pk=wish.pk).update(confirmed_at=now)
        looks, news = [now], []
        for act, hours in acts:
            now += timedelta(hours=hours)
            with clock.frozen(now):
                if act == "news":
                    write_to_complainant(case.pk, text="Po.", actor=actor_of(arta))
                    news.append(now)
                elif act == "moves":
                    if Case.objects.get(pk=case.pk).state == State.OPEN:
                        resolved(case, arta)
                        news.append(now)
                elif act == "looks":
                    looked(case, now)
                    looks.append(now)
                else:
                    fate = act
                    with suppress(Killed, MailDelayedError):
                        serve_all(now)
        for earlier, later in pairwise(sent_at):
            assert later - earlier >= DAY
            assert any(earlier < look <= later for look in looks)
        for moment in sent_at:
            last_look = max(look for look in looks if look <= moment)
            assert any(last_look < told <= moment for told in news)
            assert 7 <= moment.hour < 20
        transaction.set_rollback(True)


def test_a_refusal_after_the_wish_was_changed_touches_only_its_own_trial(
    case: Case, arta: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Turned off while the mail is under way: the failed trial brings nothing back."""
    written(case, arta, after(minutes=1))
    wish_id = NoticeWish.objects.get().pk

    def turned_off_meanwhile(*_args: Any) -> None:
        wishes.turn_off(complaint=complaint(case))
        raise MailDelayedError

    monkeypatch.setattr(notices, "send_plain", turned_off_meanwhile)
    with clock.frozen(after(minutes=5)), pytest.raises(MailDelayedError):
        notices.serve(wish_id)
    wish = NoticeWish.objects.get()
    assert (wish.ended_because, wish.address) == ("off", None)

    def refused(*_args: Any) -> None:
        raise MailRefusedError

    monkeypatch.setattr(notices, "send_plain", refused)
    with clock.frozen(after(minutes=10)):
        notices.serve(wish_id)
    assert NoticeWish.objects.get().ended_because == "off"
