"""The mail that carries an invitation's link. It says nothing of by whom or to what."""

import logging
from typing import Final
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from backend.common.mailing import MailDelayedError, MailRefusedError, MailUnclearError, send_plain
from backend.partners.models import Invitation
from backend.partners.services.invitations import link_for_mail, note_mail

logger = logging.getLogger("dosja.invitations")
ADDRESS: Final = "/invitation/{token}/"


def send(invitation_id: UUID) -> None:
    """Send it, unless it was taken up, withdrawn or sent before. Raises MailDelayedError: try again later."""
    made = link_for_mail(invitation_id)
    if made is None:
        return
    invitation, token = made
    with translation.override(invitation.language.lower()):
        subject, text = _("An invitation"), _text(token)
    try:
        send_plain(invitation.email, subject, text)
    except MailUnclearError:
        # It may have left; a second mail would make its link a dead one.
        logger.warning("invitation.unclear")
    except MailDelayedError:
        raise
    except MailRefusedError:
        note_mail(invitation_id, Invitation.Mail.REFUSED)
        return
    note_mail(invitation_id, Invitation.Mail.SENT)


def _text(token: str) -> str:
    lines = (
        _("You are invited. Open this page within seven days and choose a password:"),
        settings.DOSJA_PUBLIC_ADDRESS + ADDRESS.format(token=token),
        _("Pass the address on to nobody. This message says nothing more."),
    )
    return "\n\n".join(lines) + "\n"
