"""What hangs under a case: the complaint's words, story, notes, links, consents, judiciary detail.

Every room opens only to those who may read the case; to others the address does not exist.
"""

from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet, UUIDField
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import requests as asked
from backend.cases.api.fields import ClockTimeField, EntryField, PersonField, shown_moment, shown_person
from backend.cases.models import Case, CaseLink, JudiciaryDetail, Note
from backend.cases.partner_stages import SharedField
from backend.cases.querysets import readable_in
from backend.cases.services import annexes, consents, work
from backend.cases.services.masking import masks_towards, told_masked
from backend.cases.services.masks import Masks
from backend.cases.services.opened import Opened, opened_to
from backend.cases.stages import HidingReason
from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.errors import NotFound
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.common.written import Written
from backend.complaints.models import Complaint, Consent, Vulnerability
from backend.directory.models import Category, Institution, Place
from backend.forms.services import form_with_id
from backend.forms.telling import Told, answers_told
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet

CREATE = problems(400, 401, 403, 404, 406, 409, 413, 415)
READ = problems(400, 401, 404, 406)
# A look at what somebody else would see: a body like that of the creating request, and nothing is created.
PREVIEW = CREATE

_WITH_KEY: Final = Written(
    Case, lambda case: Case.objects.select_related("data_key").filter(pk=case), case=UUIDField()
)


class InOrder(KeysetPagination):
    """As it happened, oldest first."""

    ordering = ("created_at", "pk")


class CaseRoomViewSet(ApiViewSet):
    """A room of one case. Its queryset starts at the case that the actor may read.

    With `field` it also opens to another partner with which that field was agreed; without, only to those
    who read everything.
    """

    pagination_class: Any = InOrder
    filter_backends = ()
    field: SharedField | None = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        # Also before a repeated request gets its first answer again: the caller may have lost the case.
        self.case = readable_in(_WITH_KEY, kwargs["case_id"], self.actor, self.field)

    @property
    def opened(self) -> Opened:
        """What is open to the caller here. Asks nothing of those whose own case it is."""
        return opened_to(self.case, self.actor)

    @property
    def masks(self) -> Masks:
        """What is hidden from the caller here. At most one query more."""
        return masks_towards(self.case, self.opened)


class AnswerSerializer(serializers.Serializer[Told]):
    """A question as it was asked, in the reader's language, and its answer."""

    question = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field's own label is something else
    value = serializers.JSONField(help_text="As it was given: a text, a number, a code, a list of codes …")
    lines = serializers.ListField(child=serializers.CharField(), help_text="The answer as a person reads it.")


class WordsSerializer(serializers.Serializer[Complaint]):
    """The citizen's words, as given. The identity is kept apart and is in no answer.

    What is hidden in the case is a bar for people of another partner.
    """

    narrative = serializers.SerializerMethodField()
    wish = serializers.SerializerMethodField()
    hidden_reasons = serializers.SerializerMethodField(
        help_text="Why something is hidden from you; empty where you read all of it."
    )
    happened_on = serializers.DateField(allow_null=True)
    received_at = serializers.DateTimeField()
    language = serializers.CharField()
    complainant_kind = serializers.CharField()
    channel = serializers.CharField()
    category = EntryField(Category, source="category_id")
    institution = EntryField(Institution, source="institution_id")
    place = EntryField(Place, source="place_id")
    contact_wish = serializers.CharField()
    contact_note = serializers.CharField()
    vulnerability = serializers.ListField(child=serializers.ChoiceField(choices=Vulnerability.choices))
    form = serializers.SerializerMethodField(
        help_text="Number of the form that it was filled in with; null where it came without one."
    )
    answers = serializers.SerializerMethodField(
        help_text="Answers to the form's own questions, as that form asked them."
    )

    @extend_schema_field(serializers.CharField())
    def get_narrative(self, complaint: Complaint) -> str:
        return annexes.shown(complaint.narrative, self._masks.of("narrative"))

    @extend_schema_field(serializers.CharField())
    def get_wish(self, complaint: Complaint) -> str:
        return annexes.shown(complaint.wish, self._masks.of("wish"))

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=HidingReason.choices)))
    def get_hidden_reasons(self, complaint: Complaint) -> list[str]:
        return self._masks.reasons

    @extend_schema_field(serializers.IntegerField(allow_null=True))
    def get_form(self, complaint: Complaint) -> int | None:
        version = form_with_id(str(complaint.form_id)) if complaint.form_id else None
        return version.number if version else None

    @extend_schema_field(AnswerSerializer(many=True))
    def get_answers(self, complaint: Complaint) -> Any:
        version = form_with_id(str(complaint.form_id)) if complaint.form_id else None
        told = answers_told(version.form, complaint.answers or {}) if version else ()
        shown: Any = [told_masked(one, self._masks) for one in told]
        return AnswerSerializer(shown, many=True).data

    @property
    def _masks(self) -> Masks:
        masks: Masks = self.context["masks"]
        return masks


