"""The wording of consents. Whoever changes a sentence gives it a new version: consents name what was read."""

from typing import Final

from django.utils.translation import gettext_lazy as _

TEXT_VERSION: Final = "2026-11"

PROCESSING: Final = _(
    "I agree that this organisation reads my complaint, keeps it protected and works on it. "
    "I can take this back at any time."
)
REFERRAL: Final = _("I agree that my complaint is sent to this institution:")
REFERRAL_HINT: Final = {
    "identified": _("Your name may stand in the letter. Without this agreement we ask you first."),
    "confidential": _("Your name does not stand in the letter. Without this agreement we ask you first."),
    "anonymous": _(
        "Nobody knows your name, but what you tell may show who you are. "
        "Without this agreement we ask you first, through your receipt."
    ),
}
NEEDS_A_NAME: Final = _(
    "This institution does not answer complaints without a name. "
    "With or without this agreement we look for another way together with you."
)
