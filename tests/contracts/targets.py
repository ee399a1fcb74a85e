"""What each operation is tried on: the ids in its path, the body that it takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from backend.cases.models import ConflictOfInterest
from backend.common import clock
from backend.forms.services.shipped import shipped_schema
from tests.casework import needs
from tests.contracts.world import IDENTITY, INSIDE, World
from tests.factories import complaints as filing
from tests.factories.imports import MAPPING
from tests.factories.partners import PASSWORD, UserFactory, membership_of
from tests.factories.sealing import PartnersKey, Private, copy_for, new_key, public_of

Ids = dict[str, object]
Side = str
OTHER = {"a": "b", "b": "a"}
NOWHERE = "does-not-exist"


@dataclass(frozen=True)
class Target:
    """`own(world, side)`: ids of that side's things in the path; `body` and `headers` likewise."""

    own: Callable[[World, Side], Ids]
    body: Callable[[World, Side], Any] = lambda world, side: None
    headers: Callable[[World, Side], Mapping[str, str]] = lambda world, side: {}
    # The same thing of the other side, where it is another one than `own` of the other side.
    foreign: Callable[[World, Side], Ids] | None = None

    def foreign_ids(self, world: World, side: Side) -> Ids:
        return self.foreign(world, side) if self.foreign else self.own(world, OTHER[side])


def random_ids(ids: Ids) -> Ids:
    """Ids of the same form that nothing has."""
    return {name: _random(value) for name, value in ids.items()}


def _random(value: object) -> object:
    return 987_654_321 if isinstance(value, int) else NOWHERE if isinstance(value, str) else uuid4()


def _nothing(world: World, side: Side) -> Ids:
    return {}


def _sending(body: Any) -> Callable[[World, Side], Any]:
    return body if callable(body) else lambda world, side: body


def plain(body: Any = None, **extra: Any) -> Target:
    """An operation without ids."""
    return Target(_nothing, _sending(body), **extra)


def on_case(point: str, body: Any = None) -> Target:
    """An operation on a case at that point of its life."""
    return Target(lambda world, side: {"case_id": world.case(side, point).pk}, _sending(body))


def on_referral(point: str, body: Any = None) -> Target:
    """An operation on a referral at that point of its life."""

    def ids(world: World, side: Side) -> Ids:
        referral = world.referral(side, point)
        return {"case_id": referral.case_id, "referral_id": referral.pk}

    return Target(ids, _sending(body))


def on_task(body: Any = None) -> Target:
    """An operation on a task that somebody wrote."""
    return Target(lambda world, side: {"task_id": world.task(side).pk}, _sending(body))


def on_delivery(point: str, body: Any = None) -> Target:
    """An operation on a delivery at that point of its life."""

    def ids(world: World, side: Side) -> Ids:
        delivery = world.delivery(side, point)
        case_id = delivery.referral.case_id
        return {"case_id": case_id, "referral_id": delivery.referral_id, "delivery_id": delivery.pk}

    return Target(ids, _sending(body))


def on_mail(state: str, body: Any = None) -> Target:
    """An operation on a mail that came to that side."""
    return Target(lambda world, side: {"mail_id": world.mail(side, state).pk}, _sending(body))


def under_referral(name: str, find: Callable[[World, Side], Any], body: Any = None) -> Target:
    """An operation on something that hangs under a referral that was sent."""

    def ids(world: World, side: Side) -> Ids:
        referral = world.referral(side, "sent")
        return {"case_id": referral.case_id, "referral_id": referral.pk, name: find(world, side).pk}

    return Target(ids, _sending(body))


def in_room(name: str, find: Callable[[World, Side, str], Any], body: Any = None) -> Target:
    """An operation on something that hangs under an open case."""

    def ids(world: World, side: Side) -> Ids:
        return {"case_id": world.case(side, "open").pk, name: find(world, side, "open").pk}

    return Target(ids, _sending(body))


def on_import(point: str, body: Any = None, **more: Any) -> Target:
    """An operation on an import at that point of its life."""
    return Target(lambda world, side: {"import_id": world.import_(side, point).pk, **more}, _sending(body))


def on_export() -> Target:
    """An operation on what the coordinator of that side asked for."""
    return Target(lambda world, side: {"export_id": world.export(side).pk})


def in_quarantine(body: Any = None) -> Target:
    """An operation on a complaint that waits to be looked at."""
    return Target(lambda world, side: {"quarantined_id": world.quarantined(side).pk}, _sending(body))


def on_view(body: Any = None) -> Target:
    """An operation on a view of the list that is shared in that partner."""
    return Target(lambda world, side: {"view_id": world.saved_view(side).pk}, _sending(body))


def _chosen_cases(**more: Any) -> Callable[[World, Side], Any]:
    def body(world: World, side: Side) -> Any:
        case = world.case(side, "open")
        return {"cases": [{"id": str(case.pk), "version": case.version}], **more}

    return body


