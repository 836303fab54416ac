"""How the fields of forms are drawn."""

from __future__ import annotations

from typing import Any

from django.forms import BoundField, Widget
from django.forms.renderers import DjangoTemplates


class Field(BoundField):
    """A field has the focus where what was sent in it was refused; of several, browsers take the first."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        drawn = super().build_widget_attrs(attrs, widget)
        return {**drawn, "autofocus": True} if self.errors else drawn


class Renderer(DjangoTemplates):
    """Django's own, with these fields."""

    bound_field_class = Field
