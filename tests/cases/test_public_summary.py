"""The public reads of a case what one person wrote and another published, nothing else, and not longer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseEvent, PublicSummary
from backend.cases.services import consents, masking, publishing, sharing, steps, transfers
from backend.cases.services.erasing import erase_case
from backend.cases.services.publishable import Hindrance, hindrances_of
from backend.cases.services.withdrawal import complainant_withdrew
from backend.cases.stages import PUBLISHABLE, State
from backend.common import secondlock
from backend.common.errors import Invalid, NotAllowed, NotFound, Stale
from backend.common.kinds import CaseKind
from backend.complaints.models import Consent, Vulnerability
from backend.directory import lookups
from backend.directory.kinds import PlaceLevel
from backend.directory.models import Category, Place
from backend.directory.services.categories import change_category
from backend.intake.services import ToldConsent
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import opened, restricted, shared
from tests.factories import complaints as filing
from tests.factories.directory import PlaceFactory

Api = Callable[[User], Caller]
NewCase = Callable[..., Case]
AGREED = ToldConsent(purpose=Consent.Purpose.PUBLICATION, text_version="2026-11")
TITLE = "Certifikata të pronësisë me vonesë"
TEXT = "Zyra e kadastrës nuk u përgjigj brenda afatit. Ne i shkruam dhe presim."
SAID = (
    "Kam shkuar njëmbëdhjetë herë në sportelin e kadastrës dhe askush nuk më pranoi kërkesën për certifikatë."
)


@pytest.fixture
def case(new_case: NewCase, arta: User) -> Case:
    return opened(new_case(narrative=SAID, consents=(filing.PROCESSING, AGREED)), arta)


def write(case: Case, by: User, text: str = TEXT, **changes: Any) -> PublicSummary:
    words = {"title": TITLE, "text": text, "language": "sq", "place": None, "expected": None, **changes}
    return publishing.write_summary(case.pk, **words, actor=actor_of(by))[1]


def publish(case: Case, by: User) -> PublicSummary:
    return publishing.publish_summary(case.pk, expected=None, actor=actor_of(by))[1]


@pytest.fixture
def published(case: Case, arta: User, besa: User) -> Case:
    write(case, arta)
    publish(case, besa)
    return case


def read_by_all(partner: Partner) -> list[str]:
    return [one.text for one in PublicSummary.objects.public_of(partner)]


def against(case: Case) -> set[Hindrance]:
    found = Case.objects.select_related("complaint__data_key__partner_key").get(pk=case.pk)
    return set(hindrances_of(found, PublicSummary.objects.filter(case=case).first()))


def test_nothing_is_public_until_somebody_else_publishes_it(
    case: Case, arta: User, besa: User, partner_a: Partner
) -> None:
    write(case, arta)
    assert read_by_all(partner_a) == []
    publish(case, besa)
    assert read_by_all(partner_a) == [TEXT]


def test_nobody_publishes_his_own_words(case: Case, besa: User, partner_a: Partner) -> None:
    summary = write(case, besa)
    with pytest.raises(errors.OwnSummary):
        publish(case, besa)
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicSummary.objects.filter(pk=summary.pk).update(
            state="published", published_by=besa, published_at="2026-11-01T00:00Z"
        )
    assert read_by_all(partner_a) == []


@pytest.mark.parametrize("who", ["arta", "luan", "ilir"])
def test_only_a_coordinator_publishes(who: str, case: Case, besa: User, request: Any) -> None:
    write(case, besa)
    with pytest.raises(NotAllowed):
        publish(case, request.getfixturevalue(who))


def test_a_program_neither_writes_nor_publishes(case: Case, client_of: Any, partner_a: Partner) -> None:
    program = client_of(partner_a, "coordinator", ["cases:read", "cases:write"])
    here = f"/cases/{case.pk}/public-summary/"
    body = {"title": TITLE, "text": TEXT, "language": "sq", "place": None}
    assert program.put(here, body, if_match="*").status_code == 403
    assert program.post(f"{here}publish/", if_match="*").status_code == 403
    assert program.get(here).json()["allowed_actions"] == []


def test_it_is_withdrawn_at_once_by_whoever_works_the_case(
    published: Case, arta: User, partner_a: Partner
) -> None:
    publishing.withdraw_summary(published.pk, expected=None, actor=actor_of(arta))
    assert read_by_all(partner_a) == []


def test_what_the_public_reads_is_not_changed_under_its_eyes(
    published: Case, arta: User, besa: User, partner_a: Partner
) -> None:
    with pytest.raises(errors.SummaryIsPublic):
        write(published, arta, text="Diçka tjetër.")
    publishing.withdraw_summary(published.pk, expected=None, actor=actor_of(arta))
    write(published, arta, text="Diçka tjetër.")
    assert read_by_all(partner_a) == []
    publish(published, besa)
    assert read_by_all(partner_a) == ["Diçka tjetër."]


def test_somebody_publishes_the_version_that_he_read(case: Case, arta: User, besa: User) -> None:
    write(case, arta)
    write(case, arta, text="Diçka tjetër.")
    with pytest.raises(Stale):
        publishing.publish_summary(case.pk, expected=1, actor=actor_of(besa))


def test_without_the_complainants_consent_nothing_is_published(
    new_case: NewCase, arta: User, besa: User
) -> None:
    case = opened(new_case(), arta)
    write(case, arta)
    assert against(case) == {Hindrance.NO_CONSENT}
    with pytest.raises(errors.NotForThePublic):
        publish(case, besa)


def _consent_back(case: Case, arta: User, besa: User) -> None:
    consent = Consent.objects.get(complaint=case.complaint_id, purpose="publication")
    consents.record_withdrawn(case.pk, consent_id=consent.pk, actor=actor_of(arta))


def _complaint_back(case: Case, arta: User, besa: User) -> None:
    assert case.complaint is not None
    complainant_withdrew(case.complaint)


def _restricted(case: Case, arta: User, besa: User) -> None:
    restricted(case, [besa], besa)


def _of_corruption(case: Case, arta: User, besa: User) -> None:
    Case.objects.filter(pk=case.pk).update(kind=CaseKind.CORRUPTION)


def _marked(case: Case, arta: User, besa: User) -> None:
    admin = User.objects.create(name="Admin", email="keeper@dosja.test", is_superuser=True)
    change_category("delay", changes={"is_sensitive": True}, expected=None, actor=actor_of(admin))


def _below_a_marked_one(case: Case, arta: User, besa: User) -> None:
    root = Category.objects.create(code="root", path="root/", kinds=["public_service"], is_sensitive=True)
    Category.objects.filter(code="delay").update(parent=root, path="root/delay/")
    lookups.forget()


def _erased(case: Case, arta: User, besa: User) -> None:
    erase_case(Case.objects.select_related("complaint").get(pk=case.pk))


def _partner_left(case: Case, arta: User, besa: User) -> None:
    case.owner.is_active = False
    case.owner.save()


@pytest.mark.parametrize(
    "happens",
    [
        _consent_back,
        _complaint_back,
        _restricted,
        _of_corruption,
        _marked,
        _below_a_marked_one,
        _erased,
        _partner_left,
    ],
)
def test_what_was_published_is_gone_the_moment_it_may_not_be_there(
    happens: Callable[..., None], published: Case, arta: User, besa: User, partner_a: Partner
) -> None:
    assert read_by_all(partner_a) == [TEXT]
    happens(Case.objects.select_related("complaint", "owner").get(pk=published.pk), arta, besa)
    assert read_by_all(Partner.objects.get(pk=partner_a.pk)) == []


@pytest.mark.parametrize("state", State.values)
def test_only_admitted_cases_that_were_not_taken_back_are_public(
    state: str, published: Case, partner_a: Partner
) -> None:
    outcome = {"outcome": "refused", "inadmissible_reason": "too_late"}
    Case.objects.filter(pk=published.pk).update(state=state, **outcome)
    assert bool(read_by_all(partner_a)) is (state in PUBLISHABLE)
    assert (Hindrance.NOT_ADMITTED in against(published)) is (state not in PUBLISHABLE)


def test_the_next_partner_does_not_inherit_what_was_published(
    published: Case, besa: User, giorgi: User, partner_a: Partner, partner_b: Partner
) -> None:
    offer = transfers.offer(
        published.pk, to_partner=partner_b, expires_at=None, expected=None, actor=actor_of(besa)
    )
    transfers.accept(offer.pk, expected=None, actor=actor_of(giorgi))
    Case.objects.filter(pk=published.pk).update(state=State.OPEN)
    assert read_by_all(partner_a) == read_by_all(partner_b) == []
    assert PublicSummary.objects.get(case=published).state == "withdrawn"


@pytest.mark.parametrize("told", ["child", "violence", "trafficking", "detention"])
def test_of_people_at_risk_the_public_is_told_nothing(told: str, new_case: NewCase, arta: User) -> None:
    case = opened(new_case(consents=(filing.PROCESSING, AGREED), vulnerability=(Vulnerability(told),)), arta)
    assert against(case) == {Hindrance.AT_RISK}


@pytest.mark.parametrize(
    "slip", ["Telefononi 069 123 4567.", "Shkruani te drita@example.org.", "Nr. personal J12345678T."]
)
def test_what_looks_like_personal_data_is_not_published(
    slip: str, case: Case, arta: User, besa: User, api: Api
) -> None:
    write(case, arta, text=f"{TEXT} {slip}")
    answer = api(besa).post(f"/cases/{case.pk}/public-summary/publish/", if_match="*")
    assert (answer.status_code, answer.json()["hindrances"]) == (409, ["findings"])
    found = api(besa).get(f"/cases/{case.pk}/public-summary/").json()["findings"]
    assert [one["where"] for one in found] == ["text"]
    # A title is looked through, too.
    write(case, arta, title=slip)
    assert against(case) == {Hindrance.FINDINGS}


def test_a_name_that_was_hidden_in_the_case_is_found_however_it_is_declined(
    new_case: NewCase, arta: User
) -> None:
    narrative = "Punonjësi Arben Kolaxhiu më tha të pres."
    case = opened(new_case(narrative=narrative, consents=(filing.PROCESSING, AGREED)), arta)
    write(case, arta, text="Kërkesa e Kolaxhiut nuk mori përgjigje.")
    assert against(case) == set()
    start = narrative.index("Arben")
    place = {"part": "narrative", "start": start, "end": start + len("Arben Kolaxhiu"), "reason": "name"}
    masking.hide_words(case.pk, places=[place], expected=None, actor=actor_of(arta))
    assert against(case) == {Hindrance.FINDINGS}


@pytest.mark.parametrize("copied", [SAID, SAID.upper(), " ".join(SAID.split()[2:11])])
def test_the_complainants_own_words_are_not_published(copied: str, case: Case, arta: User) -> None:
    write(case, arta, text=f"Një qytetar thotë: {copied}")
    assert against(case) == {Hindrance.OWN_WORDS}


def test_no_place_is_named_that_is_smaller_than_a_municipality(case: Case, arta: User, api: Api) -> None:
    town = PlaceFactory(code="al-puke", level=PlaceLevel.MUNICIPALITY)
    village = Place.objects.create(
        code="al-puke-gjegjan",
        parent=town,
        path="al-puke/al-puke-gjegjan/",
        country="AL",
        level=PlaceLevel.ADMINISTRATIVE_UNIT,
        names={"sq": "Gjegjan"},
    )
    lookups.forget()
    with pytest.raises(Invalid):
        write(case, arta, place=village)
    Case.objects.filter(pk=case.pk).update(place=village)
    assert api(arta).get(f"/cases/{case.pk}/public-summary/").json()["suggested_place"]["code"] == "al-puke"
    assert write(case, arta, place=town).place == town


def test_neither_title_nor_text_stands_in_story_or_audit(published: Case) -> None:
    lines = [*CaseEvent.objects.filter(case=published), *AuditEvent.objects.all()]
    told = [line for line in lines if "public_summary" in line.action]
    assert {line.action.split("_")[-1] for line in told} == {"written", "published"}
    assert all(not line.facts for line in told if isinstance(line, CaseEvent))
    assert TITLE not in str([vars(line) for line in lines]) and TEXT not in str(
        [vars(line) for line in lines]
    )


def test_the_words_are_sealed_and_go_with_the_case(published: Case) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_publicsummary")
        assert b"kadastr" not in str(cursor.fetchall()).encode()
    _erased(published, None, None)  # type: ignore[arg-type]
    assert not PublicSummary.objects.exists()


def test_the_public_id_leads_to_no_case(published: Case) -> None:
    summary = PublicSummary.objects.get(case=published)
    assert summary.pk not in (published.pk, published.complaint_id)
    assert published.reference not in (summary.title, str(summary.pk))


def test_a_partner_that_reads_along_is_told_nothing_of_drafts(
    case: Case, arta: User, besa: User, giorgi: User, partner_b: Partner, api: Api
) -> None:
    write(case, arta)
    shared(case, partner_b, besa)
    assert api(giorgi).get(f"/cases/{case.pk}/public-summary/").status_code == 403
    with pytest.raises(NotAllowed):
        publish(case, giorgi)


def test_a_stranger_cannot_tell_that_there_is_a_draft(case: Case, arta: User, nino: User, api: Api) -> None:
    write(case, arta)
    answer = api(nino).get(f"/cases/{case.pk}/public-summary/")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    with pytest.raises(NotFound):
        publish(case, nino)


def test_the_answer_says_what_may_be_done_next(case: Case, arta: User, besa: User, api: Api) -> None:
    here = f"/cases/{case.pk}/public-summary/"
    assert api(besa).get(here).json()["allowed_actions"] == ["write"]
    body = {"title": TITLE, "text": TEXT, "language": "sq", "place": None}
    answer = api(arta).put(here, body, if_match=0)
    assert (answer["ETag"], answer.json()["allowed_actions"]) == ('"1"', ["write"])
    assert api(besa).get(here).json()["allowed_actions"] == ["write", "publish"]
    answer = api(besa).post(f"{here}publish/", if_match=1).json()
    assert (answer["is_public"], answer["allowed_actions"]) == (True, ["withdraw"])
    sharing.restrict(case.pk, people=[besa], expected=None, actor=actor_of(besa))
    held = api(besa).get(here).json()
    assert (held["is_public"], held["hindrances"]) == (False, ["restricted"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": "x" * 121},
        {"text": "a\x00b"},
        {"text": "x" * 3501},
        {"language": "de"},
        {"place": "nowhere"},
        {"extra": 1},
    ],
)
def test_what_does_not_fit_is_said_field_by_field(wrong: Any, case: Case, arta: User, api: Api) -> None:
    body = {"title": TITLE, "text": TEXT, "language": "sq", "place": None, **wrong}
    answer = api(arta).put(f"/cases/{case.pk}/public-summary/", body, if_match="*")
    assert answer.status_code == 400
    assert [one["field"] for one in answer.json()["errors"]] == list(wrong)


def test_the_second_lock_shows_published_rows_to_the_partner_at_hand_alone(
    published: Case, partner_a: Partner, partner_b: Partner
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no row-level security")
    with secondlock.holding(partner_b.pk):
        assert not PublicSummary.objects.exists()
    with secondlock.holding():
        assert not PublicSummary.objects.exists()
    with secondlock.holding(partner_a.pk):
        assert read_by_all(partner_a) == [TEXT]


def test_a_case_that_was_closed_stays_readable(published: Case, arta: User, partner_a: Partner) -> None:
    result = steps.Result(outcome=steps.Outcome.REMEDIED, words="U zgjidh.")
    steps.resolve(published.pk, result=result, expected=None, actor=actor_of(arta))
    assert read_by_all(partner_a) == [TEXT]
