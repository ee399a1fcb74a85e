"""What is promised of views of the list that people keep."""

from collections.abc import Callable
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.cases.models import SavedView, Tag
from backend.cases.services import saved_views
from backend.partners.models import Partner, User
from tests.calling import Caller

Api = Callable[[User], Caller]
FILTERS = {"state": ["open", "referred"], "severity": [3, 4], "overdue": True, "assignee": "me"}


def view(**changes: Any) -> dict[str, Any]:
    return {"name": "Urgent", "filters": FILTERS, "columns": ["reference", "due_at"], **changes}


def saved(caller: Caller, **changes: Any) -> Any:
    answer = caller.post("/saved-views/", view(**changes))
    assert answer.status_code == 201, answer.content
    return answer


def names(caller: Caller) -> list[str]:
    return [one["name"] for one in caller.get("/saved-views/").json()["results"]]


def test_a_view_is_kept_as_it_was_given(api: Api, arta: User) -> None:
    shown = saved(api(arta), ordering="due_at", board=True).json()
    assert shown["filters"] == {
        "state": ["open", "referred"],
        "severity": [3, 4],
        "overdue": True,
        "assignee": "me",
    }
    assert (shown["columns"], shown["ordering"], shown["board"]) == (["reference", "due_at"], "due_at", True)
    assert (shown["partner"], shown["gone"], shown["may_change"]) == (None, [], True)


def test_mine_are_mine_and_shared_ones_are_for_all_who_see_cases(
    api: Api, arta: User, besa: User, observer: User, nino: User
) -> None:
    saved(api(arta), name="mine")
    saved(api(arta), name="ours", partner="pif")
    assert names(api(arta)) == ["mine", "ours"]
    assert names(api(besa)) == names(api(observer)) == ["ours"]
    assert names(api(nino)) == []


def test_only_those_who_read_cases_there_share_a_view(api: Api, arta: User, observer: User) -> None:
    for person, partner in ((observer, "pif"), (arta, "akt")):
        answer = api(person).post("/saved-views/", view(partner=partner))
        assert answer.status_code in (400, 403)
    assert saved(api(observer)).status_code == 201


def test_a_shared_view_is_changed_by_its_author_and_by_who_keeps_the_partner(
    api: Api, arta: User, besa: User, luan: User
) -> None:
    here = f"/saved-views/{saved(api(arta), partner='pif').json()['id']}/"
    assert api(luan).patch(here, {"name": "x"}, if_match=1).status_code == 403
    assert api(besa).patch(here, {"name": "Të gjitha"}, if_match=1).json()["name"] == "Të gjitha"
    assert api(arta).patch(here, {"name": "x"}, if_match=1).status_code == 412
    # Whose it is, its author alone says: nobody makes it his own by taking it out of the partner.
    assert api(besa).patch(here, {"partner": None}, if_match=2).status_code == 403
    assert api(arta).delete(here, if_match=2).status_code == 204
    assert [
        one.action for one in AuditEvent.objects.filter(action__startswith="view.").order_by("number")
    ] == [
        "view.saved",
        "view.changed",
        "view.deleted",
    ]


@pytest.mark.parametrize(
    "filters",
    [
        {"category": "no_such"},
        {"state": ["no_such"]},
        {"assignee": "x"},
        {"owner": "no-such"},
        {"colour": "red"},
    ],
)
def test_what_the_list_would_refuse_is_not_kept(api: Api, arta: User, filters: dict[str, Any]) -> None:
    assert api(arta).post("/saved-views/", view(filters=filters)).status_code == 400
    assert not SavedView.objects.exists()


def test_a_value_that_went_away_is_told_and_stays(
    api: Api, arta: User, besa: User, partner_a: Partner, delay: Any
) -> None:
    tag = Tag.objects.create(partner=partner_a, name="Urgent", folded="urgent")
    filters = {
        "category": "delay",
        "assignee": str(besa.pk),
        "owner": "pif",
        "tag": "Urgent",
        "kind": ["corruption"],
    }
    me = api(arta)
    here = f"/saved-views/{saved(me, filters=filters).json()['id']}/"
    assert me.get(here).json()["gone"] == []
    besa.is_active = False
    besa.save()
    tag.delete()
    held = SavedView.objects.get()
    held.filters["category"] = "was_there"
    held.columns = ["reference", "colour"]
    held.save()
    shown = me.get(here).json()
    assert {one["filter"]: one["value"] for one in shown["gone"]} == {
        "category": "was_there",
        "assignee": str(besa.pk),
        "tag": "Urgent",
        "columns": "colour",
    }
    assert shown["filters"] == {**filters, "category": "was_there"}


def test_there_is_an_end_to_how_many(api: Api, arta: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_views, "MOST", 1)
    saved(api(arta))
    refused = api(arta).post("/saved-views/", view())
    assert (refused.status_code, refused.json()["code"]) == (409, "view.too_many")


def test_a_view_opens_nothing(api: Api, arta: User, nino: User) -> None:
    """Somebody else's own view does not exist for others."""
    here = f"/saved-views/{saved(api(arta)).json()['id']}/"
    for call in (api(nino).get(here), api(nino).delete(here, if_match="*")):
        assert call.status_code == 404
