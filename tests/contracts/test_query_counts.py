"""A list costs the same number of queries for one row and for thirty; what each costs is written down."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.cases.models import Case, CaseExport, CaseFile, ClockPause, MessageTemplate
from backend.cases.services import (
    answer_links,
    answers,
    case_files,
    consents,
    deliveries,
    drafting,
    merging,
    sharing,
    transfers,
    work,
)
from backend.cases.services.deliveries import Leaving
from backend.cases.services.files import add_files
from backend.cases.services.saved_views import save_view
from backend.cases.services.tasks import write_task
from backend.cases.services.templates import create_template
from backend.collecting.services import make_access
from backend.common import clock
from backend.common.languages import Language
from backend.complaints.models import Consent, Message
from backend.complaints.services.messages import write_message
from backend.custody.models import IdentityRequest
from backend.directory.models import (
    CalendarOverride,
    Place,
    Schedule,
    ServiceArea,
    ServiceAtLocation,
    ServiceLocation,
)
from backend.doorkeeping.services import buckets
from backend.forms.services.shipped import shipped_schema
from backend.imports.models import ImportedCase, ImportProblem
from backend.intake.services import Screening, ToldConsent
from backend.jobs.models import Job
from backend.keyring.services import new_data_key, partner_digest
from backend.mailroom.models import IncomingMail
from backend.mailroom.services import deciding
from backend.mailroom.services.taking import Fetched, take_mail
from backend.partners.actors import actor_of
from backend.partners.roles import Role
from backend.partners.services import invite
from backend.retention.models import PlannedErasure
from backend.retention.services.holds import set_hold
from backend.retention.services.requests import ask_for_erasure, complainant_corrected
from backend.retention.stages import HoldReason
from backend.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.webhooks.services.signing import new_message_id, new_secret
from tests.calling import Caller
from tests.casework import drafted, opened, referred_to
from tests.collecting.submissions import submission_of
from tests.contracts.description import operations
from tests.contracts.targets import TARGETS
from tests.contracts.world import INSIDE, World
from tests.factories import complaints as filing
from tests.factories import directory as known
from tests.factories.forms import published
from tests.factories.imports import import_of
from tests.factories.partners import PartnerFactory, api_client, member
from tests.files.sending import uploaded
from tests.mailroom.letters import mail

pytestmark = pytest.mark.either_engine("postgresql")

MANY = 30

# Queries of a coordinator's request, who she is (session, person with permissions: 2) included. A number that
# falls is good news: write it down. One that rises has to be worth it on every request from now on.
READING: Mapping[str, int] = {
    "cases_list": 3,
    # The case with its tags and whether the reader has a conflict of interest; the referrals that wait.
    "cases_retrieve": 4,
    "cases_people_list": 5,
    "cases_complaint_retrieve": 4,
    "cases_consents_list": 4,
    # One each for the notes, messages, people and answers that its lines speak of; one more where files came
    # with a message.
    "cases_events_list": 8,
    "cases_files_clean": 4,
    "cases_files_list": 4,
    "cases_judiciary_retrieve": 4,
    "cases_links_list": 4,
    # What is hidden of it, and the complaint.
    "cases_masks_retrieve": 5,
    # The case twice, the text (none is there), and whether the complainant agreed.
    "cases_public_summary_retrieve": 6,
    # The case is looked for with what is open of it.
    # Session, person with rights, and the rows.
    "exports_list": 3,
    "exports_retrieve": 3,
    "cases_case_files_list": 4,
    "cases_case_files_retrieve": 4,
    # One for the files that came along.
    # Three walks through indexes, the marks of contacts, the complaints of the likeliest.
    "cases_duplicates": 10,
    "cases_merges_list": 4,
    "cases_messages_list": 5,
    "cases_message_templates_list": 6,
    "cases_notes_list": 4,
    # Session, case, consents, directory, terms and working days; no more with more of any.
    "cases_referral_outlook_retrieve": 13,
    "cases_referral_suggestions_list": 11,
    "cases_referrals_list": 4,
    # One for the stretches in which the clock stood; the list is empty here and has none to ask for.
    # And one for its deliveries: a second letter must not leave beside the first.
    # And what is hidden in the case.
    "cases_referrals_redaction_retrieve": 12,
    "cases_referrals_retrieve": 7,
    "cases_referrals_deliveries_list": 5,
    "cases_referrals_deliveries_retrieve": 6,
    "cases_referrals_next_bodies_list": 8,
    # The letter is laid out from what is there; taking the frozen one writes an audit line.
    "cases_referrals_answers_list": 6,
    "cases_referrals_answer_links_list": 5,
    "cases_referrals_dossier_retrieve": 6,
    # What is hidden in the case is hidden in what a template quotes.
    "cases_referrals_letter_draft_retrieve": 9,
    "cases_referrals_letter_retrieve": 8,
    "cases_services_list": 4,
    "cases_shares_list": 4,
    "cases_partner_referrals_list": 4,
    "partner_referrals_list": 3,
    "partner_referrals_retrieve": 3,
    "cases_count": 3,
    # One for all facets that are alike, one for the names of partners; nobody is assigned here.
    "cases_facets": 4,
    "saved_views_list": 3,
    "saved_views_retrieve": 3,
    "calendar_overrides_list": 3,
    "calendar_overrides_retrieve": 3,
    "categories_list": 3,
    "categories_retrieve": 3,
    "deadline_rules_list": 3,
    "deadline_rules_retrieve": 3,
    "imports_list": 3,
    "imports_retrieve": 3,
    "imports_columns": 4,
    "imports_columns_values": 3,
    "imports_problems_list": 4,
    "imports_left_list": 4,
    "incoming_mail_file": 4,
    "incoming_mail_list": 3,
    "incoming_mail_retrieve": 7,
    "institutions_list": 4,
    "institutions_retrieve": 5,
    "complaints_challenge": 1,
    "receipts_challenge": 1,
    "me_retrieve": 3,
    "me_draft_key_retrieve": 2,
    "needs_list": 3,
    "needs_retrieve": 3,
    "partners_list": 3,
    "partners_retrieve": 3,
    "partners_clients_list": 5,
    "partners_clients_retrieve": 5,
    "partners_letter_templates_list": 5,
    "partners_letter_templates_retrieve": 5,
    "partners_letterhead_retrieve": 5,
    "partners_mail_account_retrieve": 5,
    "cases_identity_retrieve": 11,
    "cases_identity_requests_list": 4,
    "cases_identity_requests_retrieve": 4,
    "identity_requests_list": 4,
    "identity_requests_retrieve": 4,
    "partners_sealing_retrieve": 8,
    "partners_sealing_copies": 6,
    "partners_retention_retrieve": 6,
    "partners_erasures_list": 4,
    "cases_retention_retrieve": 15,
    "cases_holds_list": 4,
    "cases_corrections_list": 4,
    "erasure_requests_list": 3,
    "erasure_requests_retrieve": 3,
    "partners_field_accesses_list": 4,
    "partners_collected_list": 4,
    "partners_field_form": 4,
    "partners_webhooks_list": 4,
    "partners_webhooks_retrieve": 4,
    "partners_webhooks_deliveries_list": 5,
    "partners_webhooks_deliveries_retrieve": 6,
    "partners_message_templates_list": 5,
    "partners_message_templates_retrieve": 5,
    # Of them two find the session and the person, whom the view then does not ask for.
    "forms_retrieve": 4,
    "partners_form_retrieve": 6,
    "partners_form_versions_list": 5,
    "partners_form_versions_retrieve": 5,
    "roles_retrieve": 2,
    "partners_people_list": 6,
    "partners_people_retrieve": 6,
    "partners_people_work": 9,
    "partners_invitations_list": 4,
    "partners_invitations_retrieve": 4,
    # One more for each session of anybody: they are read by opening them.
    "me_sessions_list": 3,
    "me_ties_list": 3,
    "partners_members_list": 4,
    "partners_members_retrieve": 4,
    "places_list": 3,
    "places_retrieve": 3,
    "quarantine_count": 3,
    "quarantine_list": 3,
    "quarantine_retrieve": 6,
    "referrals_list": 3,
    # The whole directory goes out: one query for each of its tables.
    "service_providers_export": 20,
    "service_providers_export_tables": 20,
    # One for the telephone numbers.
    "service_providers_list": 4,
    "service_providers_retrieve": 4,
    # One for each list that hangs under a service; here it has a need and nothing else.
    "statistics_catalogue": 2,
    "statistics_retrieve": 4,
    "statistics_donor_report": 16,
    "services_list": 11,
    "services_retrieve": 11,
    # Keys from the indexes; where there are some, one more for their rows.
    # Three for all parts of the work list, two each for new complaints and mail; one says whose clocks.
    "today_retrieve": 13,
    "me_news_retrieve": 7,
    "tasks_list": 3,
    # One says which clocks the day is taken from.
    "tasks_count": 4,
    "tasks_retrieve": 3,
    "cases_tasks_list": 4,
    "jobs_dead_list": 3,
    "me_digest_retrieve": 4,
    "me_calendar_retrieve": 3,
    "target_groups_list": 3,
    "target_groups_retrieve": 3,
    "transfers_list": 3,
    "transfers_retrieve": 3,
}
# Filing a complaint writes the words, the identity with its marks, the consents, the receipt, the case, its
# story and audit; one asks whether the partner seals identities.
FILING: Mapping[str, int] = {
    # Four of them: how many from there, how many without proof for this partner, each with the day's key.
    # Two for everybody: whether the complaint names a colleague, or somebody close to one.
    "the public, through a form": 26,
    "staff": 25,
    "a program": 24,
}


@pytest.fixture
def world(db: None) -> World:
    made = World()
    assert made.callers
    return made


def _statements(caller: Caller, path: str, **how: Any) -> tuple[int, Any]:
    """How many statements a request needs; what sets a transaction's marks is not counted."""
    post = how.pop("post", None)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        answer = caller.get(path, how) if post is None else caller.post(path, post)
    assert answer.status_code in (200, 201), answer.content
    marks = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO")
    return sum(not query["sql"].startswith(marks) for query in caught.captured_queries), answer