class OpenedWordsSerializer(WordsSerializer):
    """The same for another partner: what was not agreed is null."""

    contact_wish: Any = serializers.SerializerMethodField()
    contact_note: Any = serializers.SerializerMethodField()
    vulnerability: Any = serializers.SerializerMethodField()

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_contact_wish(self, complaint: Complaint) -> str | None:
        return complaint.contact_wish if self._has(SharedField.CONTACT_WISH) else None

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_contact_note(self, complaint: Complaint) -> str | None:
        return complaint.contact_note if self._has(SharedField.CONTACT_WISH) else None

    @extend_schema_field(
        serializers.ListField(child=serializers.ChoiceField(choices=Vulnerability.choices), allow_null=True)
    )
    def get_vulnerability(self, complaint: Complaint) -> list[str] | None:
        return list(complaint.vulnerability) if self._has(SharedField.VULNERABILITY) else None

    def _has(self, field: SharedField) -> bool:
        opened: Opened = self.context["opened"]
        return opened.has(field)


WORDS_AS_SEEN = PolymorphicProxySerializer(
    component_name="WordsAsSeen",
    serializers=[WordsSerializer, OpenedWordsSerializer],
    resource_type_field_name=None,
)


def shown_words(case: Case, opened: Opened) -> dict[str, Any]:
    """The complaint's words, as far as they are open. Raises NotFound for what a hand-over left behind."""
    if case.complaint_id is None:
        raise NotFound()
    complaint = Complaint.objects.select_related("data_key__partner_key").get(pk=case.complaint_id)
    shape = WordsSerializer if opened.is_whole else OpenedWordsSerializer
    context = {"opened": opened, "masks": masks_towards(case, opened)}
    return dict(shape(complaint, context=context).data)


class ComplaintViewSet(CaseRoomViewSet):
    """The complaint behind a case."""

    queryset, serializer_class, pagination_class = Complaint.objects.none(), WordsSerializer, None
    field = SharedField.COMPLAINT

    @extend_schema(operation_id="cases_complaint_retrieve", responses={200: WORDS_AS_SEEN, **READ})
    def retrieve(self, request: Request, case_id: UUID) -> Response:
        """The citizen's words, as given. To another partner, what was not agreed is null, and what is hidden
        in the case a bar."""
        return Response(shown_words(self.case, self.opened))


class NoteSerializer(serializers.Serializer[Note]):
    """A remark of the partner's own people."""

    id = serializers.UUIDField()
    author = PersonField()
    text = serializers.CharField()
    created_at = serializers.DateTimeField()

    def to_representation(self, note: Note) -> dict[str, Any]:
        return shown_note(note)


def shown_note(note: Note) -> dict[str, Any]:
    """A note as the API shows it, field by field: REST framework would first copy its fields."""
    return {
        "id": str(note.pk),
        "author": shown_person(note.author.pk, note.author.name) if note.author else None,
        "text": note.text,
        "created_at": shown_moment(note.created_at),
    }


class NoteViewSet(ListModelMixin, CaseRoomViewSet):
    """Notes on a case; the complainant never sees them."""

    queryset, serializer_class = Note.objects.none(), NoteSerializer
    field = SharedField.NOTES

    def get_queryset(self) -> QuerySet[Note]:
        return self.case.notes.select_related("author", "data_key__partner_key")

    @extend_schema(operation_id="cases_notes_list", responses={200: NoteSerializer(many=True), **READ})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The notes, oldest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_notes_create", request=asked.NewNote, responses={201: NoteSerializer, **CREATE}
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Write a note."""
        note = work.add_note(case_id, **validated(asked.NewNote, request), actor=self.actor)
        return Response(NoteSerializer(note).data, status=201)


class LinkSerializer(serializers.Serializer[CaseLink]):
    """Another case that belongs with this one."""

    id = serializers.IntegerField()
    case = serializers.SerializerMethodField(help_text="Id of the other case.")
    reference = serializers.SerializerMethodField()
    created_at = serializers.DateTimeField()

    def _other(self, link: CaseLink) -> Case:
        return link.case if link.case_id != self.context["case"] else link.other

    def get_case(self, link: CaseLink) -> UUID:
        return self._other(link).pk

    def get_reference(self, link: CaseLink) -> str:
        return self._other(link).reference


class LinkViewSet(ListModelMixin, CaseRoomViewSet):
    """Cases that belong together. A linked case that you may not read is not shown."""

    queryset, serializer_class = CaseLink.objects.none(), LinkSerializer

    def get_queryset(self) -> QuerySet[CaseLink]:
        readable = Case.objects.readable_by(self.actor)
        links = CaseLink.objects.filter(
            Q(case=self.case, other__in=readable) | Q(other=self.case, case__in=readable)
        )
        return links.select_related("case", "other")

    def get_serializer_context(self) -> dict[str, Any]:
        return {"case": self.kwargs.get("case_id")}

    @extend_schema(operation_id="cases_links_list", responses={200: LinkSerializer(many=True), **READ})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The linked cases."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_links_create", request=asked.NewLink, responses={201: LinkSerializer, **CREATE}
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Link another case that you may read."""
        made = work.link(case_id, other_id=validated(asked.NewLink, request)["other"], actor=self.actor)
        return Response(LinkSerializer(made, context={"case": case_id}).data, status=201)

    @extend_schema(operation_id="cases_links_destroy", responses={204: None, **problems(401, 403, 404, 406)})
    def destroy(self, request: Request, case_id: UUID, link_id: int) -> Response:
        """Take the link away."""
        work.unlink(case_id, link_id=link_id, actor=self.actor)
        return Response(status=204)


