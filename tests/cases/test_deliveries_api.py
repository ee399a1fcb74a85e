"""Deliveries over the API: what each person sees and does, in which words, with which proof."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services import referrals
from backend.cases.services.files import add_files
from backend.cases.stages import ReferralVerb
from backend.common import clock
from backend.correspondence.services import accounts
from backend.directory.models import Institution
from backend.directory.services import channels
from backend.files.services import scan_and_clean
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User
from tests.calling import Caller
from tests.cases.test_letters import attached
from tests.casework import SENTENCE, drafted
from tests.factories.directory import ChannelFactory
from tests.files.sending import uploaded
from tests.jobs.fixtures import RunJobs
from tests.mailserver.smtp import SmtpServer

Api = Callable[[User], Caller]


@pytest.fixture
def released(case_of_arta: Case, arta: User) -> InstitutionReferral:
    made = drafted(case_of_arta, arta)
    return referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, made.pk, expected=None, actor=actor_of(arta))


def shelf(referral: InstitutionReferral) -> str:
    return f"/cases/{referral.case_id}/referrals/{referral.pk}/deliveries/"


def begun(caller: Caller, referral: InstitutionReferral, channel: str) -> Any:
    answer = caller.post(shelf(referral), {"channel": channel})
    assert answer.status_code == 201, answer.content
    return answer.json()


@pytest.mark.parametrize("channel", ["post", "in_person", "portal"])
def test_a_person_is_told_what_to_do_and_what_to_take_along(
    api: Api, arta: User, released: InstitutionReferral, channel: str
) -> None:
    guidance = begun(api(arta), released, channel)["guidance"]
    assert [step["code"] for step in guidance["steps"]][-1] == "record"
    assert guidance["enclosed"][0]["name"] == "1-letter.pdf"
    assert [one["code"] for one in guidance["warnings"]] == ["no_channel"]
    assert bool(guidance["fields"]) is (channel == "portal")


def test_a_portal_gets_texts_ready_to_be_copied(api: Api, arta: User, released: InstitutionReferral) -> None:
    guidance = begun(api(arta), released, "portal")["guidance"]
    texts = {field["name"]: field["value"] for field in guidance["fields"]}
    assert texts["text"] == SENTENCE
    assert texts["reference"] == released.case.reference
    assert set(texts) == {"recipient", "sender", "reference", "subject", "text"}


def test_proof_is_a_file_of_this_very_case(api: Api, arta: User, released: InstitutionReferral) -> None:
    (receipt,) = add_files(released.case_id, files=[uploaded(b"RR 1", "fature.txt")], actor=actor_of(arta))
    made = begun(api(arta), released, "post")
    today = clock.today("Europe/Tirane").isoformat()
    at = f"{shelf(released)}{made['id']}/sent/"
    foreign = {"sent_on": today, "proofs": [str(released.pk)]}
    assert api(arta).post(at, foreign, if_match=1).json()["errors"][0]["field"] == "proofs.0"
    told = {"sent_on": today, "tracking_number": "RR123456789AL", "proofs": [str(receipt.pk)]}
    done = api(arta).post(at, told, if_match=1).json()
    assert (done["state"], done["proofs"], done["tracking_number"]) == (
        "sent",
        [str(receipt.pk)],
        "RR123456789AL",
    )
    shown = api(arta).get(f"/cases/{released.case_id}/referrals/{released.pk}/").json()
    assert (shown["state"], shown["channel"], shown["proof"]) == ("sent", "post", "RR123456789AL")


def test_another_referrals_delivery_is_not_found_under_this_one(
    api: Api, arta: User, released: InstitutionReferral, case_of_arta: Case
) -> None:
    made = begun(api(arta), released, "post")
    other = drafted(case_of_arta, arta)
    assert api(arta).get(f"{shelf(other)}{made['id']}/").status_code == 404
    assert api(arta).post(f"{shelf(other)}{made['id']}/cancel/", if_match=1).status_code == 404


def test_repeating_the_request_begins_no_second_delivery(
    api: Api, arta: User, released: InstitutionReferral
) -> None:
    answers = [api(arta).post(shelf(released), {"channel": "post"}, key="once") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert released.deliveries.count() == 1


def test_who_only_reads_the_case_reads_no_deliveries(
    api: Api, ilir: User, nino: User, released: InstitutionReferral
) -> None:
    assert api(ilir).get(shelf(released)).status_code == 403
    assert api(nino).get(shelf(released)).status_code == 404


def test_a_flagged_channel_is_shown_and_warned_of_until_it_is_confirmed(
    api: Api, arta: User, admin: User, cadastre: Institution, released: InstitutionReferral
) -> None:
    channel = ChannelFactory(institution=cadastre, kind="post", confirmed_on=clock.now().date())
    channels.note_trouble(channel.pk, actor=Actor.system())
    shown = api(arta).get(f"/institutions/{cadastre.code}/").json()["channels"][0]
    assert shown["problem_since"] is not None
    made = begun(api(arta), released, "post")
    assert [one["code"] for one in made["guidance"]["warnings"]] == ["channel_troubled"]
    path = f"/institutions/{cadastre.code}/channels/{channel.pk}/confirm/"
    assert api(admin).post(path, {}, if_match="*").json()["problem_since"] is None


def test_attachments_go_along_as_the_clean_copies_that_were_frozen(
    api: Api,
    arta: User,
    besa: User,
    cadastre: Institution,
    case_of_arta: Case,
    smtp_server: SmtpServer,
    run_jobs: RunJobs,
) -> None:
    case, file = case_of_arta, attached(case_of_arta)
    scan_and_clean(file.file_id)
    accounts.write_account("pif", facts=smtp_server.account(), expected=None, actor=actor_of(besa))
    ChannelFactory(institution=cadastre, kind="email", value="zyra@kadastra.example")
    made = drafted(case, arta, enclosures=[{"file": file.pk, "title": "Kërkesa"}])
    referrals.step(ReferralVerb.RELEASE, case.pk, made.pk, expected=None, actor=actor_of(arta))
    begun(api(arta), made, "email")
    run_jobs()
    parts = list(smtp_server.taken[0].message.iter_attachments())
    assert [one.get_filename() for one in parts] == ["1-letter.pdf", "2-attachment.txt"]
    kept = InstitutionReferral.objects.get(pk=made.pk).enclosures[0]
    content = parts[1].get_payload(decode=True)
    assert hashlib.sha256(content).hexdigest() == kept["sha256"]
    assert "Kërkesa" not in str(parts[1].items())


def test_the_mail_names_the_page_for_answers_where_the_installation_has_an_address(
    api: Api,
    arta: User,
    besa: User,
    cadastre: Institution,
    released: InstitutionReferral,
    smtp_server: SmtpServer,
    run_jobs: RunJobs,
    settings: Any,
) -> None:
    settings.DOSJA_PUBLIC_ADDRESS = "https://dosja.example"
    accounts.write_account("pif", facts=smtp_server.account(), expected=None, actor=actor_of(besa))
    ChannelFactory(institution=cadastre, kind="email", value="zyra@kadastra.example")
    made = begun(api(arta), released, "email")
    run_jobs()
    body = smtp_server.taken[0].message.get_body(("plain",))
    assert body is not None
    (line,) = [one for one in body.get_content().splitlines() if one.startswith("https://dosja.example")]
    assert line.startswith("https://dosja.example/answer/")
    assert released.deliveries.get(pk=made["id"]).answer_link is None
    assert line.removeprefix("https://dosja.example") not in str(
        api(arta).get(f"/cases/{released.case_id}/events/").json()
    )
