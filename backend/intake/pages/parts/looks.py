"""Who had to do with the complainant's name and contacts: day, role and reason, never a colleague's name."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.complaints.models import ComplainantKind
from backend.identity.models import IdentityLook
from backend.identity.services import looks_at
from backend.intake.pages.parts.part import Part, Visit, Words

AGREED: Final = _(
    "Somebody asked for a new receipt. What they said was compared with your details, without showing "
    "them. It agreed."
)
DISAGREED: Final = _(
    "Somebody asked for a new receipt. What they said was compared with your details, without showing "
    "them. It did not agree, and nothing was changed."
)
UNSEALED: Final = _(
    "A custodian unsealed your details for somebody who is allowed to ask for them. The custodian was not "
    "shown them."
)
SHOWN: Final[dict[str, Words]] = {
    IdentityLook.Reason.NEW_RECEIPT: _("Your details were shown, because somebody asked for a new receipt."),
    IdentityLook.Reason.CONTACT: _("Your details were shown, to reach you."),
    IdentityLook.Reason.REFERRAL: _("Your details were shown, to send your complaint with your name."),
    IdentityLook.Reason.SERVICE: _("Your details were shown, to arrange help for you."),
    IdentityLook.Reason.DANGER: _("Your details were shown, because there was danger to life or liberty."),
    IdentityLook.Reason.COURT_ORDER: _(
        "Your details were shown, because a court or an authority demanded it by law."
    ),
    IdentityLook.Reason.OWN_DATA: _("Your details were shown, because you asked what is kept about you."),
}


def shown(visit: Visit) -> Mapping[str, Any]:
    """The list, or the sentence that is true where there is none."""
    complaint = visit.complaint
    return {
        "is_anonymous": complaint.complainant_kind == ComplainantKind.ANONYMOUS,
        # Whoever took the complaint down heard the name; that stands in no list.
        "was_told_to_somebody": complaint.recorded_by_id is not None,
        "looks": [
            {"at": look.at, "role": look.get_role_display(), "sentence": _sentence(look)}
            for look in looks_at(complaint)
        ],
    }


def _sentence(look: IdentityLook) -> Words:
    if look.kind == IdentityLook.Kind.COMPARED:
        return AGREED if look.matched else DISAGREED
    if look.kind == IdentityLook.Kind.UNSEALED:
        return UNSEALED
    return SHOWN[look.reason]


PART: Final = Part(name="looks", template="intake/parts/looks.html", shown=shown)