class ConsentSerializer(serializers.Serializer[Consent]):
    """What the complainant agreed to."""

    id = serializers.UUIDField()
    purpose = serializers.ChoiceField(choices=Consent.Purpose.choices)
    institution = EntryField(Institution, source="institution_id")
    partner = serializers.SlugField(source="partner.slug", allow_null=True, default=None)
    manner = serializers.ChoiceField(choices=Consent.Manner.choices)
    language = serializers.CharField()
    text_version = serializers.CharField()
    given_at = serializers.DateTimeField()
    withdrawn_at = serializers.DateTimeField(allow_null=True)


class ByGiving(KeysetPagination):
    ordering = ("given_at", "pk")


class ConsentViewSet(ListModelMixin, CaseRoomViewSet):
    """What the complainant agreed to, and what was taken back."""

    queryset, serializer_class, pagination_class = Consent.objects.none(), ConsentSerializer, ByGiving

    def get_queryset(self) -> QuerySet[Consent]:
        return Consent.objects.filter(complaint=self.case.complaint_id).select_related("partner")

    @extend_schema(operation_id="cases_consents_list", responses={200: ConsentSerializer(many=True), **READ})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The consents, oldest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_consents_create",
        request=asked.NewConsent,
        responses={201: ConsentSerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Record a consent that the complainant gave you."""
        given = consents.record_given(case_id, **validated(asked.NewConsent, request), actor=self.actor)
        return Response(ConsentSerializer(given).data, status=201)

    @extend_schema(
        operation_id="cases_consents_withdraw",
        request=None,
        responses={200: ConsentSerializer, **problems(401, 403, 404, 406, 409)},
    )
    def withdraw(self, request: Request, case_id: UUID, consent_id: UUID) -> Response:
        """Record that the complainant took a consent back."""
        consent = consents.record_withdrawn(case_id, consent_id=consent_id, actor=self.actor)
        return Response(ConsentSerializer(consent).data)


class JudiciarySerializer(serializers.Serializer[JudiciaryDetail]):
    """What a judiciary case is about, without the person."""

    court = EntryField(Institution, source="court_id")
    instance: Any = serializers.CharField()
    matter = serializers.CharField()
    violation = serializers.CharField()
    stage_of_proceedings = serializers.CharField()
    case_number = serializers.CharField()
    months_pending = serializers.IntegerField(allow_null=True)
    next_hearing_on = serializers.DateField(allow_null=True)
    next_hearing_time = ClockTimeField(allow_null=True)


class JudiciaryWithPersonSerializer(JudiciarySerializer):
    """The same with the judge or prosecutor, for roles that read restricted persons."""

    person = serializers.CharField()


JUDICIARY_AS_SEEN = PolymorphicProxySerializer(
    component_name="JudiciaryAsSeen",
    serializers=[JudiciaryWithPersonSerializer, JudiciarySerializer],
    resource_type_field_name=None,
)


class JudiciaryViewSet(CaseRoomViewSet):
    """The judiciary detail of a case."""

    queryset, serializer_class, pagination_class = (
        JudiciaryDetail.objects.none(),
        JudiciaryWithPersonSerializer,
        None,
    )
    field = SharedField.JUDICIARY

    @extend_schema(
        operation_id="cases_judiciary_retrieve",
        parameters=[VERSION],
        responses={200: JUDICIARY_AS_SEEN, **READ},
    )
    def retrieve(self, request: Request, case_id: UUID) -> Response:
        """Court, instance, matter; the person only for some roles."""
        detail = JudiciaryDetail.objects.filter(case=self.case).select_related("data_key").first()
        if detail is None:
            raise NotFound()
        return self._answer(detail, self.case)

    @extend_schema(
        operation_id="cases_judiciary_update",
        parameters=[IF_MATCH, VERSION],
        request=asked.JudiciaryChanges,
        responses={
            200: JUDICIARY_AS_SEEN,
            **problems(400, 401, 403, 404, 406, 409, 412, 413, 415, 428),
        },
    )
    def partial_update(self, request: Request, case_id: UUID) -> Response:
        """Set what is known; If-Match takes the version of the case."""
        detail = validated(asked.JudiciaryChanges, request)
        case = work.set_judiciary(
            case_id, detail=detail, expected=expected_version(request), actor=self.actor
        )
        return self._answer(JudiciaryDetail.objects.select_related("data_key").get(case=case), case)

    def _answer(self, detail: JudiciaryDetail, case: Case) -> Response:
        reads_person = self.actor.may("read_restricted_persons", case.owner_id)
        shape = JudiciaryWithPersonSerializer if reads_person else JudiciarySerializer
        return Response(shape(detail).data, headers={"ETag": etag(case.version)})
