"""What a person is promised of the page that one opens in the morning."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.cases.models import Case, Task
from backend.cases.services import referrals, steps, work
from backend.cases.services.task_rules import reconcile
from backend.cases.stages import ReferralVerb
from backend.common import clock
from backend.complaints.services.messages import write_message
from backend.intake.models import Quarantined
from backend.mailroom.services.taking import Fetched, take_mail
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.casework import answered, assigned, drafted, opened, restricted, sent
from tests.factories import complaints as filing
from tests.factories.partners import member
from tests.mailroom.letters import mail

Api = Callable[[User], Caller]
NewCase = Callable[..., Case]
MONDAY = datetime(2026, 5, 4, 8, tzinfo=UTC)
LISTS = ("overdue", "silent", "answered", "written", "approvals", "offers", "week", "nobodys", "new", "mail")


@pytest.fixture(autouse=True)
def monday() -> Any:
    with clock.frozen(MONDAY):
        yield


def today(caller: Caller, **query: Any) -> Any:
    answer = caller.get("/today/", query)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def rows(caller: Caller, part: str, **query: Any) -> list[Any]:
    return list(today(caller, **query)[part]["rows"])


def counts(caller: Caller, **query: Any) -> dict[str, int | None]:
    found = today(caller, **query)
    return {part: found[part] and found[part]["count"] for part in (*LISTS, "quarantine")}


def written(caller: Caller, case: Case, day: str, **more: Any) -> Any:
    answer = caller.post(f"/cases/{case.pk}/tasks/", {"title": "Call", "due_on": day, **more})
    assert answer.status_code == 201, answer.json()
    return answer.json()


def test_what_is_late_comes_first_and_each_task_stands_in_one_part(
    case_of_arta: Case, api: Api, arta: User, luan: User
) -> None:
    me = api(arta)
    days = ("2026-05-01", "2026-05-04", "2026-05-11", "2026-05-12")
    late, now, in_a_week, _later = (
        written(me, case_of_arta, day, assignee=str(arta.pk))["id"] for day in days
    )
    free = written(me, case_of_arta, "2026-05-05")["id"]
    found = today(me, partner="pif")
    assert found["day"] == "2026-05-04"
    assert [one["id"] for one in found["overdue"]["rows"]] == [late]
    assert [one["id"] for one in found["week"]["rows"]] == [now, in_a_week]
    assert [one["id"] for one in found["nobodys"]["rows"]] == [free]
    team = today(api(luan), whose="team")
    assert [one["id"] for one in team["overdue"]["rows"]] == [late]
    assert [one["id"] for one in team["week"]["rows"]] == [now, free, in_a_week]
    assert team["nobodys"] is None


def test_a_part_tells_with_which_query_the_whole_of_it_is_read(
    case_of_arta: Case, api: Api, arta: User
) -> None:
    """One truth: `GET tasks/` with those parameters shows the same tasks, and more where there are more."""
    me = api(arta)
    for number in range(12):
        written(me, case_of_arta, "2026-05-01", assignee=str(arta.pk), due_time=f"{8 + number:02}:00")
    reconcile([case_of_arta.pk])
    found = today(me, partner="pif")
    for part in ("overdue", "silent", "answered", "written", "week", "nobodys"):
        query = {key: value for key, value in found[part]["query"].items() if value is not None}
        listed = me.get("/tasks/", {**query, "partner": "pif", "nobodys": str(query["nobodys"]).lower()})
        ids = [one["id"] for one in listed.json()["results"]]
        assert len(ids) == found[part]["count"]
        assert ids[:10] == [one["id"] for one in found[part]["rows"]]
    assert (found["overdue"]["count"], len(found["overdue"]["rows"])) == (12, 10)


def test_answers_messages_and_silence_have_parts_of_their_own(
    case_of_arta: Case, new_case: NewCase, api: Api, arta: User, ten_days: Any
) -> None:
    answered(sent(case_of_arta, arta), arta)
    with clock.frozen(MONDAY - timedelta(days=20)):
        silent = assigned(opened(new_case(), arta), arta)
        sent(silent, arta, deadline_rule=ten_days)
    complaint = case_of_arta.complaint
    assert complaint is not None
    write_message(complaint=complaint, sender="complainant", text="Më thanë të pres.", actor=Actor.nobody())
    for case in (case_of_arta, silent):
        reconcile([case.pk])
    found = today(api(arta))
    shown = {part: [row["kind"] for row in found[part]["rows"]] for part in ("answered", "written", "silent")}
    assert shown == {"answered": ["answer_arrived"], "written": ["complainant_wrote"], "silent": ["overdue"]}
    row = found["answered"]["rows"][0]
    assert row["case"]["reference"] == case_of_arta.reference
    assert (row["institution"]["code"], row["referral_version"] is not None) == ("al-cadastre", True)
    assert row["allowed_actions"] == ["done", "drop", "assign"]
    assert "pres" not in str(found)


def test_a_letter_waits_for_who_may_approve_it_and_did_not_write_it(
    new_case: NewCase, api: Api, arta: User, besa: User, luan: User
) -> None:
    case = assigned(opened(new_case(kind="corruption"), arta), luan)
    referral = drafted(case, luan)
    referrals.step(ReferralVerb.SUBMIT, case.pk, referral.pk, expected=None, actor=actor_of(luan))
    reconcile([case.pk])
    assert counts(api(arta))["approvals"] is None
    assert counts(api(luan))["approvals"] == 0
    (row,) = rows(api(besa), "approvals")
    approved = api(besa).post(
        f"/cases/{case.pk}/referrals/{row['referral']}/approve/", if_match=row["referral_version"]
    )
    assert approved.status_code == 200, approved.json()
    reconcile([case.pk])
    assert counts(api(besa))["approvals"] == 0


def test_new_complaints_mail_and_quarantine(
    new_case: NewCase, api: Api, arta: User, ilir: User, partner_a: Partner
) -> None:
    first = new_case()
    with clock.frozen(MONDAY + timedelta(hours=1)):
        second = new_case()
    steps.start_triage(second.pk, expected=None, actor=actor_of(arta))
    opened(new_case(), arta)
    take_mail(partner_a, "zyra@pif.example", Fetched(mail().as_bytes(), clock.now()))
    filing.quarantined(partner_a)
    found = today(api(arta))
    assert [one["id"] for one in found["new"]["rows"]] == [str(first.pk), str(second.pk)]
    assert "start_triage" in found["new"]["rows"][0]["steps"]
    assert "open" in found["new"]["rows"][1]["steps"]
    assert [one["sender"] for one in found["mail"]["rows"]] == ["Kadastra Pukë <zyra@kadastra.example>"]
    assert found["quarantine"] == {
        "count": 1,
        "capped": False,
        "overdue": 0,
        "reasons": [{"reason": "trap_filled", "count": 1}],
    }
    # Who sorts complaints refers none, and sees no mail of institutions.
    assert counts(api(ilir))["mail"] is None
    with clock.frozen(MONDAY + timedelta(days=8)):
        assert today(api(ilir))["quarantine"]["overdue"] == 1


def test_only_the_chosen_partners_day(
    new_case: NewCase, api: Api, arta: User, partner_a: Partner, partner_b: Partner
) -> None:
    member(partner_b, Role.CASEWORKER, user=arta)
    case, theirs = opened(new_case(), arta), new_case(partner=partner_b)
    written(api(arta), case, "2026-05-01", assignee=str(arta.pk))
    filing.quarantined(partner_b)
    take_mail(partner_b, "zyra@akt.example", Fetched(mail().as_bytes(), clock.now()))
    here, there, both = (counts(api(arta), **query) for query in ({"partner": "pif"}, {"partner": "akt"}, {}))
    assert (here["overdue"], here["new"], here["quarantine"], here["mail"]) == (1, 0, 0, 0)
    assert (there["overdue"], there["new"], there["quarantine"], there["mail"]) == (0, 1, 1, 1)
    assert (both["overdue"], both["new"], both["quarantine"], both["mail"]) == (1, 1, 1, 1)
    assert theirs.owner_id == partner_b.pk
    unknown = api(arta).get("/today/", {"partner": "nobody"})
    assert (unknown.status_code, unknown.json()["errors"][0]["code"]) == (400, "unknown_partner")


def test_nobody_learns_of_what_is_not_for_him(
    case_of_arta: Case,
    api: Api,
    arta: User,
    besa: User,
    luan: User,
    nino: User,
    observer: User,
    researcher: User,
    admin: User,
    outsider: User,
    partner_a: Partner,
) -> None:
    written(api(arta), case_of_arta, "2026-05-01", assignee=str(arta.pk))
    filing.quarantined(partner_a)
    about_it = mail(subject=f"Përgjigje {case_of_arta.reference}")
    take_mail(partner_a, "zyra@pif.example", Fetched(about_it.as_bytes(), clock.now()))
    assert counts(api(arta))["mail"] == 1
    restricted(case_of_arta, [besa, luan], besa)
    empty = dict.fromkeys((*LISTS, "quarantine"), 0)
    assert counts(api(arta)) | {"quarantine": 0} == {**empty, "approvals": None, "quarantine": 0}
    assert counts(api(nino)) == {**empty, "approvals": None}
    assert counts(api(nino), partner="pif") == dict.fromkeys(empty)
    for person in (observer, researcher, admin, outsider):
        assert counts(api(person), whose="team") == dict.fromkeys(empty)
        assert counts(api(person), partner="pif") == dict.fromkeys(empty)
    found = counts(api(luan), whose="team")
    assert (found["overdue"], found["mail"]) == (1, 1)
    assert api(nino).get("/me/news/").json()["mails"] == api(arta).get("/me/news/").json()["mails"] == 0


def test_thirty_rows_of_everything_cost_no_more_queries_than_one(
    new_case: NewCase, api: Api, arta: User, besa: User, luan: User, partner_a: Partner
) -> None:
    def fill(count: int) -> None:
        for _number in range(count):
            case = assigned(opened(new_case(kind="corruption"), arta), besa)
            written(api(besa), case, "2026-05-01", assignee=str(besa.pk))
            written(api(besa), case, "2026-05-06", assignee=str(besa.pk))
            written(api(arta), case, "2026-05-06")
            referral = drafted(case, luan)
            referrals.step(ReferralVerb.SUBMIT, case.pk, referral.pk, expected=None, actor=actor_of(luan))
            reconcile([case.pk])
            reconcile([new_case().pk])
            filing.quarantined(partner_a)
            take_mail(partner_a, "zyra@pif.example", Fetched(mail().as_bytes(), clock.now()))

    def asked() -> int:
        caller = api(besa)
        caller.get("/today/")
        with CaptureQueriesContext(connection) as caught:
            found = today(caller, partner="pif")
        assert all(found[part]["rows"] for part in ("overdue", "week", "nobodys", "approvals", "new", "mail"))
        return len(caught.captured_queries)

    fill(1)
    one = asked()
    fill(11)
    assert (asked(), one) == (one, 14)


def test_a_row_whose_case_was_closed_to_the_person_meanwhile_is_not_shown(
    case_of_arta: Case, api: Api, arta: User, besa: User
) -> None:
    """The copied columns only propose."""
    written(api(arta), case_of_arta, "2026-05-01", assignee=str(arta.pk))
    restricted(case_of_arta, [besa], besa)
    Task.objects.update(restricted=False)
    found = today(api(arta), whose="team")["overdue"]
    assert (found["count"], found["rows"]) == (0, [])


def test_what_was_done_is_gone(case_of_arta: Case, api: Api, arta: User) -> None:
    written(api(arta), case_of_arta, "2026-05-01", assignee=str(arta.pk))
    (row,) = rows(api(arta), "overdue")
    done = api(arta).post(f"/tasks/{row['id']}/done/", if_match=row["version"])
    assert (done.status_code, rows(api(arta), "overdue")) == (200, [])


def test_the_quarantine_counts_only_so_far(
    api: Api, ilir: User, partner_a: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.intake.services.quarantine.MOST_COUNTED", 2)
    for _number in range(3):
        filing.quarantined(partner_a)
    assert Quarantined.objects.count() == 3
    found = api(ilir).get("/quarantine/count/", {"partner": "pif"}).json()
    assert (found["count"], found["capped"], found["reasons"][0]["count"]) == (2, True, 2)
    assert len(api(ilir).get("/quarantine/", {"partner": "pif"}).json()["results"]) == 3
    assert api(ilir).get("/quarantine/", {"partner": "akt"}).status_code == 400


def test_work_that_is_given_to_somebody_moves_with_it(
    case_of_arta: Case, api: Api, arta: User, luan: User, besa: User
) -> None:
    made = written(api(arta), case_of_arta, "2026-05-05")
    api(luan).post(f"/tasks/{made['id']}/take/", if_match=made["version"])
    assert [one["id"] for one in rows(api(luan), "week")] == [made["id"]]
    assert rows(api(arta), "nobodys") == []
    work.assign(case_of_arta.pk, assignee=luan, expected=None, actor=actor_of(besa))
    assert [one["id"] for one in rows(api(luan), "week")] == [made["id"]]