def _cases(world: World, count: int) -> None:
    """Of several people, institutions and places; some shared by others, some restricted."""
    for number in range(count):
        side = "b" if number % 3 == 2 else "a"
        by, place, category = world.side(side), known.PlaceFactory(), known.CategoryFactory()
        about = known.InstitutionFactory(place=place)
        told = {"category": category.code, "institution": about.code, "place": place.code}
        told["consents"] = (filing.PROCESSING,)
        case = opened(world.file(side, **told).case, by.coordinator)
        actor = actor_of(by.coordinator)
        if side == "b":
            sharing.share(case.pk, partner=world.a.partner, actor=actor)
            continue
        person = member(world.a.partner, Role.CASEWORKER)
        work.assign(case.pk, assignee=person, expected=None, actor=actor)
        if number % 3 == 1:
            sharing.restrict(case.pk, people=[person, by.coordinator], expected=None, actor=actor)


def _referrals(world: World, count: int) -> None:
    for _ in range(count):
        institution = known.InstitutionFactory()
        consent = ToldConsent(
            purpose=Consent.Purpose.REFERRAL, text_version="1", institution=institution.code
        )
        told = {"institution": institution.code, "consents": (filing.PROCESSING, consent)}
        drafted(opened(world.file("a", **told).case, world.a.coordinator), world.a.caseworker)


