"""Ids of elements that are named after what people wrote."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def anchor(written: str) -> str:
    """Letters and digits only, others for other texts: a script looks an id up as a selector ("#…")."""
    return written.encode().hex()
