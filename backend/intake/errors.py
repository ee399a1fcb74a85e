"""The rules of the door through which complaints come in."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, NotAllowed, TooMany


class UnknownFormKey(NotAllowed):
    """No running form has this key: it was mistyped, replaced, or its partner left the network."""

    code = "intake.unknown_form_key"
    title = _("This form is not in use any more. Please look for the organisation's present form.")


class SiteNotListed(NotAllowed):
    """The page is on a site that other partners have listed, and not the one whose form key it sends."""

    code = "intake.site_not_listed"
    title = _(
        "The organisation of this form has not let this web site in. Please use the form on its own site."
    )


class NobodyToCompare(Conflict):
    """Nothing is kept about an anonymous complainant, so that nobody can be told apart from a stranger."""

    code = "receipt.anonymous"
    title = _(
        "This complaint was made without a name, so nobody can check who is asking. Let the person file the "
        "complaint again and name the reference of the old one; then link the two cases."
    )


class CallerNotKnown(Conflict):
    code = "receipt.not_matched"
    title = _(
        "What the caller says does not agree with what is kept, or is not enough: at least two details have "
        "to agree. Which of them did not is told to nobody. Give no information about the complaint."
    )


class ComparedTooOften(TooMany):
    code = "receipt.compared_too_often"
    title = _("There were several wrong answers about this complaint today. Please try again tomorrow.")
