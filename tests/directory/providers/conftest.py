"""Needs, target groups and places, without any provider."""

from types import SimpleNamespace

import pytest

from tests.factories.directory import NeedFactory, TargetGroupFactory


@pytest.fixture
def terms_of_help(puke: SimpleNamespace) -> SimpleNamespace:
    """The words by which help is looked for, and places down to a unit of Pukë."""
    for number, code in enumerate(("legal_aid", "shelter", "documents_and_registration", "day_care")):
        NeedFactory(
            code=code, position=number, names={"en": code, "sr-Cyrl": "Правна помоћ" if number == 0 else code}
        )
    for code in ("everybody", "children", "women"):
        TargetGroupFactory(code=code)
    return puke
