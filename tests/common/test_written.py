"""A question that Django writes once answers each time about what it is asked."""

from uuid import UUID, uuid4

import pytest
from django.db.models import F, Model

from backend.cases.models import Case, Note
from backend.cases.services import work
from backend.common.written import WrittenOnce, among
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db

_CASE = WrittenOnce(
    Case,
    lambda case: (
        Case.objects.select_related("owner", "complaint", "data_key", "assignee")
        .annotate(named=F("reference"))
        .filter(pk=case)
    ),
)


def test_each_case_is_its_own(partner_a: Partner, arta: User) -> None:
    cases = [CaseFactory(owner=partner_a, assignee=arta), CaseFactory(), CaseFactory(owner=partner_a)]
    for case in (*cases, *cases[::-1]):
        found = _CASE.one(case.pk)
        assert found is not None
        asked = _CASE.queryset(case.pk).get()
        for one, same in ((found, asked), (found.owner, asked.owner), (found.complaint, asked.complaint)):
            assert _columns(one) == _columns(same)
        assert (found, found.owner, found.assignee) == (case, case.owner, case.assignee)
        assert found.complaint is not None and found.complaint.narrative == case.complaint.narrative
        assert found.named == case.reference  # type: ignore[attr-defined]
    assert _CASE.one(uuid4()) is None


def _columns(row: Model) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_words_are_opened_with_the_key_that_came_along(case_of_arta: Case, arta: User) -> None:
    work.add_note(case_of_arta.pk, text="Vetëm për ne.", actor=actor_of(arta))
    noted = WrittenOnce(
        Note, lambda case: Note.objects.filter(case=case).select_related("data_key__partner_key")
    )
    assert [note.text for note in noted.all(case_of_arta.pk)] == ["Vetëm për ne."]


@pytest.mark.parametrize("count", range(1, 10))
def test_any_number_of_ids_is_asked_for(partner_a: Partner, count: int) -> None:
    cases = CaseFactory.create_batch(count, owner=partner_a)
    CaseFactory(owner=partner_a)
    some = WrittenOnce(
        Case,
        lambda owner, *ids: Case.objects.filter(owner=owner, pk__in=ids).values(
            "id", "reference", "opened_at", "owner__name"
        ),
    )
    wanted = among({str(case.pk) for case in cases})
    assert len(wanted) in (1, 2, 4, 8, 16) and set(wanted) == {case.pk for case in cases}
    told = {row["id"]: (row["opened_at"], row["owner__name"]) for row in some.all(partner_a.pk, *wanted)}
    assert told == {case.pk: (case.opened_at, partner_a.name) for case in cases}
    assert some.all(uuid4(), *wanted) == []


def test_whoever_forgets_to_ask_for_an_id_is_refused() -> None:
    forgetful = WrittenOnce(Case, lambda case: Case.objects.filter(restricted=False))
    with pytest.raises(ValueError, match="does not ask"):
        forgetful.all(UUID(int=1))
