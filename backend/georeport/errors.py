"""What can be wrong with a GeoReport call, in the specification's three sorts: 400, 403, 404."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotAllowed, NotFound, Problem


class JurisdictionMissing(Problem):
    code, title = "georeport.jurisdiction_missing", _("jurisdiction_id was not provided.")


class JurisdictionUnknown(NotFound):
    code, title = "georeport.jurisdiction_unknown", _("jurisdiction_id was not found.")


class ServiceMissing(Problem):
    code, title = "georeport.service_missing", _("service_code was not provided.")


class ServiceUnknown(NotFound):
    code, title = "georeport.service_unknown", _("service_code was not found.")


class RequestUnknown(NotFound):
    code, title = "georeport.request_unknown", _("service_request_id was not found.")


class TokenUnknown(NotFound):
    code, title = "georeport.token_unknown", _("token was not found.")


class WrongKey(NotAllowed):
    """Missing, mistyped, replaced, or another organisation's: nobody is told which."""

    code, title = (
        "georeport.wrong_key",
        _("Missing or invalid api_key. Send the public key of the organisation's form in the body."),
    )


class BadCall(Problem):
    code, title = "georeport.bad_call", _("The URL request is invalid.")


class NotAForm(Problem):
    code, title = "georeport.not_a_form", _("Send application/x-www-form-urlencoded in UTF-8.")
