"""Where this endpoint is, what it speaks, and how one comes to a key."""

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from backend.directory.models import Category
from backend.forms.models import FormVersion
from backend.georeport.moments import written_moment
from backend.georeport.wire import Answer
from backend.partners.models import Partner

SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
# Until a partner publishes a form: the day this door was made.
_FIRST = "2026-11-27T00:00:00Z"


def discovery(request: HttpRequest) -> Answer:
    """The discovery document."""
    changed = _changed()
    # Any address of this endpoint, cut before its last part.
    endpoint = request.build_absolute_uri(reverse("open311", args=["services", "xml"])).rsplit("/", 1)[0]
    return Answer(
        "discovery",
        {
            "changeset": changed,
            "contact": _("Ask the organisation that the complaint is for: {organisations}").format(
                organisations=", ".join(_organisations())
            ),
            "key_service": _(
                "The api_key is the public key of an organisation's form. The organisation finds it in its "
                "settings and gives it to you; jurisdiction_id is its short name."
            ),
            "endpoints": [
                {
                    "specification": SPECIFICATION,
                    "url": endpoint,
                    "changeset": changed,
                    "type": "production" if settings.DOSJA_MODE == "production" else "test",
                    "formats": ["text/xml", "application/json"],
                }
            ],
        },
    )


def _changed() -> str:
    """When services or what they ask may have changed for the last time."""
    form = FormVersion.objects.published().aggregate(at=Max("published_at"))["at"]
    term = Category.objects.aggregate(at=Max("edited_at"))["at"]
    moments = [moment for moment in (form, term) if moment]
    return written_moment(max(moments)) if moments else _FIRST


def _organisations() -> list[str]:
    active = Partner.objects.filter(is_active=True).order_by("slug")
    return [f"{one.name} ({one.website or one.slug})" for one in active]
