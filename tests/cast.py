"""The cast that every test knows: two partners, their people, a platform administrator."""

import pytest

from backend.common.languages import Language
from backend.partners.models import Partner, User
from backend.partners.roles import Role
from tests.factories.partners import PartnerFactory, UserFactory, member


@pytest.fixture
def partner_a(db: None) -> Partner:
    """The partner whose cases are looked at."""
    return PartnerFactory(
        slug="pif", prefix="PIF", name="People in Focus", languages=[Language.SQ.value, Language.EN.value]
    )


@pytest.fixture
def partner_b(db: None) -> Partner:
    """Another partner of the network: it must see nothing of A unless something was shared."""
    return PartnerFactory(
        slug="akt",
        prefix="AKT",
        name="Aktiv",
        country=Partner.Country.XK,
        languages=[Language.SR_LATN.value, Language.SR_CYRL.value, Language.SQ.value],
        time_zone="Europe/Belgrade",
    )


@pytest.fixture
def arta(partner_a: Partner) -> User:
    """Caseworker of A."""
    return member(partner_a, Role.CASEWORKER, name="Arta", language=Language.SQ)


@pytest.fixture
def besa(partner_a: Partner) -> User:
    """Coordinator of A."""
    return member(partner_a, Role.COORDINATOR, name="Besa", language=Language.SQ)


@pytest.fixture
def ilir(partner_a: Partner) -> User:
    """Intake officer of A."""
    return member(partner_a, Role.INTAKE_OFFICER, name="Ilir", language=Language.SQ)


@pytest.fixture
def dafina(partner_a: Partner) -> User:
    """Custodian of identities of A."""
    return member(partner_a, Role.CUSTODIAN, name="Dafina", language=Language.SQ)


@pytest.fixture
def luan(partner_a: Partner) -> User:
    """Legal adviser of A."""
    return member(partner_a, Role.LEGAL_ADVISER, name="Luan", language=Language.SQ)


@pytest.fixture
def observer(partner_a: Partner) -> User:
    """A donor's observer at A: numbers and de-identified cases."""
    return member(partner_a, Role.OBSERVER, name="Olsi")


@pytest.fixture
def researcher(partner_a: Partner) -> User:
    """Field researcher of A."""
    return member(partner_a, Role.FIELD_RESEARCHER, name="Rita", language=Language.SQ)


@pytest.fixture
def nino(partner_b: Partner) -> User:
    """Caseworker of B: the stranger."""
    return member(partner_b, Role.CASEWORKER, name="Nino", language=Language.KA)


@pytest.fixture
def giorgi(partner_b: Partner) -> User:
    """Coordinator of B."""
    return member(partner_b, Role.COORDINATOR, name="Giorgi", language=Language.KA)


@pytest.fixture
def admin(db: None) -> User:
    """Platform administrator: keeps partners and directory, must see no case."""
    return UserFactory(name="Admin", is_superuser=True)


@pytest.fixture
def outsider(db: None) -> User:
    """Signed in, member of nothing."""
    return UserFactory(name="Outsider")
