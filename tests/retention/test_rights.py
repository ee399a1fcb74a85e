"""What the complainant may ask for: a copy, a correction, erasure; and who decides."""

import io
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from zipfile import ZipFile

import pytest

from backend.audit.models import AuditEvent
from backend.cases.models import Case, Task
from backend.cases.services import conversation
from backend.cases.services.files import complainant_added_files
from backend.cases.services.withdrawal import complainant_withdrew
from backend.common import clock
from backend.complaints.models import Complaint
from backend.directory.models import Category, Institution
from backend.files.services import scan_and_clean
from backend.intake.services import Filed
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.retention import errors
from backend.retention.models import Correction, ErasureRequest, LegalHold, PlannedErasure
from backend.retention.services import erasing, holds, requests
from backend.retention.stages import Refusal
from tests.calling import Caller
from tests.casework import opened
from tests.factories import complaints as filing
from tests.files.sending import uploaded
from tests.intake.pages.test_receipts import opened_with

NAME = "Drita Kola"


@pytest.fixture
def filed(partner_a: Partner, cadastre: Institution, delay: Category) -> Filed:
    """A complaint by somebody who told her name."""
    told = filing.statement_with_name(category=delay.code, institution=cadastre.code)
    return filing.file_complaint(partner=partner_a, statement=told, actor=filing.Actor.nobody())


@pytest.fixture
def receipt(filed: Filed) -> dict[str, str]:
    return {"number": filed.receipt.number, "secret": filed.receipt.secret}


def erasure_asked(filed: Filed) -> ErasureRequest:
    return requests.ask_for_erasure(filed.complaint)


def zipped(answer: Any) -> tuple[ZipFile, dict[str, Any]]:
    made = ZipFile(io.BytesIO(answer.content))
    return made, json.loads(made.read("complaint.json"))


def test_the_copy_holds_what_she_filed_and_was_told_and_her_files(
    filed: Filed, receipt: dict[str, str], anonymous: Caller, arta: User
) -> None:
    by = actor_of(arta)
    conversation.write_to_complainant(opened(filed.case, arta).pk, text="Kur ndodhi?", asks=True, actor=by)
    conversation.complainant_answered(filed.complaint, text="Në maj.")
    (file,) = complainant_added_files(filed.complaint, files=[uploaded(b"Fletorja.", "../flet/orja.txt")])
    scan_and_clean(file.file_id)
    answer = anonymous.post("/receipts/copy/", receipt)
    assert answer.status_code == 200
    made, told = zipped(answer)
    assert told["filed"]["narrative"] == filing.NARRATIVE
    assert [one["text"] for one in told["messages"]] == ["Kur ndodhi?", "Në maj."]
    (entry,) = told["files"]
    assert made.read(entry["file"]) == b"Fletorja."
    assert entry["file"].startswith("files/001 ") and ".." not in entry["file"].replace("...", "")
    assert AuditEvent.objects.get(action="complaint.copied").facts == {"files": 1}


def test_the_copy_names_nobody_so_that_a_found_receipt_betrays_nobody(
    filed: Filed, receipt: dict[str, str], anonymous: Caller, arta: User
) -> None:
    from backend.cases.services import work

    work.add_note(opened(filed.case, arta).pk, text="Shënim i brendshëm", actor=actor_of(arta))
    made, _told = zipped(anonymous.post("/receipts/copy/", receipt))
    words = b"".join(made.read(name) for name in made.namelist()).decode()
    for secret in (NAME, "690000001", "+355", "Shënim i brendshëm", arta.name, arta.email):
        assert secret not in words


def test_a_wrong_receipt_gets_no_copy(filed: Filed, receipt: dict[str, str], anonymous: Caller) -> None:
    wrong = receipt | {"secret": filing.wrong_secret(filed.receipt)}
    for path in ("/receipts/copy/", "/receipts/erasure/"):
        assert anonymous.post(path, wrong).json()["code"] == "receipt.unknown"


def test_a_correction_stands_beside_the_words_which_stay_as_they_were(
    filed: Filed, receipt: dict[str, str], anonymous: Caller, api: Any, besa: User
) -> None:
    sent = anonymous.post("/receipts/corrections/", receipt | {"text": "Ishte prilli, jo maji."})
    assert sent.status_code == 201
    (shown,) = api(besa).get(f"/cases/{filed.case.pk}/corrections/").json()["results"]
    assert shown["text"] == "Ishte prilli, jo maji."
    assert Complaint.objects.get(pk=filed.complaint.pk).narrative == filing.NARRATIVE
    _made, told = zipped(anonymous.post("/receipts/copy/", receipt))
    assert told["messages"][-1]["corrects_the_complaint"] is True


