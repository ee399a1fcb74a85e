"""Nothing leaves that nobody looked at: what is hidden is gone, what is found is seen first."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseEvent, Dossier, InstitutionReferral, JudiciaryDetail
from backend.cases.services import dossiers, drafting, permits, redaction, referrals, sending
from backend.cases.stages import FindingKind, HidingReason, ReferralState, ReferralVerb
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.common.kinds import CaseKind
from backend.correspondence.services import templates
from backend.partners.actors import actor_of
from backend.partners.models import User
from tests.casework import SENTENCE, drafted, opened
from tests.correspondence.pages import pages_of

SAID = "Punonjësi Arben Kola kërkoi 200 euro. Numri im: 069 123 4567."
NAME = SAID.index("Arben")
NUMBER = SAID.index("069")
HIDDEN = [
    {"part": "narrative", "start": NAME, "end": NAME + len("Arben Kola"), "reason": "name"},
    {"part": "narrative", "start": NUMBER, "end": NUMBER + len("069 123 4567"), "reason": "contact"},
]


def identifying(told: str) -> list[str]:
    """What tells of Arben: parts long enough that no random identifier holds one by chance."""
    return [word for word in ("Arben", "Kola", "069 123", "123 4567", "0691234567") if word in told]


@pytest.fixture
def case(new_case: Callable[..., Case], arta: User) -> Case:
    return opened(new_case(narrative=SAID, wish="Dua certifikatën."), arta)


def seen(referral: InstitutionReferral, by: User) -> redaction.Redaction:
    return redaction.redaction_of(referral.case_id, referral.pk, actor=actor_of(by))


def changed(referral: InstitutionReferral, by: User, **changes: Any) -> InstitutionReferral:
    return drafting.change_draft(
        referral.case_id, referral.pk, changes=changes, expected=None, actor=actor_of(by)
    )


def confirmed(referral: InstitutionReferral, by: User) -> InstitutionReferral:
    return changed(referral, by, redaction_checked=True, findings_seen=seen(referral, by).digest)


def release(referral: InstitutionReferral, by: User) -> InstitutionReferral:
    return referrals.step(
        ReferralVerb.RELEASE, referral.case_id, referral.pk, expected=None, actor=actor_of(by)
    )


def letter(referral: InstitutionReferral, by: User) -> str:
    return " ".join(pages_of(dossiers.take_letter(referral.case_id, referral.pk, actor=actor_of(by)).letter))


def content(referral: InstitutionReferral, by: User) -> Any:
    return dossiers.leaving_with(referral.case_id, referral.pk, actor=actor_of(by)).content


def unseen(case: Case, by: User, **changes: Any) -> InstitutionReferral:
    return drafted(case, by, redaction_checked=False, **changes)


def test_the_complainants_words_stay_here_unless_somebody_sends_them_along(case: Case, arta: User) -> None:
    made = unseen(case, arta)
    assert "Arben" not in letter(made, arta)
    assert content(made, arta)["annex"] is None
    # Chosen and then left out: what was hidden is not lost, and nothing leaves.
    off = changed(made, arta, annex={"include": False, "hidden": HIDDEN})
    assert "kërkoi" not in letter(off, arta)
    assert seen(off, arta).narrative.hidden == HIDDEN


def test_the_preview_is_exactly_what_leaves(case: Case, arta: User) -> None:
    made = unseen(case, arta, annex={"include": True, "hidden": HIDDEN})
    told = letter(made, arta)
    assert "Punonjësi" in told and "kërkoi 200 euro. Numri im:" in told and "Dua certifikatën." in told
    assert not identifying(told)
    leaves = content(made, arta)["annex"]
    assert leaves["narrative"] == [
        {"text": "Punonjësi ", "hidden": []},
        {"text": "", "hidden": ["name"]},
        {"text": " kërkoi 200 euro. Numri im: ", "hidden": []},
        {"text": "", "hidden": ["contact"]},
        {"text": ".", "hidden": []},
    ]
    release(confirmed(made, arta), arta)
    assert content(made, arta)["annex"] == leaves
    frozen = Dossier.objects.get(referral=made)
    assert "Arben" not in json.dumps(frozen.content)
    assert "Arben" not in " ".join(pages_of(frozen.letter))


def test_what_was_confirmed_is_named_exactly(case: Case, arta: User) -> None:
    made = unseen(case, arta, annex={"include": True, "hidden": HIDDEN})
    with pytest.raises(errors.FindingsUnseen):
        changed(made, arta, redaction_checked=True)
    with pytest.raises(errors.FindingsUnseen):
        changed(made, arta, redaction_checked=True, findings_seen="0" * 64)
    before = seen(made, arta).digest
    # In one and the same request something else is shown than was looked at.
    with pytest.raises(errors.FindingsUnseen):
        changed(
            made,
            arta,
            annex={"include": True, "hidden": HIDDEN[:1]},
            redaction_checked=True,
            findings_seen=before,
        )
    done = changed(made, arta, redaction_checked=True, findings_seen=before)
    assert done.redaction_checked_by_id == arta.pk
    # Every change takes the confirmation away.
    for change in ({"annex": {"include": True, "hidden": HIDDEN[:1]}}, {"letter": SENTENCE}, {"annex": None}):
        done = confirmed(made, arta)
        done = changed(done, arta, **change)
        assert (done.redaction_checked_by_id, done.findings_seen) == (None, "")
        with pytest.raises(errors.RedactionUnchecked):
            release(done, arta)


@pytest.mark.parametrize(
    ("field", "where"),
    [("letter", "parts.0.letter"), ("letter_subject", "parts.0.subject")],
)
def test_what_is_found_in_a_letter_has_to_be_seen(case: Case, arta: User, field: str, where: str) -> None:
    told = {field: "Ankuesi, tel. 069 123 4567"}
    with pytest.raises(errors.FindingsUnseen) as refused:
        drafted(case, arta, **told)
    assert refused.value.facts == {"findings": 1}
    made = unseen(case, arta, **told)
    (one,) = seen(made, arta).findings
    assert (one.where, one.kind, one.text) == (where, FindingKind.PHONE, "069 123 4567")
    assert release(confirmed(made, arta), arta).state == ReferralState.QUEUED


def test_what_is_found_in_a_second_language_has_to_be_seen(case: Case, arta: User) -> None:
    parallel = {"language": "en", "subject": "", "letter": "Write to drita@example.org."}
    made = unseen(case, arta, parallel=parallel)
    assert [one.where for one in seen(made, arta).findings] == ["parts.1.letter"]


def test_a_letter_in_which_nothing_is_found_is_confirmed_by_whoever_wrote_it(case: Case, arta: User) -> None:
    assert release(drafted(case, arta), arta).state == ReferralState.QUEUED


def test_a_letter_that_a_template_wrote_is_looked_at_first(case: Case, arta: User) -> None:
    with pytest.raises(errors.FindingsUnseen):
        drafted(case, arta, letter="")
    made = unseen(case, arta, letter="")
    assert confirmed(made, arta).redaction_checked_by_id == arta.pk


def test_findings_of_the_annex_are_places_that_can_be_hidden(case: Case, arta: User) -> None:
    made = unseen(case, arta, annex={"include": True})
    (one,) = seen(made, arta).findings
    assert (one.where, SAID[one.start : one.end]) == ("annex.narrative", "069 123 4567")
    place = {"part": "narrative", "start": one.start, "end": one.end, "reason": "contact"}
    made = changed(made, arta, annex={"include": True, "hidden": [place]})
    assert seen(made, arta).findings == []
    # Also then somebody looks: not everything is found.
    with pytest.raises(errors.FindingsUnseen):
        changed(made, arta, redaction_checked=True)


def test_the_name_of_the_judge_is_found_and_must_be_seen(
    new_case: Callable[..., Case], arta: User, besa: User
) -> None:
    case = opened(new_case(kind=CaseKind.JUDICIARY), arta)
    detail = JudiciaryDetail(case=case, data_key=case.data_key)
    detail.person = "Drita Hoxha"
    detail.save()
    with pytest.raises(errors.FindingsUnseen):
        drafted(case, arta, letter="Seanca u shty nga gjyqtarja Hoxha.")
    assert drafted(case, arta).redaction_checked_by_id == arta.pk


def test_what_changed_under_a_confirmed_letter_does_not_leave(case: Case, arta: User, besa: User) -> None:
    """The subject of the partner's template is a part of it until it is frozen."""
    made = drafted(case, arta)
    templates.write_template(
        "pif",
        "public_service",
        "sq",
        subject="Tjetër: {summary}",
        text="T",
        expected=None,
        actor=actor_of(besa),
    )
    with pytest.raises(errors.RedactionUnchecked):
        release(made, arta)
    assert release(confirmed(made, arta), arta).state == ReferralState.QUEUED