def _chosen(**more: str) -> Callable[[World, Side], Any]:
    return lambda world, side: {"ids": [str(world.quarantined(side).pk)], **more}


def on_offer_to_us(body: Any = None) -> Target:
    """An operation on a case that the other side offers; a foreign one is offered to a third."""
    return Target(
        lambda world, side: {"transfer_id": world.transfer(OTHER[side], side).pk},
        _sending(body),
        foreign=_offer_among_others,
    )


def on_our_offer() -> Target:
    return Target(
        lambda world, side: {"transfer_id": world.transfer(side, "third").pk}, foreign=_offer_among_others
    )


def _offer_among_others(world: World, side: Side) -> Ids:
    return {"transfer_id": world.transfer(OTHER[side], "third").pk}


def on_help_asked_of_us(point: str, body: Any = None) -> Target:
    """An operation on a person whom the other side refers to us; a foreign one is referred to a third."""
    return Target(
        lambda world, side: {"referral_id": world.partner_referral(OTHER[side], side, point).pk},
        _sending(body),
        foreign=_help_among_others,
    )


def on_help_we_asked() -> Target:
    return Target(
        lambda world, side: {"referral_id": world.partner_referral(side, "third").pk},
        foreign=_help_among_others,
    )


def _help_among_others(world: World, side: Side) -> Ids:
    return {"referral_id": world.partner_referral(OTHER[side], "third").pk}


def _asking(world: World, side: Side) -> Any:
    agreed = world.agreement(side, "open")
    needs("legal_aid")
    return {"partner": agreed, "need": "legal_aid", "language": "sq", "fields": ["summary"], "note": INSIDE}


def in_partner(body: Any = None, **ids: Callable[[World, Side], object]) -> Target:
    """An operation under a partner."""

    def found(world: World, side: Side) -> Ids:
        own = {name: find(world, side) for name, find in ids.items()}
        return {"slug": world.side(side).partner.slug, **own}

    return Target(found, _sending(body))


def in_directory(code: str, body: Any = None, **ids: Callable[[World, Side], object]) -> Target:
    """An operation on a row of the directory, which belongs to nobody."""
    return Target(
        lambda world, side: {"code": code, **{name: find(world, side) for name, find in ids.items()}},
        _sending(body),
    )


def on_provider(body: Any = None) -> Target:
    """An operation on a service provider, which belongs to nobody."""
    return Target(lambda world, side: {"provider_id": world.service.provider_id}, _sending(body))


def on_service(body: Any = None) -> Target:
    """An operation on a service."""
    return Target(lambda world, side: {"service_id": world.service.pk}, _sending(body))


def on_override(body: Any = None) -> Target:
    """An operation on a day of the calendar, which belongs to nobody."""
    return Target(lambda world, side: {"code": world.override.code}, _sending(body))


def _a_sheet(world: World, side: Side) -> Any:
    file = SimpleUploadedFile("ankesat.csv", b"Nr;Ankesa\n1;x\n")
    return {"partner": world.side(side).partner.slug, "file": file}


def _today() -> date:
    # All partners of the world sit there; in UTC it may still be yesterday.
    return clock.today("Europe/Tirane")


def _on_day(name: str, **rest: Any) -> Callable[[World, Side], Any]:
    return lambda world, side: {name: _today().isoformat(), **rest}


def _extension(world: World, side: Side) -> Any:
    return {"letter_on": _today().isoformat(), "until": (_today() + timedelta(days=60)).isoformat()}


def _worker(world: World, side: Side) -> str:
    return str(world.side(side).caseworker.pk)


def _with_conflict(world: World, side: Side) -> Any:
    person = UserFactory()
    ConflictOfInterest.objects.create(case=world.case(side, "open"), user=person)
    return {"person": str(person.pk)}


def _colleague(world: World, side: Side) -> object:
    return world.side(side).caseworker.pk


def _membership(world: World, side: Side) -> object:
    return membership_of(world.side(side).caseworker, world.side(side).partner).pk


def _invitation(world: World, side: Side) -> object:
    return world.invitation(side).pk


def on_form(body: Any = None, **ids: Callable[[World, Side], object]) -> Target:
    """An operation on a partner's form, of which there is a draft."""
    inside = in_partner(body, **ids)

    def found(world: World, side: Side) -> Ids:
        world.draft(side)
        return inside.own(world, side)

    return Target(found, inside.body)


def on_account(body: Any = None) -> Target:
    """An operation on a partner's mail account, which nobody can reach."""
    inside = in_partner(body)

    def found(world: World, side: Side) -> Ids:
        world.account(side)
        return inside.own(world, side)

    return Target(found, inside.body)


def _complaint(world: World, side: Side) -> Any:
    identity = {"name": IDENTITY, "phone": "+355 69 000 0000"}
    return filing.body(
        partner=world.side(side).partner.slug,
        channel="phone",
        complainant_kind="confidential",
        identity=identity,
    )


