"""A draft that two requests file at the same moment becomes one complaint."""

import pytest

from backend.cases.models import Case
from backend.intake.models import Draft
from backend.intake.services import file_draft, visits
from backend.partners.actors import Actor
from tests.databases import in_threads
from tests.factories.complaints import file, statement

pytestmark = pytest.mark.usefixtures("shared_by_threads")


def test_six_presses_at_once_file_once(partner_a):
    token = visits.begin(Draft, {"partner": "pif", "step": "review", "answers": {"narrative": "x"}})

    def press(number: int) -> bool:
        return file_draft(token=token, partner=partner_a, statement=statement(), actor=Actor.nobody())

    assert in_threads(6, press) == [True] * 6
    assert Case.objects.count() == 1
    kept = visits.read(Draft, token)
    assert kept["step"] == "receipt"
    assert "answers" not in kept


def test_a_draft_that_is_gone_files_nothing(partner_a):
    file(partner_a)
    assert not file_draft(token="x" * 43, partner=partner_a, statement=statement(), actor=Actor.nobody())
    assert Case.objects.count() == 1