def _referrals_of_one_case(world: World, count: int) -> None:
    case = world.case("a", "busy")
    for _ in range(count):
        writer = member(world.a.partner, Role.CASEWORKER)
        draft = drafting.Draft(
            institution=known.InstitutionFactory(), letter=INSIDE, redaction_checked=True, deadline_rule=None
        )
        made = drafting.draft_referral(case.pk, draft=draft, actor=actor_of(writer))
        pause = ClockPause(
            referral=made, data_key=made.data_key, paused_on=clock.now().date(), reason="other"
        )
        pause.words = INSIDE
        pause.save(force_insert=True)


def _deliveries(world: World, count: int) -> None:
    """Of one referral, one after the other; some by mail."""
    world.account("a")
    known.ChannelFactory(institution=world.cadastre, kind="email", value=f"x{count}@cadastre.example")
    referral = world.referral("a", "queued")
    for number in range(count):
        by = actor_of(member(world.a.partner, Role.CASEWORKER))
        leaving = Leaving("email" if number % 2 else "post")
        made = deliveries.begin(referral.case_id, referral.pk, leaving=leaving, actor=by)
        deliveries.cancel(referral.case_id, referral.pk, made.pk, expected=None, actor=by)


def _transfers(world: World, count: int) -> None:
    actor = actor_of(world.a.coordinator)
    for _ in range(count):
        case = opened(world.file("a").case, world.a.coordinator)
        transfers.offer(case.pk, to_partner=PartnerFactory(), expected=None, actor=actor)


