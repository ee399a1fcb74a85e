"""`{% script "intake/leaving.js" %}`: the only way a page gets a script; its policy allows one then."""

from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def script(context: dict[str, Any], name: str) -> SafeString:
    """A script of ours that runs once the page is there."""
    # Read by the headers: a page without a script gets a policy without scripts.
    context["request"].has_scripts = True
    return format_html('<script src="{}" defer></script>', static(name))
