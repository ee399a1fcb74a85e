"""Cases with keys, and sheets whose words are sealed."""

import uuid
from collections.abc import Callable

import pytest
from django.db import connection

from backend.keyring import envelope, services
from backend.keyring.models import DataKey
from backend.secondlock.installing import grant
from tests.application_role import ROLE, as_owner
from tests.keyring.sheets import Sheet

MARKER = "mjeku kërkoi dyqind euro"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker) -> None:
    """The tests' own table stands beside Dosja's."""
    with django_db_blocker.unblock(), as_owner(connection):
        if Sheet._meta.db_table not in connection.introspection.table_names():
            with connection.schema_editor() as editor:
                editor.create_model(Sheet)
        grant(ROLE)


@pytest.fixture(autouse=True)
def _no_key_remembered():
    """Keys remembered from before would open what should stay shut."""
    envelope.forget_all()
    yield
    envelope.forget_all()


@pytest.fixture
def new_key(partner_a) -> Callable[..., DataKey]:
    def made(partner=partner_a, purpose: str = "case") -> DataKey:
        return services.new_data_key(partner_id=partner.pk, subject_id=uuid.uuid4(), purpose=purpose)

    return made


@pytest.fixture
def sheet(new_key) -> Sheet:
    made = Sheet.objects.create(data_key=new_key(), words=MARKER)
    envelope.forget_all()
    return made


def stored(row: Sheet, column: str = "words_sealed") -> bytes:
    """The bytes of a column as they are in the database."""
    with connection.cursor() as cursor:
        pk = Sheet._meta.pk.get_db_prep_value(row.pk, connection)
        cursor.execute(f"SELECT {column} FROM {Sheet._meta.db_table} WHERE id = %s", [pk])
        return bytes(cursor.fetchone()[0])


def overwrite(row: Sheet, content: bytes, column: str = "words_sealed") -> Sheet:
    """Put bytes into a column past Dosja, and load the row anew."""
    with connection.cursor() as cursor:
        pk = Sheet._meta.pk.get_db_prep_value(row.pk, connection)
        cursor.execute(f"UPDATE {Sheet._meta.db_table} SET {column} = %s WHERE id = %s", [content, pk])
    return Sheet.objects.get(pk=row.pk)