@pytest.mark.parametrize(("start", "end"), [(0, 10_000), (5, 5), (6, 5), (len(SAID), len(SAID) + 1)])
def test_a_place_that_the_words_do_not_have_is_refused(case: Case, arta: User, start: int, end: int) -> None:
    place = {"part": "narrative", "start": start, "end": end, "reason": "name"}
    with pytest.raises(Invalid) as refused:
        unseen(case, arta, annex={"include": True, "hidden": [place]})
    assert refused.value.errors[0].field == "annex.hidden.0"


def test_a_passed_on_referral_keeps_what_was_hidden(case: Case, arta: User) -> None:
    from backend.cases.services import redirecting
    from backend.common import clock
    from tests.factories import complaints as filing

    made = release(confirmed(unseen(case, arta, annex={"include": True, "hidden": HIDDEN}), arta), arta)
    today, told = clock.today("Europe/Tirane"), {"expected": None, "actor": actor_of(arta)}
    sending.send(case.pk, made.pk, channel="post", sent_on=today, **told)
    second = redirecting.redirect(
        case.pk, made.pk, institution=filing.institution("al-ministry"), redirected_on=today, **told
    )
    assert (second.annex, second.dossier_id) == (made.annex, made.dossier_id)
    assert "Arben" not in letter(second, arta)


