"""The letter of a referral: what it starts from, how it is looked over, that what was approved stays."""

import hashlib
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseEvent, Dossier, InstitutionReferral
from backend.cases.services import dossiers, drafting, letters, redirecting, referrals, sending, work
from backend.cases.services.drafting import Draft
from backend.cases.stages import ReferralState, ReferralVerb
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import Attachment, Message
from backend.complaints.services.attachments import attach
from backend.correspondence.services import letterheads, templates
from backend.directory.models import DeadlineRule, Institution
from backend.files.models import StoredFile
from backend.files.services import open_clean, scan_and_clean
from backend.intake.services import file_complaint
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.casework import SENTENCE, drafted, opened, sent
from tests.correspondence.pages import pages_of
from tests.factories import complaints as filing
from tests.factories.directory import ChannelFactory, DeadlineRuleFactory
from tests.files.sending import uploaded

LAW = "Ligji nr. 7/2026"


def step(verb: ReferralVerb, referral: InstitutionReferral, by: User) -> InstitutionReferral:
    return referrals.step(verb, referral.case_id, referral.pk, expected=None, actor=actor_of(by))


def taken(referral: InstitutionReferral, by: User) -> str:
    """The words on the letter's pages."""
    return " ".join(pages_of(bytes_of(referral, by)))


def bytes_of(referral: InstitutionReferral, by: User) -> bytes:
    return dossiers.take_letter(referral.case_id, referral.pk, actor=actor_of(by)).letter


def changed(referral: InstitutionReferral, by: User, **changes: Any) -> InstitutionReferral:
    return drafting.change_draft(
        referral.case_id, referral.pk, changes=changes, expected=None, actor=actor_of(by)
    )


@pytest.fixture
def verified(db: None) -> DeadlineRule:
    """A term that a lawyer has confirmed."""
    return DeadlineRuleFactory(
        code="al-verified",
        law=LAW,
        article="11",
        number=10,
        unit="calendar_day",
        roll=False,
        certainty="V",
        verified_on=date(2026, 1, 1),
    )


def test_a_referral_needs_nothing_new_to_have_a_letter(case_of_arta: Case, arta: User) -> None:
    words = taken(drafted(case_of_arta, arta), arta)
    assert SENTENCE in words
    assert f"Nr. ynë: {case_of_arta.reference}" in words
    assert "Agjencia Shtetërore e Kadastrës" in words
    assert "DRAFT – I PADËRGUAR" in words


def test_a_letter_starts_from_the_partners_template(case_of_arta: Case, arta: User, besa: User) -> None:
    work.change_particulars(
        case_of_arta.pk, changes={"summary": "Pret prej tetë muajsh."}, expected=None, actor=actor_of(arta)
    )
    templates.write_template(
        "pif",
        "public_service",
        "sq",
        subject="Lidhur me {category}",
        text="Të nderuar,\n\n{summary}\n\nNdodhi më {happened_on}.",
        expected=0,
        actor=actor_of(besa),
    )
    assert case_of_arta.institution
    draft = Draft(institution=case_of_arta.institution)
    begun = drafting.draft_referral(case_of_arta.pk, draft=draft, actor=actor_of(arta))
    assert begun.letter == "Të nderuar,\n\nPret prej tetë muajsh."
    assert (begun.letter_language, begun.letter_subject) == ("sq", "Lidhur me delay")
    again = dossiers.draft_letter(case_of_arta.pk, begun.pk, language=None, actor=actor_of(arta))
    assert (again.text, again.left_out) == (begun.letter, ("happened_on",))


def test_the_citizens_words_come_only_where_a_template_asks_for_them(
    case_of_arta: Case, arta: User, besa: User
) -> None:
    referral = drafted(case_of_arta, arta)
    assert (
        filing.NARRATIVE
        not in dossiers.draft_letter(case_of_arta.pk, referral.pk, language="sq", actor=actor_of(arta)).text
    )
    templates.write_template(
        "pif", "public_service", "sq", subject="S", text="{narrative}", expected=None, actor=actor_of(besa)
    )
    asked = dossiers.draft_letter(case_of_arta.pk, referral.pk, language="sq", actor=actor_of(arta))
    assert asked.text == filing.NARRATIVE


