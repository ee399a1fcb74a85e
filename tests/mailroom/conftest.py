"""A partner whose mail account is read: by a real IMAP server, written to by a real SMTP server."""

from collections.abc import Iterator
from typing import Any

import pytest

from backend.cases.models import Case, Delivery, InstitutionReferral
from backend.cases.services import deliveries, referrals
from backend.cases.services.deliveries import Leaving
from backend.cases.stages import ReferralVerb
from backend.correspondence.models import MailAccount
from backend.correspondence.services import accounts
from backend.directory.models import DeadlineRule, Institution, InstitutionChannel
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.casework import drafted
from tests.factories.directory import ChannelFactory
from tests.jobs.fixtures import RunJobs
from tests.mailroom.letters import OFFICE
from tests.mailserver.dovecot import Dovecot
from tests.mailserver.smtp import SmtpServer


@pytest.fixture(scope="session")
def _dovecot() -> Iterator[Dovecot]:
    """One server for all tests of a process; each finds the mailbox empty."""
    with Dovecot(protection="starttls") as server:
        yield server


@pytest.fixture
def dovecot(_dovecot: Dovecot) -> Dovecot:
    _dovecot.empty()
    return _dovecot


@pytest.fixture
def account(smtp_server: SmtpServer, dovecot: Dovecot, besa: User, partner_a: Partner) -> MailAccount:
    """Mail leaves through one server and arrives at the other."""
    facts: dict[str, Any] = {**smtp_server.account(takes_tags=True), **dovecot.account()}
    smtp_server.delivers[facts["address"]] = dovecot.maildir
    return accounts.write_account("pif", facts=facts, expected=None, actor=actor_of(besa))


@pytest.fixture
def office(cadastre: Institution) -> InstitutionChannel:
    """Where the cadastre takes mail."""
    return ChannelFactory(institution=cadastre, kind="email", value=OFFICE)


@pytest.fixture
def released(case_of_arta: Case, arta: User, ten_days: DeadlineRule) -> InstitutionReferral:
    made = drafted(case_of_arta, arta, deadline_rule=ten_days)
    return referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, made.pk, expected=None, actor=actor_of(arta))


@pytest.fixture
def mailed(
    released: InstitutionReferral,
    account: MailAccount,
    office: InstitutionChannel,
    arta: User,
    run_jobs: RunJobs,
) -> Delivery:
    """A letter that left by mail."""
    leaving = Leaving("email")
    begun = deliveries.begin(released.case_id, released.pk, leaving=leaving, actor=actor_of(arta))
    run_jobs()
    return Delivery.objects.select_related("dispatch", "referral__case__owner").get(pk=begun.pk)