def _help_asked(world: World, count: int) -> None:
    """By us and of us."""
    for number in range(count):
        giver, taker = (world.a, world.b.partner) if number % 2 else (world.b, world.a.partner)
        case = opened(world.file("a" if number % 2 else "b").case, giver.coordinator)
        referred_to(taker, case, member(giver.partner, Role.CASEWORKER), place=known.PlaceFactory())


def _help_for_one_case(world: World, count: int) -> None:
    case = world.case("a", "open")
    for _ in range(count):
        referred_to(PartnerFactory(), case, world.a.coordinator, place=known.PlaceFactory())


def _on_open_case(act: Callable[[World, Case, int], object]) -> Callable[[World, int], None]:
    def fill(world: World, count: int) -> None:
        case = world.case("a", "open")
        for number in range(count):
            act(world, case, number)

    return fill


def _note(world: World, case: Case, number: int) -> None:
    author = member(world.a.partner, Role.CASEWORKER)
    work.add_note(case.pk, text=INSIDE, actor=actor_of(author))


def _message(world: World, case: Case, number: int) -> None:
    author = member(world.a.partner, Role.CASEWORKER)
    assert case.complaint is not None
    write_message(
        complaint=case.complaint, sender=Message.Sender.PARTNER, text=INSIDE, actor=actor_of(author)
    )


def _attachment(world: World, case: Case, number: int) -> None:
    author = actor_of(member(world.a.partner, Role.CASEWORKER))
    add_files(case.pk, files=[uploaded(b"Fletorja.", "a.txt")], actor=author)


def _template(world: World, count: int) -> None:
    for _ in range(count):
        code = f"own_{MessageTemplate.objects.count()}"
        told = {"names": {"sq": "Vizitë"}, "texts": {"sq": "Ejani: {contact}"}}
        create_template(world.a.partner.slug, code=code, **told, actor=actor_of(world.a.coordinator))


def _task(world: World, case: Case, number: int) -> None:
    person = member(world.a.partner, Role.CASEWORKER)
    told = {"title": INSIDE, "due_on": date(2026, 12, 1) + timedelta(days=number), "assignee": person}
    write_task(case.pk, **told, actor=actor_of(world.a.coordinator))


def _own_tasks(world: World, count: int) -> None:
    person = world.a.coordinator
    for number in range(count):
        case = opened(world.file("a").case, person)
        told = {"title": INSIDE, "due_on": date(2026, 12, 1) + timedelta(days=number), "assignee": person}
        write_task(case.pk, **told, actor=actor_of(person))


def _given_up(world: World, count: int) -> None:
    for _ in range(count):
        Job.objects.create(task_path="a.b", state="dead", max_attempts=1, finished_at=clock.now())


def _views(world: World, count: int) -> None:
    """Of different people, each narrowed to another person and another tag."""
    for number in range(count):
        person = member(world.a.partner, Role.CASEWORKER)
        told = {"filters": {"assignee": str(person.pk), "owner": "pif", "tag": f"t{number}"}, "columns": []}
        by = actor_of(person)
        save_view(name="x", partner=world.a.partner, **told, ordering="due_at", board=False, actor=by)


def _link(world: World, case: Case, number: int) -> None:
    other = world.file("a").case
    work.link(case.pk, other_id=other.pk, actor=actor_of(world.a.coordinator))


def _merge(world: World, case: Case, number: int) -> None:
    other = world.file("a").case
    actor = actor_of(world.a.coordinator)
    merging.merge(case.pk, other_id=other.pk, other_version=other.version, expected=None, actor=actor)


def _share(world: World, case: Case, number: int) -> None:
    sharing.share(case.pk, partner=PartnerFactory(), actor=actor_of(world.a.coordinator))


