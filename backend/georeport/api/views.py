"""Views of GeoReport v2. They are nobody's: no session is read and no token; the key in the body says for
whom a report is, and reading needs none."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from backend.common import secondlock
from backend.common.errors import Problem
from backend.doorkeeping.senders import sender_of
from backend.georeport import errors
from backend.georeport.api import shapes
from backend.georeport.api.arguments import form_of, one_of, report_of, wanted_of
from backend.georeport.api.discovery import discovery as discovered
from backend.georeport.services import offered, reading, reporting, tokens
from backend.georeport.services.attributes import attributes_of
from backend.georeport.services.jurisdictions import partner_of, partner_with_key
from backend.georeport.wire import CONTENT_TYPES, Answer, written
from backend.intake.services import Screening
from backend.partners.models import Partner

Call = Callable[..., Answer]
PROOF = "X-Proof-Of-Work"


def _collection(request: HttpRequest, name: str) -> Answer:
    if request.method == "POST" and name == "requests":
        return _report(request)
    if request.method not in ("GET", "HEAD") or name not in _READ:
        raise errors.BadCall()
    return _READ[name](request)


def _one(request: HttpRequest, name: str, id: str) -> Answer:
    if request.method not in ("GET", "HEAD") or name not in _READ_ONE:
        raise errors.BadCall()
    return _READ_ONE[name](request, id)


def _services(request: HttpRequest) -> Answer:
    return shapes.services(offered.services_at(offered.counter_of(_partner(request))))


def _service(request: HttpRequest, code: str) -> Answer:
    counter = offered.counter_of(_partner(request))
    service = offered.service_at(counter, code)
    return shapes.definition(service, attributes_of(counter, service))


def _requests(request: HttpRequest) -> Answer:
    partner = _partner(request)
    with secondlock.holding(partner.pk):
        return shapes.requests(reading.requests_of(partner, wanted_of(request.GET)))


def _request(request: HttpRequest, id: str) -> Answer:
    partner = _partner(request)
    try:
        wanted = UUID(id)
    except ValueError:
        raise errors.RequestUnknown() from None
    with secondlock.holding(partner.pk):
        return shapes.requests([reading.request_with(partner, wanted)])


def _token(request: HttpRequest, token: str) -> Answer:
    partner = _partner(request)
    with secondlock.holding(partner.pk):
        return shapes.token(token, tokens.public_id_of(token, partner))


def _report(request: HttpRequest) -> Answer:
    form = form_of(request)
    # The key first: whoever has none learns nothing else.
    partner = partner_with_key(one_of(form, "api_key"), one_of(form, "jurisdiction_id"))
    code = one_of(form, "service_code")
    if not code:
        raise errors.ServiceMissing()
    counter = offered.counter_of(partner)
    screening = Screening(sender=sender_of(request), proof=request.headers.get(PROOF, ""))
    made = reporting.report(counter, offered.service_at(counter, code), report_of(form), screening)
    return shapes.reported(made)


def _partner(request: HttpRequest) -> Partner:
    return partner_of(one_of(request.GET, "jurisdiction_id"))


_READ = {"services": _services, "requests": _requests, "discovery": discovered}
_READ_ONE = {"services": _service, "requests": _request, "tokens": _token}


def _answered(call: Call) -> Callable[..., HttpResponse]:
    """The view of a call: its answer, or its problem, in the format that the address names."""

    @csrf_exempt
    def view(request: HttpRequest, *, format: str = "xml", **named: str) -> HttpResponse:
        known = format in CONTENT_TYPES
        try:
            if not known:
                raise errors.BadCall()
            answer = call(request, **named)
        except Problem as problem:
            answer = shapes.refusal(problem)
        spoken = format if known else "xml"
        response = HttpResponse(
            written(answer, spoken), status=answer.status, content_type=CONTENT_TYPES[spoken]
        )
        # A withdrawn text is gone for everybody at once, and a receipt is kept by nobody on the way.
        response.headers["Cache-Control"] = "no-store"
        response.headers["Vary"] = "Accept-Language"
        return response

    return view


def _nothing(request: HttpRequest, path: str) -> Answer:
    raise errors.BadCall()


collection, one, nothing = _answered(_collection), _answered(_one), _answered(_nothing)
