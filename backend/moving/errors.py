"""Why a partner cannot move out or in."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Problem


class ArchiveUnfit(Problem):
    """The file cannot be taken in; nothing was changed."""

    status, code = 409, "moving.archive_unfit"
    title = _("This archive cannot be taken in.")

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


class AlreadyHere(Problem):
    """A partner, a name or a prefix of the archive exists at this installation."""

    status, code = 409, "moving.already_here"
    title = _("What the archive holds is here already.")

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why
