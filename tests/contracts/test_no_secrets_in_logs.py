"""A complaint's words, its author and its receipt stand in no log, no story, no line of the audit."""

import logging
from collections.abc import Callable
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent
from backend.common import clock
from backend.directory.models import Category, Institution
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.factories import complaints as filing

SECRETS = ("Fjalëtmia", "Emrimi", "+35569777", "Pyetjajonë", "Përgjigjaime", "Letrajonë", "Shënimi", "Fundi")


def walked_to_its_end(
    partner: Partner, anonymous: Caller, api: Callable[[User], Caller], worker: User
) -> dict[str, Any]:
    """A complaint filed, asked about, referred, answered by the institution, resolved. Gives the receipt."""
    told = filing.body(
        narrative="Fjalëtmia nuk janë për askënd.",
        complainant_kind="confidential",
        identity={"name": "Emrimi Mbiemri", "phone": "+35569777 111"},
        category="delay",
        institution="al-cadastre",
        consents=[
            {"purpose": "processing", "text_version": "2026-01"},
            {"purpose": "referral", "institution": "al-cadastre", "text_version": "2026-01"},
        ],
    )
    filed = anonymous.post("/complaints/", told, headers={"X-Form-Key": partner.form_key}).json()
    receipt = {part: filed["receipt"][part] for part in ("number", "secret")}
    me, case = api(worker), Case.objects.get(reference=filed["reference"])
    here, today = f"/cases/{case.pk}/", clock.today(partner.time_zone).isoformat()

    def step(path: str, **body: Any) -> Any:
        answer = me.post(f"{here}{path}", body or None, if_match="*")
        assert answer.status_code in (200, 201), answer.json()
        return answer.json()

    step("start_triage/")
    step("ask_complainant/", question="Pyetjajonë: kur?")
    written = anonymous.post("/receipts/messages/", {**receipt, "text": "Përgjigjaime: në mars."})
    assert written.status_code == 201
    step("open/", admissibility_note="Shënimi i pranimit.")
    step("notes/", text="Shënimi i brendshëm.")
    letter = {"institution": "al-cadastre", "letter": "Letrajonë.", "redaction_checked": True}
    there = f"referrals/{step('referrals/', **letter)['id']}/"
    step(f"{there}release/")
    step(f"{there}send/", channel="post", sent_on=today)
    step(f"{there}record_answer/", answer="Përgjigjaime zyrtare.", answered_on=today)
    step("resolve/", outcome="remedied", outcome_text="Fundi i mirë.")
    assert "Fundi" in anonymous.post("/receipts/", receipt).text
    return receipt


def test_words_names_and_receipts_stand_in_no_log_story_or_audit_line(
    partner_a: Partner,
    cadastre: Institution,
    delay: Category,
    anonymous: Caller,
    api: Callable[[User], Caller],
    arta: User,
    nino: User,
    caplog: pytest.LogCaptureFixture,
) -> None:
    # What Django's own debug log of SQL would hold is switched off in every mode of the product.
    logging.getLogger("django.db.backends").setLevel(logging.INFO)
    with caplog.at_level(logging.DEBUG):
        receipt = walked_to_its_end(partner_a, anonymous, api, arta)
        wrong = {**receipt, "secret": receipt["secret"][::-1]}
        refusals = [anonymous.post("/receipts/", wrong), api(nino).get(f"/cases/{Case.objects.get().pk}/")]
    kept = {
        "log": caplog.text + "".join(str(record.__dict__) for record in caplog.records),
        "story": "".join(f"{event.action} {event.facts}" for event in CaseEvent.objects.all()),
        "audit": "".join(f"{event.action} {event.facts}" for event in AuditEvent.objects.all()),
        "refusals": "".join(answer.text for answer in refusals),
        "search": "".join(Case.objects.values_list("summary", flat=True)),
    }
    assert "case.resolve" in kept["story"]
    assert "case.resolve" in kept["audit"]
    for place, text in kept.items():
        for secret in (*SECRETS, receipt["number"], receipt["secret"]):
            assert secret not in text, (place, secret)
