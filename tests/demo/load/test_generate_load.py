"""Generated cases are cases like others: whatever looks at them finds what services would have left."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from backend.audit.models import AuditChain, AuditEvent
from backend.cases.models import Case, CaseEvent, CaseShare, InstitutionReferral, Task
from backend.cases.services.recomputing import recompute_clocks
from backend.cases.services.task_rules import reconcile
from backend.common import clock
from backend.complaints.models import Complaint, Message
from backend.demo.load import PARTNERS, actors
from backend.demo.load.drawing import Drawing
from backend.demo.load.tables import TABLES
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.application_role import as_owner

CASES = 150


@pytest.fixture(scope="module")
def generated(directory: None) -> dict[str, User]:
    """Some cases, made once for all tests here; on PostgreSQL by COPY, as its owner makes them."""
    with as_owner(connection):
        call_command("generate_load", "--cases", str(CASES), stdout=io.StringIO())
    return actors()


def _generate(*more: str) -> str:
    said = io.StringIO()
    call_command("generate_load", "--cases", str(CASES), *more, stdout=said)
    return said.getvalue()


def test_lists_search_and_audit_hold_of_generated_cases(generated: dict[str, User]) -> None:
    said = io.StringIO()
    call_command("check_case_access", stdout=said)
    call_command("verify_audit", stdout=said)
    call_command("check_sums", stdout=said)
    assert "Lists, search and numbers say what the cases say." in said.getvalue()
    assert f"{AuditChain.objects.count()} chains, all intact" in said.getvalue()
    told = CaseEvent.objects.count()
    assert AuditEvent.objects.filter(target_label="cases.case").count() == told > 5 * CASES


def test_the_second_lock_holds_over_generated_cases(generated: dict[str, User]) -> None:
    said = io.StringIO()
    call_command("lock_tables", "--check", stdout=said)
    assert "holds" in said.getvalue() or "nothing to lock" in said.getvalue()


def test_the_rules_of_the_work_list_and_of_the_clocks_find_nothing_to_do(generated: dict[str, User]) -> None:
    assert Task.objects.filter(state="open").exists()
    assert InstitutionReferral.objects.filter(state="sent", due_at__isnull=False).exists()
    assert reconcile(Case.objects.values_list("pk", flat=True)) == 0
    assert recompute_clocks(actor=Actor.system()) == 0


def test_the_words_open_under_keys_that_are_really_wrapped(generated: dict[str, User]) -> None:
    for complaint in Complaint.objects.select_related("data_key__partner_key")[:20]:
        assert len(complaint.narrative) > 300
        assert complaint.vulnerability in ([], ["poverty"])
    assert all(message.text for message in Message.objects.all()[:20])


def test_a_worker_finds_opens_and_reads_a_generated_case(generated: dict[str, User], api: Any) -> None:
    worker = generated["largest partner"]
    asking = api(worker)
    listed = asking.get("/api/v1/cases/?page_size=100")
    assert listed.status_code == 200
    own = [row for row in listed.json()["results"] if row["owner"] == "load-01"]
    assert len(own) > CASES / 10
    for row in own[:3]:
        address = f"/api/v1/cases/{row['id']}/"
        for part in ("", "events/", "complaint/", "referrals/", "messages/", "notes/", "tasks/"):
            answer = asking.get(address + part)
            assert answer.status_code == 200, (part, answer.json())
        found = asking.get(f"/api/v1/cases/?search={row['reference']}")
        assert found.status_code == 200
        assert row["id"] in {one["id"] for one in found.json()["results"]}


def test_who_reads_only_what_was_shared_sees_just_that(generated: dict[str, User], api: Any) -> None:
    reader = generated["20 shared cases only"]
    (partner,) = actor_of(reader).partners_with("view_cases")
    shared = {str(one) for one in CaseShare.objects.filter(partner=partner).values_list("case_id", flat=True)}
    seen = api(reader).get("/api/v1/cases/").json()["results"]
    assert {one["id"] for one in seen} == shared
    assert len(shared) == 20


def test_the_network_is_skewed_shared_and_restricted(generated: dict[str, User]) -> None:
    owned = [Case.objects.filter(owner__slug=f"load-{number:02d}").count() for number in (1, 30)]
    assert owned[0] > 5 * owned[1]
    assert Partner.objects.filter(slug__startswith="load-").count() == PARTNERS + 2
    assert CaseShare.objects.exists()


def test_the_next_complaint_takes_the_next_number(generated: dict[str, User]) -> None:
    from backend.cases.services.opening import next_reference

    partner = Partner.objects.get(slug="load-01")
    year = clock.today(partner.time_zone).year
    numbers = Case.objects.filter(owner=partner, opened_at__year=year).values_list("reference", flat=True)
    highest = max((int(one.rpartition("-")[2]) for one in numbers), default=0)
    assert next_reference(partner, year=year).endswith(f"-{highest + 1:06d}")
    event = CaseEvent.objects.create(
        case=Case.objects.filter(owner=partner)[0], action="case.changed", actor_kind="staff"
    )
    assert event.pk == CaseEvent.objects.order_by("-id")[0].pk
    event.delete()


def test_the_same_seed_gives_the_same_cases_and_another_gives_others(generated: dict[str, User]) -> None:
    first = Case.objects.get(pk=Drawing.id_of_case(1, 0))
    assert first.opened_at == Case.objects.order_by("opened_at")[0].opened_at
    assert not Case.objects.filter(pk=Drawing.id_of_case(2, 0)).exists()
    assert "nothing was generated" in _generate()
    with pytest.raises(CommandError, match="other cases than these"):
        _generate("--seed", "2")


def test_every_column_that_must_hold_something_is_written() -> None:
    from django.apps import apps

    for label, columns in TABLES.items():
        needed = {
            field.attname
            for field in apps.get_model(label)._meta.concrete_fields
            if not field.null and not (field.primary_key and field.get_internal_type() == "BigAutoField")
        }
        assert needed <= set(columns), (label, needed - set(columns))
