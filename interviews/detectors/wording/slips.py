"""Which doublings of words are slips: what grammar and emphasis double on purpose is left out."""

from __future__ import annotations

import re

from interviews.detectors.wording.grown import grown_lines
from interviews.detectors.wording.looping import loops_in
from interviews.detectors.wording.repetition import Repetition, said_again
from interviews.detectors.wording.spoken_english import FUNCTION_WORDS, JOINING, SPOKEN_TWICE
from interviews.detectors.wording.stumbles import between_copies, is_emphatic
from interviews.text.words import Word

_MOST = 3  # copies of a slip
SENTENCE = 6  # words from which what begins with a capital and ends with a mark is a sentence
# A content word with its preposition behind it: "a handful, handful of". Alone it was not finished.
_BOUND = re.compile(r"\s+(?:of|to|by)\b")
_LONG_SERIES = 4  # words up to which a phrase is a series as soon as a joining word ends it
_OPEN_END = re.compile(r"\s*(?:[.?!…]|[–—-]\s|$)")
# One clause ends with these and the next begins with them: "when I cut it, it bled".
_ENDS_AND_BEGINS = frozenset(
    "it this that you we them her these those one some just when about after on in for with from at by over "
    "through under".split()
)
# Without a comma too: "what it is is", "they come in in spring", "they went on on foot", "fill it it leaks".
_RIGHT_TWICE = frozenset("is in on it".split())
# At the start of a sentence that goes on these are doubled by a slip: "There there was", "It it can be".
# Alone they are right: "There, there", "What? What?"
_BEGIN_ONCE = frozenset("there here what where who how why when that is in on it".split())
# "What would it it look like?": behind these the clause has its verb, and "it" ends nothing.
_ASKS_WITH = re.compile(
    r"\b(?:do|does|did|will|would|can|could|shall|should|may|might|must) $", re.IGNORECASE
)
# "What he did did surprise me."
_DONE = frozenset(("do", "does", "did"))
_CLAUSE = 40  # characters in which the clause begins
_OF_WHAT = re.compile(r"\b(?:what|whatever|all|everything|how|who|whoever)\b[^.?!;:]*$", re.IGNORECASE)
# "Half of the people we lose, we lose in a week": the clause begins before the phrase.
_SUBJECTS = frozenset("i you he she it we they".split())
_LEADING = frozenset("what when if that where those these".split())
_WORD_BEFORE = re.compile(r"(\w+) $")
_AS_WELL = re.compile(r" (?:as well|too|also|either|again)\b")
_LEADS_IN = FUNCTION_WORDS | JOINING | {"so", "well"}


def slips_in(text: str, shortest: int, longest: int) -> list[tuple[tuple[Word, ...], Repetition]]:
    """The phrases of a text that are doubled by a slip, each with its own words."""
    slips = [
        (said, run)
        for said, run in said_again(text)
        if run.copies <= _MOST and shortest <= run.period <= longest and _is_slip(text, said, run)
    ]
    if not slips:
        return slips
    told = [*(loop.whole for loop in loops_in(text)), *grown_lines(text)]
    return [slip for slip in slips if not any(span.overlaps(slip[0][0].span) for span in told)]


def lost_its_stop(text: str, words: tuple[Word, ...], run: Repetition) -> bool:
    """Whether a whole sentence stands twice and the mark between is lost: nobody stumbles with a capital."""
    if run.copies != 2 or run.period < SENTENCE or between_copies(text, words, run):
        return False
    first, second = words[run.start], words[run.start + run.period]
    last = words[run.start + 2 * run.period - 1]
    return (
        first.written == second.written
        and first.written[0].isupper()
        and text[: first.start].rstrip()[-1:] in ("", *'.?!…:”"')
        and text[last.end : last.end + 1] in ("", *".?!…")
    )


