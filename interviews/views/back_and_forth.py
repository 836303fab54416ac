"""Whether somebody has anything to undo or to redo, for the two buttons."""

from __future__ import annotations

from django.contrib.auth.models import User

from interviews.models import Interview


def back_and_forth(interview: Interview, by: User) -> dict[str, bool]:
    """What the page shows at the buttons: two queries."""
    records = interview.records
    return {"can_undo": records.to_undo(by).exists(), "can_redo": records.to_redo(by).exists()}
