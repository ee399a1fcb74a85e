"""The REST service of a KoboToolbox project: what was filled in there comes here as JSON, at once."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from backend.collecting import reading
from backend.collecting.answers import told_by, version_of
from backend.collecting.errors import NotASubmission
from backend.collecting.pages.door import for_kobo
from backend.collecting.pages.methods import only, require_pace
from backend.collecting.services import Entered, take


@for_kobo
@only("POST")
def kobo(request: HttpRequest, entered: Entered) -> HttpResponse:
    """File it. Files are named and not sent along; nothing here fetches them from an address that is told."""
    require_pace(entered)
    if request.content_type != "application/json":
        raise NotASubmission()
    sent = reading.read_json(request.body)
    told = told_by(sent, version_of(sent, entered.partner), entered.partner)
    done = take(entered=entered, sent=sent, told=told, files={})
    answer = {"new": done.is_new, "files_missing": done.files_missing}
    return JsonResponse(answer, status=201 if done.is_new else 200)
