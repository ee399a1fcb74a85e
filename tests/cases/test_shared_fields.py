"""Whatever was agreed with another partner: its people read that, and no word of anything else."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from backend.cases.models import Case, PartnerReferral
from backend.cases.partner_stages import SharedField
from backend.cases.services import conversation, partner_referrals, sharing, work
from backend.common.kinds import CaseKind
from backend.complaints.models import ComplainantKind, ContactWish, Message, Vulnerability
from backend.complaints.services import attach
from backend.files.services import scan_and_clean
from backend.identity.services import IdentityDetails
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import agreed_to, drafted, needs, opened
from tests.contracts.description import Operation, operations
from tests.contracts.world import undone
from tests.factories import complaints as filing
from tests.files.sending import uploaded

F = SharedField
# A mark in every place of a case where words stand; none is part of a code, a name or an address.
MARKS: Mapping[SharedField, frozenset[str]] = {
    F.SUMMARY: frozenset({"PERMBLEDHJAXQ", "ETIKETAXQ"}),
    F.COMPLAINT: frozenset({"RREFIMIXQ", "DESHIRAXQ"}),
    F.CONTACT_WISH: frozenset({"KONTAKTIXQ"}),
    F.VULNERABILITY: frozenset({'"trafficking"'}),
    F.MESSAGES: frozenset({"MESAZHIXQ"}),
    F.FILES: frozenset({"SKEDARIXQ", "PERMBAJTJAXQ"}),
    F.NOTES: frozenset({"SHENIMIXQ"}),
    F.JUDICIARY: frozenset({"GJYKIMIXQ"}),
    F.OUTCOME: frozenset({"PERFUNDIMIXQ"}),
}
NEVER = frozenset({"IDENTITETIXQ", "GJYQTARIXQ", "PRANIMIXQ", "LETRAXQ"})
"""The identity, the judge's name, why it was admitted, the letter to an institution."""
NOTE = "PORTEKUQIXQ"
ALL = frozenset().union(*MARKS.values()) | NEVER | {NOTE}

some_fields = st.frozensets(st.sampled_from(list(SharedField)))
HOW = settings(
    max_examples=5 * int(os.environ.get("DOSJA_TEST_DEPTH", "1")),
    deadline=None,
    # An example asks every question of the API: fields are few, and a smaller set of them tells no more.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@dataclass
class Told:
    """A case with a mark in every place, and who reads it from another partner."""

    case: Case
    ids: dict[str, object]
    partner: Partner
    owner: User
    reader: User
    call: Caller = field(default_factory=Caller)


@pytest.fixture
def told(partner_a: Partner, partner_b: Partner, besa: User, giorgi: User, cadastre: Any, delay: Any) -> Told:
    """Giorgi, a coordinator, has every permission that a role of B gives."""
    case = filing.file(
        partner_a,
        kind=CaseKind.JUDICIARY,
        narrative="RREFIMIXQ",
        wish="DESHIRAXQ",
        complainant_kind=ComplainantKind.CONFIDENTIAL,
        identity=IdentityDetails(name="IDENTITETIXQ", phone="+355 69 000 0000"),
        contact_wish=ContactWish.PHONE,
        contact_note="KONTAKTIXQ",
        vulnerability=(Vulnerability.TRAFFICKING,),
        category=delay.code,
        institution=cadastre.code,
    ).case
    actor = actor_of(besa)
    opened(case, besa)
    work.change_particulars(case.pk, changes={"summary": "PERMBLEDHJAXQ"}, expected=None, actor=actor)
    work.set_tags(case.pk, names=["ETIKETAXQ"], expected=None, actor=actor)
    work.add_note(case.pk, text="SHENIMIXQ", actor=actor)
    detail = {"case_number": "GJYKIMIXQ", "person": "GJYQTARIXQ"}
    work.set_judiciary(case.pk, detail=detail, expected=None, actor=actor)
    case = Case.objects.get(pk=case.pk)
    case.admissibility_note, case.outcome_text = "PRANIMIXQ", "PERFUNDIMIXQ"
    case.save()
    assert case.complaint is not None
    sender = Message.Sender.COMPLAINANT
    file = uploaded(b"PERMBAJTJAXQ", "SKEDARIXQ.txt")
    (made,) = attach(complaint=case.complaint, files=[file], sender=sender, actor=Actor.nobody())
    scan_and_clean(made.file_id)
    message = conversation.complainant_answered(case.complaint, text="MESAZHIXQ", files=[made.pk])
    letter = drafted(case, besa, letter="LETRAXQ", override_reason="PRANIMIXQ")
    agreed_to(partner_b, case, besa)
    needs("legal_aid")
    ids = {"case_id": case.pk, "file_id": made.pk, "message_id": message.pk, "referral_id": letter.pk}
    found = Told(case, ids, partner_b, besa, giorgi)
    found.call.force_login(giorgi)
    return found


def referred(told: Told, fields: Collection[SharedField]) -> PartnerReferral:
    offer = partner_referrals.Offer(
        to_partner=told.partner,
        need="legal_aid",
        place=None,
        language="sq",
        fields=[one.value for one in fields],
        note=NOTE,
    )
    return partner_referrals.offer(told.case.pk, offer=offer, actor=actor_of(told.owner))


def accepted(told: Told, referral: PartnerReferral) -> None:
    partner_referrals.accept(referral.pk, expected=None, actor=actor_of(told.reader))


def rooms() -> Iterator[Operation]:
    """Every reading under a case, of today and of tomorrow."""
    return (one for one in operations().values() if one.method == "get" and "/cases/{case_id}/" in one.path)


def words_in(answer: Any) -> str:
    if answer.headers.get("Content-Type") == "application/pdf":
        return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(answer.content))
    return str(answer.content.decode(errors="replace"))


