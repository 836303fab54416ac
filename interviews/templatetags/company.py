"""Who else is at an interview, for the page that opens it."""

from __future__ import annotations

from typing import Any

from django import template

from interviews.models import Interview
from interviews.views.here import company
from interviews.views.stamps import stamp_of

register = template.Library()


@register.inclusion_tag("editor/_here.html", takes_context=True)
def here(context: dict[str, Any], interview: Interview) -> dict[str, Any]:
    """The others, and the form by which the page asks for what is new."""
    with_me = company(context["request"], interview)
    return {"interview": interview, "company": with_me, "stamp": stamp_of(interview)}
