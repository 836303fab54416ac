"""Every reader, in the order in which a tie is settled."""

from __future__ import annotations

from interviews.formats.base import ImportProblem, Reader
from interviews.formats.markdown import Markdown
from interviews.formats.plain import Plain

READERS: tuple[Reader, ...] = (Markdown(), Plain())


def reader(format_id: str) -> Reader:
    """The reader with that id. Raises ImportProblem where there is none."""
    for one in READERS:
        if one.id == format_id:
            return one
    known = ", ".join(one.id for one in READERS)
    raise ImportProblem(f"There is no format “{format_id[:40]}”. Known are: {known}.")