def _consent(world: World, case: Case, number: int) -> None:
    consents.record_given(
        case.pk,
        purpose=Consent.Purpose.REFERRAL,
        institution=known.InstitutionFactory(),
        partner=None,
        manner=Consent.Manner.ORAL,
        language=Language.SQ,
        text_version="1",
        actor=actor_of(world.a.coordinator),
    )


def _member(world: World, count: int) -> None:
    for _ in range(count):
        member(world.a.partner, Role.OBSERVER)


def _forms(world: World, count: int) -> None:
    for _ in range(count):
        published(world.a.partner, shipped_schema())


def _client(world: World, count: int) -> None:
    for _ in range(count):
        api_client(world.a.partner, Role.CASEWORKER, ["cases:read"])


def _field_accesses(world: World, count: int) -> None:
    for _ in range(count):
        make_access(world.a.partner.slug, name="Tablet", actor=actor_of(world.a.coordinator))


def _collected(world: World, count: int) -> None:
    for _ in range(count):
        submission_of(world.file("a").case, world.field_access("a"))


def _webhooks(world: World, count: int) -> None:
    """Beside the limit, which is the service's."""
    like = world.webhook("a")
    for _ in range(count):
        made = WebhookEndpoint(partner=like.partner, events=[], created_by=like.created_by)
        made.data_key = new_data_key(partner_id=like.partner_id, subject_id=made.pk, purpose="webhook")
        made.address, made.secret = "https://webhooks.invalid/", new_secret()
        made.save(force_insert=True)


def _identity_requests(world: World, count: int) -> None:
    """Long over: one person has one open request about a case."""
    like = world.identity_request("a", "requested")
    for _ in range(count):
        made = IdentityRequest(case=like.case, partner=like.partner, requester=like.requester)
        made.data_key, made.text = like.data_key, INSIDE
        made.reason, made.wanted, made.minutes = like.reason, ["phone"], 10
        made.state, made.ended_at, made.expires_at = "withdrawn", clock.now(), clock.now()
        made.save(force_insert=True)


def _webhook_deliveries(world: World, count: int) -> None:
    for _ in range(count):
        WebhookDelivery.objects.create(
            endpoint=world.webhook("a"), message_id=new_message_id(), event="ping", body=b"{}"
        )


def _institutions(world: World, count: int) -> None:
    for _ in range(count):
        body = known.InstitutionFactory(
            place=known.PlaceFactory(), parent=world.ministry, areas=[known.PlaceFactory()]
        )
        known.ChannelFactory(institution=body)


def _services(world: World, count: int) -> None:
    for _ in range(count):
        service = known.ServiceFactory(needs=["legal_aid"])
        location = ServiceLocation.objects.create(location_type="physical", provider=service.provider)
        ServiceAtLocation.objects.create(service=service, location=location)
        Schedule.objects.create(service=service, byday="MO", opens_at="09:00", closes_at="10:00")
        for place in Place.objects.all()[:3]:
            ServiceArea.objects.create(service=service, place=place)


def _each(make: Callable[..., object], **fields: Any) -> Callable[[World, int], None]:
    return lambda world, count: [make(**fields) for _ in range(count)] and None


def _answers(world: World, count: int) -> None:
    """With a file each, by different people."""
    referral = world.referral("a", "answered")
    for number in range(count):
        by = member(world.a.partner, Role.CASEWORKER)
        held = answers.held(referral.pk)
        assert held is not None
        (file,) = add_files(
            referral.case_id, files=[uploaded(b"Letra.", f"{number}.txt")], actor=actor_of(by)
        )
        told = answers.Came(way="typed", answered_on=clock.today("Europe/Tirane"), text=INSIDE)
        answers.take_in(held, told, attachments=[file], actor=actor_of(by))


def _mails(world: World, count: int) -> None:
    """From different senders; some set aside by different people."""
    for number in range(count):
        sent = mail(text=INSIDE, subject=f"{number} {IncomingMail.objects.count()}")
        taken = take_mail(world.a.partner, "zyra@pif.example", Fetched(sent.as_bytes(), clock.now()))
        assert taken is not None
        if number % 2:
            by = actor_of(member(world.a.partner, Role.CASEWORKER))
            deciding.dismiss(taken.pk, reason="spam", expected=None, actor=by)


