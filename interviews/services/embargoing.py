"""What was promised not to go out before a time waits; what readers have is corrected all the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from interviews.models import CorrectionKind, Interview
from interviews.moments import in_words
from interviews.services.correcting import Stated, last_publication, to_state
from interviews.services.errors import UnderEmbargo
from interviews.transcript.changes import Sort, TurnChange

_NEW_TO_READERS = frozenset({Sort.ADDED, Sort.RESTORED})


@dataclass(frozen=True, slots=True)
class Embargo:
    """A promise that is in force. ``new`` names the turns that readers of a public page do not have yet."""

    until: datetime
    is_public: bool
    new: tuple[str, ...]

    @property
    def holds_all(self) -> bool:
        """Whether nothing can go out, whatever is stated of it."""
        return not self.is_public or bool(self.new)


def embargo_on(
    interview: Interview, owing: Sequence[TurnChange], at: datetime | None = None
) -> Embargo | None:
    """The embargo that is in force at that time, or now. ``owing`` is what has changed for readers.

    Whoever promises silence about an interview that is out can only mean what is not out yet: a wrong word
    that everybody can read does harm as long as it stands, and mending it tells nobody anything new.
    """
    until = interview.embargo_until
    if until is None or not interview.is_embargoed(at):
        return None
    new = dict.fromkeys(change.where for change in owing if change.sort in _NEW_TO_READERS)
    return Embargo(until, interview.current_publication() is not None, tuple(new))


def refuse_embargoed(interview: Interview, stated: Collection[Stated], at: datetime | None = None) -> None:
    """Raises UnderEmbargo where something would go out before its time: all of an interview that is not
    public; of one that is, turns that readers do not have, and what is stated as an update."""
    if not interview.is_embargoed(at):
        return
    owing = to_state(last_publication(interview), interview, interview.transcript())
    embargo = embargo_on(interview, owing, at)
    if embargo is None:
        return
    why = f"This interview is under embargo until {in_words(embargo.until)}."
    if not embargo.is_public:
        raise UnderEmbargo(why)
    if embargo.new:
        raise UnderEmbargo(f"{why} Readers do not have {embargo.new[0]} yet.")
    if any(one.kind == CorrectionKind.UPDATE for one in stated):
        raise UnderEmbargo(f"{why} An update waits until then; a correction of what readers have does not.")
