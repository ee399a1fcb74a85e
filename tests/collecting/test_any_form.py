"""Any form that is accepted becomes an XForm, whose own logic agrees with ours, and what is filled in with it
becomes the complaint that was told."""

from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from backend.collecting import names, reading, xforms
from backend.collecting.answers import told_by
from backend.forms.form import asked
from backend.forms.models import FormVersion
from backend.forms.schema import check_schema
from backend.partners.models import Partner
from tests.collecting.phone import Blank
from tests.forms.test_any_form import answered, forms, partner  # noqa: F401  # a fixture

pytestmark = pytest.mark.django_db
UNHURRIED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


def as_collected(value: Any) -> str:
    """An answer as a telephone writes it."""
    if isinstance(value, bool):
        return names.YES if value else names.NO
    return " ".join(value) if isinstance(value, list) else str(value)


@settings(max_examples=20, deadline=None, suppress_health_check=UNHURRIED)
@given(data=some.data())
def test_form_to_xform_to_submission_to_complaint(data: Any, partner: Partner) -> None:  # noqa: F811
    schema = data.draw(forms())
    check_schema(schema)
    version = FormVersion(partner=partner, schema=schema, number=data.draw(some.integers(1, 999)))
    form = version.form
    with mock.patch.object(xforms, "published_form", lambda _partner: version):
        blank = Blank(xforms.xform_of(partner).content)
    answers = answered(data.draw, form) | {"consents": ["processing"]}
    filling = blank.fill({name: as_collected(value) for name, value in answers.items()})
    on_the_way, standing = asked(form, answers)
    shown = {one.name for one in on_the_way if one.type != "files"}
    assert {name for name in form.by_name if name not in filling.hidden} - _files(form) == shown
    needed = {one.name for one in on_the_way if one.is_required(standing)}
    assert filling.needed & set(form.by_name) == needed | {"consents"}
    assert not filling.broken
    sent = reading.read_xml(filling.sent().content, names.form_id(partner.slug))
    assert sent.fields[names.FORM_NUMBER] == str(version.number)
    told = told_by(sent, version, partner).statement
    assert told.narrative == answers["narrative"]
    assert told.kind == answers["kind"]
    own = {name: value for name, value in standing.items() if not form.by_name[name].core}
    assert {name: value for name, value in told.answers.items() if name in own} == own


def _files(form: Any) -> set[str]:
    return {one.name for one in form.questions if one.type == "files"}
