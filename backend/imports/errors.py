"""Rules of imports that a request can break."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, Invalid


class ImportBusy(Conflict):
    code = "import.busy"
    title = _("Work on this import is going on. Wait until it is done, or stop it.")


class ImportWrongState(Conflict):
    """`state` says where it stands."""

    code = "import.wrong_state"
    title = _("This cannot be done with an import in this state.")


class ImportForgotten(Conflict):
    code = "import.forgotten"
    title = _("The file of this import is not kept any more. Send it again.")


class ImportNotMapped(Conflict):
    code = "import.not_mapped"
    title = _("First say which column is what.")


class ImportFaulty(Conflict):
    """`faulty` says how many rows have something wrong."""

    code = "import.faulty_rows"
    title = _("Some rows cannot be imported. Correct them, or say that they are left out.")


class NothingToUndo(Conflict):
    code = "import.nothing_to_undo"
    title = _("This import has no cases.")


def not_a_sheet() -> Invalid:
    """The file is something else than a spreadsheet."""
    return Invalid.field(
        "file", "file.not_a_sheet", _("This is no spreadsheet. Send a file of the kind XLSX, ODS or CSV.")
    )