def marks_in(answers: Collection[Any]) -> set[str]:
    read = " ".join(map(words_in, answers))
    return {mark for mark in ALL if mark in read}


def everything_asked(told: Told) -> list[Any]:
    """The answers to every question that the other partner's people can put: rooms, lists, searches."""
    ids = {name: told.ids.get(name, 0) for room in rooms() for name in room.parameters}
    ids = {name: value or (1 if name == "link_id" else uuid4()) for name, value in ids.items()}
    asked = [room.address(**ids) for room in rooms()]
    # Lists across cases: work, letters, offers, whatever there will be.
    asked += [one.path for one in operations().values() if one.method == "get" and not one.parameters]
    return [told.call.get(address) for address in asked]


def is_found(told: Told, **query: str) -> bool:
    rows = told.call.get("/cases/", query).json()["results"]
    count = told.call.get("/cases/count/", query).json()["count"]
    assert count == len(rows)
    return bool(rows)


@pytest.mark.either_engine("sqlite")
@HOW
@given(by_hand=st.none() | some_fields, by_referral=st.none() | some_fields)
@example(by_hand=frozenset(), by_referral=None)
@example(by_hand=frozenset({F.MESSAGES}), by_referral=None)
@example(by_hand=frozenset({F.COMPLAINT}), by_referral=frozenset({F.FILES}))
@example(by_hand=None, by_referral=frozenset(SharedField))
def test_no_word_of_a_field_that_was_not_agreed_reaches_the_other_partner(
    told: Told, by_hand: frozenset[SharedField] | None, by_referral: frozenset[SharedField] | None
) -> None:
    agreed = (by_hand or frozenset()) | (by_referral or frozenset())
    expected = set().union(*(MARKS[one] for one in agreed))
    with undone():
        if by_hand is not None:
            sharing.share(told.case.pk, partner=told.partner, fields=by_hand, actor=actor_of(told.owner))
        if by_referral is not None:
            accepted(told, referred(told, by_referral))
        # Both ways: what was agreed is there to be read, or the promise would be an empty one.
        assert marks_in(everything_asked(told)) == expected
        for mark in sorted(ALL):
            # By its words a case is found where its summary is read, and by no others ever.
            by_words = F.SUMMARY in agreed and mark in MARKS[F.SUMMARY]
            assert is_found(told, search=mark.strip('"')) == by_words, mark
        assert is_found(told, tag="ETIKETAXQ") == (F.SUMMARY in agreed)
        assert is_found(told, search=told.case.reference) == (F.SUMMARY in agreed)


