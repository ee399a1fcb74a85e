"""What cannot be taken in is told field by field, with stable codes, all at once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.common import clock
from backend.common.errors import Invalid, NotAllowed
from backend.common.kinds import CaseKind
from backend.complaints.models import ComplainantKind, Complaint, Consent, ContactWish, IntakeChannel
from backend.identity.services import IdentityDetails
from backend.intake.services import ToldConsent
from backend.partners.actors import Actor, actor_of
from tests.factories.complaints import PROCESSING, category, complaint_of, file, institution, place

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 13, 12, tzinfo=UTC)


def refused(partner, actor=None, **changes):
    """The field errors of a statement that is refused; nothing is written."""
    with pytest.raises(Invalid) as told:
        file(partner, actor, **changes)
    assert not Complaint.objects.exists()
    return [(error.field, error.code) for error in told.value.errors]


def consents(*more):
    return (PROCESSING, *(ToldConsent(**{"text_version": "2026-01", **one}) for one in more))


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"narrative": ""}, "narrative", "blank"),
        ({"narrative": " \n\u2003"}, "narrative", "blank"),
        ({"narrative": "a\0b"}, "narrative", "invalid_characters"),
        ({"narrative": "a\x1b[31mb"}, "narrative", "invalid_characters"),
        ({"narrative": "\ud800"}, "narrative", "invalid_characters"),
        ({"narrative": "x" * 20_001}, "narrative", "max_length"),
        ({"wish": "x" * 4_001}, "wish", "max_length"),
        ({"contact_note": "x" * 1_001}, "contact_note", "max_length"),
        ({"category": "no-such"}, "category", "unknown"),
        ({"institution": "no-such"}, "institution", "unknown"),
        ({"place": "no-such"}, "place", "unknown"),
        ({"happened_on": date(1989, 12, 31)}, "happened_on", "date.too_long_ago"),
        ({"happened_on": date(2400, 1, 1)}, "happened_on", "date.in_the_future"),
        ({"consents": ()}, "consents", "consent.processing_required"),
        ({"consents": (PROCESSING, PROCESSING)}, "consents", "consent.given_twice"),
        ({"identity": IdentityDetails(name="Drita")}, "identity", "identity.not_wanted"),
        ({"complainant_kind": ComplainantKind.IDENTIFIED}, "identity", "identity.required"),
        ({"contact_wish": ContactWish.EMAIL}, "contact_wish", "contact.missing"),
    ],
)
def test_each_mistake_has_its_field_and_its_code(partner_a, changes, field, code):
    assert refused(partner_a, **changes) == [(field, code)]


def test_all_mistakes_are_told_at_once(partner_a):
    found = refused(partner_a, narrative="", category="no-such", place="no-such", consents=())
    assert {field for field, _ in found} == {"narrative", "category", "place", "consents"}


def test_the_future_begins_at_midnight_where_the_partner_is(partner_a):
    with clock.frozen(datetime(2026, 3, 13, 23, 30, tzinfo=UTC)):  # 00:30 on the 14th in Tirana
        assert file(partner_a, happened_on=date(2026, 3, 14))
    with clock.frozen(datetime(2026, 3, 13, 22, 30, tzinfo=UTC)), pytest.raises(Invalid):
        file(partner_a, happened_on=date(2026, 3, 14))


def test_a_category_has_to_belong_to_the_kind(partner_a):
    category("bribery", "corruption")
    assert refused(partner_a, category="bribery") == [("category", "category.other_kind")]
    filed = file(partner_a, category="bribery", kind=CaseKind.CORRUPTION)
    assert filed.case.category and filed.case.category.code == "bribery"


def test_a_category_out_of_use_is_unknown(partner_a):
    category("old", is_active=False)
    assert refused(partner_a, category="old") == [("category", "unknown")]


def test_a_dissolved_institution_can_be_complained_about_for_its_time(partner_a):
    institution("dissolved", valid_until=date(2024, 6, 30))
    assert refused(partner_a, institution="dissolved") == [("institution", "unknown")]
    after = {"institution": "dissolved", "happened_on": date(2025, 1, 1)}
    assert refused(partner_a, **after) == [("institution", "unknown")]
    assert file(partner_a, institution="dissolved", happened_on=date(2024, 6, 30))


def test_directory_rows_are_found_by_code(partner_a):
    category("delay"), institution("al-cadastre"), place("al-puke")
    filed = file(partner_a, category="delay", institution="al-cadastre", place="al-puke")
    complaint = complaint_of(filed)
    named = (complaint.category, complaint.institution, complaint.place)
    assert [row.code for row in named if row] == ["delay", "al-cadastre", "al-puke"]


@pytest.mark.parametrize(
    ("consent", "field", "code"),
    [
        ({"purpose": Consent.Purpose.REFERRAL}, "consents.1.institution", "required"),
        ({"purpose": Consent.Purpose.SHARING}, "consents.1.partner", "required"),
        (
            {"purpose": Consent.Purpose.REFERRAL, "institution": "no-such"},
            "consents.1.institution",
            "unknown",
        ),
        ({"purpose": Consent.Purpose.SHARING, "partner": "no-such"}, "consents.1.partner", "unknown"),
        ({"purpose": Consent.Purpose.PUBLICATION, "partner": "akt"}, "consents.1.partner", "not_wanted"),
    ],
)
def test_a_consent_names_whom_it_is_towards(partner_a, partner_b, consent, field, code):
    assert refused(partner_a, consents=consents(consent)) == [(field, code)]


def test_consents_are_kept_with_their_recipients(partner_a, partner_b):
    institution("al-cadastre")
    told = consents(
        {"purpose": Consent.Purpose.REFERRAL, "institution": "al-cadastre", "manner": Consent.Manner.ORAL},
        {"purpose": Consent.Purpose.SHARING, "partner": "akt"},
    )
    complaint = complaint_of(file(partner_a, consents=told))
    kept = {one.purpose: one for one in complaint.consents.select_related("institution", "partner")}
    assert set(kept) == {"processing", "referral", "sharing"}
    assert kept["referral"].institution.code == "al-cadastre"
    assert kept["referral"].manner == "oral"
    assert kept["sharing"].partner == partner_b
    assert {one.language for one in kept.values()} == {"sq"}


# How it was told


def test_the_public_comes_through_the_form_and_today(partner_a):
    for changes in ({"channel": IntakeChannel.PHONE}, {"received_on": date(2026, 3, 1)}):
        assert refused(partner_a, **changes) == [("channel", "channel.not_yours")]


def test_staff_says_how_it_was_told(partner_a, ilir):
    assert refused(partner_a, actor_of(ilir)) == [("channel", "channel.not_yours")]
    complaint = complaint_of(file(partner_a, actor_of(ilir), channel=IntakeChannel.PHONE))
    assert (complaint.channel, complaint.recorded_by) == ("phone", ilir)


def test_a_letter_of_last_week_was_received_last_week(partner_a, ilir):
    with clock.frozen(NOON):
        filed = file(partner_a, actor_of(ilir), channel=IntakeChannel.LETTER, received_on=date(2026, 3, 6))
    assert complaint_of(filed).received_at == datetime(2026, 3, 6, 11, tzinfo=UTC)  # noon in Tirana
    with clock.frozen(NOON):
        today = file(partner_a, actor_of(ilir), channel=IntakeChannel.LETTER, received_on=date(2026, 3, 13))
    assert complaint_of(today).received_at == NOON


@pytest.mark.parametrize(
    ("days", "code"), [(1, "date.in_the_future"), (-367, "date.too_long_ago"), (-400, "date.too_long_ago")]
)
def test_a_day_of_receipt_that_cannot_be_is_refused(partner_a, ilir, days, code):
    with clock.frozen(NOON):
        found = refused(
            partner_a,
            actor_of(ilir),
            channel=IntakeChannel.LETTER,
            received_on=NOON.date() + timedelta(days),
        )
    assert found == [("received_on", code)]


def test_nothing_happened_after_it_was_told(partner_a, ilir):
    changes = {"received_on": date(2026, 3, 6), "happened_on": date(2026, 3, 7)}
    with clock.frozen(NOON):
        found = refused(partner_a, actor_of(ilir), channel=IntakeChannel.LETTER, **changes)
    assert found == [("happened_on", "date.in_the_future")]


def test_whoever_may_not_file_is_told_so(partner_a, partner_b, observer, nino, admin):
    for user in (observer, nino, admin):
        with pytest.raises(NotAllowed):
            file(partner_a, actor_of(user), channel=IntakeChannel.PHONE)


def test_the_demonstration_may_file_what_came_any_way(partner_a):
    assert file(partner_a, Actor.system(), channel=IntakeChannel.FIELD)
