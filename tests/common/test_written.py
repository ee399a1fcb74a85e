"""A question that Django writes once answers each time about what it is asked; rows are kept as models do."""

from uuid import UUID, uuid4

import pytest
from django.db.models import CharField, F, Model, UUIDField

from backend.cases.models import Case, Note
from backend.cases.services import work
from backend.common.written import Several, Written, insert
from backend.directory.models import Need
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.factories.cases import CaseFactory
from tests.factories.directory import NeedFactory

pytestmark = pytest.mark.django_db

_CASE = Written[Case](
    Case,
    lambda case: (
        Case.objects.select_related("owner", "complaint", "data_key", "assignee")
        .annotate(named=F("reference"))
        .filter(pk=case)
    ),
    case=UUIDField(),
)
_AT_WORK = Written[Partner](
    Partner, lambda slug: Partner.objects.filter(slug=slug, is_active=True), slug=CharField()
)


def test_each_case_is_its_own(partner_a: Partner, arta: User) -> None:
    cases = [CaseFactory(owner=partner_a, assignee=arta), CaseFactory(), CaseFactory(owner=partner_a)]
    for case in (*cases, *cases[::-1]):
        found = _CASE.first(case=case.pk)
        assert found is not None
        asked = _CASE.queryset(case=case.pk).get()
        for one, same in ((found, asked), (found.owner, asked.owner), (found.complaint, asked.complaint)):
            assert _columns(one) == _columns(same)
        assert (found, found.owner, found.assignee) == (case, case.owner, case.assignee)
        assert found.complaint is not None and found.complaint.narrative == case.complaint.narrative
        assert found.named == case.reference  # type: ignore[attr-defined]
    assert _CASE.first(case=uuid4()) is None


def _columns(row: Model) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_whoever_was_shut_out_is_not_found_by_the_next_asking(partner_a: Partner) -> None:
    assert _AT_WORK.first(slug=partner_a.slug) == partner_a
    Partner.objects.filter(pk=partner_a.pk).update(is_active=False)
    assert _AT_WORK.first(slug=partner_a.slug) is None


def test_words_are_opened_with_the_key_that_came_along(case_of_arta: Case, arta: User) -> None:
    work.add_note(case_of_arta.pk, text="Vetëm për ne.", actor=actor_of(arta))
    noted = Written[Note](
        Note,
        lambda case: Note.objects.filter(case=case).select_related("data_key__partner_key"),
        case=UUIDField(),
    )
    assert [note.text for note in noted.all(case=case_of_arta.pk)] == ["Vetëm për ne."]


@pytest.mark.parametrize("kind", [UUID, str])
@pytest.mark.parametrize("count", range(1, 10))
def test_any_number_of_cases_is_asked_for(partner_a: Partner, count: int, kind: type) -> None:
    cases = CaseFactory.create_batch(count, owner=partner_a)
    CaseFactory(owner=partner_a)
    some = Written(
        Case,
        lambda owner, ids: Case.objects.filter(owner=owner, pk__in=ids).values(
            "id", "reference", "opened_at", "owner__name"
        ),
        owner=UUIDField(),
        ids=Several(UUIDField()),
    )
    wanted = {kind(str(case.pk)) for case in cases}
    told = {
        row["id"]: (row["opened_at"], row["owner__name"]) for row in some.all(owner=partner_a.pk, ids=wanted)
    }
    assert told == {case.pk: (case.opened_at, partner_a.name) for case in cases}
    assert some.all(owner=uuid4(), ids=wanted) == []


def test_a_few_statements_do_for_any_number(partner_a: Partner) -> None:
    some = Written(Case, lambda ids: Case.objects.filter(pk__in=ids), ids=Several(UUIDField()))
    for count in range(1, 17):
        assert some.all(ids=[uuid4() for _ in range(count)]) == []
    assert len(some._statements) == 5


def test_whoever_forgets_to_ask_for_an_id_is_refused() -> None:
    forgetful = Written(Case, lambda case: Case.objects.filter(restricted=False), case=UUIDField())
    with pytest.raises(ValueError, match="does not ask"):
        forgetful.all(case=UUID(int=1))


def test_new_rows_are_the_ones_that_are_saved_later() -> None:
    one, two = NeedFactory.build(code="one"), NeedFactory.build(code="two")
    insert(one, two)
    two.names = {"en": "Another"}
    two.save()
    kept = {need.pk: (need.code, need.names) for need in Need.objects.all()}
    assert kept == {one.pk: ("one", one.names), two.pk: ("two", {"en": "Another"})}
