"""The letter of a referral: what it can start from, its pages, and everything that leaves with it."""

from typing import Any
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import referral_requests as asked
from backend.cases.api.fields import PersonSerializer
from backend.cases.api.rooms import CaseRoomViewSet
from backend.cases.models import Dossier
from backend.cases.services import dossiers
from backend.cases.services.dossiers import Leaving
from backend.cases.stages import HidingReason
from backend.common.api import validated_query
from backend.common.languages import Language
from backend.common.problems import problems
from backend.common.wire import PdfRenderer, ProblemRenderer
from backend.correspondence.services.templates import DraftLetter
from backend.partners.models import User

_READ = problems(401, 403, 404, 406, 409)


class LetterPartSerializer(serializers.Serializer[Any]):
    """The letter in one language."""

    language = serializers.ChoiceField(choices=Language.choices)
    recipient = serializers.CharField()
    address_lines = serializers.ListField(child=serializers.CharField())
    sender = serializers.CharField()
    signatory = serializers.CharField()
    subject = serializers.CharField()
    letter = serializers.CharField()


class LegalBasisSerializer(serializers.Serializer[Any]):
    """What the letter calls law."""

    law = serializers.CharField()
    article = serializers.CharField()


class RuleVersionSerializer(serializers.Serializer[Any]):
    """The deadline rule as it was."""

    code = serializers.CharField()
    version = serializers.IntegerField()


class LeavingAttachmentSerializer(serializers.Serializer[Any]):
    """A file that goes along."""

    number = serializers.IntegerField()
    file = serializers.UUIDField(help_text="Id of the file in the case.")
    copy = serializers.UUIDField(help_text="Id of the clean copy that goes along.")
    title = serializers.CharField()
    media_type = serializers.CharField()
    size = serializers.IntegerField()
    sha256 = serializers.CharField()


class RunSerializer(serializers.Serializer[Any]):
    """A stretch of the complainant's words: its text, or the reasons why nothing of it leaves."""

    text = serializers.CharField(trim_whitespace=False)
    hidden = serializers.ListField(child=serializers.ChoiceField(choices=HidingReason.choices))


class LeavingAnnexSerializer(serializers.Serializer[Any]):
    """The complainant's own words, as they leave."""

    language = serializers.ChoiceField(choices=Language.choices)
    narrative = RunSerializer(many=True)
    wish = RunSerializer(many=True)


class DossierSerializer(serializers.Serializer[Any]):
    """What leaves. Frozen, it is what was approved; before, it is what would leave now."""

    frozen = serializers.BooleanField()
    frozen_at = serializers.DateTimeField(allow_null=True)
    frozen_by = PersonSerializer(allow_null=True)
    institution = serializers.CharField(help_text="Code of the institution.")
    reference = serializers.CharField()
    written_on = serializers.DateField()
    parts = LetterPartSerializer(many=True)
    rule = RuleVersionSerializer(allow_null=True)
    legal_basis = LegalBasisSerializer(
        allow_null=True, help_text="null where the term is not verified: the letter names no law then."
    )
    attachments = LeavingAttachmentSerializer(many=True)
    annex = LeavingAnnexSerializer(allow_null=True, help_text="null: the complainant's words stay here.")
    template = serializers.CharField(help_text="The template in force, and its version.")
    layout = serializers.IntegerField(help_text="Version of the layout.")
    sha256 = serializers.CharField(help_text="Of the letter's pages; of a draft's, until it is frozen.")
    size = serializers.IntegerField(help_text="Of the letter's pages, in bytes.")


class LetterDraftSerializer(serializers.Serializer[DraftLetter]):
    """What a letter can start from; nothing of it is kept."""

    language = serializers.CharField(source="template.language")
    subject = serializers.CharField()
    letter = serializers.CharField(source="text")
    left_out = serializers.ListField(
        child=serializers.CharField(), help_text="Placeholders without a value; their lines were left out."
    )
    is_own = serializers.BooleanField(source="template.is_own", help_text="From your own template.")


class LetterViewSet(CaseRoomViewSet):
    """The letter's pages."""

    queryset, serializer_class, pagination_class = Dossier.objects.none(), None, None
    renderer_classes = (PdfRenderer, ProblemRenderer)

    @extend_schema(
        operation_id="cases_referrals_letter_retrieve",
        responses={(200, PdfRenderer.media_type): OpenApiTypes.BINARY, **_READ},
    )
    def retrieve(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """The very PDF that leaves; until it is approved or released, with DRAFT across every page."""
        leaving = dossiers.take_letter(case_id, referral_id, actor=self.actor)
        name = "letter.pdf" if leaving.is_frozen else "draft.pdf"
        return Response(leaving.letter, headers={"Content-Disposition": f'inline; filename="{name}"'})


class LetterDraftViewSet(CaseRoomViewSet):
    """What a letter can start from."""

    queryset, serializer_class, pagination_class = Dossier.objects.none(), LetterDraftSerializer, None
    narrowed = frozenset({"retrieve"})

    @extend_schema(
        operation_id="cases_referrals_letter_draft_retrieve",
        parameters=[asked.LetterDraftQuery],
        responses={200: LetterDraftSerializer, **problems(400, 401, 403, 404, 406, 409)},
    )
    def retrieve(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """Your template with what is known of the case. Change the referral to take it over."""
        query = validated_query(asked.LetterDraftQuery, request)
        begun = dossiers.draft_letter(case_id, referral_id, language=query.get("language"), actor=self.actor)
        return Response(LetterDraftSerializer(begun).data)


class DossierViewSet(CaseRoomViewSet):
    """Everything that leaves with a referral."""

    queryset, serializer_class, pagination_class = Dossier.objects.none(), DossierSerializer, None

    @extend_schema(
        operation_id="cases_referrals_dossier_retrieve", responses={200: DossierSerializer, **_READ}
    )
    def retrieve(self, request: Request, case_id: UUID, referral_id: UUID) -> Response:
        """By name: to whom, in which words, on which legal basis, with which files."""
        leaving = dossiers.leaving_with(case_id, referral_id, actor=self.actor)
        return Response(DossierSerializer(_told(leaving)).data)


def _told(leaving: Leaving) -> dict[str, Any]:
    froze = User.objects.filter(pk=leaving.frozen_by_id).first() if leaving.frozen_by_id else None
    return {
        # What was frozen before annexes could go along names none.
        "annex": None,
        **leaving.content,
        "frozen": leaving.is_frozen,
        "frozen_at": leaving.frozen_at,
        "frozen_by": {"id": froze.pk, "name": froze.name} if froze else None,
        "sha256": leaving.sha256,
        "size": len(leaving.letter),
    }
