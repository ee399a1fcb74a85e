"""Sentences of the pages that belong to no form. The wording of consents is the form's, with its version."""

from typing import Final

from django.utils.translation import gettext_lazy as _

# A fact about an institution, told beside the consent to send a complaint there.
NEEDS_A_NAME: Final = _(
    "This institution does not answer complaints without a name. "
    "With or without this agreement we look for another way together with you."
)
