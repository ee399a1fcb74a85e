"""Where generated cases do not belong, none are made, and it is said why."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from backend.cases.models import Case
from backend.partners.models import Partner


def _generate() -> None:
    call_command("generate_load", "--cases", "10", stdout=io.StringIO())


@pytest.mark.django_db
def test_a_production_stays_without_generated_cases() -> None:
    with override_settings(DOSJA_MODE="production"), pytest.raises(CommandError, match="production"):
        _generate()


@pytest.mark.django_db
def test_a_database_with_cases_of_its_own_is_left_alone(case_of_arta: Case) -> None:
    before = Case.objects.count(), Partner.objects.count()
    with pytest.raises(CommandError, match="other cases than these"):
        _generate()
    assert (Case.objects.count(), Partner.objects.count()) == before


@pytest.mark.django_db
def test_without_a_directory_it_says_what_to_do_first() -> None:
    with pytest.raises(CommandError, match="load_directory"):
        _generate()