def _answer_links(world: World, count: int) -> None:
    referral = world.referral("a", "sent")
    for _number in range(count):
        by = member(world.a.partner, Role.CASEWORKER)
        answer_links.make_link(referral.case_id, referral.pk, actor=actor_of(by))


def _imports(world: World, count: int) -> None:
    for _number in range(count):
        import_of(world.a.partner, member(world.a.partner, Role.COORDINATOR), "mapping")


def _faults(world: World, count: int) -> None:
    run = world.import_("a", "checked")
    for number in range(count):
        place = {"row": number, "column": 0, "code": "required", "field": "narrative"}
        following = run.problems.count()
        ImportProblem.objects.create(run=run, data_key=run.data_key, number=following, value=INSIDE, **place)


def _left(world: World, count: int) -> None:
    run = world.import_("a", "undone")
    for _number in range(count):
        case = world.file("a").case
        ImportedCase.objects.create(
            partner=run.partner, run=run, origin=str(case.pk), row=2, case=case, kept=True
        )


def _case_file(world: World, case: Case, number: int) -> None:
    actor = actor_of(world.a.coordinator)
    case_files.ask_for_case_file(case.pk, purpose=CaseFile.Purpose.OWN, actor=actor)


def _exports(world: World, count: int) -> None:
    for _number in range(count):
        # Of those that nobody took only some stay.
        asked = world.ask_export("a")
        CaseExport.objects.filter(pk=asked.pk).update(state=CaseExport.State.TAKEN)


def _hold(world: World, case: Case, number: int) -> None:
    author = member(world.a.partner, Role.COORDINATOR)
    until = clock.today("UTC") + timedelta(days=20)
    set_hold(case.pk, reason=HoldReason.COURT, words=INSIDE, until=until, actor=actor_of(author))


def _correction(world: World, case: Case, number: int) -> None:
    assert case.complaint is not None
    complainant_corrected(case.complaint, text=INSIDE)


def _planned(world: World, count: int) -> None:
    for _ in range(count):
        case = world.file("a").case
        due_on = clock.today("UTC") + timedelta(days=20)
        PlannedErasure.objects.create(case=case, partner=case.owner, because="rule", due_on=due_on)


def _erasure_requests(world: World, count: int) -> None:
    for _ in range(count):
        ask_for_erasure(world.file("a").complaint)


def _invitations(world: World, count: int) -> None:
    by = actor_of(world.a.coordinator)
    for _number in range(count):
        asked = {"email": f"{uuid4()}@example.org", "name": "Asked", "roles": [Role.OBSERVER]}
        invite("pif", **asked, actor=by)


def _some_day() -> date:
    """The first day of which nothing is said yet."""
    return date(2026, 1, 1) + timedelta(days=CalendarOverride.objects.count())