def test_an_unverified_term_is_never_called_law(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    referral = drafted(case_of_arta, arta, deadline_rule=ten_days)
    words = taken(referral, arta)
    assert "Baza ligjore" not in words and "10 ditëve" not in words
    assert "brenda afatit që ju cakton ligji" in words
    content = dossiers.leaving_with(case_of_arta.pk, referral.pk, actor=actor_of(arta)).content
    assert (content["legal_basis"], content["rule"]["code"]) == (None, "al-ten-days")


def test_a_verified_term_is_named_with_its_law(
    case_of_arta: Case, arta: User, verified: DeadlineRule
) -> None:
    words = taken(drafted(case_of_arta, arta, deadline_rule=verified), arta)
    assert f"Baza ligjore: {LAW}, neni 11" in words
    assert "brenda 10 ditëve kalendarike" in words


@pytest.mark.parametrize("period", [{"valid_from": date(2999, 1, 1)}, {"valid_until": date(2001, 1, 1)}])
def test_a_law_that_is_not_in_force_is_not_named(
    case_of_arta: Case, arta: User, verified: DeadlineRule, period: dict[str, date]
) -> None:
    DeadlineRule.objects.filter(pk=verified.pk).update(**period)
    verified.refresh_from_db()
    assert LAW not in taken(drafted(case_of_arta, arta, deadline_rule=verified), arta)


def test_what_was_released_stays_as_it_was_released(
    case_of_arta: Case, arta: User, besa: User, verified: DeadlineRule
) -> None:
    referral = drafted(case_of_arta, arta, deadline_rule=verified)
    step(ReferralVerb.RELEASE, referral, arta)
    before = bytes_of(referral, arta)
    assert "DRAFT" not in " ".join(pages_of(before))
    told = dossiers.leaving_with(case_of_arta.pk, referral.pk, actor=actor_of(arta))

    letterheads.change_letterhead(
        "pif", changes={"names": {"sq": "Emër i ri"}}, expected=0, actor=actor_of(besa)
    )
    templates.write_template(
        "pif", "public_service", "sq", subject="Tjetër", text="Tjetër", expected=0, actor=actor_of(besa)
    )
    work.change_particulars(
        case_of_arta.pk, changes={"summary": "Tjetër"}, expected=None, actor=actor_of(arta)
    )
    Institution.objects.filter(pk=referral.institution_id).update(names={"sq": "Tjetër"})
    DeadlineRule.objects.filter(pk=verified.pk).update(law="Tjetër", certainty="?")
    with clock.frozen(clock.now() + timedelta(days=40)):
        assert bytes_of(referral, arta) == before
        after = dossiers.leaving_with(case_of_arta.pk, referral.pk, actor=actor_of(arta))
    assert (after.content, after.sha256, after.is_frozen) == (told.content, told.sha256, True)
    assert after.content["legal_basis"] == {"law": LAW, "article": "11"}


def test_the_database_refuses_to_change_what_is_frozen(case_of_arta: Case, arta: User) -> None:
    referral = drafted(case_of_arta, arta)
    step(ReferralVerb.RELEASE, referral, arta)
    dossier = Dossier.objects.get(referral=referral)
    dossier.content = {**dossier.content, "reference": "X"}
    for change in (dossier.save, lambda: Dossier.objects.update(sha256="0" * 64)):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_no_word_of_what_is_frozen_lies_open(case_of_arta: Case, arta: User) -> None:
    step(ReferralVerb.RELEASE, drafted(case_of_arta, arta), arta)
    sealed = Dossier.objects.values_list("letter", "content").get()
    for column in sealed:
        assert b"%PDF" not in bytes(column) and SENTENCE.encode() not in bytes(column)


def test_sent_back_it_is_taken_away_and_frozen_anew(case_of_arta: Case, arta: User, besa: User) -> None:
    referral = drafted(case_of_arta, arta)
    step(ReferralVerb.RELEASE, referral, arta)
    first = Dossier.objects.get(referral=referral)
    step(ReferralVerb.SEND_BACK, referral, besa)
    assert not Dossier.objects.filter(referral=referral).exists()
    assert "DRAFT" in taken(referral, arta)
    changed(referral, arta, letter="Letër e re.", redaction_checked=True)
    step(ReferralVerb.RELEASE, referral, arta)
    second = Dossier.objects.get(referral=referral)
    assert first.sha256 != second.sha256 and "Letër e re." in taken(referral, arta)
    told = CaseEvent.objects.filter(case=case_of_arta, action__startswith="referral.dossier")
    assert [(event.action, event.facts["sha256"]) for event in told] == [
        ("referral.dossier_frozen", first.sha256),
        ("referral.dossier_discarded", first.sha256),
        ("referral.dossier_frozen", second.sha256),
    ]


def test_the_second_pair_of_eyes_approves_the_pages_that_leave(
    new_case: Callable[..., Case], arta: User, besa: User
) -> None:
    case = opened(new_case(kind=CaseKind.CORRUPTION), arta)
    referral = drafted(case, arta)
    step(ReferralVerb.SUBMIT, referral, arta)
    assert not Dossier.objects.exists() and "DRAFT" in taken(referral, besa)
    referrals.approve(case.pk, referral.pk, expected=None, actor=actor_of(besa))
    dossier = Dossier.objects.get(referral=referral)
    assert dossier.frozen_by_id == besa.pk
    day = clock.today("Europe/Tirane")
    sending.send(case.pk, referral.pk, channel="post", sent_on=day, expected=None, actor=actor_of(arta))
    assert Dossier.objects.get(referral=referral).pk == dossier.pk


def test_a_letter_that_left_and_did_not_arrive_is_kept_whatever_is_written_instead(
    case_of_arta: Case, arta: User, besa: User
) -> None:
    referral = sent(case_of_arta, arta)
    first = Dossier.objects.get(referral=referral)
    step(ReferralVerb.FAIL_DELIVERY, referral, arta)
    step(ReferralVerb.REQUEUE, referral, arta)
    assert bytes_of(referral, arta) == first.letter
    step(ReferralVerb.SEND_BACK, referral, besa)
    assert "DRAFT" in taken(referral, arta)
    step(ReferralVerb.RELEASE, changed(referral, arta, letter="Tjetër.", redaction_checked=True), arta)
    # The second one never left, and goes when it is sent back; the first one stays.
    step(ReferralVerb.SEND_BACK, referral, besa)
    assert list(Dossier.objects.filter(referral=referral)) == [first]
    told = CaseEvent.objects.filter(case=case_of_arta, action="referral.dossier_discarded")
    assert [event.facts["had_left"] for event in told] == [True, False]


def test_what_is_redirected_is_the_letter_that_was_sent(
    case_of_arta: Case, arta: User, cadastre: Institution
) -> None:
    first = sent(case_of_arta, arta)
    other = filing.institution("al-ministry")
    follows = redirecting.redirect(
        case_of_arta.pk,
        first.pk,
        institution=other,
        redirected_on=clock.today("Europe/Tirane"),
        deadline_rule=None,
        expected=None,
        actor=actor_of(arta),
    )
    assert bytes_of(follows, arta) == bytes_of(first, arta)


def test_what_left_before_letters_were_kept_is_not_made_up(case_of_arta: Case, arta: User) -> None:
    referral = sent(case_of_arta, arta)
    Dossier.objects.all().delete()
    referral.refresh_from_db()
    with pytest.raises(errors.LetterNotKept):
        bytes_of(referral, arta)


def test_what_was_released_before_letters_were_kept_is_frozen_when_it_leaves(
    case_of_arta: Case, arta: User
) -> None:
    referral = drafted(case_of_arta, arta)
    step(ReferralVerb.RELEASE, referral, arta)
    Dossier.objects.all().delete()
    day = clock.today("Europe/Tirane")
    sending.send(
        case_of_arta.pk, referral.pk, channel="post", sent_on=day, expected=None, actor=actor_of(arta)
    )
    assert Dossier.objects.filter(referral=referral).exists()


def test_taking_the_frozen_letter_leaves_an_audit_line_and_looking_at_a_draft_does_not(
    case_of_arta: Case, arta: User
) -> None:
    referral = drafted(case_of_arta, arta)
    bytes_of(referral, arta)
    lines = AuditEvent.objects.filter(action="referral.letter_taken")
    assert not lines.exists()
    step(ReferralVerb.RELEASE, referral, arta)
    bytes_of(referral, arta)
    line = lines.get()
    assert (line.actor_id, line.target_id) == (arta.pk, case_of_arta.pk)
    assert line.facts["referral"] == str(referral.pk)


def test_only_those_who_write_or_approve_letters_get_them(
    case_of_arta: Case, arta: User, luan: User, ilir: User, nino: User, observer: User, admin: User
) -> None:
    referral = drafted(case_of_arta, arta)
    assert bytes_of(referral, luan)
    with pytest.raises(NotAllowed):
        bytes_of(referral, ilir)
    for stranger in (nino, observer, admin):
        with pytest.raises(NotFound):
            bytes_of(referral, stranger)


def test_a_letter_is_in_two_languages_where_the_caseworker_says_so(
    new_case: Callable[..., Case], partner_b: Partner, nino: User, giorgi: User
) -> None:
    body = filing.institution("xk-agency", country="XK", languages=["sq", "sr-Latn"])
    names = {"sq": "Agjencia", "sr-Latn": "Agencija", "en": "Agency"}
    Institution.objects.filter(pk=body.pk).update(names=names)
    body.refresh_from_db()
    case = opened(new_case(partner=partner_b, consent=False), nino)
    parallel = {"language": "sq", "subject": "", "letter": "Kërkojmë përgjigje."}
    referral = drafted(
        case,
        giorgi,
        institution=body,
        letter="Tražimo odgovor.",
        parallel=parallel,
        override_reason="Usmeno.",
    )
    assert letters.language_of(referral) == Language.SR_LATN  # the partner's own, official there
    words = taken(referral, giorgi)
    for wanted in (
        "Agjencia",
        "Agencija",
        "Tražimo odgovor.",
        "Kërkojmë përgjigje.",
        "Popunjava institucija",
    ):
        assert wanted in words
    with pytest.raises(Invalid) as refused:
        changed(referral, giorgi, parallel={**parallel, "language": "sr-Latn"})
    assert refused.value.errors[0].code == "same_language"


def test_a_new_word_in_either_language_is_looked_over_again(case_of_arta: Case, arta: User) -> None:
    for changes in (
        {"parallel": {"language": "en", "subject": "", "letter": "We ask for an answer."}},
        {"letter_subject": "Tjetër"},
        {"letter_language": "en"},
    ):
        referral = changed(drafted(case_of_arta, arta), arta, **changes)
        with pytest.raises(errors.RedactionUnchecked):
            step(ReferralVerb.RELEASE, referral, arta)
        assert referral.state == ReferralState.DRAFT


@pytest.mark.parametrize(
    ("country", "languages", "text", "found"),
    [
        ("AL", ["sq"], "Kërkojmë përgjigje.", "sq"),
        ("AL", [], "", "sq"),
        ("GE", [], "", "ka"),
        ("RS", [], "Тражимо одговор.", "sr-Cyrl"),
        ("RS", [], "Tražimo odgovor.", "sr-Latn"),
        ("XK", [], "", "sq"),
        ("XK", ["sq", "sr-Latn", "sr-Cyrl"], "Тражимо одговор.", "sr-Cyrl"),
        ("AL", ["sq"], "გთხოვთ გვიპასუხოთ.", "ka"),
    ],
)
def test_the_language_that_nobody_named_is_the_institutions_in_the_script_of_the_letter(
    case_of_arta: Case, country: str, languages: list[str], text: str, found: str
) -> None:
    body = filing.institution("somewhere", country=country, languages=languages)
    assert letters.obvious_language(case_of_arta, body, text) == found


def test_a_letter_goes_to_the_postal_address_as_known_on_its_day(case_of_arta: Case, arta: User) -> None:
    body = case_of_arta.institution
    ChannelFactory(institution=body, kind="post", value="E vjetër", valid_until=date(2020, 1, 1))
    ChannelFactory(institution=body, kind="post", value="Rr. Jordan Misja 12\n1001 Tiranë")
    words = taken(drafted(case_of_arta, arta), arta)
    assert "Agjencia Shtetërore e Kadastrës Rr. Jordan Misja 12 1001 Tiranë" in words
    assert "E vjetër" not in words


def test_the_complainants_name_is_on_no_page(partner_a: Partner, arta: User, besa: User, delay: Any) -> None:
    body = filing.institution("al-other")
    told = filing.statement_with_name(
        complainant_kind="identified", category=delay.code, institution=body.code
    )
    case = opened(file_complaint(partner=partner_a, statement=told, actor=Actor.nobody()).case, arta)
    draft = Draft(institution=body, override_reason="Me gojë.")
    referral = drafting.draft_referral(case.pk, draft=draft, actor=actor_of(besa))
    words = taken(referral, arta)
    assert "Drita" not in words and "Kola" not in words
    assert "Kjo shkresë nuk e jep emrin e qytetarit." in words


def attached(
    case: Case, content: bytes = b"Fletorja e vizitave.", name: str = "Drita-Kola.txt"
) -> Attachment:
    """A file that came with the complaint."""
    assert case.complaint is not None
    (made,) = attach(
        complaint=case.complaint,
        files=[uploaded(content, name)],
        sender=Message.Sender.COMPLAINANT,
        actor=Actor.nobody(),
    )
    return made


def test_clean_copies_go_along_under_our_titles_with_their_checksums(case_of_arta: Case, arta: User) -> None:
    file = attached(case_of_arta)
    scan_and_clean(file.file_id)
    referral = changed(drafted(case_of_arta, arta), arta, enclosures=[{"file": file.pk, "title": "Shënime"}])
    with pytest.raises(errors.RedactionUnchecked):
        step(ReferralVerb.RELEASE, referral, arta)
    words = taken(referral, arta)
    file.file.refresh_from_db()
    digest = hashlib.sha256(open_clean(file.file).read()).hexdigest()
    assert "1. Shënime" in words and "Drita" not in words
    assert digest in words.replace(" ", "")
    changed(referral, arta, redaction_checked=True)
    step(ReferralVerb.RELEASE, referral, arta)
    (listed,) = Dossier.objects.get(referral=referral).content["attachments"]
    assert listed == {
        "number": 1,
        "file": str(file.pk),
        "copy": str(file.file.clean_id),
        "title": "Shënime",
        "media_type": "text/plain",
        "size": file.file.clean_size,
        "sha256": digest,
    }


def test_a_file_without_a_clean_copy_does_not_go_along(
    case_of_arta: Case, arta: User, new_case: Callable[..., Case]
) -> None:
    referral, file, foreign = drafted(case_of_arta, arta), attached(case_of_arta), attached(new_case())
    for chosen, code in (
        ([{"file": file.pk}], "file.not_ready"),
        ([{"file": foreign.pk}], "unknown_file"),
        ([{"file": file.pk}, {"file": file.pk}], "repeated"),
    ):
        with pytest.raises(Invalid) as refused:
            changed(referral, arta, enclosures=chosen)
        assert refused.value.errors[0].code == code


def test_a_file_that_is_not_what_it_was_holds_the_letter_back(case_of_arta: Case, arta: User) -> None:
    file = attached(case_of_arta)
    scan_and_clean(file.file_id)
    referral = changed(
        drafted(case_of_arta, arta), arta, enclosures=[{"file": file.pk}], redaction_checked=True
    )
    StoredFile.objects.filter(pk=file.file_id).update(clean_id=uuid4())
    with pytest.raises(errors.EnclosureChanged):
        step(ReferralVerb.RELEASE, referral, arta)
    assert not Dossier.objects.exists()
