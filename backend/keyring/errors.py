"""What may stand between a reader and a sealed text."""

from django.utils.translation import gettext_lazy as _

from backend.common.crypto import SealBroken
from backend.common.errors import Problem

__all__ = ["KeyDestroyed", "RootKeyMissing", "SealBroken"]


class KeyDestroyed(Problem):
    """Erased: the key is gone, and the words with it."""

    status, code = 410, "key.destroyed"
    title = _("These words have been erased and cannot be brought back.")


class RootKeyMissing(Problem):
    """The key is wrapped by a root key that this installation was not given."""

    status, code = 500, "key.root_missing"
    title = _("The protected texts cannot be opened just now. The administrator has been told.")
