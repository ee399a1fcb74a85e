"""A case that holds a marker wherever words can stand, brought to its end by the product's services."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection, models, transaction

from backend.cases.models import Case, Delivery, Dossier, Task
from backend.cases.services import answer_links, conversation, referrals, steps, tasks, work
from backend.cases.services.feedback import complainant_rated
from backend.cases.services.files import complainant_added_files
from backend.cases.services.steps import Result
from backend.common import clock
from backend.common.languages import Language
from backend.complaints.models import Complaint, Consent
from backend.complaints.receipt_codes import NewReceipt
from backend.complaints.services.satisfaction import Rating
from backend.correspondence.models import Dispatch
from backend.directory.models import Category, DeadlineRule, Institution
from backend.files.services import scan_and_clean
from backend.identity.models import ContactMark
from backend.identity.services import IdentityDetails
from backend.identity.services.notices import turn_on
from backend.intake.services import ToldConsent
from backend.mailroom.services import deciding
from backend.mailroom.services.taking import Fetched, take_mail
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from backend.retention.models import RetentionPolicy, RetentionRule
from backend.webhooks.services import keeping, watching
from tests.application_role import as_owner
from tests.casework import agreed_to, answered, assigned, opened, sent, shared
from tests.factories import complaints as filing
from tests.files.sending import uploaded
from tests.mailroom.letters import mail, with_file

MARKER = "gurthemel"
FILES = Path(settings.STORAGES["files"]["OPTIONS"]["location"])
"""No other word of the tests holds it."""


@dataclass
class Told:
    """The case, its receipt, and everything that was told under which marker."""

    case: Case
    receipt: NewReceipt
    plain: list[str]

    @property
    def complaint(self) -> Complaint:
        assert self.case.complaint is not None
        return self.case.complaint


def marked(place: str) -> str:
    """A word for one place. It ends in a number: search also keeps words without the ending of a case, and
    some letters are one."""
    return f"{MARKER}{place}{uuid4().int % 1_000_000:06}"


@pytest.fixture
def rules(partner_a: Partner) -> None:
    """A keeps every case for 24 months."""
    RetentionPolicy.objects.create(partner=partner_a, version=1)
    RetentionRule.objects.create(partner=partner_a, months=24)


@pytest.fixture
def told(
    partner_a: Partner,
    partner_b: Partner,
    arta: User,
    besa: User,
    cadastre: Institution,
    delay: Category,
    ten_days: DeadlineRule,
) -> Told:
    """A case of A that knows everything a case can know, closed today."""
    with transaction.atomic():
        return _told(partner_a, partner_b, arta, besa, cadastre, delay, ten_days)


def _told(
    partner_a: Partner,
    partner_b: Partner,
    arta: User,
    besa: User,
    cadastre: Institution,
    delay: Category,
    ten_days: DeadlineRule,
) -> Told:
    plain = [marked(place) for place in ("summary", "tag", "tracking", "protocol")]
    summary, tag, tracking, protocol = plain
    by = actor_of(arta)
    agreed = ToldConsent(purpose=Consent.Purpose.REFERRAL, text_version="2026-01", institution=cadastre.code)
    filed = filing.file_complaint(
        partner=partner_a,
        statement=filing.statement_with_name(
            narrative=marked("narrative"),
            wish=marked("wish"),
            contact_note=marked("note"),
            identity=IdentityDetails(name=marked("name"), phone="+355690000001", email="drita@example.org"),
            category=delay.code,
            institution=cadastre.code,
            consents=(filing.PROCESSING, agreed),
        ),
        actor=Actor.nobody(),
    )
    case = assigned(opened(filed.case, arta), arta)
    complaint = case.complaint
    assert complaint is not None
    keeping.create_endpoint(
        "pif", address="https://webhooks.invalid/", events=["case.state_changed"], actor=actor_of(besa)
    )
    turn_on(complaint=complaint, channel="email", address="drita@example.org", understood=True)
    work.change_particulars(case.pk, changes={"summary": summary}, expected=None, actor=by)
    work.set_tags(case.pk, names=[tag], expected=None, actor=by)
    work.add_note(case.pk, text=marked("note"), actor=by)
    agreed_to(partner_b, case, arta)
    shared(case, partner_b, besa)
    asked = conversation.write_to_complainant(case.pk, text=marked("question"), asks=True, actor=by)
    reply = conversation.complainant_answered(complaint, text=marked("reply"))
    conversation.read_by_partner(case.pk, until=reply.pk, actor=by)
    assert asked
    content = f"{marked('file')}\n".encode()
    (file,) = complainant_added_files(complaint, files=[uploaded(content, f"{marked('filename')}.txt")])
    scan_and_clean(file.file_id)
    referral = sent(case, arta, deadline_rule=ten_days, letter=marked("letter"))
    referral.protocol_number = protocol
    referral.save(update_fields=["protocol_number"])
    answer_links.make_link(case.pk, referral.pk, actor=by)
    _delivered(referral, partner_a, tracking, case)
    arrived = with_file(mail(text=marked("mail")), marked("mailfile").encode(), "shkresa.txt", "text/plain")
    taken = take_mail(partner_a, "zyra@pif.example", Fetched(arrived.as_bytes(), clock.now()))
    assert taken is not None
    deciding.assign(
        taken.pk,
        case=case.pk,
        referral=referral.pk,
        standing="interim",
        expected=None,
        actor=actor_of(besa),
    )
    referral.refresh_from_db()
    answered(referral, arta)
    task = tasks.write_task(
        case.pk, title=marked("task"), due_on=clock.today("UTC") + timedelta(days=1), actor=by
    )
    tasks.finish_task(task.pk, expected=None, actor=by)
    case.refresh_from_db()
    referrals.assess(case.pk, referral.pk, assessment="full", expected=None, actor=by)
    result = Result(outcome="remedied", words=marked("outcome"))
    steps.resolve(case.pk, result=result, expected=None, actor=by)
    rating = Rating(outcome=5, process=5, comment=marked("comment"))
    complainant_rated(complaint, rating=rating)
    watching.look_for_news()
    Task.objects.filter(case=case, state="open").update(state="dropped", done_at=clock.now())
    case = Case.objects.select_related("owner", "complaint", "data_key").get(pk=case.pk)
    assert case.state == "closed"
    assert ContactMark.objects.exists()
    return Told(case, filed.receipt, plain)


def _delivered(referral: Any, partner: Partner, tracking: str, case: Case) -> None:
    """A mail that left once with the letter."""
    posted = Dispatch.objects.create(
        partner=partner,
        to_address="zyra@kadastra.example",
        message_id=f"<{uuid4().hex}@pif.example>",
        state="sent",
        sent_at=clock.now(),
        next_try_at=None,
    )
    made = Delivery(
        referral=referral,
        dossier=Dossier.objects.filter(referral=referral).first(),
        data_key=case.data_key,
        channel="email",
        dispatch=posted,
        state="sent",
        sent_on=clock.today(case.owner.time_zone),
        tracking_number=tracking,
    )
    made.words = marked("delivery")
    made.save(force_insert=True)


def everything() -> Iterator[bytes]:
    """Every byte of the database: on SQLite its file with the free parts and the log of changes, elsewhere
    every table as it is dumped; and every file in the blobs' folder."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        name = Path(str(connection.settings_dict["NAME"]))
        assert name.exists(), "the test database is a file"
        # Whatever this process has not written out yet is in the log.
        for path in (name, name.with_name(f"{name.name}-wal")):
            if path.exists():
                yield path.read_bytes()
    else:
        with as_owner(connection):
            for table in connection.introspection.table_names():
                with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
                    yield b"".join(bytes(row) for row in rows)
    for path in FILES.rglob("*"):
        if path.is_file():
            yield path.read_bytes()


def blobs_of(case: Case) -> list[str]:
    """The names of the case's blobs."""
    from backend.files.models import StoredFile

    files = StoredFile.objects.filter(data_key=case.data_key).values_list("pk", "clean_id")
    return [one.hex for pair in files for one in pair if one]


def sealed_bytes_under(key_ids: set[Any]) -> list[bytes]:
    """Each sealed value that lies under one of these keys, wherever it stands."""
    from django.apps import apps

    from backend.keyring.fields import EncryptedField

    found = []
    for model in apps.get_models():
        sealed = [field for field in model._meta.get_fields() if isinstance(field, EncryptedField)]
        for field in sealed:
            rows = model._default_manager.filter(**{f"{field.key}__in": key_ids})
            columns = rows.annotate(raw=models.F(field.name)).values_list("raw", flat=True)
            found += [bytes(value) for value in columns if value is not None]
    return found


__all__ = ["MARKER", "Language", "Told", "everything", "sqlite3"]