def _receipt(point: str = "received", **more: Any) -> Callable[[World, Side], Any]:
    def body(world: World, side: Side) -> Any:
        world.case(side, point)
        receipt = world.side(side).filed[point].receipt
        return {"number": receipt.number, "secret": receipt.secret, **more}

    return body


def _file() -> SimpleUploadedFile:
    return SimpleUploadedFile("shënim.txt", b"Vizita e dyte.", "text/plain")


def _with_file(body: Callable[[World, Side], Any] = lambda world, side: {}) -> Callable[[World, Side], Any]:
    """The same, with a file: sent as a form."""
    return lambda world, side: {**body(world, side), "file": _file()}


def _own_file(world: World, side: Side) -> Any:
    return _receipt(file=str(world.attachment(side, "received").pk))(world, side)


_PARTNER = {"slug": "new", "prefix": "NEW", "name": "New", "country": "AL", "languages": ["sq"]}
_TEMPLATE = {"code": "visit", "names": {"sq": "Vizitë"}, "texts": {"sq": "Ejani: {contact}"}}
_LETTER = {"institution": "al-cadastre", "letter": INSIDE, "redaction_checked": True}
_ACCOUNT = {
    "address": "zyra@pif.example",
    "smtp_host": "127.0.0.1",
    "smtp_port": 9,
    "smtp_protection": "none",
}
_OUTCOME = {"outcome": "remedied", "outcome_text": INSIDE}

_LETTER_TEMPLATE: Any = {
    "kind": lambda world, side: "judiciary",
    "language": lambda world, side: "sr-Latn",
}

_WEBHOOK = {"address": "https://webhooks.invalid/", "events": ["case.received"]}


def _field_access(world: World, side: Side) -> object:
    return world.field_access(side).pk


def _collected(world: World, side: Side) -> object:
    return world.collected(side).pk


def _webhook(world: World, side: Side) -> object:
    return world.webhook(side).pk


def _trial(world: World, side: Side) -> object:
    return world.webhook_delivery(side).pk


def on_identity(point: str, body: Any = None) -> Target:
    """An operation on a request for an identity, in its case."""

    def ids(world: World, side: Side) -> Ids:
        request = world.identity_request(side, point)
        return {"case_id": request.case_id, "request_id": request.pk}

    return Target(ids, _sending(body))


def on_hold_of(body: Any = None) -> Target:
    """An operation on a hold of an open case."""

    def ids(world: World, side: Side) -> Ids:
        hold = world.hold(side)
        return {"case_id": hold.case_id, "hold_id": hold.pk}

    return Target(ids, _sending(body))


def at_desk(point: str, body: Any = None) -> Target:
    """An operation on a request for an identity, at the custodians' desk."""
    return Target(lambda world, side: {"request_id": world.identity_request(side, point).pk}, _sending(body))


def _of_partner(world: World, side: Side) -> Ids:
    world.sealing(side)
    return {"slug": world.side(side).partner.slug}


def _switching(world: World, side: Side) -> Any:
    return {"sealing_key": str(world.sealing(side).row.pk)}


def _new_sealing_key(world: World, side: Side) -> Any:
    has = world.sealing(side)
    other = PartnersKey(world.side(side).partner)
    return new_key(other, copy_for(has.custodian, has.own, other.private), replaces=str(has.row.pk))


def _passing_on(world: World, side: Side) -> Any:
    has = world.sealing(side)
    copy = copy_for(has.custodian, has.own, has.key.private)
    return {
        "custodian": copy["custodian"],
        "holder_public": copy["holder_public"],
        "copies": [{"sealing_key": str(has.row.pk), "wrapped": copy["wrapped"]}],
    }


def _own_key(world: World, side: Side) -> Any:
    return {"public": public_of(Private.generate())}


def _asking_for_a_name(world: World, side: Side) -> Any:
    world.custodians(side)
    return {"reason": "contact", "text": INSIDE, "wanted": ["phone"], "minutes": 10}


def on_erasure_request(body: Any = None) -> Target:
    """An operation on a complainant's request that a closed case be erased."""
    return Target(lambda world, side: {"request_id": world.erasure_request(side).pk}, _sending(body))


_RULES = {"rules": [{"kind": None, "ending": None, "months": 36}]}


def _until(world: World, side: Side) -> str:
    return (clock.today("UTC") + timedelta(days=100)).isoformat()


def _hold(world: World, side: Side) -> Any:
    return {"reason": "court", "words": INSIDE, "until": _until(world, side)}


