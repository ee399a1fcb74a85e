"""`forms/{slug}/` for everybody, `partners/{slug}/form/` for the coordinator: draft, publish, versions."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from backend.audit.models import AuditEvent
from backend.common import clock
from backend.common.errors import Invalid
from backend.forms.errors import FormOutdated
from backend.forms.models import FormVersion
from backend.forms.services import published_form, published_number, shipped
from backend.forms.services.shipped import shipped_schema
from tests.factories.directory import CategoryFactory
from tests.factories.forms import asking, published, question, schema, section, with_own_questions
from tests.factories.partners import suspended

pytestmark = pytest.mark.django_db
FORM = "/partners/pif/form/"
DRAFT = f"{FORM}draft/"


@pytest.fixture
def coordinator(api, besa):
    return api(besa)


def more():
    return with_own_questions(question("how_often", "number", least=1))


def write(caller, described=None, if_match="*"):
    return caller.put(DRAFT, {"schema": described or more()}, if_match=if_match)


# The public form


def test_everybody_can_load_the_form_that_is_published(anonymous, partner_a):
    told = anonymous.get("/forms/pif/").json()
    assert (told["partner"], told["number"]) == ("People in Focus", 1)
    assert told["schema"]["sections"][0]["name"] == "way"


def test_the_rules_that_every_form_has_are_written_out(anonymous, partner_a):
    told = anonymous.get("/forms/pif/").json()["schema"]
    named = {"not": {"question": "complainant_kind", "is": ["anonymous"]}}
    assert asking(told, "name")["when"] == named
    assert asking(told, "email")["when"] == {
        "all": [named, {"question": "contact_wish", "is": ["email"]}],
    }
    is_judiciary = {"question": "kind", "is": ["judiciary"]}
    assert asking(told, "court_case_number")["when"] == {"all": [is_judiciary, is_judiciary]}
    assert asking(told, "narrative")["required"] is True


def test_a_partner_that_is_not_there_has_no_form(anonymous, partner_a):
    assert anonymous.get("/forms/nobody/").status_code == 404
    suspended(partner_a)
    assert anonymous.get("/forms/pif/").status_code == 404


def test_a_draft_is_shown_to_nobody_before_it_is_published(anonymous, coordinator):
    assert write(coordinator).status_code == 200
    assert "how_often" not in anonymous.get("/forms/pif/").text
    assert coordinator.post(f"{FORM}publish/", if_match="*").status_code == 201
    told = anonymous.get("/forms/pif/")
    assert told.json()["number"] == 2
    assert "how_often" in told.text


# Writing and publishing


def test_a_coordinator_writes_throws_away_and_publishes(coordinator):
    first = coordinator.get(FORM)
    assert first.headers["ETag"] == '"0"'
    assert first.json()["draft"] is None
    assert first.json()["published"]["is_shipped"] is True
    written = write(coordinator, if_match='"0"')
    assert written.json()["number"] is None
    again = write(coordinator, if_match=written.headers["ETag"])
    assert again.headers["ETag"] != written.headers["ETag"]
    assert write(coordinator, if_match=written.headers["ETag"]).status_code == 412
    assert coordinator.delete(DRAFT, if_match=written.headers["ETag"]).status_code == 412
    assert coordinator.delete(DRAFT, if_match=again.headers["ETag"]).status_code == 204
    assert coordinator.delete(DRAFT, if_match="*").status_code == 404
    none = coordinator.post(f"{FORM}publish/", if_match="*")
    assert (none.status_code, none.json()["code"]) == (409, "form.no_draft")


def test_a_draft_that_was_begun_anew_is_another_one(coordinator):
    old = write(coordinator).headers["ETag"]
    coordinator.delete(DRAFT, if_match="*")
    assert write(coordinator).headers["ETag"] != old
    assert write(coordinator, if_match=old).status_code == 412


def test_a_change_says_which_draft_it_was_made_from(coordinator):
    assert coordinator.put(DRAFT, {"schema": more()}).status_code == 428
    assert coordinator.post(f"{FORM}publish/").status_code == 428
    assert coordinator.delete(DRAFT).status_code == 428


def test_publishing_twice_with_one_key_publishes_once(coordinator):
    write(coordinator)
    first = coordinator.post(f"{FORM}publish/", if_match="*", key="k-1")
    again = coordinator.post(f"{FORM}publish/", if_match="*", key="k-1")
    assert first.json() == again.json()
    assert FormVersion.objects.filter(state="published").count() == 2


def test_what_is_wrong_with_a_form_is_told_at_its_place(coordinator):
    answer = write(coordinator, schema(lambda s: section(s, "wish")["title"].pop("ka")))
    assert answer.status_code == 400
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == [
        ("schema.sections.5.title.ka", "required")
    ]
    unknown = write(coordinator, schema(lambda s: s.update(categories=["no-such"])))
    assert [(one["field"], one["code"]) for one in unknown.json()["errors"]] == [
        ("schema.categories", "unknown")
    ]


def test_versions_stay_and_can_be_read(coordinator):
    CategoryFactory(code="delay")
    write(coordinator)
    coordinator.post(f"{FORM}publish/", if_match="*")
    write(coordinator, schema(lambda s: s.update(categories=["delay"])))
    coordinator.post(f"{FORM}publish/", if_match="*")
    listed = coordinator.get(f"{FORM}versions/").json()["results"]
    assert [(one["number"], one["is_shipped"]) for one in listed] == [(3, False), (2, False), (1, True)]
    assert "how_often" in coordinator.get(f"{FORM}versions/2/").text
    assert "how_often" not in coordinator.get(f"{FORM}versions/3/").text
    assert coordinator.get(f"{FORM}versions/4/").status_code == 404


def test_a_wording_that_people_agreed_to_keeps_its_name(coordinator):
    def reworded(described):
        described["consents"][0]["text"]["sq"] = "Pajtohem me gjithçka."

    write(coordinator, schema(reworded))
    refused = coordinator.post(f"{FORM}publish/", if_match="*")
    assert refused.json()["errors"][0]["code"] == "form.wording_changed"

    def renamed(described):
        reworded(described)
        described["consents"][0]["version"] = "2027-01"

    write(coordinator, schema(renamed))
    assert coordinator.post(f"{FORM}publish/", if_match="*").status_code == 201


def test_every_step_leaves_one_line_that_tells_no_text(coordinator, besa):
    write(coordinator)
    coordinator.delete(DRAFT, if_match="*")
    write(coordinator)
    coordinator.post(f"{FORM}publish/", if_match="*")
    lines = AuditEvent.objects.filter(action__startswith="form.").order_by("pk")
    assert [(line.action, line.actor_id) for line in lines] == [
        ("form.draft_written", besa.pk),
        ("form.draft_discarded", besa.pk),
        ("form.draft_written", besa.pk),
        ("form.published", None),
        ("form.published", besa.pk),
    ]
    assert [line.facts for line in lines][-2:] == [{"number": 1}, {"number": 2}]


def test_for_others_there_is_no_form_to_write(api, arta, giorgi, coordinator):
    write(coordinator)
    for stranger in (api(arta), api(giorgi)):
        assert stranger.get(FORM).status_code == 404
        assert write(stranger).status_code == 404
        assert stranger.post(f"{FORM}publish/", if_match="*").status_code == 404
        assert stranger.get(f"{FORM}versions/1/").status_code == 404


# What was published stays


def test_the_database_itself_refuses_to_change_what_was_published(partner_a):
    version = published(partner_a, more())
    for attempt in (
        lambda row: row.update(schema={}),
        lambda row: row.update(state="draft", number=None, published_at=None),
        lambda row: row._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt(FormVersion.objects.filter(pk=version.pk))
    version.refresh_from_db()
    assert version.schema == more()


def test_a_partner_has_one_draft(partner_a):
    FormVersion.objects.create(partner=partner_a, schema={})
    with pytest.raises(IntegrityError), transaction.atomic():
        FormVersion.objects.create(partner=partner_a, schema={})


def test_the_shipped_form_is_published_once_and_again_when_a_release_changes_it(partner_a, monkeypatch):
    first = published_form(partner_a)
    assert published_form(partner_a) == first
    better = more()
    monkeypatch.setattr("backend.forms.services.versions.shipped_schema", lambda: better)
    second = published_form(partner_a)
    assert (second.number, second.schema) == (2, better)
    assert first.schema == shipped_schema() == shipped.shipped_schema()


def test_a_form_of_one_s_own_is_not_replaced_by_a_release(partner_a, monkeypatch):
    own = published(partner_a, more())
    monkeypatch.setattr("backend.forms.services.versions.shipped_schema", lambda: {"another": "form"})
    assert published_form(partner_a) == own


def test_a_replaced_form_is_taken_for_a_day(partner_a):
    first = published_form(partner_a)
    published(partner_a, more())
    assert published_number(partner_a, 1) == first
    with clock.frozen(clock.now() + timedelta(hours=25)):
        assert published_number(partner_a, 2)
        with pytest.raises(FormOutdated):
            published_number(partner_a, 1)
    with pytest.raises(Invalid):
        published_number(partner_a, 3)