@pytest.mark.either_engine("sqlite")
@HOW
@given(fields=some_fields)
def test_what_is_offered_or_ended_opens_no_word(told: Told, fields: frozenset[SharedField]) -> None:
    with undone():
        referral = referred(told, fields)
        look = [*everything_asked(told), told.call.get(f"/partner-referrals/{referral.pk}/")]
        assert marks_in(look) == set()
        assert told.case.reference not in " ".join(map(words_in, look))
        answers = (words_in(answer) for answer in look if answer.status_code == 200)
        assert str(told.case.pk) not in " ".join(answers)
        accepted(told, referral)
        assert NOTE in words_in(told.call.get(f"/partner-referrals/{referral.pk}/"))
        partner_referrals.recall(referral.pk, expected=None, actor=actor_of(told.owner))
        look = [*everything_asked(told), told.call.get(f"/partner-referrals/{referral.pk}/")]
        assert marks_in(look) == set()


@HOW
@given(fields=some_fields)
def test_the_preview_is_exactly_what_the_other_partner_gets_to_see(
    told: Told, fields: frozenset[SharedField]
) -> None:
    sender = Caller()
    sender.force_login(told.owner)
    asked = {"partner": told.partner.slug, "need": "legal_aid", "language": "sq", "note": NOTE}
    asked |= {"fields": sorted(fields)}
    with undone():
        preview = sender.post(f"/cases/{told.case.pk}/partner-referrals/preview/", asked).json()
        assert not PartnerReferral.objects.exists()
        referral = referred(told, fields)
        offered = told.call.get(f"/partner-referrals/{referral.pk}/").json()
        before = preview["before"]
        differing = {name for name in before if before[name] != offered[name]}
        assert differing <= {"expires_at"}  # it is counted from the moment of the offer
        beside = {name for name in set(offered) - set(before) if offered[name] is not None}
        assert beside == {"id", "direction", "state", "offered_at", "version", "allowed_actions"}
        accepted(told, referral)
        after = preview["after"]
        assert after["note"] == told.call.get(f"/partner-referrals/{referral.pk}/").json()["note"]
        case = f"/cases/{told.case.pk}/"
        assert after["case"] == told.call.get(case).json()
        for room in ("complaint", "judiciary"):
            assert after[room] == body_of(told.call.get(f"{case}{room}/"))
        for room in ("messages", "files", "notes"):
            page = body_of(told.call.get(f"{case}{room}/"))
            assert after[room] == (page and page["results"])


def body_of(answer: Any) -> Any:
    """Null where the room does not exist."""
    assert answer.status_code in (200, 404)
    return answer.json() if answer.status_code == 200 else None


@pytest.mark.parametrize("fields", [None, [], ["complaint", "files"]])
def test_a_share_is_previewed_as_it_will_be_read(told: Told, fields: list[str] | None) -> None:
    sender = Caller()
    sender.force_login(told.owner)
    asked = {"partner": told.partner.slug, "fields": fields}
    preview = sender.post(f"/cases/{told.case.pk}/shares/preview/", asked)
    assert preview.json()["everything"] is (fields is None)
    marks = marks_in([preview])
    inside = {"PERMBAJTJAXQ"}  # in the file; a preview names it
    assert sender.post(f"/cases/{told.case.pk}/shares/", asked).status_code == 201
    read = marks_in(everything_asked(told)) - inside - (NEVER if fields is None else set())
    assert marks == read
    assert told.call.get(f"/cases/{told.case.pk}/events/").status_code == (200 if fields is None else 404)


def test_a_transfer_is_previewed_with_what_is_told_before(told: Told) -> None:
    sender = Caller()
    sender.force_login(told.owner)
    asked = {"partner": told.partner.slug}
    preview = sender.post(f"/cases/{told.case.pk}/transfer/preview/", asked).json()
    assert told.call.get("/transfers/").json()["results"] == []
    refused = sender.post(f"/cases/{told.case.pk}/transfer/", asked, if_match="*")
    # A letter is being written, but nothing has left: the case may go.
    assert refused.status_code == 201
    (offer,) = told.call.get("/transfers/").json()["results"]
    before = {name: value for name, value in preview["before"].items() if name != "expires_at"}
    assert before.items() <= offer.items()
    assert not ALL & marks_in([told.call.get("/transfers/")])
    assert preview["after"]["everything"] is True
