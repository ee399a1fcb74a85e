"""Why a request with an Idempotency-Key is not carried out."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, Problem


class InvalidKey(Problem):
    status, code = 400, "idempotency.invalid_key"
    title = _("An Idempotency-Key is 1 to 255 printable ASCII characters, best a random UUID.")


class KeyReused(Problem):
    """A new request needs a new key; answering with the old request's result would hide a mistake."""

    status, code = 422, "idempotency.key_reused"
    title = _("This Idempotency-Key was used for another request. Send a new key with a new request.")


class InProgress(Conflict):
    """Nothing was done; the same request may be sent again and will then get the first one's answer."""

    code = "idempotency.in_progress"
    title = _("The same request is still being carried out. Please send it again in a moment.")
    retry_after = 2
