"""Which web sites' scripts may talk to the public doors: those that a partner at work has listed.

django-cors-headers answers (`CORS_…` in the settings says at which addresses) and asks here every time:
a partner that takes a site off its list is obeyed at once.
"""

import re
from typing import Any

from corsheaders.signals import check_request_enabled
from django.conf import settings
from django.dispatch import receiver
from django.http import HttpRequest
from rest_framework.request import Request

from backend.intake.errors import SiteNotListed
from backend.intake.services import partner_of_form
from backend.partners.models import Partner

FORM_KEY = "X-Form-Key"


@receiver(check_request_enabled, dispatch_uid="sites that partners have listed")
def is_listed(request: HttpRequest, **_sent: Any) -> bool:
    """Whether the page that sends this is of a listed site, and the address one of the public doors.

    Of any partner: a browser asks before it sends, and then names neither form nor receipt.
    """
    origin = request.headers.get("Origin", "")
    if not origin or not re.match(settings.CORS_URLS_REGEX, request.path_info):
        return False
    return Partner.objects.listing(origin) != []


def partner_asked(request: Request) -> Partner:
    """The partner whose form key came along. Raises UnknownFormKey and SiteNotListed.

    A browser on another partner's site was let in to ask, for that partner's sake. Filed by it and then not
    readable there, a complaint would lose its receipt: it is refused before anything is kept.
    """
    partner = partner_of_form(request.headers[FORM_KEY])
    sites = Partner.objects.listing(request.headers.get("Origin", ""))
    if sites and partner not in sites:
        raise SiteNotListed()
    return partner
