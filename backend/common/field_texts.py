"""What REST framework says of a field, collected for our catalogues: it knows neither Albanian nor Serbian.

Nothing calls this. The sentences are looked up by their English words, and ours are found first.
"""

from typing import Final

from django.utils.translation import gettext_noop as _

OF_REST_FRAMEWORK: Final = (
    _("This field is required."),
    _("This field may not be null."),
    _("This field may not be blank."),
    _("Must be a valid boolean."),
    _("Not a valid string."),
    _("Ensure this field has no more than {max_length} characters."),
    _("Ensure this field has no more than {max_length} elements."),
    _("Enter a valid email address."),
    _("This value does not match the required pattern."),
    _("Must be a valid UUID."),
    _("A valid integer is required."),
    _("Ensure this value is less than or equal to {max_value}."),
    _("Ensure this value is greater than or equal to {min_value}."),
    _("Date has wrong format. Use one of these formats instead: {format}."),
    _('"{input}" is not a valid choice.'),
    _('Expected a list of items but got type "{input_type}".'),
    _("This list may not be empty."),
    _("No file was submitted."),
    _("The submitted file is empty."),
)