def _is_slip(text: str, words: tuple[Word, ...], run: Repetition) -> bool:
    between = between_copies(text, words, run)
    if between not in ("", ",") or (between and is_emphatic(text, words, run)):
        return False
    if lost_its_stop(text, words, run):
        return False  # told as a sentence
    copy = words[run.start : run.start + run.period]
    if run.period == 1:
        end = words[run.end - 1].end
        if copy[0].folded not in FUNCTION_WORDS and _OPEN_END.match(text, end):
            return False  # "Promises promises.": for effect
        return _is_doubled_word(text, copy[0], words[run.start + 1], between)
    if between and _says_it_of_another(text, words, run):
        return False
    folded = [word.folded for word in copy]
    begins_a_third = run.end - run.start > 2 * run.period
    if (
        (folded[-1] in JOINING and (begins_a_third or run.period < _LONG_SERIES))
        or (
            run.period == 2 and (folded[0] in JOINING or (run.end - run.start) % 2)
        )  # "gem after gem after gem"
        or "blah" in folded
        or all(word in SPOKEN_TWICE or word.isdigit() for word in folded)
    ):
        return False
    again = words[run.start + run.period : run.start + 2 * run.period]
    return _one_clause(text, copy, between) and _one_clause(text, again, between)


def _is_doubled_word(text: str, first: Word, second: Word, between: str) -> bool:
    word = first.folded
    goes_on = not between and _goes_on(text, second)
    if goes_on and "\n" in text[first.end : second.start]:
        return True
    if goes_on and word in _BEGIN_ONCE and _begins_sentence(text, first):
        return True
    if goes_on and word == "it" and _ASKS_WITH.search(text, max(0, first.start - 8), first.start):
        return True
    if word in (_ENDS_AND_BEGINS if between else _RIGHT_TWICE) and not (between and _begins(text, first)):
        return False
    if not between and word in _DONE and _OF_WHAT.search(text, max(0, first.start - _CLAUSE), first.start):
        return False
    if word in SPOKEN_TWICE or any(map(str.isdigit, word)) or (len(word) == 1 and word not in ("a", "i")):
        return False
    if first.written[0].isupper() and second.written[0].isupper() and word not in FUNCTION_WORDS:
        return False  # a name: "Duran Duran"
    if not between or word in FUNCTION_WORDS:
        return True
    return _BOUND.match(text, second.end) is not None and not _begins(text, first)


def _says_it_of_another(text: str, words: tuple[Word, ...], run: Repetition) -> bool:
    """Whether both copies are whole: "those we lose, we lose at once", "that is red, that is red as well"."""
    start, end = words[run.start].start, words[run.end - 1].end
    if _AS_WELL.match(text, end):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - _CLAUSE), start)
    return (
        words[run.start].folded in _SUBJECTS
        and before is not None
        and (before[1].lower() in _LEADING or before[1].lower() not in _LEADS_IN)
    )


def _goes_on(text: str, second: Word) -> bool:
    """Whether a sentence goes on behind a copy in small letters: "There there was", not "There, there."."""
    rest = text[second.end : second.end + 2]
    return second.written[0].islower() and rest[:1].isspace() and rest[1:].isalnum()


def _begins_sentence(text: str, word: Word) -> bool:
    """Whether a word with a capital stands at the start, or behind the end of a sentence."""
    return word.written[0].isupper() and text[: word.start].rstrip()[-1:] in ("", *'.?!…:”"')


def _begins(text: str, word: Word) -> bool:
    """Whether nothing stands before a word in its clause: one word alone is no clause that could end."""
    return not text[max(0, word.start - 3) : word.start].rstrip()[-1:].isalnum()


def _one_clause(text: str, copy: tuple[Word, ...], between: str) -> bool:
    """Whether nothing ends inside the copy: "I see. Well I see. Well" is two remarks, not a slip."""
    inside = text[copy[0].start : copy[-1].end]
    return not any(mark in inside for mark in ".?!…:;\n") and (
        bool(between) or not any(m in inside for m in ",–—")
    )
