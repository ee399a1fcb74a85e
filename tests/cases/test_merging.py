"""What a caseworker is promised about duplicates: merged, undone, and what the complainant learns."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.cases import errors
from backend.cases.models import Case, CaseEvent, Merge
from backend.cases.services import sharing, steps, work
from backend.cases.services.conversation import complainant_answered, write_to_complainant
from backend.cases.services.merging import MERGED_WORDS, SEPARATED_WORDS, merge, merges_of, undo_merge
from backend.cases.services.status import status_of
from backend.cases.services.tasks import write_task
from backend.cases.stages import MERGEABLE, State
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound, Stale
from backend.complaints.models import Complaint, Message, Receipt
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.casework import agreed_to, assigned, opened, resolved, restricted, sent, state_of

SAID = "Punojmë mbi ankesën tuaj bashkë me një tjetër."


def merged(kept: Case, other: Case, by: User, **given: Any) -> Merge:
    asked = {"other_version": version_of(other), "expected": None, **given}
    return merge(kept.pk, other_id=other.pk, actor=actor_of(by), **asked)


def version_of(case: Case) -> int:
    return Case.objects.values_list("version", flat=True).get(pk=case.pk)


def told(words: Any) -> str:
    """In the language of the complaint, which is not that of whoever merges."""
    with translation.override("sq"):
        return str(words)


def test_a_duplicate_is_merged_and_what_came_with_it_stays_with_it(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User
) -> None:
    other = new_case()
    words = Complaint.objects.get(pk=other.complaint_id).narrative
    merged(case_of_arta, other, arta, message=SAID)
    other.refresh_from_db()
    assert (other.state, other.duplicate_of_id) == (State.DUPLICATE, case_of_arta.pk)
    assert Complaint.objects.get(pk=other.complaint_id).narrative == words
    assert state_of(case_of_arta) == State.OPEN
    found = merges_of(case_of_arta, actor_of(arta)).get()
    assert (found.duplicate_id, found.state_before, found.merged_by) == (other.pk, State.RECEIVED, arta)
    told = dict(CaseEvent.objects.filter(case__in=[case_of_arta, other]).values_list("action", "facts"))
    assert told["case.merged"] == {"other": str(other.pk)}
    assert told["case.mark_duplicate"]["original"] == str(case_of_arta.pk)
    assert SAID not in str(told)


def test_the_complainant_of_the_duplicate_keeps_the_receipt_and_is_told_without_the_other_number(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User
) -> None:
    other = new_case()
    receipts = list(Receipt.objects.filter(complaint=other.complaint_id).values())
    merged(case_of_arta, other, arta)
    assert list(Receipt.objects.filter(complaint=other.complaint_id).values()) == receipts
    message = Message.objects.get(complaint=other.complaint_id)
    assert message.text == told(MERGED_WORDS)
    assert case_of_arta.reference not in message.text
    complaint = Complaint.objects.get(pk=other.complaint_id)
    assert status_of(complaint).state == State.DUPLICATE
    complainant_answered(complaint, text="Faleminderit.")
    assert not Message.objects.filter(complaint=case_of_arta.complaint_id).exists()


def test_undone_it_is_a_case_of_its_own_again_and_the_complainant_is_told(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User, ilir: User
) -> None:
    other = new_case()
    steps.start_triage(other.pk, expected=None, actor=actor_of(ilir))
    found = merged(case_of_arta, other, arta)
    undone = undo_merge(case_of_arta.pk, merge_id=found.pk, actor=actor_of(ilir))
    assert (undone.ended_by, undone.ended_at is not None) == (ilir, True)
    other.refresh_from_db()
    assert (other.state, other.duplicate_of_id) == (State.TRIAGE, None)
    texts = [one.text for one in Message.objects.filter(complaint=other.complaint_id)]
    assert texts == [told(MERGED_WORDS), told(SEPARATED_WORDS)]
    assert "case.merge_undone" in CaseEvent.objects.filter(case=case_of_arta).values_list("action", flat=True)
    with pytest.raises(errors.MergeEnded):
        undo_merge(case_of_arta.pk, merge_id=found.pk, actor=actor_of(ilir))


def test_what_was_marked_as_a_duplicate_by_hand_can_be_undone_from_its_own_page(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User
) -> None:
    other = new_case()
    steps.mark_duplicate(other.pk, original_id=case_of_arta.pk, expected=None, actor=actor_of(arta))
    found = merges_of(other, actor_of(arta)).get()
    undo_merge(other.pk, merge_id=found.pk, actor=actor_of(arta))
    assert state_of(other) == State.RECEIVED


def test_a_reopened_duplicate_goes_its_own_way_and_may_become_one_again(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User
) -> None:
    other = opened(new_case(), arta)
    found = merged(case_of_arta, other, arta)
    steps.reopen(other.pk, reason="Nuk është e njëjta.", expected=None, actor=actor_of(arta))
    with pytest.raises(errors.MergeEnded):
        undo_merge(case_of_arta.pk, merge_id=found.pk, actor=actor_of(arta))
    steps.resume(other.pk, expected=None, actor=actor_of(arta))
    again = merged(case_of_arta, other, arta)
    undo_merge(case_of_arta.pk, merge_id=again.pk, actor=actor_of(arta))
    assert state_of(other) == State.OPEN


def test_who_does_not_sort_cases_neither_merges_nor_undoes(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User, nino: User, observer: User, admin: User
) -> None:
    other = new_case()
    for stranger in (nino, observer, admin):
        with pytest.raises(NotFound):
            merged(case_of_arta, other, stranger)
    found = merged(case_of_arta, other, arta)
    for stranger in (nino, observer, admin):
        with pytest.raises(NotFound):
            undo_merge(case_of_arta.pk, merge_id=found.pk, actor=actor_of(stranger))


def test_a_partner_that_reads_along_cannot_merge(
    new_case: Callable[..., Case], case_of_arta: Case, besa: User, giorgi: User, partner_b: Partner
) -> None:
    other = new_case()
    for case in (case_of_arta, other):
        sharing.share(case.pk, partner=partner_b, actor=actor_of(besa))
    with pytest.raises(NotAllowed):
        merged(case_of_arta, other, giorgi)


def test_a_case_that_one_may_not_read_cannot_be_guessed(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User, besa: User, nino: User, partner_b: Partner
) -> None:
    hidden = restricted(new_case(), [besa], besa)
    foreign = new_case(partner=partner_b)
    for other_id in (hidden.pk, foreign.pk, uuid4()):
        with pytest.raises(Invalid) as refused:
            merge(case_of_arta.pk, other_id=other_id, other_version=1, expected=None, actor=actor_of(arta))
        assert [(one.field, one.code) for one in refused.value.errors] == [("other", "unknown_case")]
    assert not merges_of(case_of_arta, actor_of(arta)).exists()


def test_a_merge_with_a_case_that_one_may_not_read_is_not_shown(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User, besa: User
) -> None:
    other = new_case()
    found = merged(case_of_arta, other, besa)
    restricted(other, [besa], besa)
    assert not merges_of(case_of_arta, actor_of(arta)).exists()
    with pytest.raises(NotFound):
        undo_merge(case_of_arta.pk, merge_id=found.pk, actor=actor_of(arta))


def test_neither_side_is_merged_from_an_old_version(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User
) -> None:
    other = new_case()
    with pytest.raises(Stale):
        merged(case_of_arta, other, arta, expected=version_of(case_of_arta) - 1)
    old = version_of(other)
    steps.start_triage(other.pk, expected=None, actor=actor_of(arta))
    with pytest.raises(Stale):
        merged(case_of_arta, other, arta, other_version=old)
    assert not Merge.objects.exists() and not Message.objects.exists()


def test_only_what_has_not_left_is_merged_and_only_into_a_case_that_stays(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User
) -> None:
    away = opened(new_case(), arta)
    sent(away, arta)
    with pytest.raises(errors.WrongState):
        merged(case_of_arta, away, arta)
    other = new_case()
    merged(case_of_arta, other, arta)
    with pytest.raises(errors.CannotStay):
        merged(other, new_case(), arta)
    with pytest.raises(errors.ItsOwnDuplicate):
        merged(case_of_arta, case_of_arta, arta)
    assert resolved(away, arta, reason="Zgjidhur.").state == State.RESOLVED
    merged(away, case_of_arta, arta)


def test_duplicates_never_run_in_a_circle(new_case: Callable[..., Case], arta: User) -> None:
    first, second, third = new_case(), new_case(), new_case()
    merged(second, first, arta)
    merged(third, second, arta)
    with pytest.raises(errors.ItsOwnDuplicate):
        steps.mark_duplicate(third.pk, original_id=first.pk, expected=None, actor=actor_of(arta))


# What a merge must not have touched once it is undone. The story, the versions and the messages grow.
_GROWS = {"cases_caseevent", "cases_merge", "complaints_message", "cases_taskwatch"}


def rows_of(case: Case) -> dict[str, list[dict[str, Any]]]:
    """Every row of the database that hangs on a case or its complaint, as it is."""
    found: dict[str, list[dict[str, Any]]] = {}
    for model in _models():
        table = model._meta.db_table
        if table in _GROWS:
            continue
        rows = []
        for field in model._meta.concrete_fields:
            related = getattr(field, "related_model", None)
            key = {Case: case.pk, Complaint: case.complaint_id}.get(related)  # type: ignore[arg-type]
            if key and field.name not in ("duplicate_of",):
                rows += list(model._default_manager.filter(**{field.attname: key}).order_by("pk").values())
        if model is Case:
            rows = list(Case.objects.filter(pk=case.pk).values())
        found[table] = [{name: value for name, value in row.items() if name != "version"} for row in rows]
    return {table: rows for table, rows in found.items() if rows}


def _models() -> list[type[Model]]:
    return list(apps.get_models(include_auto_created=True))


preparations = st.lists(
    st.sampled_from(["tag", "assign", "note", "share", "task", "write", "consent", "link", "restrict"]),
    unique=True,
    max_size=6,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(before=st.sampled_from(MERGEABLE), done=preparations, by_verb=st.booleans(), twice=st.booleans())
def test_merged_and_undone_is_as_it_was(
    before: State,
    done: list[str],
    by_verb: bool,
    twice: bool,
    new_case: Callable[..., Case],
    case_of_arta: Case,
    besa: User,
    partner_b: Partner,
) -> None:
    with transaction.atomic():
        other = _brought_to(before, new_case(), besa)
        for what in done:
            _PREPARED[what](other, besa, case_of_arta, partner_b)
        as_it_was, kept_as_it_was = rows_of(other), rows_of(case_of_arta)
        for _time in range(1 + twice):
            if by_verb:
                steps.mark_duplicate(
                    other.pk, original_id=case_of_arta.pk, expected=None, actor=actor_of(besa)
                )
            else:
                merged(case_of_arta, other, besa)
            assert rows_of(other) != as_it_was
            found = Merge.objects.get(duplicate=other, ended_at=None)
            undo_merge(case_of_arta.pk, merge_id=found.pk, actor=actor_of(besa))
        assert rows_of(other) == as_it_was
        assert rows_of(case_of_arta) == kept_as_it_was
        transaction.set_rollback(True)


def _brought_to(state: State, case: Case, by: User) -> Case:
    actor = actor_of(by)
    if state != State.RECEIVED:
        steps.start_triage(case.pk, expected=None, actor=actor)
    if state == State.AWAITING_COMPLAINANT:
        steps.ask_complainant(case.pk, question="Kur?", expected=None, actor=actor)
    if state == State.OPEN:
        steps.open_for_work(case.pk, admissibility_note="E pranueshme.", expected=None, actor=actor)
    return Case.objects.get(pk=case.pk)


_PREPARED: dict[str, Callable[[Case, User, Case, Partner], Any]] = {
    "tag": lambda case, by, kept, b: work.set_tags(
        case.pk, names=["toka"], expected=None, actor=actor_of(by)
    ),
    "assign": lambda case, by, kept, b: assigned(case, by),
    "note": lambda case, by, kept, b: work.add_note(case.pk, text="Shënim.", actor=actor_of(by)),
    "share": lambda case, by, kept, b: (
        None
        if Case.objects.get(pk=case.pk).restricted
        else sharing.share(case.pk, partner=b, actor=actor_of(by))
    ),
    "task": lambda case, by, kept, b: write_task(
        case.pk, title="Telefono.", due_on=clock.now().date() + timedelta(days=3), actor=actor_of(by)
    ),
    "write": lambda case, by, kept, b: write_to_complainant(
        case.pk, text="Po e lexojmë.", actor=actor_of(by)
    ),
    "consent": lambda case, by, kept, b: agreed_to(b, case, by),
    "link": lambda case, by, kept, b: work.link(case.pk, other_id=kept.pk, actor=actor_of(by)),
    "restrict": lambda case, by, kept, b: restricted(assigned(case, by), [by], by),
}