def test_only_those_who_write_or_approve_letters_look(case: Case, arta: User, ilir: User, nino: User) -> None:
    made = unseen(case, arta)
    with pytest.raises(NotAllowed):
        seen(made, ilir)
    with pytest.raises(NotFound):
        seen(made, nino)


def test_no_word_of_it_is_in_the_story_or_the_audit_log(case: Case, arta: User) -> None:
    made = unseen(case, arta, letter="Tel. 069 123 4567", annex={"include": True, "hidden": HIDDEN})
    release(confirmed(made, arta), arta)
    told = [str(row) for row in CaseEvent.objects.filter(case=case).values_list("facts", flat=True)]
    told += [str(row) for row in AuditEvent.objects.values_list("facts", flat=True)]
    assert not [line for line in told if identifying(line)]
    fresh = InstitutionReferral.objects.get(pk=made.pk)
    for part in (
        repr(seen(fresh, arta)),
        repr(seen(fresh, arta).findings),
        repr(seen(fresh, arta).narrative),
    ):
        assert not identifying(part)


# Every character stands there once, and none in a letter in Albanian: what is hidden can be told.
ALPHABETS = "".join(map(chr, [*range(0x10D0, 0x10D0 + 33), *range(0x0430, 0x0430 + 28)]))


@pytest.fixture
def two_alphabets(new_case: Callable[..., Case], arta: User) -> InstitutionReferral:
    return unseen(opened(new_case(narrative=ALPHABETS), arta), arta)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 61)), max_size=6))
def test_whatever_is_hidden_is_on_no_page_and_in_no_dossier(
    two_alphabets: InstitutionReferral, arta: User, places: list[tuple[int, int]]
) -> None:
    chosen = [
        {"part": "narrative", "start": start, "end": end, "reason": HidingReason.OTHER.value}
        for start, end in places
        if start < end
    ]
    made = changed(two_alphabets, arta, annex={"include": True, "hidden": chosen})
    secret = {ALPHABETS[at] for place in chosen for at in range(place["start"], place["end"])}
    seen_of_it = set(ALPHABETS) - secret
    dossier = json.dumps(content(made, arta), ensure_ascii=False)
    assert set(ALPHABETS) & set(dossier) == seen_of_it
    assert set(ALPHABETS) & set(letter(made, arta)) == seen_of_it


def test_redaction_over_the_api(api: Any, case: Case, arta: User) -> None:
    assert case.institution is not None
    here = f"/cases/{case.pk}/referrals/"
    made = api(arta).post(
        here,
        {
            "institution": case.institution.code,
            "letter": "Letra.",
            "annex": {"include": True, "hidden": HIDDEN[:1]},
        },
    )
    assert made.status_code == 201 and made.json()["has_annex"] is True
    mine = f"{here}{made.json()['id']}/"
    look = api(arta).get(f"{mine}redaction/").json()
    assert look["narrative"]["text"] == SAID
    assert [one["text"] for one in look["findings"]] == ["069 123 4567"]
    assert look["narrative"]["leaves"][1] == {"text": "", "hidden": ["name"]}
    version = made.json()["version"]
    refused = api(arta).patch(mine, {"redaction_checked": True}, if_match=version)
    assert (refused.status_code, refused.json()["code"]) == (409, "referral.findings_unseen")
    assert look["digest"] not in refused.content.decode()
    done = api(arta).patch(
        mine, {"redaction_checked": True, "findings_seen": look["digest"]}, if_match=version
    )
    assert done.status_code == 200 and done.json()["redaction_checked_by"]["id"] == str(arta.pk)
    assert permits.require_on_referral(
        ReferralVerb.RELEASE, InstitutionReferral.objects.get(pk=made.json()["id"]), actor_of(arta)
    )