def test_asking_for_erasure_twice_asks_once_and_somebody_is_told(
    filed: Filed, receipt: dict[str, str], anonymous: Caller
) -> None:
    for _ in range(2):
        answer = anonymous.post("/receipts/erasure/", receipt).json()
        assert (answer["request"]["state"], answer["request"]["refusal"]) == ("open", None)
    assert ErasureRequest.objects.count() == 1
    assert Task.objects.get(kind="erasure_asked").case_id == filed.case.pk


def test_a_granted_request_erases_within_minutes_and_the_receipt_is_unknown(
    filed: Filed, receipt: dict[str, str], anonymous: Caller, api: Any, besa: User
) -> None:
    complainant_withdrew(filed.complaint)
    asked = erasure_asked(filed)
    caller = api(besa)
    assert caller.get("/erasure-requests/").json()["results"][0]["allowed_actions"] == ["grant", "refuse"]
    done = caller.post(f"/erasure-requests/{asked.pk}/grant/", if_match='"1"')
    assert (done.status_code, done.json()["state"]) == (200, "granted")
    assert erasing.erase_due() == 1
    assert not Case.objects.filter(pk=filed.case.pk).exists()
    assert anonymous.post("/receipts/", receipt).json()["code"] == "receipt.unknown"
    assert AuditEvent.objects.get(action="case.erased").facts == {"because": "request"}


def test_work_that_goes_on_has_to_end_before_a_request_is_granted(
    filed: Filed, besa: User, arta: User
) -> None:
    asked = erasure_asked(filed)
    with pytest.raises(errors.CannotBeErased) as refused:
        requests.grant(asked.pk, expected=None, actor=actor_of(besa))
    assert "running" in refused.value.facts["blockers"]
    assert not PlannedErasure.objects.exists()


def test_a_hold_refuses_a_request_and_she_reads_which_and_until_when(
    filed: Filed, receipt: dict[str, str], anonymous: Caller, besa: User
) -> None:
    until = clock.today("Europe/Tirane") + timedelta(days=90)
    by = actor_of(besa)
    holds.set_hold(filed.case.pk, reason="court", words="E brendshme.", until=until, actor=by)
    told = anonymous.post("/receipts/erasure/", receipt).json()["request"]
    assert (told["state"], told["refusal"], told["hold_reason"]) == ("refused", "hold", "court")
    assert told["hold_until"] == until.isoformat()
    assert "brendshme" not in json.dumps(told), "why in words is for staff"


def test_a_hold_set_after_the_request_stands_against_granting_it(filed: Filed, besa: User) -> None:
    complainant_withdrew(filed.complaint)
    asked, by = erasure_asked(filed), actor_of(besa)
    until = clock.today("Europe/Tirane") + timedelta(days=90)
    holds.set_hold(filed.case.pk, reason="court", words="x", until=until, actor=by)
    with pytest.raises(errors.KeptByHold) as refused:
        requests.grant(asked.pk, expected=None, actor=by)
    assert refused.value.facts == {"reason": "court", "until": until.isoformat()}
    assert LegalHold.objects.count() == 1


def test_a_refusal_is_read_by_her_in_words(
    filed: Filed, receipt: dict[str, str], anonymous: Caller, besa: User
) -> None:
    asked = erasure_asked(filed)
    words = "Ligji na detyron ta ruajmë deri në vitin 2030."
    requests.refuse(asked.pk, refusal=Refusal.LEGAL_DUTY, words=words, expected=1, actor=actor_of(besa))
    told = anonymous.post("/receipts/", receipt).json()["erasure"]["request"]
    assert (told["state"], told["refusal"], told["words"]) == ("refused", "legal_duty", words)
    with pytest.raises(errors.RequestDecided):
        requests.grant(asked.pk, expected=None, actor=actor_of(besa))
    assert Task.objects.get(kind="erasure_asked").state == "dropped"


