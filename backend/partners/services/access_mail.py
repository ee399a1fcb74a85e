"""Mails about one's own access: the link for another password, and that something was changed. Neither says
what this installation is for."""

import logging
from typing import Final
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from backend.common.mailing import MailDelayedError, MailRefusedError, MailUnclearError, send_plain
from backend.partners.models import Invitation, User
from backend.partners.services.password_links import link_for_person, note_link_mail

logger = logging.getLogger("dosja.access")
ADDRESS: Final = "/password/{token}/"


def send_link(help_id: UUID) -> None:
    """Send it, unless it was used or replaced; what nobody asked for sends nothing. Raises
    MailDelayedError."""
    made = link_for_person(help_id)
    if made is None:
        return
    person, token = made
    with translation.override(person.language.lower()):
        subject, text = _("Another password"), _link_text(token)
    try:
        send_plain(person.email, subject, text)
    except MailUnclearError:
        # It may have left; a second mail would make its link a dead one.
        logger.warning("password_link.unclear")
    except MailDelayedError:
        raise
    except MailRefusedError:
        note_link_mail(help_id, Invitation.Mail.REFUSED)
        return
    note_link_mail(help_id, Invitation.Mail.SENT)


def send_news(user_id: UUID) -> None:
    """Tell a person that the way in was changed by somebody else, and not how. Raises MailDelayedError."""
    person = User.objects.filter(pk=user_id, is_active=True).first()
    if person is None:
        return
    with translation.override(person.language.lower()):
        subject, text = _("News about your account"), _news_text()
    try:
        send_plain(person.email, subject, text)
    except MailUnclearError:
        logger.warning("access_news.unclear")
    except MailDelayedError:
        raise
    except MailRefusedError:
        logger.warning("access_news.refused")


def _link_text(token: str) -> str:
    lines = (
        _("Open this page within a day and choose another password:"),
        settings.DOSJA_PUBLIC_ADDRESS + ADDRESS.format(token=token),
        _("If you did not ask for it, do nothing: your password stays."),
        _("Pass the address on to nobody. This message says nothing more."),
    )
    return "\n\n".join(lines) + "\n"


def _news_text() -> str:
    lines = (
        _("The way in which you sign in was changed by a colleague who may do that."),
        _("If you did not ask for it, tell a coordinator at once. This message says nothing more."),
    )
    return "\n\n".join(lines) + "\n"
