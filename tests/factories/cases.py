"""Cases for tests: whole rows with keys, straight from the models, kept where lists and search look."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from factory.declarations import LazyAttribute, LazyFunction, Sequence, SubFactory
from factory.django import DjangoModelFactory

from backend.cases.models import Case, CaseShare, Outcome
from backend.cases.search import index
from backend.cases.services import access
from backend.cases.stages import State
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import ComplainantKind, Complaint, IntakeChannel
from backend.keyring.models import DataKey
from backend.keyring.services import new_data_key
from backend.partners.models import Partner, User
from tests.factories.partners import PartnerFactory

_numbers = count(1)
# Told apart by the second, as intakes are; tests that need ties set `opened_at`.
_FIRST = datetime(2026, 1, 1, 8, tzinfo=UTC)
NARRATIVE = "Prej tetë muajsh pres certifikatën e pronësisë."


class CaseFactory(DjangoModelFactory[Case]):
    """A received case of a new partner, or as told: `CaseFactory(owner=partner_a, state="open")`.

    `shared_with` and `named` (which restricts the case) take lists; `category` and the like take rows.
    """

    class Meta:
        model = Case
        skip_postgeneration_save = True

    owner = SubFactory(PartnerFactory)
    kind = CaseKind.PUBLIC_SERVICE.value
    state = State.RECEIVED.value
    reference = Sequence(lambda number: f"{number:04d}")
    opened_at = LazyFunction(lambda: _FIRST + timedelta(seconds=next(_numbers)))
    restricted = LazyAttribute(lambda _case: False)

    @classmethod
    def _create(cls, model_class: type[Case], *args: Any, **fields: Any) -> Case:
        shared_with: list[Partner] = fields.pop("shared_with", [])
        named: list[User] = fields.pop("named", [])
        tags: list[Any] = fields.pop("tags", [])
        owner: Partner = fields["owner"]
        if fields["reference"].isdigit():
            fields["reference"] = f"{owner.prefix}-T{fields['reference']}"
        case = model_class(**_with_outcome(fields), id=fields.pop("id", uuid4()))
        if case.state != State.TRANSFERRED:
            case.data_key = key_of(case.pk, owner)
            case.complaint = complaint_of(case, case.data_key)
        case.restricted = case.restricted or bool(named)
        case.save(force_insert=True)
        case.tags.set(tags)
        for partner in shared_with:
            CaseShare.objects.create(case=case, partner=partner)
        for user in named:
            access.name_person(case, user)
        refresh(case)
        return case


def refresh(case: Case) -> None:
    """Bring what lists and search read in line, as the services do."""
    access.refresh(case)
    index.refresh(case)


def key_of(case_id: UUID, owner: Partner) -> DataKey:
    return new_data_key(partner_id=owner.pk, subject_id=case_id, purpose="case")


def complaint_of(case: Case, key: DataKey, **fields: Any) -> Complaint:
    """An anonymous complaint in Albanian behind a case."""
    complaint = Complaint(
        partner=case.owner,
        data_key=key,
        kind=case.kind,
        complainant_kind=ComplainantKind.ANONYMOUS,
        language=Language.SQ,
        channel=IntakeChannel.API,
        narrative=NARRATIVE,
        received_at=case.opened_at,
        **fields,
    )
    complaint.save(force_insert=True)
    return complaint


def _with_outcome(fields: dict[str, Any]) -> dict[str, Any]:
    """What the database asks of ended cases, unless the test says it."""
    more: dict[str, Any] = {}
    if fields["state"] in (State.RESOLVED, State.CLOSED):
        more = {"outcome": Outcome.REMEDIED, "resolved_at": clock.now()}
    elif fields["state"] == State.INADMISSIBLE:
        more = {"inadmissible_reason": "too_late"}
    return {**more, **{name: value for name, value in fields.items() if name != "id"}}
