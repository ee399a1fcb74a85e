"""A letter that left on a Monday in June 2027, with ten working days to answer."""

import pytest

from backend.cases.models import Case, InstitutionReferral
from backend.common import clock
from backend.directory.models import DeadlineRule
from backend.partners.models import User
from tests.cases.clockwork.june import MONDAY
from tests.casework import sent
from tests.factories.directory import DeadlineRuleFactory


@pytest.fixture(autouse=True)
def _a_monday() -> object:
    """Cases are opened today and worked in June 2027, where Albania has no holiday."""
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def ten_working_days(db: None) -> DeadlineRule:
    return DeadlineRuleFactory(code="al-ten-working-days", extension_number=5, extension_unit="working_day")


@pytest.fixture
def referral(case_of_arta: Case, arta: User, ten_working_days: DeadlineRule) -> InstitutionReferral:
    """Sent on Monday 7 June; due on Monday 21 June."""
    return sent(case_of_arta, arta, deadline_rule=ten_working_days)