# Every list of the description, and what puts rows into it.
FILLERS: Mapping[str, Callable[[World, int], None]] = {
    "cases_list": _cases,
    "saved_views_list": _views,
    "cases_events_list": _on_open_case(_note),
    "cases_notes_list": _on_open_case(_note),
    "cases_people_list": _on_open_case(lambda world, case, number: member(world.a.partner, Role.CASEWORKER)),
    "cases_messages_list": _on_open_case(_message),
    "cases_files_list": _on_open_case(_attachment),
    "exports_list": _exports,
    "cases_case_files_list": _on_open_case(_case_file),
    "cases_message_templates_list": _template,
    "partners_message_templates_list": _template,
    "cases_links_list": _on_open_case(_link),
    "cases_holds_list": _on_open_case(_hold),
    "cases_corrections_list": _on_open_case(_correction),
    "partners_erasures_list": _planned,
    "erasure_requests_list": _erasure_requests,
    "cases_merges_list": _on_open_case(_merge),
    "cases_consents_list": _on_open_case(_consent),
    "cases_shares_list": _on_open_case(_share),
    "cases_partner_referrals_list": _help_for_one_case,
    "partner_referrals_list": _help_asked,
    "cases_referrals_list": _referrals_of_one_case,
    "jobs_dead_list": _given_up,
    "cases_tasks_list": _on_open_case(_task),
    "tasks_list": _own_tasks,
    "cases_referrals_answers_list": _answers,
    "cases_referrals_answer_links_list": _answer_links,
    "cases_referrals_deliveries_list": _deliveries,
    "incoming_mail_list": _mails,
    "referrals_list": _referrals,
    "quarantine_list": lambda world, count: (
        [world.file("a", screening=Screening(trap="x")) for _ in range(count)] and None
    ),
    "transfers_list": _transfers,
    "partners_list": _each(PartnerFactory),
    "partners_members_list": _member,
    "partners_people_list": _member,
    "partners_invitations_list": _invitations,
    "partners_clients_list": _client,
    "partners_field_accesses_list": _field_accesses,
    "partners_collected_list": _collected,
    "partners_webhooks_list": _webhooks,
    "cases_identity_requests_list": _identity_requests,
    "identity_requests_list": _identity_requests,
    "partners_webhooks_deliveries_list": _webhook_deliveries,
    "partners_form_versions_list": _forms,
    "places_list": lambda world, count: (
        [known.PlaceFactory(parent=known.PlaceFactory()) for _ in range(count)] and None
    ),
    "categories_list": lambda world, count: (
        [known.CategoryFactory(parent=world.delay) for _ in range(count)] and None
    ),
    "needs_list": _each(known.NeedFactory),
    "imports_list": _imports,
    "imports_problems_list": _faults,
    "imports_left_list": _left,
    "service_providers_list": _each(known.ProviderFactory),
    "services_list": _services,
    "cases_services_list": _services,
    "target_groups_list": _each(known.TargetGroupFactory),
    "calendar_overrides_list": lambda world, count: (
        [known.CalendarOverrideFactory(date=_some_day()) for _ in range(count)] and None
    ),
    "institutions_list": _institutions,
    "deadline_rules_list": lambda world, count: (
        [known.DeadlineRuleFactory(appeal_to=known.InstitutionFactory()) for _ in range(count)] and None
    ),
}


def _caller(world: World, name: str) -> Caller:
    """A coordinator; for what only keepers of the platform or custodians see, one of them."""
    special = {"jobs": "admin", "identity": "dafina", "partners_sealing_copies": "dafina"}
    known = special.get(name) or special.get(name.partition("_")[0], "besa")
    return world.callers[known].caller


def test_every_list_has_a_filler() -> None:
    assert set(FILLERS) == {name for name, operation in operations().items() if operation.is_list}


@pytest.mark.parametrize("name", FILLERS)
def test_thirty_rows_cost_no_more_queries_than_one(name: str, world: World) -> None:
    caller = _caller(world, name)
    path = operations()[name].address(**TARGETS[name].own(world, "a"))
    FILLERS[name](world, 1)
    _statements(caller, path)  # what the process remembers of the directory is read now
    one, few = _statements(caller, path, page_size=200)
    FILLERS[name](world, MANY - 1)
    _statements(caller, path)
    thirty, many = _statements(caller, path, page_size=200)
    assert len(few.json()["results"]) < MANY <= len(many.json()["results"])
    assert thirty == one


def test_what_every_reading_costs(world: World) -> None:
    found = {}
    for name, operation in operations().items():
        if operation.method != "get":
            continue
        path = operation.address(**TARGETS[name].own(world, "a"))
        caller = _caller(world, name)
        _statements(caller, path)
        found[name] = _statements(caller, path)[0]
    assert found == READING


def test_what_filing_a_complaint_costs(world: World) -> None:
    told = filing.body(
        complainant_kind="confidential",
        identity={"name": "Drita Kola", "phone": "+355 69 000 0000"},
        category="delay",
        institution="al-cadastre",
        place="al-puke",
    )
    buckets.count("anything", "of anybody")  # the first count of a day makes its key
    form = Caller(headers={"X-Form-Key": world.a.partner.form_key})
    staff = {**told, "partner": "pif", "channel": "phone"}
    program = {**told, "partner": "pif"}
    found = {}
    for name, caller, post in (
        ("the public, through a form", form, told),
        ("staff", world.callers["besa"].caller, staff),
        ("a program", world.callers["intake"].caller, program),
    ):
        # The first mark makes its key, and a process remembers it for seconds.
        partner_digest(partner_id=world.a.partner.pk, label="any", value="any")
        found[name] = _statements(caller, "/complaints/", post=post)[0]
    assert found == FILING
