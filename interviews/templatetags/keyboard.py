"""The keys of a page: what its script binds, the sheet that names them, and the caps beside what they do."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import RequestContext
from django.utils.html import format_html
from django.utils.safestring import SafeString

from interviews.keyboard import Scope, bindings, caps, commands, grouped
from interviews.models.key_choice import chosen_keys

register = template.Library()


@register.inclusion_tag("desk/_keys.html", takes_context=True)
def keys(context: RequestContext, scope: str) -> dict[str, Any]:
    """The bindings as data and the sheet, for one page."""
    where, chosen = Scope(scope), _chosen(context)
    return {"bindings": bindings(where, chosen), "keys": grouped(commands(where, chosen))}


@register.simple_tag(takes_context=True)
def cap(context: RequestContext, command: str) -> SafeString:
    """The key of a command beside what it does; screen readers hear of it on the sheet."""
    return format_html('<kbd aria-hidden="true">{}</kbd>', caps(_chosen(context))[command])


def _chosen(context: RequestContext) -> dict[str, str]:
    """Asked for once in a request, however many caps a page shows."""
    request: Any = context.request
    if not hasattr(request, "chosen_keys"):
        request.chosen_keys = chosen_keys(request.user)
    found: dict[str, str] = request.chosen_keys
    return found
