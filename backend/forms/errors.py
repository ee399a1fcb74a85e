"""The rules of forms that a request can break."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict


class NoDraft(Conflict):
    code = "form.no_draft"
    title = _("There is no draft of the form. Write one first.")


class FormOutdated(Conflict):
    """The form was replaced more than a day ago."""

    code = "form.outdated"
    title = _("This form was replaced by a newer one. Load the present form and ask again.")
