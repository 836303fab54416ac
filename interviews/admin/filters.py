"""Filters of lists that speak in words, where Django’s own would show ids, “Empty” and “Not empty”."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest


class WordsFilter(SimpleListFilter):
    """The values of a field that there are, in words and by them."""

    def lookups(self, _request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        rows = model_admin.model._default_manager.order_by()
        values = rows.values_list(self.parameter_name, flat=True).distinct()
        return sorted(((one, self.in_words(one)) for one in values), key=lambda pair: pair[1].casefold())

    def queryset(self, _request: HttpRequest, rows: QuerySet[Model]) -> QuerySet[Model]:
        return rows.filter(**{str(self.parameter_name): self.value()}) if self.value() else rows

    def in_words(self, value: str) -> str:
        raise NotImplementedError


class WhetherFilter(SimpleListFilter):
    """What something is before a field is filled, and after."""

    parameter_name = "is"
    before: ClassVar[str]
    after: ClassVar[str]
    is_before: ClassVar[Q]

    def lookups(self, _request: HttpRequest, _admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        return [("before", self.before), ("after", self.after)]

    def queryset(self, _request: HttpRequest, rows: QuerySet[Model]) -> QuerySet[Model]:
        match self.value():
            case "before":
                return rows.filter(self.is_before)
            case "after":
                return rows.exclude(self.is_before)
        return rows
