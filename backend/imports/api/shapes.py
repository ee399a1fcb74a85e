"""How imports look on the wire."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from backend.cases.api.fields import ChoiceOrNull, PersonField
from backend.imports.fields import ImportField
from backend.imports.models import ImportedCase, ImportProblem, ImportRun
from backend.imports.services.cells import DayOrder
from backend.imports.services.steps import Step, allowed_steps
from backend.imports.stages import ImportState, ProblemCode, StopReason, Unreadable

FIELDS = [(field.value, field.label) for field in ImportField]
ORDERS = [(order.value, order.value) for order in DayOrder]
HOLDS = [
    (one, one)
    for one in (
        "words",
        "date",
        "choice",
        "category",
        "institution",
        "place",
        "member",
        "amount",
        "word_list",
    )
]


class ImportProblemCountSerializer(serializers.Serializer[Any]):
    """How often something is wrong."""

    code = serializers.ChoiceField(choices=ProblemCode.choices)
    message = serializers.CharField()
    count = serializers.IntegerField()


class ImportProgressSerializer(serializers.Serializer[Any]):
    """How far the present or last work is."""

    done = serializers.IntegerField()
    total = serializers.IntegerField()


class ImportRunSerializer(serializers.Serializer[ImportRun]):
    """A spreadsheet on its way in."""

    id = serializers.UUIDField()
    partner = serializers.SlugField(source="partner.slug")
    created_by = PersonField()
    created_at = serializers.DateTimeField()
    state = serializers.ChoiceField(choices=ImportState.choices)
    unreadable = ChoiceOrNull(Unreadable.choices, help_text="Why the file could not be read.")
    stopped_because = ChoiceOrNull(StopReason.choices)
    file_name = serializers.SerializerMethodField(help_text="Null once the file was destroyed.")
    row_count = serializers.IntegerField()
    progress = serializers.SerializerMethodField()
    mapped = serializers.SerializerMethodField(help_text="Somebody said which column is what.")
    imported = serializers.IntegerField(help_text="Cases that this file has made and that are there.")
    already_there = serializers.IntegerField(
        help_text="Rows that were imported before; they are passed over."
    )
    faulty = serializers.IntegerField(help_text="Rows that cannot become cases.")
    undone = serializers.IntegerField()
    problem_counts = serializers.SerializerMethodField(help_text="What is wrong, the most frequent first.")
    allowed_steps = serializers.SerializerMethodField()
    finished_at = serializers.DateTimeField(allow_null=True)
    forgotten_at = serializers.DateTimeField(allow_null=True, help_text="When the file was destroyed.")
    version = serializers.IntegerField()

    def get_file_name(self, run: ImportRun) -> str | None:
        return None if run.forgotten_at else str(run.file_name)

    def get_mapped(self, run: ImportRun) -> bool:
        return run.forgotten_at is None and bool(run.mapping)

    @extend_schema_field(ImportProgressSerializer)
    def get_progress(self, run: ImportRun) -> dict[str, int]:
        total = run.imported if run.state == ImportState.UNDOING else run.row_count
        return {"done": min(run.rows_done, total), "total": total}

    @extend_schema_field(ImportProblemCountSerializer(many=True))
    def get_problem_counts(self, run: ImportRun) -> list[dict[str, Any]]:
        ranked = sorted(run.problem_counts.items(), key=lambda item: (-item[1], item[0]))
        return [
            {"code": code, "message": str(ProblemCode(code).label), "count": count} for code, count in ranked
        ]

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=Step.choices)))
    def get_allowed_steps(self, run: ImportRun) -> list[str]:
        return [step.value for step in allowed_steps(run)]


class ImportTargetChoiceSerializer(serializers.Serializer[Any]):
    """A code that a field takes."""

    code = serializers.CharField()
    name = serializers.CharField()


class ImportTargetSerializer(serializers.Serializer[Any]):
    """A field that a column can become."""

    field = serializers.ChoiceField(choices=FIELDS)
    name = serializers.CharField()
    holds = serializers.ChoiceField(choices=HOLDS)
    required = serializers.BooleanField(  # type: ignore[assignment]  # the base class has the name, too
        help_text="Every row needs it: in a column or the same for all."
    )
    joins = serializers.BooleanField(help_text="Several columns may be put together in it.")
    constant = serializers.BooleanField(help_text="It may be the same for all rows.")
    longest = serializers.IntegerField(allow_null=True)
    choices = ImportTargetChoiceSerializer(many=True, help_text="Empty where there is another list of codes.")


class ImportColumnSerializer(serializers.Serializer[Any]):
    """A column of the file, with its first cells."""

    column = serializers.IntegerField()
    name = serializers.CharField(allow_blank=True)
    samples = serializers.ListField(child=serializers.CharField())
    filled = serializers.IntegerField(help_text="In how many rows something stands.")
    has_values = serializers.BooleanField(help_text="Few enough different values to give each a meaning.")
    suggestion = serializers.ChoiceField(choices=FIELDS, allow_null=True)
    order = serializers.ChoiceField(choices=ORDERS, allow_null=True)


class ImportMeaningSerializer(serializers.Serializer[Any]):
    """What a value stands for."""

    value = serializers.CharField()
    code = serializers.CharField(allow_blank=True, help_text="Empty: the cell counts as empty.")


class ImportMappedColumnSerializer(serializers.Serializer[Any]):
    """What a column is."""

    column = serializers.IntegerField()
    field = serializers.ChoiceField(choices=FIELDS)
    order = serializers.ChoiceField(choices=ORDERS, allow_null=True)
    prefix = serializers.CharField(allow_blank=True)
    meanings = ImportMeaningSerializer(many=True)


class ImportConstantSerializer(serializers.Serializer[Any]):
    """The same for all rows in which nothing else stands."""

    field = serializers.ChoiceField(choices=FIELDS)
    value = serializers.CharField()


class ImportMappingSerializer(serializers.Serializer[Any]):
    """Which column is what."""

    columns = ImportMappedColumnSerializer(many=True)
    constants = ImportConstantSerializer(many=True)


class ImportColumnsSerializer(serializers.Serializer[Any]):
    """What was read, what it looks like, what was said of it, and what it can become."""

    sheets = serializers.ListField(child=serializers.CharField())
    sheet = serializers.IntegerField()
    header_row = serializers.IntegerField()
    encoding = serializers.CharField(allow_blank=True)
    delimiter = serializers.CharField(allow_blank=True)
    columns = ImportColumnSerializer(many=True)
    mapping = ImportMappingSerializer()
    targets = ImportTargetSerializer(many=True)


class ImportValueSerializer(serializers.Serializer[Any]):
    """A value of a column."""

    value = serializers.CharField()
    count = serializers.IntegerField()
    understood = serializers.CharField(allow_null=True, help_text="The code that is called exactly this.")
    suggestions = ImportTargetChoiceSerializer(many=True)


class ImportValuesSerializer(serializers.Serializer[Any]):
    """The values of a column; null where there are too many to give each a meaning."""

    values = ImportValueSerializer(many=True, allow_null=True)


class ImportProblemSerializer(serializers.Serializer[ImportProblem]):
    """What is wrong with one cell."""

    row = serializers.IntegerField(help_text="As the sheet numbers it.")
    column = serializers.IntegerField(allow_null=True)
    field = ChoiceOrNull(FIELDS)
    code = serializers.ChoiceField(choices=ProblemCode.choices)
    message = serializers.SerializerMethodField()
    value = serializers.CharField()

    def get_message(self, problem: ImportProblem) -> str:
        return str(ProblemCode(problem.code).label)


class ImportLeftCaseSerializer(serializers.Serializer[ImportedCase]):
    """A case that stayed, because somebody has worked on it."""

    row = serializers.IntegerField()
    case = serializers.UUIDField(source="case_id")
    reference = serializers.CharField(source="case.reference")
