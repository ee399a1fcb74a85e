"""The partner's work on a complaint: the case, its referrals, who may see it, and its story."""

from backend.cases.models.access import (
    CaseAccess,
    CaseSearch,
    CaseShare,
    Transfer,
)
from backend.cases.models.answers import AnswerLink, InstitutionAnswer
from backend.cases.models.case import (
    Case,
    CaseUserObjectPermission,
    InadmissibleReason,
    Outcome,
    ReferenceCounter,
    Severity,
)
from backend.cases.models.case_file import CaseFile
from backend.cases.models.deliveries import Delivery
from backend.cases.models.export import CaseExport, ExportFormat
from backend.cases.models.masks import CaseMasks
from backend.cases.models.parcel import Parcel
from backend.cases.models.partner_referral import PartnerReferral
from backend.cases.models.public_summary import PublicSummary
from backend.cases.models.referral import (
    Clarification,
    ClockPause,
    Dossier,
    InstitutionReferral,
)
from backend.cases.models.story import (
    CaseEvent,
    CaseLink,
    ConflictOfInterest,
    JudiciaryDetail,
    Note,
    Tag,
    Tie,
)
from backend.cases.models.tasks import CalendarAddress, DigestWish, Task, TaskWatch
from backend.cases.models.templates import MessageTemplate
from backend.cases.models.together import CasePresence, Merge
from backend.cases.models.views import SavedView

__all__ = [
    "AnswerLink",
    "CalendarAddress",
    "Case",
    "CaseAccess",
    "CaseEvent",
    "CaseExport",
    "CaseFile",
    "CaseLink",
    "CaseMasks",
    "CasePresence",
    "CaseSearch",
    "CaseShare",
    "CaseUserObjectPermission",
    "Clarification",
    "ClockPause",
    "ConflictOfInterest",
    "Delivery",
    "DigestWish",
    "Dossier",
    "ExportFormat",
    "InadmissibleReason",
    "InstitutionAnswer",
    "InstitutionReferral",
    "JudiciaryDetail",
    "Merge",
    "MessageTemplate",
    "Note",
    "Outcome",
    "Parcel",
    "PartnerReferral",
    "PublicSummary",
    "ReferenceCounter",
    "SavedView",
    "Severity",
    "Tag",
    "Task",
    "TaskWatch",
    "Tie",
    "Transfer",
]
