"""Edits as plain JSON values and back, for the history and for a flag's fixes."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from interviews.transcript import edits as kinds
from interviews.transcript.edits import Edit
from interviews.transcript.turns import Turn, turn_from_data, turn_to_data

_BY_NAME: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        kinds.SetText,
        kinds.SplitTurn,
        kinds.MergeTurns,
        kinds.MoveTurn,
        kinds.SetSpeaker,
        kinds.RenameSpeaker,
        kinds.DescribeSpeaker,
        kinds.SetAside,
        kinds.Restore,
        kinds.InsertTurn,
        kinds.RemoveTurn,
        kinds.SetTimes,
    )
}


def edit_to_data(edit: Edit) -> dict[str, Any]:
    """``{"edit": "SetText", …}`` with the edit's fields beside its name."""
    data: dict[str, Any] = {"edit": type(edit).__name__}
    for field in fields(edit):
        value = getattr(edit, field.name)
        if isinstance(value, Turn):
            value = turn_to_data(value)
        elif isinstance(value, tuple):
            value = list(value)
        data[field.name] = value
    return data


def edit_from_data(data: dict[str, Any]) -> Edit:
    """The inverse of ``edit_to_data``. Raises KeyError for an edit that is not known."""
    kind = _BY_NAME[data["edit"]]
    values: dict[str, Any] = {}
    for field in fields(kind):
        value = data[field.name]
        if isinstance(value, dict):
            value = turn_from_data(value)
        elif isinstance(value, list):
            value = tuple(value)
        values[field.name] = value
    edit: Edit = kind(**values)
    return edit
