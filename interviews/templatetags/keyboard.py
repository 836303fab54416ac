"""The keys of a page: what its script binds, and the sheet that names them."""

from __future__ import annotations

from typing import Any

from django import template

from interviews.keyboard import Scope, bindings, commands, grouped

register = template.Library()


@register.inclusion_tag("desk/_keys.html")
def keys(scope: str) -> dict[str, Any]:
    """The bindings as data and the sheet, for one page."""
    where = Scope(scope)
    return {"bindings": bindings(where), "keys": grouped(commands(where))}
