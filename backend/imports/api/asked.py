"""What requests about imports say."""

from rest_framework import serializers

from backend.common.api import StrictSerializer
from backend.files.api.uploads import UploadField
from backend.imports.api.shapes import FIELDS, ORDERS
from backend.imports.reading.limits import DELIMITERS, ENCODINGS, MOST_COLUMNS, MOST_ROWS
from backend.imports.services.mapping import LONGEST_PREFIX
from backend.imports.services.problem_sheets import KINDS
from backend.imports.services.unpacking import LONGEST_VALUE, MOST_VALUES

SHEET_KINDS = [(kind, kind) for kind in KINDS]
LETTERS = [(one, one) for one in ENCODINGS]
SIGNS = [(one, one) for one in DELIMITERS]


class NewImport(StrictSerializer):
    """A spreadsheet of at most 60 MB, for one of the partners that you keep."""

    partner = serializers.CharField(max_length=40)
    file = UploadField()


class ImportListQuery(StrictSerializer):
    """How the list is narrowed."""

    partner = serializers.CharField(required=False, max_length=40)
    cursor = serializers.CharField(required=False, max_length=500)
    page_size = serializers.IntegerField(required=False, min_value=1, max_value=200, default=50)


class ImportReading(StrictSerializer):
    """How the file is to be read; what is left out is found out from the file."""

    sheet = serializers.IntegerField(required=False, min_value=0, max_value=1_000)
    header_row = serializers.IntegerField(required=False, min_value=1, max_value=MOST_ROWS)
    encoding = serializers.ChoiceField(required=False, choices=LETTERS)
    delimiter = serializers.ChoiceField(required=False, choices=SIGNS)


class MeaningAsked(StrictSerializer):
    """What a value stands for; an empty code: for nothing."""

    # As it stands in the file, blanks and all.
    value = serializers.CharField(max_length=LONGEST_VALUE, trim_whitespace=False)
    code = serializers.CharField(max_length=100, allow_blank=True)


class MappedColumnAsked(StrictSerializer):
    """What a column is."""

    column = serializers.IntegerField(min_value=0, max_value=MOST_COLUMNS - 1)
    field = serializers.ChoiceField(choices=FIELDS)
    order = serializers.ChoiceField(
        choices=ORDERS, required=False, help_text="Of day, month and year, where all are numbers."
    )
    prefix = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=LONGEST_PREFIX,
        help_text="Of `external_id`: put before each number, where numbers begin anew in every file.",
    )
    meanings = MeaningAsked(many=True, required=False, max_length=MOST_VALUES)  # type: ignore[call-arg]  # a list's


class ConstantAsked(StrictSerializer):
    """The same for all rows in which nothing else stands. Days are written year-month-day."""

    field = serializers.ChoiceField(choices=FIELDS)
    value = serializers.CharField(max_length=4_000)


class MappingAsked(StrictSerializer):
    """Which column is what. Columns that are not named are left out."""

    columns = MappedColumnAsked(many=True, max_length=MOST_COLUMNS)  # type: ignore[call-arg]  # a list's
    constants = ConstantAsked(many=True, max_length=len(FIELDS))  # type: ignore[call-arg]  # a list's


class ImportStart(StrictSerializer):
    """Whether rows in which something is wrong may be left out."""

    leave_out_faulty = serializers.BooleanField(required=False, default=False)


class ImportValuesQuery(StrictSerializer):
    """For which field the values are looked up; without one they are only counted."""

    field = serializers.ChoiceField(choices=FIELDS, required=False)


class ProblemSheetAsked(StrictSerializer):
    """Which kind of file."""

    kind = serializers.ChoiceField(choices=SHEET_KINDS)