TARGETS: Mapping[str, Target] = {
    "partners_retention_retrieve": in_partner(),
    "partners_retention_update": in_partner(_RULES),
    "partners_retention_preview": in_partner(_RULES),
    "partners_erasures_list": in_partner(),
    "cases_retention_retrieve": on_case("open"),
    "cases_holds_list": on_case("open"),
    "cases_holds_create": on_case("open", _hold),
    "cases_holds_extend": on_hold_of(lambda world, side: {"until": _until(world, side)}),
    "cases_holds_end": on_hold_of(),
    "cases_corrections_list": on_case("open"),
    "erasure_requests_list": plain(),
    "erasure_requests_retrieve": on_erasure_request(),
    "erasure_requests_grant": on_erasure_request(),
    "erasure_requests_refuse": on_erasure_request({"refusal": "legal_duty"}),
    "receipts_copy": plain(_receipt()),
    "receipts_corrections_write": plain(_receipt(text=INSIDE)),
    "receipts_erasure_ask": plain(_receipt()),
    "me_retrieve": plain(),
    "me_draft_key_retrieve": plain(),
    "me_partial_update": plain({"language": "ka"}),
    "partners_list": plain(),
    "partners_create": plain(_PARTNER | {"time_zone": "Europe/Tirane"}),
    "partners_retrieve": in_partner(),
    "partners_partial_update": in_partner({"contact": "Rr. Nene Tereza"}),
    "partners_members_list": in_partner(),
    "partners_members_create": in_partner({"email": "x@example.org", "name": "X", "role": "observer"}),
    "partners_members_retrieve": in_partner(membership_id=_membership),
    "partners_members_end": in_partner(membership_id=_membership),
    "roles_retrieve": plain(),
    "partners_people_list": in_partner(),
    "partners_people_retrieve": in_partner(user_id=_colleague),
    "partners_people_partial_update": in_partner({"roles": ["observer"]}, user_id=_colleague),
    "partners_people_work": in_partner(user_id=_colleague),
    "partners_people_leave": in_partner({}, user_id=_colleague),
    "partners_people_end_sessions": in_partner(user_id=_colleague),
    "partners_people_reset_second_factor": in_partner(user_id=_colleague),
    "partners_people_password_link": in_partner(user_id=_colleague),
    "partners_invitations_list": in_partner(),
    "partners_invitations_create": in_partner(
        {"email": "new@example.org", "name": "New", "roles": ["observer"]}
    ),
    "partners_invitations_retrieve": in_partner(invitation_id=_invitation),
    "partners_invitations_renew": in_partner(invitation_id=_invitation),
    "partners_invitations_withdraw": in_partner(invitation_id=_invitation),
    "me_password_change": plain({"present": PASSWORD, "password": "quite another sentence"}),
    "me_partners_leave": in_partner({}),
    "me_sessions_list": plain(),
    "me_sessions_end": Target(lambda world, side: {"session_id": "0" * 24}),
    "me_sessions_end_others": plain(),
    "calendar_effects_look": plain({"country": "XK", "date": "2026-03-21", "working": False}),
    "partners_form_preview": in_partner({"schema": shipped_schema(), "section": "story", "language": "sq"}),
    "partners_clients_list": in_partner(),
    "partners_clients_create": in_partner({"name": "Program", "role": "caseworker"}),
    "partners_clients_retrieve": in_partner(client_id=World.client_id),
    "partners_clients_change": in_partner({"daily_quota": 5_000}, client_id=World.client_id),
    "partners_clients_end": in_partner(client_id=World.client_id),
    "forms_retrieve": in_partner(),
    "partners_form_retrieve": on_form(),
    "partners_form_draft_write": on_form({"schema": shipped_schema()}),
    "partners_form_draft_discard": on_form(),
    "partners_form_publish": on_form(),
    "partners_form_versions_list": on_form(),
    "partners_form_versions_retrieve": on_form(number=lambda world, side: 1),
    "partners_letterhead_retrieve": in_partner(),
    "partners_letterhead_partial_update": in_partner({"phone": "+355 4 222 222"}),
    "partners_letter_templates_list": in_partner(),
    "partners_letter_templates_retrieve": in_partner(**_LETTER_TEMPLATE),
    "partners_letter_templates_update": in_partner(
        {"subject": "{category}", "text": "{summary}"}, **_LETTER_TEMPLATE
    ),
    "partners_letter_templates_destroy": in_partner(**_LETTER_TEMPLATE),
    "partners_mail_account_retrieve": on_account(),
    "partners_mail_account_update": on_account(_ACCOUNT),
    "partners_mail_account_destroy": on_account(),
    "partners_mail_account_check": on_account(),
    "partners_field_accesses_list": in_partner(),
    "partners_field_accesses_create": in_partner({"name": "Tablet"}),
    "partners_field_accesses_end": in_partner(access_id=_field_access),
    "partners_field_form": in_partner(),
    "partners_collected_list": in_partner(),
    "partners_collected_receipt": in_partner(submission_id=_collected),
    "partners_webhooks_list": in_partner(),
    "partners_webhooks_create": in_partner(_WEBHOOK),
    "partners_webhooks_retrieve": in_partner(webhook_id=_webhook),
    "partners_webhooks_partial_update": in_partner({"events": ["task.opened"]}, webhook_id=_webhook),
    "partners_webhooks_destroy": in_partner(webhook_id=_webhook),
    "partners_webhooks_rotate_secret": in_partner({}, webhook_id=_webhook),
    "partners_webhooks_try": in_partner(webhook_id=_webhook),
    "partners_webhooks_deliveries_list": in_partner(webhook_id=_webhook),
    "partners_webhooks_deliveries_retrieve": in_partner(webhook_id=_webhook, delivery_id=_trial),
    "partners_webhooks_deliveries_replay": in_partner(webhook_id=_webhook, delivery_id=_trial),
    "cases_identity_retrieve": on_case("open"),
    "cases_identity_requests_list": on_case("open"),
    "cases_identity_requests_create": on_case("triage", _asking_for_a_name),
    "cases_identity_requests_retrieve": on_identity("requested"),
    "cases_identity_requests_withdraw": on_identity("requested"),
    "cases_identity_requests_read": on_identity("approved"),
    "identity_requests_list": plain(),
    "identity_requests_unseal": Target(
        lambda world, side: {"request_id": world.sealed_request(side).pk}, _sending(None)
    ),
    "partners_sealing_retrieve": Target(_of_partner),
    "partners_sealing_copies": Target(_of_partner),
    "partners_sealing_own_key": Target(_of_partner, _own_key),
    "partners_sealing_keys_create": Target(_of_partner, _new_sealing_key),
    "partners_sealing_pass_on": Target(_of_partner, _passing_on),
    "partners_sealing_turn_on": Target(_of_partner, _switching),
    "partners_sealing_turn_off": Target(_of_partner, _switching),
    "identity_requests_retrieve": at_desk("requested"),
    "identity_requests_approve": at_desk("requested", {}),
    "identity_requests_decline": at_desk("requested", {}),
    "identity_requests_end": at_desk("approved"),
    "places_list": plain(),
    "places_retrieve": in_directory("al-puke"),
    "deadline_rules_list": plain(),
    "deadline_rules_retrieve": in_directory("al-ten-days"),
    "calendar_overrides_list": plain(),
    "calendar_overrides_retrieve": on_override(),
    "calendar_overrides_create": plain(
        {
            "country": "XK",
            "date": "2026-03-21",
            "working": False,
            "names": {"sq": "Bajrami"},
            "source": "decree",
        }
    ),
    "calendar_overrides_partial_update": on_override({"working": True}),
    "calendar_overrides_destroy": on_override(),
    "categories_list": plain(),
    "categories_retrieve": in_directory("delay"),
    "categories_create": plain(
        {"code": "fee", "parent": None, "kinds": ["public_service"], "labels": {"sq": "Tarifë"}}
    ),
    "categories_partial_update": in_directory("delay", {"position": 7}),
    "needs_list": plain(),
    "needs_retrieve": in_directory("legal_aid"),
    "target_groups_list": plain(),
    "target_groups_retrieve": in_directory("children"),
    "service_providers_list": plain(),
    "service_providers_retrieve": on_provider(),
    "service_providers_create": plain({"name": "Qendra", "description": "Ndihmon.", "source": "told"}),
    "service_providers_partial_update": on_provider({"website": "https://example.org"}),
    "service_providers_services_create": on_provider(
        {"name": "Ndihmë juridike", "needs": ["legal_aid"], "source": "told"}
    ),
    "service_providers_export": plain(),
    "service_providers_export_tables": plain(),
    "service_providers_import": plain({"document": []}),
    "services_list": plain(),
    "services_retrieve": on_service(),
    "services_partial_update": on_service({"alert": "Closed in August."}),
    "institutions_list": plain(),
    "institutions_retrieve": in_directory("al-cadastre"),
    "institutions_create": plain(
        {"code": "al-new", "kind": "agency", "level": "central", "country": "AL", "names": {"sq": "E re"}}
        | {"source": "law"}
    ),
    "institutions_partial_update": in_directory("al-cadastre", {"accepts_anonymous": None}),
    "institutions_channels_create": in_directory("al-cadastre", {"kind": "post", "value": "Tirana"}),
    "institutions_channels_confirm": in_directory(
        "al-cadastre", {}, channel_id=lambda world, side: world.channel.pk
    ),
    "institutions_channels_end": in_directory("al-cadastre", channel_id=lambda world, side: world.channel.pk),
    "complaints_file": plain(_complaint),
    "complaints_challenge": plain(),
    "receipts_challenge": plain(),
    "quarantine_list": plain(),
    "quarantine_count": plain(),
    "imports_list": plain(),
    "imports_create": plain(_a_sheet),
    "imports_retrieve": on_import("mapping"),
    "imports_forget": on_import("mapping"),
    "imports_read": on_import("mapping", {}),
    "imports_map": on_import("mapping", MAPPING),
    "imports_check": on_import("mapped"),
    "imports_start": on_import("checked", {"leave_out_faulty": True}),
    "imports_stop": on_import("running"),
    "imports_undo": on_import("done"),
    "imports_columns": on_import("mapping"),
    "imports_columns_values": on_import("mapping", column=0),
    "imports_problems_list": on_import("checked"),
    "imports_problems_sheet": on_import("checked", {"kind": "csv"}),
    "imports_left_list": on_import("undone"),
    "quarantine_retrieve": in_quarantine(),
    "quarantine_release": in_quarantine(),
    "quarantine_merge": in_quarantine(lambda world, side: {"case": str(world.case(side, "open").pk)}),
    "quarantine_delete": in_quarantine({"reason": "spam"}),
    "quarantine_release_many": plain(_chosen()),
    "quarantine_delete_many": plain(_chosen(reason="spam")),
    "complaints_files_create": plain(_with_file()),
    "receipts_files_create": plain(_with_file(_receipt())),
    "receipts_files_open": plain(_own_file),
    "receipts_open": plain(_receipt()),
    "receipts_messages_write": plain(_receipt(text=INSIDE)),
    "receipts_notices_turn_on": plain(_receipt(channel="email", address="a@example.org")),
    "receipts_notices_turn_off": plain(_receipt()),
    "receipts_rating_give": plain(_receipt("resolved", outcome=4, process=5, comment=INSIDE)),
    "receipts_outcome_confirm": plain(_receipt("resolved")),
    "receipts_withdraw": plain(_receipt()),
    "receipts_new_receipt_stop": plain(_receipt("renewed")),
    "receipts_sheet": plain(_receipt()),
    "cases_new_receipt": on_case("received", {"name": IDENTITY, "phone": "0690000000"}),
    "cases_new_receipt_confirm": on_case("renewed"),
    "statistics_catalogue": plain(),
    "statistics_retrieve": Target(lambda world, side: {"code": "response-times"}),
    "statistics_donor_report": plain(),
    "cases_list": plain(),
    "cases_count": plain(),
    "cases_retrieve": on_case("open"),
    "cases_partial_update": on_case("open", {"severity": 3, "summary": "Vonesë"}),
    "cases_start_triage": on_case("received"),
    "cases_ask_complainant": on_case("triage", {"question": INSIDE}),
    "cases_take_up_answer": on_case("awaiting"),
    "cases_open": on_case("triage", {"admissibility_note": INSIDE}),
    "cases_await_answers": on_case("review"),
    "cases_resolve": on_case("open", _OUTCOME),
    "cases_close": on_case("settled"),
    "cases_reopen": on_case("settled", {"reason": INSIDE}),
    "cases_resume": on_case("reopened"),
    "cases_declare_inadmissible": on_case("received", {"reason": "not_our_competence", "advice": INSIDE}),
    "cases_mark_duplicate": on_case(
        "received", lambda world, side: {"original": str(world.case(side, "open").pk)}
    ),
    "cases_withdraw": on_case("open", {}),
    "cases_assign": on_case("open", lambda world, side: {"assignee": _worker(world, side)}),
    "cases_declare_conflict": on_case("open"),
    "cases_record_conflict": on_case("open", lambda world, side: {"person": _worker(world, side)}),
    "cases_lift_conflict": on_case("open", _with_conflict),
    "cases_restrict": on_case("open", lambda world, side: {"people": [_worker(world, side)]}),
    "cases_unrestrict": on_case("restricted"),
    "cases_set_tags": on_case("open", {"tags": ["toka", "Pukë"]}),
    "cases_facets": plain(),
    "cases_assign_many": plain(_chosen_cases(assignee=None)),
    "cases_tag_many": plain(_chosen_cases(add=["toka"], remove=["Pukë"])),
    "cases_export": plain({"format": "csv", "columns": ["reference", "summary", "assignee", "unread"]}),
    "saved_views_list": plain(),
    "saved_views_create": plain({"name": "Open", "filters": {"state": ["open"]}, "columns": ["reference"]}),
    "saved_views_retrieve": on_view(),
    "saved_views_partial_update": on_view({"name": "Ours"}),
    "saved_views_destroy": on_view(),
    "cases_transfer": on_case("open", {"partner": "third"}),
    "cases_transfer_preview": on_case("open", {"partner": "third"}),
    "cases_partner_referrals_list": on_case("open"),
    "cases_partner_referrals_create": on_case("open", _asking),
    "cases_partner_referrals_preview": on_case("open", _asking),
    "cases_complaint_retrieve": on_case("open"),
    "cases_events_list": on_case("open"),
    "cases_people_list": on_case("open"),
    "cases_messages_list": on_case("open"),
    "cases_messages_create": on_case("open", {"text": INSIDE, "asks": True}),
    "cases_messages_read": on_case(
        "open", lambda world, side: {"until": str(world.message(side, "open").pk)}
    ),
    "cases_messages_end": in_room("message_id", World.question),
    "cases_message_templates_list": on_case("open"),
    "partners_message_templates_list": in_partner(),
    "partners_message_templates_create": in_partner(_TEMPLATE),
    "partners_message_templates_retrieve": in_partner(code=World.template_code),
    "partners_message_templates_partial_update": in_partner({"in_use": False}, code=World.template_code),
    "partners_message_templates_destroy": in_partner(code=World.template_code),
    "cases_services_list": on_case("open"),
    "cases_notes_list": on_case("open"),
    "cases_notes_create": on_case("open", {"text": INSIDE}),
    "cases_files_list": on_case("open"),
    "cases_files_create": on_case("open", _with_file()),
    "cases_files_clean": in_room("file_id", World.attachment),
    "cases_files_hide_pages": in_room("file_id", World.attachment, {"pages": []}),
    "cases_files_original": in_room("file_id", World.attachment, {"reason": "evidence"}),
    "exports_list": plain(),
    "exports_create": plain({"format": "jsonl", "columns": ["reference", "summary"]}),
    "exports_retrieve": on_export(),
    "exports_take": on_export(),
    "cases_case_files_list": on_case("open"),
    "cases_case_files_create": on_case("open", {"purpose": "to_leave"}),
    "cases_case_files_retrieve": in_room("case_file_id", World.case_file),
    "cases_case_files_take": in_room("case_file_id", World.case_file),
    "cases_masks_retrieve": on_case("open"),
    "cases_public_summary_retrieve": on_case("open"),
    "cases_public_summary_update": on_case(
        "open", {"title": "Pritje", "text": "Zyra nuk u përgjigj.", "language": "sq", "place": None}
    ),
    "cases_public_summary_publish": on_case("told"),
    "cases_public_summary_withdraw": on_case("published"),
    "cases_masks_update": on_case(
        "open", {"places": [{"part": "narrative", "start": 0, "end": 3, "reason": "name"}]}
    ),
    "cases_links_list": on_case("open"),
    "cases_links_create": on_case(
        "open", lambda world, side: {"other": str(world.case(side, "received").pk)}
    ),
    "cases_links_destroy": in_room("link_id", World.link),
    "cases_duplicates": on_case("open"),
    "cases_presence": on_case("open", {}),
    "cases_merges_list": on_case("open"),
    "cases_merges_create": on_case(
        "open",
        lambda world, side: {
            "other": str(world.case(side, "received").pk),
            "other_version": world.case(side, "received").version,
        },
    ),
    "cases_merges_undo": in_room("merge_id", World.merge),
    "cases_consents_list": on_case("open"),
    "cases_consents_create": on_case(
        "open", {"purpose": "publication", "manner": "oral", "language": "sq", "text_version": "1"}
    ),
    "cases_consents_withdraw": in_room("consent_id", World.consent),
    "cases_judiciary_retrieve": on_case("judiciary"),
    "cases_judiciary_update": on_case("judiciary", {"instance": "first"}),
    "cases_shares_list": on_case("open"),
    "cases_shares_create": on_case(
        "received", lambda world, side: {"partner": world.side(OTHER[side]).partner.slug}
    ),
    "cases_shares_preview": on_case(
        "received",
        lambda world, side: {"partner": world.side(OTHER[side]).partner.slug, "fields": ["complaint"]},
    ),
    "cases_shares_end": in_room("share_id", World.share),
    "cases_referral_suggestions_list": on_case("open"),
    "cases_referral_outlook_retrieve": on_case("open"),
    "cases_referrals_list": on_case("busy"),
    "cases_referrals_create": on_case("open", _LETTER),
    "cases_referrals_retrieve": on_referral("draft"),
    "cases_referrals_partial_update": on_referral("draft", {"letter": INSIDE}),
    "cases_referrals_submit": on_referral("unseen"),
    "cases_referrals_release": on_referral("draft"),
    "cases_referrals_approve": on_referral("approval"),
    "cases_referrals_send_back": on_referral("queued"),
    "cases_referrals_send": on_referral("queued", _on_day("sent_on", channel="post")),
    "cases_referrals_fail_delivery": on_referral("sent"),
    "cases_referrals_requeue": on_referral("undelivered"),
    "cases_referrals_register": on_referral("sent", _on_day("registered_on", protocol_number="7/2026")),
    "cases_referrals_ask_clarification": on_referral("sent", _on_day("asked_on", question=INSIDE)),
    "cases_referrals_clarify": on_referral("unclear", _on_day("given_on", reply=INSIDE)),
    "cases_referrals_redirect": on_referral("sent", _on_day("redirected_on", institution="al-ministry")),
    "cases_referrals_pause_clock": on_referral("timed", _on_day("paused_on", reason="agreed")),
    "cases_referrals_resume_clock": on_referral("paused", _on_day("resumed_on")),
    "cases_referrals_extend_clock": on_referral("timed", _extension),
    "cases_referrals_record_answer": on_referral("sent", _on_day("answered_on", answer=INSIDE)),
    "cases_referrals_answers_list": on_referral("answered"),
    "cases_referrals_answers_decide": under_referral(
        "answer_id", World.interim_answer, {"standing": "no_answer"}
    ),
    "cases_referrals_answer_links_list": on_referral("sent"),
    "cases_referrals_answer_links_create": on_referral("sent", {"days": 30}),
    "cases_referrals_answer_links_revoke": under_referral("link_id", World.answer_link),
    "cases_referrals_note_silence": on_referral("late"),
    "cases_referrals_assess": on_referral("answered", {"assessment": "full"}),
    "cases_referrals_close": on_referral("assessed"),
    "cases_referrals_cancel": on_referral("draft"),
    "cases_referrals_appeal": on_referral("refused", {"institution": "al-ministry"}),
    "cases_referrals_next_bodies_list": on_referral("refused"),
    "cases_referrals_deliveries_list": on_referral("queued"),
    "cases_referrals_deliveries_create": on_referral("queued", {"channel": "post"}),
    "cases_referrals_deliveries_retrieve": on_delivery("prepared"),
    "cases_referrals_deliveries_sent": on_delivery("prepared", _on_day("sent_on", no_proof_reason=INSIDE)),
    "cases_referrals_deliveries_failed": on_delivery("prepared", {"reason": "not_done"}),
    "cases_referrals_deliveries_cancel": on_delivery("prepared"),
    "cases_referrals_deliveries_left": on_delivery("unclear"),
    "cases_referrals_deliveries_send_again": on_delivery("unclear"),
    "cases_referrals_letter_retrieve": on_referral("queued"),
    "cases_referrals_letter_draft_retrieve": on_referral("draft"),
    "cases_referrals_redaction_retrieve": on_referral("draft"),
    "cases_referrals_dossier_retrieve": on_referral("queued"),
    "me_ties_list": plain(),
    "me_ties_create": plain({"name": "Gjergj Prela"}),
    "me_ties_destroy": Target(lambda world, side: {"tie_id": uuid4()}),
    "me_digest_retrieve": plain(),
    "me_digest_partial_update": plain({"is_on": True, "hour": 8}),
    "me_calendar_retrieve": plain(),
    "me_calendar_create": plain(),
    "me_calendar_destroy": plain(),
    "jobs_dead_list": plain(),
    "jobs_dead_retry": Target(lambda world, side: {"job_id": world.dead_job.pk}),
    "jobs_dead_retry_all": plain(),
    "today_retrieve": plain(),
    "me_news_retrieve": plain(),
    "me_news_seen": plain({"until": "2026-05-04T08:00:00Z"}),
    "tasks_list": plain(),
    "tasks_count": plain(),
    "tasks_retrieve": on_task(),
    "tasks_partial_update": on_task({"title": INSIDE}),
    "tasks_done": on_task(),
    "tasks_drop": on_task(),
    "tasks_take": on_task(),
    "tasks_assign": on_task(lambda world, side: {"assignee": _worker(world, side)}),
    "cases_tasks_list": on_case("open"),
    "cases_tasks_create": on_case("open", {"title": INSIDE, "due_on": "2026-12-01"}),
    "incoming_mail_list": plain(),
    "incoming_mail_retrieve": on_mail("triage"),
    "incoming_mail_assign": on_mail(
        "triage",
        lambda world, side: {
            "case": str(world.referral(side, "sent").case_id),
            "referral": str(world.referral(side, "sent").pk),
            "standing": "interim",
        },
    ),
    "incoming_mail_dismiss": on_mail("triage", {"reason": "spam"}),
    "incoming_mail_take_back": on_mail("dismissed"),
    "incoming_mail_original": on_mail("triage"),
    "incoming_mail_file": Target(
        lambda world, side: {
            "mail_id": world.mail(side, "triage").pk,
            "file_id": world.mail(side, "triage").files.get().pk,
        }
    ),
    "referrals_list": plain(),
    "partner_referrals_list": plain(),
    "partner_referrals_retrieve": on_help_we_asked(),
    "partner_referrals_accept": on_help_asked_of_us("offered"),
    "partner_referrals_decline": on_help_asked_of_us("offered", {"reason": "other", "words": INSIDE}),
    "partner_referrals_recall": on_help_we_asked(),
    "partner_referrals_start_service": on_help_asked_of_us("accepted"),
    "partner_referrals_complete": on_help_asked_of_us("in_service", {"outcome": "given"}),
    "partner_referrals_not_complete": on_help_asked_of_us("accepted", {"outcome": "not_reached"}),
    "transfers_list": plain(),
    "transfers_retrieve": on_our_offer(),
    "transfers_accept": on_offer_to_us(),
    "transfers_decline": on_offer_to_us({"reason": "no_capacity"}),
    "transfers_recall": on_our_offer(),
}