def test_only_a_coordinator_who_reads_the_case_decides(
    filed: Filed, api: Any, arta: User, giorgi: User, admin: User, besa: User, client_of: Any, partner_a: Any
) -> None:
    asked = erasure_asked(filed)
    path = f"/erasure-requests/{asked.pk}/"
    program = client_of(partner_a, "coordinator", ["cases:read", "cases:write", "partner:manage"])
    for caller in (api(arta), api(giorgi), api(admin)):
        assert caller.get(path).status_code == 404
        assert caller.post(f"{path}grant/", if_match="*").status_code == 404
    assert program.post(f"{path}grant/", if_match="*").status_code == 403
    assert api(besa).get(path).status_code == 200


def test_a_complaint_that_nobody_has_read_is_withdrawn_not_erased(partner_a: Partner) -> None:
    _row, filed = filing.quarantined(partner_a)
    with pytest.raises(errors.NoCaseYet):
        requests.ask_for_erasure(filed.complaint)


def test_the_receipt_tells_the_day_that_was_announced(told: Any, rules: None, anonymous: Caller) -> None:
    from backend.retention.services import planning

    receipt = {"number": told.receipt.number, "secret": told.receipt.secret}
    assert anonymous.post("/receipts/", receipt).json()["erasure"]["erased_on"] is None
    with clock.frozen(clock.now() + timedelta(days=731)):
        planning.announce_due()
        due = PlannedErasure.objects.get().due_on
        assert anonymous.post("/receipts/", receipt).json()["erasure"]["erased_on"] == due.isoformat()


def test_a_case_of_another_partner_has_no_holds_to_see(
    filed: Filed, api: Callable[[User], Caller], nino: User, besa: User
) -> None:
    for path in ("holds/", "retention/", "corrections/"):
        assert api(nino).get(f"/cases/{filed.case.pk}/{path}").status_code == 404
        assert api(besa).get(f"/cases/{filed.case.pk}/{path}").status_code == 200


def test_settings_say_that_without_rules_nothing_is_erased(api: Any, besa: User, arta: User) -> None:
    found = api(besa).get("/partners/pif/retention/").json()
    assert (found["rules"], found["erases"]) == ([], False)
    assert found["suggested"] and found["erased"] == []
    rules = {"rules": [{"kind": None, "ending": None, "months": 36}]}
    kept = api(besa).put("/partners/pif/retention/", rules, if_match='"0"')
    assert (kept.status_code, kept.json()["erases"], kept.headers["ETag"]) == (200, True, '"1"')
    assert api(besa).put("/partners/pif/retention/", rules, if_match='"0"').status_code == 412
    assert api(arta).get("/partners/pif/retention/").status_code == 404
    short = {"rules": [{"kind": None, "ending": None, "months": 5}]}
    assert api(besa).put("/partners/pif/retention/", short, if_match="*").status_code == 400


def test_on_the_page_she_takes_a_copy_corrects_and_asks_in_two_presses(filed: Filed) -> None:
    visitor = opened_with(filed, "en")
    assert "What we keep of you" in visitor.text
    visitor.press("rights_correct", rights_text="Ishte prilli.")
    assert "It stands beside what you wrote." in visitor.text
    assert Correction.objects.count() == 1
    visitor.press("rights_ask")
    assert not ErasureRequest.objects.exists(), "the first press only tells what follows"
    assert "Nobody can bring it back." in visitor.text
    visitor.press("rights_erase")
    assert "We have not decided yet." in visitor.text
    assert ErasureRequest.objects.get().state == "open"


def test_an_empty_correction_is_told_at_its_field(filed: Filed) -> None:
    visitor = opened_with(filed, "en")
    visitor.press("rights_correct", rights_text=" ")
    assert 'id="rights_text_error"' in visitor.text
    assert not Correction.objects.exists()


def test_the_page_tells_why_it_was_refused(filed: Filed, besa: User) -> None:
    asked = erasure_asked(filed)
    words = "Gjyqi vazhdon."
    requests.refuse(asked.pk, refusal=Refusal.LEGAL_CLAIM, words=words, expected=None, actor=actor_of(besa))
    page = opened_with(filed, "en").text
    assert "needed to pursue or defend a legal claim" in page and words in page


def test_an_open_page_of_an_erased_case_closes_like_any_other(filed: Filed, besa: User) -> None:
    complainant_withdrew(filed.complaint)
    visitor = opened_with(filed, "en")
    requests.grant(erasure_asked(filed).pk, expected=None, actor=actor_of(besa))
    assert erasing.erase_due() == 1
    visitor.press("write", text="Jeni aty?")
    assert "What we keep of you" not in visitor.text
