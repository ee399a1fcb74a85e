"""The list of mails that somebody sorts: who sees what, where a mail goes, what is forgotten."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent, InstitutionAnswer, InstitutionReferral
from backend.cases.services import sharing
from backend.common import clock
from backend.files.models import StoredFile
from backend.files.services import scan_and_clean
from backend.keyring.models import DataKey
from backend.mailroom.models import IncomingMail
from backend.mailroom.services import deciding, upkeep
from backend.mailroom.services.taking import Fetched, take_mail
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import drafted, restricted, sent
from tests.factories.directory import ChannelFactory
from tests.files import samples
from tests.mailroom.letters import OFFICE, WORDS, mail, with_file

Api = Callable[[User], Caller]


@pytest.fixture
def referral(case_of_arta: Case, arta: User) -> InstitutionReferral:
    return sent(case_of_arta, arta)


def taken(partner: Partner, **changes: Any) -> IncomingMail:
    message = with_file(mail(**changes), samples.pdf(), "vendim.pdf")
    row = take_mail(partner, "zyra@pif.example", Fetched(message.as_bytes(), clock.now()))
    assert row is not None
    for file in row.files.all():
        scan_and_clean(file.file_id)
    return row


def to(referral: InstitutionReferral, standing: str = "final") -> dict[str, str]:
    return {"case": str(referral.case_id), "referral": str(referral.pk), "standing": standing}


def test_an_assigned_mail_becomes_an_answer_and_its_own_key_is_destroyed(
    api: Api, arta: User, partner_a: Partner, referral: InstitutionReferral
) -> None:
    row = taken(partner_a)
    own = row.data_key_id
    done = api(arta).post(f"/incoming-mail/{row.pk}/assign/", to(referral), if_match=row.version)
    assert (done.status_code, done.json()["state"], done.json()["text"]) == (200, "assigned", WORDS)
    answer = InstitutionAnswer.objects.get()
    assert (answer.standing, answer.text, answer.way) == ("final", WORDS, "email")
    assert InstitutionReferral.objects.get(pk=referral.pk).state == "answered"
    assert DataKey.objects.get(pk=own).wrapped is None
    # Everything of it opens under the key of the case.
    assert set(StoredFile.objects.values_list("data_key", flat=True)) == {referral.data_key_id}
    there = f"/cases/{referral.case_id}/files/{answer.files.get().pk}/clean/"
    assert api(arta).get(there).content.startswith(b"%PDF")
    original = api(arta).post(f"/incoming-mail/{row.pk}/original/")
    assert b"Message-ID" in original.content
    assert AuditEvent.objects.filter(action="mail.original_opened").count() == 1


def test_a_mail_is_assigned_once(
    api: Api, arta: User, partner_a: Partner, referral: InstitutionReferral
) -> None:
    row = taken(partner_a)
    codes = [
        api(arta).post(f"/incoming-mail/{row.pk}/assign/", to(referral), if_match="*").status_code
        for _ in range(2)
    ]
    assert codes == [200, 409]
    assert InstitutionAnswer.objects.count() == 1


def test_a_mail_goes_to_no_case_of_others_and_to_no_letter_that_did_not_leave(
    api: Api, arta: User, partner_a: Partner, case_of_arta: Case, referral: InstitutionReferral
) -> None:
    row = taken(partner_a)
    strange = {**to(referral), "case": str(row.pk)}
    refused = api(arta).post(f"/incoming-mail/{row.pk}/assign/", strange, if_match="*")
    assert refused.json()["errors"][0]["code"] == "unknown_referral"
    draft = drafted(case_of_arta, arta)
    assert api(arta).post(f"/incoming-mail/{row.pk}/assign/", to(draft), if_match="*").status_code == 409


def test_what_was_set_aside_comes_back_and_is_forgotten_after_a_time(
    api: Api, arta: User, partner_a: Partner
) -> None:
    row, there = taken(partner_a), "/incoming-mail/"
    aside = api(arta).post(f"{there}{row.pk}/dismiss/", {"reason": "spam"}, if_match="*")
    assert aside.json()["state"] == "dismissed"
    back = api(arta).post(f"{there}{row.pk}/take_back/", if_match="*")
    assert back.json()["state"] == "triage"
    api(arta).post(f"{there}{row.pk}/dismiss/", {"reason": "spam"}, if_match="*")
    assert upkeep.forget_dismissed() == 0
    with clock.frozen(clock.now() + timedelta(days=91)):
        assert upkeep.forget_dismissed() == 1
        assert upkeep.forget_dismissed() == 0
    assert not StoredFile.objects.exists()
    assert api(arta).get(f"{there}{row.pk}/").status_code == 404
    # That it came is still known: it is not taken again.
    assert IncomingMail.objects.count() == 1


def test_only_those_who_refer_see_what_waits(
    api: Api, arta: User, besa: User, ilir: User, observer: User, nino: User, admin: User, partner_a: Partner
) -> None:
    row = taken(partner_a)
    seen = {
        person.name: api(person).get(f"/incoming-mail/{row.pk}/").status_code
        for person in (arta, besa, ilir, observer, nino, admin)
    }
    assert seen == {"Arta": 200, "Besa": 200, "Ilir": 404, "Olsi": 404, "Nino": 404, "Admin": 404}


def test_a_mail_about_a_restricted_case_is_seen_by_those_who_are_named(
    api: Api, arta: User, besa: User, partner_a: Partner, case_of_arta: Case
) -> None:
    restricted(case_of_arta, [besa], besa)
    row = taken(partner_a, subject=f"Përgjigje për {case_of_arta.reference}")
    assert row.state == "triage"
    assert api(besa).get(f"/incoming-mail/{row.pk}/").status_code == 200
    assert api(arta).get(f"/incoming-mail/{row.pk}/").status_code == 404
    assert api(arta).get("/incoming-mail/").json()["results"] == []


def test_a_mail_that_went_to_a_case_is_seen_by_those_who_read_it(
    api: Api, arta: User, besa: User, nino: User, partner_a: Partner, referral: InstitutionReferral
) -> None:
    row = taken(partner_a)
    deciding.assign(
        row.pk,
        case=referral.case_id,
        referral=referral.pk,
        standing="interim",
        expected=None,
        actor=actor_of(arta),
    )
    restricted(referral.case, [besa], besa)
    assert api(arta).get(f"/incoming-mail/{row.pk}/").status_code == 404
    assert api(besa).get(f"/incoming-mail/{row.pk}/").status_code == 200


def test_the_number_of_the_case_and_the_sender_suggest_where_it_belongs(
    api: Api, arta: User, partner_a: Partner, referral: InstitutionReferral
) -> None:
    ChannelFactory(institution=referral.institution, kind="email", value=OFFICE)
    numbered = taken(partner_a, subject=f"Re: {referral.case.reference}")
    (first,) = api(arta).get(f"/incoming-mail/{numbered.pk}/").json()["suggestions"]
    assert (first["referral"], first["reason"]) == (str(referral.pk), "reference")
    plain = taken(partner_a, subject="Përgjigje pa numër")
    (only,) = api(arta).get(f"/incoming-mail/{plain.pk}/").json()["suggestions"]
    assert only["reason"] == "sender"
    strange = taken(partner_a, subject="Tjetër", from_="x@gmail.com")
    assert api(arta).get(f"/incoming-mail/{strange.pk}/").json()["suggestions"] == []


def test_no_word_of_a_mail_is_in_story_or_audit_and_none_lies_open_in_the_database(
    arta: User, partner_a: Partner, referral: InstitutionReferral
) -> None:
    row = taken(partner_a, subject="Fshehtë")
    deciding.assign(
        row.pk,
        case=referral.case_id,
        referral=referral.pk,
        standing="final",
        expected=None,
        actor=actor_of(arta),
    )
    told = str([one.facts for one in (*CaseEvent.objects.all(), *AuditEvent.objects.all())])
    rows = str([bytes(one or b"") for one in IncomingMail.objects.values_list("subject", flat=True)])
    for word in ("Fshehtë", WORDS, OFFICE, "vendim.pdf"):
        assert word not in told and word not in rows


def test_a_shared_case_lets_the_other_partner_sort_nothing(
    api: Api, arta: User, besa: User, nino: User, partner_a: Partner, partner_b: Partner, case_of_arta: Case
) -> None:
    sharing.share(case_of_arta.pk, partner=partner_b, actor=actor_of(besa))
    row = taken(partner_a)
    assert api(nino).get(f"/incoming-mail/{row.pk}/").status_code == 404
