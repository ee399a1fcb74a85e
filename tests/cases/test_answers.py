"""What an institution's answer does to a referral, and what a link to answer opens."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import AnswerLink, Case, CaseEvent, InstitutionAnswer, InstitutionReferral
from backend.cases.services import answer_links, answers, referrals, silence
from backend.cases.services.answers import Came
from backend.cases.services.files import add_files
from backend.cases.stages import ReferralState, ReferralVerb, State
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.complaints.models import Attachment, Message
from backend.complaints.services import attachments_for_complainant, send_along, write_message
from backend.directory.models import DeadlineRule
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User
from tests.calling import Caller
from tests.casework import SENTENCE, drafted, sent, state_of
from tests.files.sending import uploaded

Api = Callable[[User], Caller]
Standing = InstitutionAnswer.Standing
WORDS = "Certifikata do të lëshohet brenda muajit."


@pytest.fixture
def referral(case_of_arta: Case, arta: User, ten_days: DeadlineRule) -> InstitutionReferral:
    """A referral that left today, with a term of ten days."""
    return sent(case_of_arta, arta, deadline_rule=ten_days)


@pytest.fixture
def token(referral: InstitutionReferral, arta: User) -> str:
    """What opens a link for it."""
    return token_for(referral, arta)


def token_for(referral: InstitutionReferral, by: User, **how: Any) -> str:
    _link, path = answer_links.make_link(referral.case_id, referral.pk, actor=actor_of(by), **how)
    return path.split("/")[2]


def came(**changes: Any) -> Came:
    told = {"way": "link", "answered_on": today(), "standing": Standing.FINAL, "text": WORDS}
    return Came(**{**told, **changes})


def today() -> Any:
    return clock.today("Europe/Tirane")


def fresh(referral: InstitutionReferral) -> InstitutionReferral:
    return InstitutionReferral.objects.get(pk=referral.pk)


def typed(referral: InstitutionReferral, by: User, **changes: Any) -> InstitutionReferral:
    told = {"answer": WORDS, "answered_on": today(), **changes}
    return answers.record_answer(referral.case_id, referral.pk, **told, expected=None, actor=actor_of(by))


def decide(answer: InstitutionAnswer, by: User, standing: str, **more: Any) -> InstitutionAnswer:
    return answers.decide(
        answer.referral.case_id,
        answer.referral_id,
        answer.pk,
        standing=standing,
        **more,
        expected=None,
        actor=actor_of(by),
    )


# Typed in


def test_a_final_answer_ends_the_wait_and_takes_the_case_to_review(
    referral: InstitutionReferral, arta: User
) -> None:
    typed(referral, arta, protocol_number="77/2026")
    kept = fresh(referral)
    assert (kept.state, kept.answer, kept.protocol_number) == (ReferralState.ANSWERED, WORDS, "77/2026")
    assert state_of(referral.case) == State.RESPONSE_REVIEW
    (answer,) = referral.answers.all()
    assert (answer.way, answer.standing, answer.text) == ("typed", "final", WORDS)


def test_an_answer_for_the_time_being_leaves_the_clock_running(
    referral: InstitutionReferral, arta: User
) -> None:
    due_at = referral.due_at
    typed(referral, arta, is_final=False, protocol_number="77/2026")
    kept = fresh(referral)
    assert (kept.state, kept.due_at, kept.answered_on) == (ReferralState.SENT, due_at, None)
    assert state_of(referral.case) == State.REFERRED
    assert kept.protocol_number == "77/2026"
    typed(referral, arta)
    assert fresh(referral).state == ReferralState.ANSWERED
    assert [one.standing for one in referral.answers.all()] == ["interim", "final"]


def test_the_scanned_letter_stays_with_the_answer(referral: InstitutionReferral, arta: User) -> None:
    (scan,) = add_files(referral.case_id, files=[uploaded(b"Pergjigje", "a.txt")], actor=actor_of(arta))
    typed(referral, arta, files=[scan.pk])
    assert list(referral.answers.get().files.all()) == [scan]


def test_a_complainants_file_is_no_answer(referral: InstitutionReferral, arta: User) -> None:
    from backend.cases.services.files import complainant_added_files

    assert referral.case.complaint is not None
    (own,) = complainant_added_files(referral.case.complaint, files=[uploaded(b"Imja", "a.txt")])
    with pytest.raises(Invalid) as refused:
        typed(referral, arta, files=[own.pk])
    assert refused.value.errors[0].code == "unknown_file"


def test_an_answer_after_silence_was_noted_is_weighed_anew(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    with clock.frozen(clock.now() + timedelta(days=40)):
        referral = sent(case_of_arta, arta, days_ago=30, deadline_rule=ten_days)
        silence.note_silence(case_of_arta.pk, referral.pk, expected=None, actor=actor_of(arta))
        typed(referral, arta)
        kept = fresh(referral)
        assert (kept.state, kept.assessment) == (ReferralState.ANSWERED, "")
        event = CaseEvent.objects.get(case=case_of_arta, action="referral.record_answer")
        assert event.facts["late"] is True


def test_an_answer_after_a_bounce_is_an_answer(referral: InstitutionReferral, arta: User) -> None:
    referrals.step(
        ReferralVerb.FAIL_DELIVERY, referral.case_id, referral.pk, expected=None, actor=actor_of(arta)
    )
    typed(referral, arta)
    assert fresh(referral).state == ReferralState.ANSWERED


# Weighed by a person


def test_what_arrived_by_itself_does_not_stop_the_clock_until_somebody_says_what_it_is(
    referral: InstitutionReferral, arta: User
) -> None:
    answer = arrived(referral)
    assert fresh(referral).state == ReferralState.SENT
    decide(answer, arta, Standing.FINAL, protocol_number="9")
    kept = fresh(referral)
    assert (kept.state, kept.answered_on, kept.protocol_number) == ("answered", today(), "9")
    assert state_of(referral.case) == State.RESPONSE_REVIEW


@pytest.mark.parametrize("standing", [Standing.INTERIM, Standing.NO_ANSWER])
def test_an_acknowledgement_ends_nothing_and_can_be_weighed_again(
    referral: InstitutionReferral, arta: User, standing: str
) -> None:
    answer = decide(arrived(referral), arta, standing)
    assert fresh(referral).state == ReferralState.SENT
    decide(answer, arta, Standing.FINAL)
    assert fresh(referral).state == ReferralState.ANSWERED


def test_what_ended_the_wait_is_not_taken_back(referral: InstitutionReferral, arta: User) -> None:
    answer = decide(arrived(referral), arta, Standing.FINAL)
    with pytest.raises(errors.AnswerDecided):
        decide(answer, arta, Standing.NO_ANSWER)


def test_a_second_final_answer_is_kept_beside_the_first(referral: InstitutionReferral, arta: User) -> None:
    typed(referral, arta)
    more = arrived(referral)
    decide(more, arta, Standing.FINAL)
    assert fresh(referral).answer == WORDS
    assert referral.answers.count() == 2


def test_an_answer_of_another_referral_is_not_found(
    case_of_arta: Case, referral: InstitutionReferral, arta: User
) -> None:
    other = sent(case_of_arta, arta)
    answer = arrived(other)
    with pytest.raises(NotFound):
        answers.decide(
            case_of_arta.pk,
            referral.pk,
            answer.pk,
            standing=Standing.FINAL,
            expected=None,
            actor=actor_of(arta),
        )


def arrived(referral: InstitutionReferral) -> InstitutionAnswer:
    held = answers.held(referral.pk)
    assert held is not None
    came_in = came(way="email", standing=Standing.ARRIVED, text="Letra juaj u regjistrua.")
    return answers.take_in(held, came_in, actor=Actor.institution())


# Through a link


def test_a_link_shows_what_the_letter_said_and_nothing_else(
    token: str, referral: InstitutionReferral
) -> None:
    asked = answer_links.open_link(token)
    assert asked.reference == referral.case.reference
    (part,) = asked.parts
    assert part["sender"] == "People in Focus"
    # The term of this rule is not verified law: the letter does not name it, so the page does not either.
    assert asked.due_on is None
    assert AnswerLink.objects.get().opened_count == 1


def test_a_final_answer_through_the_link_ends_the_wait_and_uses_the_link_up(
    token: str, referral: InstitutionReferral
) -> None:
    files = [uploaded(b"Vendimi.", "vendim.txt")]
    answer = answer_links.answer_through(token, came=came(author_name="E. Hoxha"), files=files)
    assert fresh(referral).state == ReferralState.ANSWERED
    assert (answer.way, answer.author_name) == ("link", "E. Hoxha")
    assert [one.sender for one in answer.files.all()] == ["institution"]
    for again in (
        answer_links.open_link,
        lambda one: answer_links.answer_through(one, came=came(), files=()),
    ):
        with pytest.raises(errors.AnswerLinkGone) as gone:
            again(token)
        assert gone.value.facts["used_at"]


def test_after_an_answer_for_the_time_being_the_link_still_opens(
    token: str, referral: InstitutionReferral
) -> None:
    answer_links.answer_through(token, came=came(standing=Standing.INTERIM), files=())
    assert fresh(referral).state == ReferralState.SENT
    assert answer_links.open_link(token).interim_on == (today(),)
    answer_links.answer_through(token, came=came(), files=())
    assert fresh(referral).state == ReferralState.ANSWERED


def test_unknown_expired_and_revoked_links_look_alike(
    token: str, referral: InstitutionReferral, arta: User
) -> None:
    revoked = token_for(referral, arta)
    link = AnswerLink.objects.latest("made_at")
    answer_links.revoke_link(referral.case_id, referral.pk, link.pk, actor=actor_of(arta))
    with clock.frozen(clock.now() + timedelta(days=121)):
        facts = [refusal_of(one) for one in ("unknown", "", revoked, token)]
    assert facts == [{}] * 4


def refusal_of(token: str) -> Any:
    with pytest.raises(errors.AnswerLinkGone) as gone:
        answer_links.open_link(token)
    return gone.value.facts


def test_the_database_holds_no_address_of_a_link(token: str) -> None:
    rows = [
        *AnswerLink.objects.values_list(),
        *CaseEvent.objects.values_list(),
        *AuditEvent.objects.values_list(),
    ]
    assert token not in str(rows)


def test_an_answer_without_words_and_files_is_none(token: str) -> None:
    with pytest.raises(Invalid) as refused:
        answer_links.answer_through(token, came=came(text=" \n"), files=())
    assert refused.value.errors[0].field == "text"


@pytest.mark.parametrize(("days", "code"), [(1, "in_the_future"), (-1, "too_early")])
def test_a_link_takes_no_impossible_day(token: str, days: int, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        answer_links.answer_through(token, came=came(answered_on=today() + timedelta(days=days)), files=())
    assert refused.value.errors[0].code == code


def test_what_did_not_leave_has_no_link(case_of_arta: Case, arta: User) -> None:
    with pytest.raises(errors.NothingToAnswer):
        token_for(drafted(case_of_arta, arta), arta)


def test_a_cancelled_letter_is_answered_by_nobody(case_of_arta: Case, arta: User) -> None:
    referral = drafted(case_of_arta, arta)
    for verb in (ReferralVerb.RELEASE, None, ReferralVerb.CANCEL):
        if verb is None:
            token = token_for(referral, arta)
        else:
            referrals.step(verb, case_of_arta.pk, referral.pk, expected=None, actor=actor_of(arta))
    assert refusal_of(token) == {}


def test_an_answer_through_a_link_after_the_matter_was_closed_is_kept(
    token: str, referral: InstitutionReferral, arta: User
) -> None:
    typed(referral, arta)
    answer_links.answer_through(token, came=came(text="Edhe kjo."), files=())
    late = referral.answers.latest("arrived_at")
    assert (late.standing, late.text) == (Standing.ARRIVED, "Edhe kjo.")


def test_an_erased_case_has_no_link_that_opens(token: str, referral: InstitutionReferral) -> None:
    from backend.keyring.services import destroy_subject

    destroy_subject(referral.case_id)
    assert refusal_of(token) == {}


def test_only_who_refers_makes_links(referral: InstitutionReferral, ilir: User, nino: User) -> None:
    with pytest.raises(NotAllowed):
        token_for(referral, ilir)
    with pytest.raises(NotFound):
        token_for(referral, nino)


# What is told


def test_no_word_of_an_answer_is_in_story_or_audit(token: str, referral: InstitutionReferral) -> None:
    told_in = came(author_name="Hoxha", protocol_number="4711/7")
    answer_links.answer_through(token, came=told_in, files=[uploaded(b"Vendimi.", "vendim.txt")])
    lines = str([e.facts for e in (*CaseEvent.objects.all(), *AuditEvent.objects.all())])
    assert not any(word in lines for word in (WORDS, "Hoxha", "4711/7", "vendim"))
    event = CaseEvent.objects.get(action="referral.answer_arrived")
    assert (event.actor_kind, event.facts["files"]) == ("institution", 1)


def test_the_complainant_sees_an_institutions_file_only_with_a_message(
    token: str, referral: InstitutionReferral, arta: User
) -> None:
    complaint = referral.case.complaint
    assert complaint is not None
    answer_links.answer_through(token, came=came(), files=[uploaded(b"Vendimi.", "vendim.txt")])
    assert not attachments_for_complainant(complaint).exists()
    (file,) = Attachment.objects.filter(sender="institution")
    message = write_message(
        complaint=complaint, sender=Message.Sender.PARTNER, text=SENTENCE, actor=actor_of(arta)
    )
    send_along(message=message, attachment_ids=[file.pk])
    assert list(attachments_for_complainant(complaint)) == [file]


def test_the_api_lists_answers_and_takes_the_decision_once(
    api: Api, arta: User, referral: InstitutionReferral
) -> None:
    arrived(referral)
    there = f"/cases/{referral.case_id}/referrals/{referral.pk}/answers/"
    (shown,) = api(arta).get(there).json()["results"]
    assert (shown["standing"], shown["way"]) == ("arrived", "email")
    decision = {"standing": "final"}
    done = api(arta).post(f"{there}{shown['id']}/decide/", decision, if_match=shown["version"])
    assert done.json()["standing"] == "final"
    again = api(arta).post(f"{there}{shown['id']}/decide/", decision, if_match=shown["version"])
    assert again.status_code == 412


def test_the_address_of_a_link_is_told_once(api: Api, arta: User, referral: InstitutionReferral) -> None:
    there = f"/cases/{referral.case_id}/referrals/{referral.pk}/answer-links/"
    made = api(arta).post(there, {"days": 10}).json()
    assert answer_links.open_link(made["address"].rstrip("/").rsplit("/", 1)[1]).link_id
    (listed,) = api(arta).get(there).json()["results"]
    assert "address" not in listed and listed["opened_count"] == 1
