"""What readers are told of how a transcript was edited, in a sentence below it.

A publication keeps what was done as counted kinds, so that the sentence comes in whatever language the site
has by now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from django.utils.translation import gettext, ngettext_lazy, pgettext_lazy

from interviews.detectors.kinds import Kind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Later

Counted: TypeAlias = Sequence[Any]  # a kind, or one of the following, and how often
BY_HAND = "by hand"
RENAMED = "renamed"
GIVEN = "given to another"
_ALIKE: Mapping[str, str] = {Kind.NEAR_DUPLICATE_TURN: Kind.EXACT_DUPLICATE_TURN}  # one thing for a reader
# One and many, for a sentence that starts "This transcript was edited."
_SAID: Mapping[str, Later] = {
    Kind.EXACT_DUPLICATE_TURN: ngettext_lazy(
        "a turn that stood twice was removed", "%(number)s turns that stood twice were removed", "n"
    ),
    Kind.DUPLICATE_BLOCK: ngettext_lazy(
        "a passage that stood twice was removed", "%(number)s passages that stood twice were removed", "n"
    ),
    Kind.DUPLICATE_SENTENCE: ngettext_lazy(
        "a sentence that stood twice was removed", "%(number)s sentences that stood twice were removed", "n"
    ),
    Kind.DOUBLED_PHRASE: ngettext_lazy(
        "doubled words were removed in one place", "doubled words were removed in %(number)s places", "n"
    ),
    Kind.REPEATED_CLOSING: ngettext_lazy(
        "a repeated closing was removed", "%(number)s repeated closings were removed", "n"
    ),
    Kind.REPEATED_QUESTION: ngettext_lazy(
        "a repeated question was settled", "%(number)s repeated questions were settled", "n"
    ),
    Kind.ASR_LOOP: ngettext_lazy(
        "a recogniser’s loop was removed", "%(number)s recogniser’s loops were removed", "n"
    ),
    Kind.WINDOW_OVERLAP: ngettext_lazy("an overlap was trimmed", "%(number)s overlaps were trimmed", "n"),
    Kind.ECHOED_TURN: ngettext_lazy(
        "an echoed line was removed", "%(number)s echoed lines were removed", "n"
    ),
    Kind.ROLLING_CAPTIONS: ngettext_lazy(
        "a run of rolling captions was reduced", "%(number)s runs of rolling captions were reduced", "n"
    ),
    Kind.ORPHAN_FRAGMENT: ngettext_lazy(
        "a sentence fragment was removed", "%(number)s sentence fragments were removed", "n"
    ),
    Kind.TRUNCATED_TURN: ngettext_lazy(
        "a broken-off turn was mended", "%(number)s broken-off turns were mended", "n"
    ),
    Kind.MOJIBAKE: ngettext_lazy(
        "wrongly decoded letters were restored in one place",
        "wrongly decoded letters were restored in %(number)s places",
        "n",
    ),
    Kind.GARBLED_WORDS: ngettext_lazy(
        "a garbled word was corrected", "%(number)s garbled words were corrected", "n"
    ),
    Kind.MISMATCHED_QUOTES_BRACKETS: ngettext_lazy(
        "a quotation mark or bracket was matched", "%(number)s quotation marks or brackets were matched", "n"
    ),
    Kind.SPEAKER_DRIFT: ngettext_lazy(
        "a speaker’s label was unified", "%(number)s speakers’ labels were unified", "n"
    ),
    Kind.MISSING_SPEAKER: ngettext_lazy("a speaker was added", "%(number)s speakers were added", "n"),
    Kind.MISPLACED_METADATA: ngettext_lazy(
        "a line that is not speech was removed", "%(number)s lines that are not speech were removed", "n"
    ),
    Kind.PHANTOM_PHRASE: ngettext_lazy(
        "a phrase that nobody said was removed", "%(number)s phrases that nobody said were removed", "n"
    ),
    Kind.LOWER_CASE_START: ngettext_lazy(
        "a sentence had its first letter restored",
        "%(number)s sentences had their first letter restored",
        "n",
    ),
    Kind.TIME_FAULT: ngettext_lazy(
        "an impossible time was corrected", "%(number)s impossible times were corrected", "n"
    ),
    BY_HAND: ngettext_lazy("a turn was edited by hand", "%(number)s turns were edited by hand", "n"),
    RENAMED: ngettext_lazy(
        "a speaker is named otherwise throughout", "%(number)s speakers are named otherwise throughout", "n"
    ),
    GIVEN: ngettext_lazy(
        "a turn was given to another speaker", "%(number)s turns were given to another speaker", "n"
    ),
}
TOLD = frozenset({*_SAID, *_ALIKE})
_NUMBERS = (
    pgettext_lazy("number of changes", "two"),
    pgettext_lazy("number of changes", "three"),
    pgettext_lazy("number of changes", "four"),
    pgettext_lazy("number of changes", "five"),
    pgettext_lazy("number of changes", "six"),
    pgettext_lazy("number of changes", "seven"),
    pgettext_lazy("number of changes", "eight"),
    pgettext_lazy("number of changes", "nine"),
    pgettext_lazy("number of changes", "ten"),
)


def note(edited: Iterable[Counted]) -> str:
    """The sentence; empty where nothing was done."""
    counts: Counter[str] = Counter()
    for kind, times in edited:
        counts[_ALIKE.get(kind, kind)] += times
    told = [_SAID[kind] % {"n": n, "number": _in_words(n)} for kind, n in counts.items() if kind in _SAID]
    if not told:
        return ""
    return gettext("This transcript was edited: %(changes)s.") % {"changes": in_a_row(told)}


def in_a_row(parts: Sequence[str]) -> str:
    """Parts of a sentence behind each other, such as "Ada, Bo and Cy"."""
    if len(parts) < 2:
        return "".join(parts)
    told = {"first": ", ".join(parts[:-1]), "last": parts[-1]}
    return gettext("%(first)s and %(last)s") % told


def _in_words(number: int) -> str:
    return str(_NUMBERS[number - 2]) if 2 <= number <= 10 else str(number)
