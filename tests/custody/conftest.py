"""A case with a name behind it, who asks, who decides."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from backend.cases.models import Case
from backend.complaints.models import ComplainantKind, ContactWish
from backend.custody.models import IdentityRequest
from backend.identity.services import IdentityDetails
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.calling import Caller
from tests.casework import opened
from tests.factories.partners import member

NAME, EMAIL, PHONE, ADDRESS = "Drita Kola", "drita@example.org", "+355 69 123 4567", "Rruga e Kavajës 7"
WHY = "Institucioni do emrin e vërtetë."


@pytest.fixture
def named_case(new_case: Callable[..., Case], arta: User) -> Case:
    """An open case whose complainant told everything, in confidence."""
    case = new_case(
        complainant_kind=ComplainantKind.CONFIDENTIAL,
        identity=IdentityDetails(name=NAME, email=EMAIL, phone=PHONE, address=ADDRESS),
        contact_wish=ContactWish.PHONE,
        narrative="FJALET-E-QYTETARIT",
    )
    return opened(case, arta)


@pytest.fixture
def second_custodian(partner_a: Partner) -> User:
    """A second custodian of A."""
    return member(partner_a, Role.CUSTODIAN, name="Drin")


def asking(**changes: Any) -> dict[str, Any]:
    return {"reason": "contact", "text": WHY, "wanted": ["phone"], "minutes": 30, **changes}


@dataclass
class Desk:
    """Requests about one case, as its people make and decide them."""

    api: Callable[[User], Caller]
    case: Case
    asker: User
    custodian: User
    asked: dict[str, Any] = field(default_factory=dict)

    @property
    def room(self) -> str:
        return f"/cases/{self.case.pk}/identity-requests/"

    @property
    def row(self) -> IdentityRequest:
        return IdentityRequest.objects.get(pk=self.asked["id"])

    def ask(self, by: User | None = None, **changes: Any) -> Any:
        answer = self.api(by or self.asker).post(self.room, asking(**changes))
        if answer.status_code == 201:
            self.asked = answer.json()
        return answer

    def decide(self, verb: str, by: User | None = None, body: Any = None, **rest: Any) -> Any:
        at = f"/identity-requests/{self.asked['id']}/{verb}/"
        sent = {} if body is None and verb != "end" else body
        return self.api(by or self.custodian).post(at, sent, **{"if_match": "*", **rest})

    def read(self, by: User | None = None) -> Any:
        return self.api(by or self.asker).post(f"{self.room}{self.asked['id']}/read/")

    def withdraw(self, by: User | None = None) -> Any:
        return self.api(by or self.asker).post(f"{self.room}{self.asked['id']}/withdraw/", if_match="*")

    def seen(self, by: User | None = None) -> Any:
        return self.api(by or self.asker).get(f"{self.room}{self.asked['id']}/")


@pytest.fixture
def desk(
    api: Callable[[User], Caller], named_case: Case, arta: User, dafina: User, second_custodian: User
) -> Desk:
    """Arta works the case; Dafina is one of two custodians."""
    return Desk(api, named_case, arta, dafina)


@pytest.fixture
def lonely_desk(api: Callable[[User], Caller], named_case: Case, arta: User, dafina: User) -> Desk:
    """Arta works the case; Dafina is the only custodian."""
    return Desk(api, named_case, arta, dafina)
