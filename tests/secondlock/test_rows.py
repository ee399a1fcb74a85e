"""What the database shows and takes by itself, whatever a query forgot to ask."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from backend.cases.models import Case, CaseEvent, CaseShare, Note, PartnerReferral
from backend.cases.services.keys import keys_of_receipt
from backend.common.secondlock import Errand, everything, holding
from backend.complaints.models import Complaint, Consent, Receipt
from backend.identity.models import ComplainantIdentity
from backend.partners.models import Partner, User
from backend.secondlock.policies import policies
from tests.casework import agreed_to, referred_to, sent, shared

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row-level security"),
]
NewCase = Callable[..., Case]


def rows_of(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}"')
        return int(cursor.fetchone()[0])


def refused(words: str, why: str) -> None:
    with pytest.raises(DatabaseError, match=why), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(words)


@pytest.fixture
def case_of_b(new_case: NewCase, partner_b: Partner) -> Case:
    return new_case(partner=partner_b, consent=False)


def test_raw_sql_without_an_actor_returns_nothing(
    case_of_arta: Case, partner_b: Partner, arta: User, besa: User
) -> None:
    sent(case_of_arta, arta)
    agreed_to(partner_b, case_of_arta, besa)
    shared(case_of_arta, partner_b, besa)
    filled = [table for table in policies() if rows_of(table)]
    assert len(filled) >= 10
    with holding():
        assert {table: rows_of(table) for table in policies()} == dict.fromkeys(policies(), 0)


def test_a_query_that_forgets_whom_it_serves_shows_only_that_partners_cases(
    case_of_arta: Case, case_of_b: Case, partner_a: Partner, partner_b: Partner
) -> None:
    with holding(partner_a.pk):
        assert list(Case.objects.all()) == [case_of_arta]
        assert list(Complaint.objects.all()) == [case_of_arta.complaint]
        assert {event.case_id for event in CaseEvent.objects.all()} == {case_of_arta.pk}
    with holding(partner_b.pk):
        assert list(Case.objects.all()) == [case_of_b]
    with holding(partner_a.pk, partner_b.pk):
        assert Case.objects.count() == 2


def test_a_share_opens_the_row_and_its_end_closes_it(
    case_of_arta: Case, partner_b: Partner, besa: User
) -> None:
    from backend.cases.services import sharing
    from backend.partners.actors import actor_of

    agreed_to(partner_b, case_of_arta, besa)
    share = shared(case_of_arta, partner_b, besa)
    with holding(partner_b.pk):
        assert list(Case.objects.all()) == [case_of_arta]
    sharing.end_share(case_of_arta.pk, share_id=share.pk, actor=actor_of(besa))
    with holding(partner_b.pk):
        assert not Case.objects.exists()
        assert not CaseEvent.objects.exists()


def test_what_was_offered_to_a_partner_can_be_looked_at_by_it(
    case_of_arta: Case, partner_b: Partner, besa: User
) -> None:
    referral = referred_to(partner_b, case_of_arta, besa)
    with holding(partner_b.pk):
        assert list(Case.objects.all()) == [case_of_arta]
        assert list(PartnerReferral.objects.all()) == [referral]


@pytest.mark.parametrize("whose", ["nobody", "another partner"])
def test_nothing_is_written_into_a_case_without_a_key_to_it(
    case_of_arta: Case, partner_b: Partner, whose: str
) -> None:
    keys = (partner_b.pk,) if whose == "another partner" else ()
    note = Note(case=case_of_arta, data_key=case_of_arta.data_key, text="Një shënim")
    with holding(*keys):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            note.save(force_insert=True)
        assert Case.objects.filter(pk=case_of_arta.pk).update(summary="") == 0
        assert Case.objects.filter(pk=case_of_arta.pk).delete()[0] == 0


def test_nobody_shares_anothers_case_with_himself(case_of_arta: Case, partner_b: Partner) -> None:
    with (
        holding(partner_b.pk),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        CaseShare.objects.create(case_id=case_of_arta.pk, partner=partner_b)


def test_a_case_cannot_be_given_away_to_a_partner_that_was_not_asked(
    case_of_arta: Case, partner_a: Partner, partner_b: Partner
) -> None:
    with (
        holding(partner_a.pk),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        Case.objects.filter(pk=case_of_arta.pk).update(owner=partner_b, complaint=None, state="transferred")


def test_a_receipt_opens_one_complaint_of_all(new_case: NewCase, case_of_arta: Case) -> None:
    mine = new_case()
    assert mine.complaint is not None
    with holding(*keys_of_receipt(mine.complaint)):
        assert list(Case.objects.all()) == [mine]
        assert list(Complaint.objects.all()) == [mine.complaint]
        assert {receipt.complaint_id for receipt in Receipt.objects.all()} == {mine.complaint_id}
        assert {consent.complaint_id for consent in Consent.objects.all()} == {mine.complaint_id}


def test_the_vault_of_identities_is_behind_the_same_lock(
    case_of_arta: Case, partner_a: Partner, partner_b: Partner
) -> None:
    ComplainantIdentity.objects.create(
        complaint=case_of_arta.complaint, identity_key=case_of_arta.data_key, name="Drita"
    )
    with holding(partner_a.pk):
        assert ComplainantIdentity.objects.count() == 1
    with holding(partner_b.pk):
        assert not ComplainantIdentity.objects.exists()


@pytest.mark.parametrize("words", ["UPDATE audit_auditevent SET action = ''", "DELETE FROM audit_auditevent"])
def test_the_role_has_no_privilege_to_change_or_remove_audit_lines(case_of_arta: Case, words: str) -> None:
    refused(words, "permission denied")


@pytest.mark.parametrize("table", ["audit_auditevent", "audit_auditchain", "cases_case"])
def test_the_role_empties_no_table(db: None, table: str) -> None:
    refused(f"TRUNCATE {table} CASCADE", "permission denied")


@pytest.mark.parametrize(
    "words",
    [
        "ALTER TABLE cases_case DISABLE ROW LEVEL SECURITY",
        "DROP POLICY dosja_second_lock ON cases_case",
        "ALTER TABLE audit_auditevent DISABLE TRIGGER ALL",
    ],
)
def test_the_role_cannot_take_the_lock_off(db: None, words: str) -> None:
    refused(words, "must be owner")


def test_work_across_partners_says_on_which_errand() -> None:
    with pytest.raises(TypeError), everything("because"):  # type: ignore[arg-type]
        pass
    with everything(Errand.JOB):
        pass
