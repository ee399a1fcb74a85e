"""Who may do what in a partner: the one table of roles, permissions and API scopes."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    INTAKE_OFFICER = "intake_officer", _("Intake officer")
    CASEWORKER = "caseworker", _("Caseworker")
    LEGAL_ADVISER = "legal_adviser", _("Legal adviser")
    COORDINATOR = "coordinator", _("Coordinator")
    CUSTODIAN = "custodian", _("Custodian of identities")
    OBSERVER = "observer", _("Observer")
    FIELD_RESEARCHER = "field_researcher", _("Field researcher")


PERMISSIONS: Final[dict[str, str]] = {
    "view_cases": "Sees which cases the partner has, without words or names",
    "read_complaints": "Reads the words of complaints, notes, messages and the timeline",
    "file_complaints": "Files a complaint for a citizen",
    "triage_cases": "Sorts new complaints: category, admissibility, duplicates",
    "work_cases": "Works cases: notes, questions, answers, outcome",
    "assign_cases": "Says who works a case",
    "refer_cases": "Prepares and sends referrals to institutions",
    "approve_referrals": "Is the second pair of eyes before a referral leaves",
    "override_consent": "Refers without consent, with a reason",
    "close_cases": "Closes and reopens cases",
    "share_cases": "Shares cases with another partner and hands them over",
    "restrict_cases": "Restricts a case to named persons",
    "read_restricted_persons": "Reads the name of a judge, prosecutor or official",
    "reveal_identity": "Decides who reads a complainant's identity",
    "publish_cases": "Publishes and withdraws what the public reads of a case",
    "manage_partner": "Keeps the partner's members and settings",
    "view_statistics": "Sees numbers",
}

_READS = frozenset({"view_cases", "read_complaints", "view_statistics"})
_WORKS = _READS | {
    "file_complaints",
    "triage_cases",
    "work_cases",
    "refer_cases",
    "close_cases",
}

ROLES: Final[dict[Role, frozenset[str]]] = {
    Role.INTAKE_OFFICER: frozenset({"view_cases", "read_complaints", "file_complaints", "triage_cases"}),
    Role.CASEWORKER: _WORKS,
    Role.LEGAL_ADVISER: _WORKS | {"approve_referrals", "read_restricted_persons"},
    Role.COORDINATOR: _WORKS
    | {
        "assign_cases",
        "approve_referrals",
        "override_consent",
        "share_cases",
        "restrict_cases",
        "read_restricted_persons",
        "publish_cases",
        "manage_partner",
    },
    Role.CUSTODIAN: frozenset({"reveal_identity"}),
    Role.OBSERVER: frozenset({"view_cases", "view_statistics"}),
    Role.FIELD_RESEARCHER: frozenset({"file_complaints"}),
}

# An API client may do what its role may do, narrowed by the scopes of its token. Identities are for people,
# and so is saying what the public may read.
SCOPES: Final[dict[str, frozenset[str]]] = {
    "intake": frozenset({"file_complaints"}),
    "cases:read": _READS,
    "cases:write": (_WORKS - _READS)
    | {
        "assign_cases",
        "approve_referrals",
        "override_consent",
        "share_cases",
        "restrict_cases",
    },
    "partner:manage": frozenset({"manage_partner"}),
}


def permissions_in_scopes(scopes: frozenset[str]) -> frozenset[str]:
    """All permissions that a set of scopes lets through; unknown scopes let nothing through."""
    return frozenset().union(*(SCOPES.get(scope, frozenset()) for scope in scopes))


def scopes_of_role(role: Role) -> list[str]:
    """The scopes that make sense for a client of this role."""
    return [scope for scope, permissions in SCOPES.items() if permissions & ROLES[role]]
