"""The door through which complaints come in: a partner's form, its staff, its own programs."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.services.status import what_happens_next
from backend.cases.stages import State
from backend.common.api import validated
from backend.common.errors import Invalid, NotSignedIn
from backend.common.problems import problems
from backend.complaints.models import IntakeChannel
from backend.doorkeeping.senders import sender_of
from backend.idempotency.api import idempotent
from backend.idempotency.api.schema import describe
from backend.intake.api import examples
from backend.intake.api.bodies import statement_of
from backend.intake.api.cross_origin import FORM_KEY, partner_asked
from backend.intake.api.schema import ACCEPT_LANGUAGE, NO_STORE
from backend.intake.api.serializers import (
    FiledSerializer,
    NewComplaintSerializer,
    PublicComplaintSerializer,
)
from backend.intake.services import (
    Filed,
    Prepared,
    Screening,
    file_prepared,
    partner_to_file_for,
    prepare,
)
from backend.partners.actors import ActorKind
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody
from backend.partners.models import Partner

FORM_KEY_PARAMETER = OpenApiParameter(
    FORM_KEY,
    str,
    OpenApiParameter.HEADER,
    description=(
        "The public key of a partner's form (`pfk_…`). With it the caller is nobody in particular, signed in "
        "or not, and the partner is the form's."
    ),
)
PROOF = "X-Proof-Of-Work"
_PROOF = OpenApiParameter(
    PROOF,
    str,
    OpenApiParameter.HEADER,
    description=(
        "The solution of a puzzle from `complaints/challenge/`, with a form key. Never needed: without it, a "
        "complaint may have to wait to be looked at when very many come."
    ),
)
# Any of: nobody (with a form key), a member of staff, a partner's program.
OPEN_TO: Any = [{}, {"staffSession": []}, {"clientCredentials": ["intake"]}]


class ComplaintViewSet(ApiViewSet):
    """Complaints are filed here, and never read back from here."""

    permission_classes = [Anybody]
    serializer_class = NewComplaintSerializer

    def get_authenticators(self) -> list[BaseAuthentication]:
        # Behind a form key nobody is signed in: a colleague's session does not end up in the complaint, and a
        # form on the partner's own site needs no CSRF token. (No request: the API is being described.)
        request = getattr(self, "request", None)
        if request is not None and FORM_KEY in request.headers:
            return []
        return super().get_authenticators()

    @extend_schema(
        operation_id="complaints_file",
        tags=["complaints"],
        parameters=[FORM_KEY_PARAMETER, _PROOF, ACCEPT_LANGUAGE],
        request=NewComplaintSerializer,
        responses={201: FiledSerializer, **problems(400, 401, 403, 406, 409, 413, 415, 503)},
        examples=[examples.COMPLAINT, examples.FILED],
        auth=OPEN_TO,
    )
    @describe
    def create(self, request: Request) -> Response:
        """File a complaint: through a partner's form with `X-Form-Key`, or signed in for one's own partner.

        The answer holds the receipt, which is never shown again. `reference` is null while the complaint
        waits to be looked at, which happens when very many come; none is refused for that.
        """
        partner, body = self._received(request)
        prepared = prepare(partner=partner, statement=statement_of(body, partner), actor=self.actor)
        # Idempotency opens a transaction: the slow preparation stays outside of it.
        return self._file(request, prepared)

    @idempotent(caller=lambda view, request: view.sender)
    def _file(self, request: Request, prepared: Prepared) -> Response:
        filed = file_prepared(prepared=prepared, actor=self.actor, screening=self._screening(request))
        return Response(FiledSerializer(self._shown(filed)).data, status=201, headers=NO_STORE)

    def _screening(self, request: Request) -> Screening | None:
        """Who is signed in answers for what is filed; the public is looked at."""
        if self.actor.is_signed_in:
            return None
        return Screening(sender=sender_of(request), proof=request.headers.get(PROOF, ""))

    def _received(self, request: Request) -> tuple[Partner, dict[str, Any]]:
        """The partner, and what was sent, in the shape that this caller may send."""
        if FORM_KEY in request.headers:
            partner = partner_asked(request)
            self.sender = f"form:{partner.pk}"
            return partner, validated(PublicComplaintSerializer, request)
        if not self.actor.is_signed_in:
            raise NotSignedIn()
        self.sender = f"{self.actor.kind}:{self.actor.id}"
        body = validated(NewComplaintSerializer, request)
        if "partner" not in body:
            raise Invalid.field("partner", "required", _("Say which partner takes the complaint."))
        if self.actor.kind == ActorKind.CLIENT:
            body.setdefault("channel", IntakeChannel.API)
        return partner_to_file_for(body["partner"], self.actor), body

    def _shown(self, filed: Filed) -> dict[str, Any]:
        case = filed.case
        shown = {
            "reference": filed.reference,
            "receipt": filed.receipt,
            "received_at": filed.complaint.received_at,
            "what_happens_next": what_happens_next(State.RECEIVED),
        }
        # The public never learns the id of a case: what it may see of it, it sees through the receipt.
        return shown | ({"case": case.pk} if case and self.actor.may("view_cases", case.owner_id) else {})
