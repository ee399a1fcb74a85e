"""What of the database belongs to a partner and goes along when it moves to another installation.

Every model stands in the table below; a test fails for one that does not, so that a new table is thought of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.apps import apps
from django.db.models import Model


@dataclass(frozen=True, slots=True)
class Owned:
    """Rows that lead to the partner by `path`. `without`: columns that stay behind, with what the new place
    puts there; `only`: which of the rows."""

    path: str
    without: Mapping[str, Any] = field(default_factory=dict)
    only: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pointed:
    """Rows that go along because a row that goes along points to them."""

    without: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shared:
    """Rows of the whole network, known by a name of their own (`key`) at both places."""

    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stays:
    """Nothing of it goes along, and why."""

    because: str


Belonging = Owned | Pointed | Shared | Stays

_PASSING: Final = Stays("lives for hours, and only where it was made")
_MADE_ANEW: Final = Stays("is made anew from what goes along")
_OF_THE_INSTALLATION: Final = Stays("belongs to the installation")
_OF_THE_NETWORK: Final = Stays("is the network's directory, which each installation keeps")
_GIVEN_ANEW: Final = Stays("is a way in or out of this installation, and given anew at the next")
_OF_THE_PERSON: Final = Stays("belongs to a person, who may work for other partners, too")

BELONGING: Final[Mapping[str, Belonging]] = {
    "audit.AuditChain": Owned("pk", without={"seal": ""}),
    "audit.AuditEvent": Owned("chain"),
    "jobs.Job": _OF_THE_INSTALLATION,
    "jobs.Schedule": _OF_THE_INSTALLATION,
    "idempotency.IdempotencyRecord": _PASSING,
    "doorkeeping.DayKey": _PASSING,
    "doorkeeping.Bucket": _PASSING,
    "doorkeeping.Tries": _PASSING,
    "doorkeeping.Spent": _PASSING,
    "partners.User": Pointed(without={"password": "", "last_login": None, "is_superuser": False}),
    "partners.User_groups": _MADE_ANEW,
    "partners.User_user_permissions": _MADE_ANEW,
    "partners.Partner": Pointed(),
    "partners.PartnerGroupObjectPermission": _MADE_ANEW,
    "partners.Membership": Owned("partner"),
    "partners.Invitation": _GIVEN_ANEW,
    "partners.AccessHelp": _GIVEN_ANEW,
    "keyring.PartnerKey": _MADE_ANEW,
    "keyring.DataKey": Pointed(without={"wrapped": None, "partner_key": None}),
    "directory.Category": Shared(("code",)),
    "directory.Place": Shared(("code",)),
    "directory.Institution": Shared(("code",)),
    "directory.Institution_areas": _OF_THE_NETWORK,
    "directory.InstitutionChannel": Shared(("institution", "kind", "value")),
    "directory.DeadlineRule": Shared(("code",)),
    "directory.CalendarOverride": _OF_THE_NETWORK,
    "directory.Need": _OF_THE_NETWORK,
    "directory.TargetGroup": _OF_THE_NETWORK,
    "directory.CategoryNeed": _OF_THE_NETWORK,
    "directory.ServiceProvider": _OF_THE_NETWORK,
    "directory.Service": _OF_THE_NETWORK,
    "directory.ServiceLocation": _OF_THE_NETWORK,
    "directory.Address": _OF_THE_NETWORK,
    "directory.ServiceAtLocation": _OF_THE_NETWORK,
    "directory.ServiceNeed": _OF_THE_NETWORK,
    "directory.ServiceTargetGroup": _OF_THE_NETWORK,
    "directory.Schedule": _OF_THE_NETWORK,
    "directory.ServiceArea": _OF_THE_NETWORK,
    "directory.Contact": _OF_THE_NETWORK,
    "directory.Phone": _OF_THE_NETWORK,
    "directory.ServiceLanguage": _OF_THE_NETWORK,
    "directory.KeptRow": _OF_THE_NETWORK,
    "files.Upload": _PASSING,
    "files.StoredFile": Pointed(without={"file_key": "", "clean_key": None, "masked_key": None}),
    "correspondence.Letterhead": Owned("partner"),
    "correspondence.LetterTemplate": Owned("partner"),
    # Two installations must not read one mailbox: it is switched on by hand, with its passwords.
    "correspondence.MailAccount": Owned(
        "partner", without={"is_on": False, "smtp_password": None, "imap_password": None}
    ),
    "correspondence.Dispatch": Owned("partner"),
    "forms.FormVersion": Owned("partner"),
    "complaints.Complaint": Owned("partner"),
    "complaints.Consent": Owned("complaint__partner"),
    "complaints.Message": Owned("complaint__partner"),
    "complaints.Satisfaction": Owned("complaint__partner", without={"owner": None}),
    "complaints.Attachment": Owned("complaint__partner"),
    "complaints.Receipt": Owned("complaint__partner"),
    "complaints.ReceiptReplacement": Owned("receipt__complaint__partner"),
    "complaints.ReceiptThrottle": _PASSING,
    "identity.SealingKey": Owned("partner"),
    "identity.ComplainantIdentity": Owned("complaint__partner"),
    "identity.ContactMark": Owned("identity__complaint__partner"),
    "identity.IdentityLook": Owned("complaint__partner"),
    "identity.NoticeWish": Owned("complaint__partner"),
    "cases.Case": Owned("owner"),
    "cases.CaseUserObjectPermission": Owned("content_object__owner"),
    "cases.ReferenceCounter": Owned("partner"),
    "cases.PartnerReferral": Owned("case__owner"),
    "cases.CaseShare": Owned("case__owner"),
    "cases.CaseAccess": _MADE_ANEW,
    "cases.Transfer": Owned("case__owner"),
    "cases.CaseSearch": _MADE_ANEW,
    "cases.InstitutionReferral": Owned("case__owner", without={"owner": None}),
    "cases.ClockPause": Owned("referral__case__owner"),
    "cases.Clarification": Owned("referral__case__owner"),
    "cases.Dossier": Owned("referral__case__owner"),
    "cases.InstitutionAnswer": Owned("referral__case__owner"),
    "cases.InstitutionAnswer_files": Owned("institutionanswer__referral__case__owner"),
    "cases.AnswerLink": _GIVEN_ANEW,
    "cases.CaseFile": _PASSING,
    "cases.Delivery": Owned("referral__case__owner", without={"answer_link": None}),
    "cases.Delivery_proofs": Owned("delivery__referral__case__owner"),
    "cases.CaseExport": _PASSING,
    "cases.CaseMasks": Owned("case__owner"),
    "cases.PublicSummary": Owned("case__owner"),
    "cases.Note": Owned("case__owner"),
    "cases.Tag": Owned("partner"),
    "cases.Tag_cases": Owned("case__owner"),
    "cases.CaseLink": Owned("case__owner"),
    "cases.JudiciaryDetail": Owned("case__owner"),
    "cases.ConflictOfInterest": Owned("case__owner"),
    "cases.Tie": _OF_THE_PERSON,
    "cases.CaseEvent": Owned("case__owner"),
    "cases.Task": Owned("case__owner"),
    "cases.TaskWatch": _OF_THE_INSTALLATION,
    "cases.DigestWish": _OF_THE_PERSON,
    "cases.CalendarAddress": _GIVEN_ANEW,
    "cases.MessageTemplate": Owned("partner"),
    "cases.Merge": Owned("kept__owner"),
    "cases.CasePresence": _PASSING,
    "cases.SavedView": Owned("partner"),
    "intake.Draft": _PASSING,
    "intake.ReceiptVisit": _PASSING,
    "intake.Quarantined": Owned("partner"),
    "intake.DeletedSpam": Owned("partner"),
    "collecting.FieldAccess": Owned("partner"),
    "collecting.Submission": Owned("partner"),
    "collecting.SubmissionFile": Owned("submission__partner"),
    "mailroom.Mailbox": Owned("account__partner"),
    "mailroom.IncomingMail": Owned("partner"),
    "mailroom.MailFile": Owned("mail__partner"),
    # Of an import what makes the same spreadsheet find its cases again; its file and its faults do not.
    "imports.ImportRun": Owned(
        "partner", without={"source": None, "rows": None}, only={"finished_at__isnull": False}
    ),
    "imports.ImportProblem": _PASSING,
    "imports.ImportedCase": Owned("partner"),
    "webhooks.WebhookEndpoint": _GIVEN_ANEW,
    "webhooks.WebhookDelivery": _GIVEN_ANEW,
    "webhooks.WebhookTry": _GIVEN_ANEW,
    "webhooks.WebhookWatch": _OF_THE_INSTALLATION,
    "custody.IdentityRequest": Owned("partner"),
    "custody.CustodianKey": Owned("partner"),
    "custody.KeyCopy": Owned("sealing_key__partner"),
    "retention.RetentionPolicy": Owned("partner"),
    "retention.RetentionRule": Owned("partner"),
    "retention.LegalHold": Owned("case__owner"),
    "retention.PlannedErasure": Owned("case__owner"),
    "retention.ErasureRequest": Owned("case__owner"),
    "retention.Correction": Owned("complaint__partner"),
    "retention.Tombstone": Owned("partner"),
    "insights.Tally": _MADE_ANEW,
    "desk.NewsMark": _OF_THE_PERSON,
}


def belonging(model: type[Model]) -> Belonging:
    """How a model's rows belong. What comes from libraries (sessions, second factors, programs) stays."""
    return BELONGING.get(model._meta.label, _OF_THE_INSTALLATION)


def own_models() -> Iterator[type[Model]]:
    """Every table of Dosja's own, those between two models, too."""
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("backend."):
            yield model


def leaving_models() -> Iterator[tuple[type[Model], Owned]]:
    """The tables whose rows go along for their own sake, in the order of the table above."""
    known = {model._meta.label: model for model in own_models()}
    for label, how in BELONGING.items():
        if isinstance(how, Owned):
            yield known[label], how
