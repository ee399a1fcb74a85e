"""A whole import is taken back: nothing is left of it but its lines in the audit log."""

from collections import Counter
from typing import Any

import pytest
from django.apps import apps

from backend.cases.models import Case, Tag
from backend.cases.services import steps, work
from backend.insights.services.keeping import fold_sums
from backend.keyring.models import DataKey
from backend.partners.actors import actor_of
from backend.partners.models import User
from tests.imports.conftest import FIELDS, HEADINGS, ROWS, Desk, book, mapping

# What an act leaves behind by intention, and what belongs to the import itself.
STAYS = {
    "audit.AuditEvent", "audit.AuditChain", "jobs.Job", "jobs.Schedule", "imports.ImportRun",
    "cases.ReferenceCounter", "keyring.DataKey", "keyring.PartnerKey", "files.StoredFile", "sessions.Session",
}  # fmt: skip


def rows_of_every_table() -> Counter[str]:
    # A case that came and went leaves one more and one fewer in the kept sums, until the next hour.
    fold_sums()
    models = (model for model in apps.get_models(include_auto_created=True) if model._meta.managed)
    counted: Counter[str] = Counter()
    for model in models:
        if model._meta.label not in STAYS:
            counted[model._meta.label] = model._default_manager.count()
    return counted


def with_everything(desk: Desk) -> None:
    """An import with identities, notes and tags."""
    headings = (*HEADINGS, "Etiketa")
    desk.send(book([(*row, "ujë, rruga") for row in ROWS], headings))
    desk.map(mapping({**FIELDS, "Etiketa": "tags"}, headings))
    desk.step("check")
    assert desk.step("start").status_code == 200
    assert desk.shown["imported"] == 3


def test_undoing_leaves_nothing(desk: Desk) -> None:
    before = rows_of_every_table()
    with_everything(desk)
    assert rows_of_every_table() - before
    desk.step("undo")
    assert (desk.shown["state"], desk.shown["undone"], desk.shown["imported"]) == ("undone", 3, 0)
    assert rows_of_every_table() == before


def test_the_keys_of_what_was_undone_are_destroyed(desk: Desk) -> None:
    with_everything(desk)
    subjects = set(Case.objects.values_list("pk", flat=True)) | set(
        Case.objects.values_list("complaint_id", flat=True)
    )
    keys = DataKey.objects.filter(subject_id__in=subjects)
    assert keys.count() == 5
    desk.step("undo")
    assert not keys.filter(destroyed_at=None).exists()


def noted(case: Case, by: User) -> None:
    work.add_note(case.pk, text="Sot telefonova.", actor=actor_of(by))


def changed(case: Case, by: User) -> None:
    work.change_particulars(case.pk, changes={"severity": 3}, expected=None, actor=actor_of(by))


@pytest.mark.parametrize("act", [noted, changed])
def test_a_case_on_which_somebody_worked_stays_and_is_named(desk: Desk, besa: User, act: Any) -> None:
    desk.whole()
    case = Case.objects.get(state="received")
    act(case, besa)
    desk.step("undo")
    assert (desk.shown["undone"], desk.shown["imported"]) == (2, 1)
    left = desk.caller.get(f"/imports/{desk.run_id}/left/").json()["results"]
    assert left == [{"row": 4, "case": str(case.pk), "reference": case.reference}]


def test_a_case_that_another_one_points_to_stays(desk: Desk, besa: User, new_case: Any) -> None:
    desk.whole()
    linked, original, _free = Case.objects.order_by("opened_at")
    mine, double = new_case(), new_case()
    work.link(mine.pk, other_id=linked.pk, actor=actor_of(besa))
    steps.mark_duplicate(double.pk, original_id=original.pk, expected=None, actor=actor_of(besa))
    desk.step("undo")
    assert (desk.shown["undone"], desk.shown["imported"]) == (1, 2)


def test_what_was_undone_can_be_imported_again_under_new_numbers(desk: Desk) -> None:
    desk.whole()
    used = set(Case.objects.values_list("reference", flat=True))
    desk.step("undo")
    desk.step("check")
    assert desk.shown["already_there"] == 0
    desk.step("start")
    again = set(Case.objects.values_list("reference", flat=True))
    assert len(again) == 3
    assert not used & again


def test_a_tag_that_others_use_stays(desk: Desk, besa: User, new_case: Any) -> None:
    with_everything(desk)
    mine = new_case(category="delay")
    work.set_tags(mine.pk, names=["ujë"], expected=None, actor=actor_of(besa))
    desk.step("undo")
    assert [tag.name for tag in Tag.objects.all()] == ["ujë"]
