"""Two labels: whether one is the other written otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from interviews.text.folding import fold_word
from interviews.text.placeholders import PART

_TITLES = frozenset(
    "dr doctor prof professor mr mrs ms miss mx sir dame lord lady senator sen rep representative "
    "president minister secretary judge justice captain capt general gen colonel col sgt father sister "
    "brother rev pastor herr frau monsieur madame señor señora dott mme mlle".split()
)
# "Ms" may be either of the others.
_FORMS_OF_ADDRESS = frozenset("mr mrs miss herr frau monsieur madame mme mlle señor señora".split())
# What is put behind a name: the part that somebody has, or a number that a program gave a second label.
_ROLE = re.compile(r"\s*(?:[,/–—-]\s*|[(\[]\s*)(?P<role>[^\W\d_]+(?:[ -][^\W\d_]+)?)\s*[)\]]?$")
_ROLES = PART | frozenset(
    "co-host cohost presenter anchor chair author chairman chairwoman interviewee producer speaking "
    "gastgeber gast moderation moderator moderatorin animateur animatrice invité invitée presentador "
    "presentadora invitado invitada".split()
)
# What a meeting's program calls a second device: "Ruth Calloway's iPad".
_DEVICE = re.compile(
    r"['’]s?\s(?:i(?:phone|pad|mac)|macbook|(?:lap|desk)top|phone|tablet|android|galaxy|computer|pc|chromebook)"
    r"\b[\w ]{0,12}$",
    re.IGNORECASE,
)
# Whom a question is from stands in brackets behind the word for it: "FRAGE (RADIO ACHT)", "Q (BBC)".
_ASKED_BY = re.compile(
    r"(?:q|questions?|frage|pregunta|domanda)\s*[(\[]\s*(?P<by>[^()\[\]]+?)\s*[)\]]", re.IGNORECASE
)
ADDED = "something was added to the name"
PART_ADDED = "the part that the person has was added"
TIME_ADDED = "a time was added"
_NUMBER = re.compile(r"[\s_#(\[-]*\d{1,2}(?::\d{2}){0,2}[)\]]?$")
# How a scanner reads the letters of questions and answers.
SCANNED = {("o", "q"), ("0", "q"), ("4", "a")}
# What stands over one question or answer where the others have a letter.
SPELT_OUT = {("question", "q"), ("answer", "a"), ("frage", "f"), ("antwort", "a"), ("réponse", "r")}
# Digits that a scanner, or a hand, puts for letters: "Stac0viak", "L1vera".
_DIGITS = str.maketrans("015", "ols")
_DIGITS_TOO = str.maketrans("015", "ois")
_DIGIT_IN_WORD = re.compile(r"[^\W\d_]\d[^\W\d_]")
_NOT_PLAIN = re.compile(r"[^a-z]+")
_INITIALS = 3  # letters of a label that is somebody's initials
_NAME = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@lru_cache(maxsize=1024)  # every two labels are compared
def names_of(label: str) -> tuple[str, ...]:
    """The names of a label, folded; "Livera, Stephan" as "stephan livera"."""
    last, comma, first = label.partition(",")
    return tuple(fold_word(name) for name in _NAME.findall(f"{first} {last}" if comma else label))


def unpadded(names: Sequence[str]) -> tuple[str, ...]:
    """The names with numbers as they count: "Speaker_01" is "Speaker 1"."""
    return tuple(str(int(name)) if name.isdecimal() else name for name in names)


def numbers_of(label: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d{1,9}", label)]


def why_added(rare: str, main: str) -> str:
    """What was put behind a person's label, if the rest is the same; empty where it is another label."""
    names = names_of(main)
    device = _DEVICE.search(rare)
    owner = names_of(rare[: device.start()]) if device else ()
    if owner and names[-len(owner) :] == owner and (len(owner) > 1 or owner == names):
        return "it is the name of a device"
    if not names or not PART.isdisjoint(names) or numbers_of(main):
        return ""
    role = _ROLE.search(rare)
    if role and names_of(rare[: role.start()]) == names:
        # Of two people who share a first name a word in brackets tells which one is meant.
        if role["role"].lower() in _ROLES:
            return PART_ADDED
        if len(names) > 1:
            return ADDED
    number = _NUMBER.search(rare)
    if number and number.start() and names_of(rare[: number.start()]) == names:
        return TIME_ADDED if ":" in number[0] else "a number was added"
    return ""


def is_of_one_asker(one: str, other: str) -> bool:
    """Whether one label has in brackets, behind the word for a question, just what the other one says."""
    by, whole = _ASKED_BY.fullmatch(one), other
    if by is None:
        by, whole = _ASKED_BY.fullmatch(other), one
    return by is not None and names_of(by["by"]) == names_of(whole)


def has_other_titles(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two labels have titles of two people: "Mr. Tugwell" and "Mrs. Tugwell", "Miss Tugwell"."""
    one, two = (_FORMS_OF_ADDRESS.intersection(names) for names in (a, b))
    return bool(one and two) and one.isdisjoint(two)


def has_broken_letters(rare: str, main: str) -> bool:
    """Whether two labels differ in what stands for letters with accents: "MiÅ¡ko", "Mi?ko" for "Miško"."""
    if main.isascii() or (rare.isascii() and "?" not in rare):
        return False
    plain = _NOT_PLAIN.sub("", main.lower())
    return len(plain) > 2 and rare.lower() != main.lower() and _NOT_PLAIN.sub("", rare.lower()) == plain


def has_digits_for_letters(rare: str, main: str) -> bool:
    """Whether a label is another one with digits that look like its letters: "Stac0viak" for "Stacoviak"."""
    if not _DIGIT_IN_WORD.search(rare) or _DIGIT_IN_WORD.search(main):
        return False
    told = " ".join(names_of(main))
    return told in (" ".join(names_of(rare.translate(table))) for table in (_DIGITS, _DIGITS_TOO))


def has_other_initials(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names have different initials at one place: "M. Harbottle" beside "A. Harbottle"."""
    pairs = zip(a, b, strict=False)
    return len(a) == len(b) and any(len(x) == 1 == len(y) and x != y for x, y in pairs)


def is_initials_of(main: str, names: Sequence[str]) -> bool:
    """Whether a label is the initials of a name of as many parts: "KB" of "K. Byrne"."""
    return 1 < len(main) <= _INITIALS and main.isupper() and main.lower() == "".join(n[0] for n in names)


def untitled(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in _TITLES)


def is_initials_and_a_slip(rare: str, main: str) -> bool:
    """Whether a label is another's initials and a letter more: a small one ("Qe") or one twice ("TRR")."""
    if not (main.isalpha() and main.isupper() and len(main) <= _INITIALS and len(rare) == len(main) + 1):
        return False
    return any(
        rare[:at] + rare[at + 1 :] == main
        and (rare[at].islower() or (len(main) > 1 and at > 0 and rare[at] == rare[at - 1]))
        for at in range(len(rare))
    )


def why_shortened(rare: str, a: Sequence[str], bare_a: Sequence[str], bare_b: Sequence[str]) -> str:
    """Why a label is a short form of a full name of two words or more; empty when it is not."""
    if len(bare_a) == 1:
        if len(a) > 1 and bare_a[0] == bare_b[-1]:
            return "it is a title with the surname"
        if len(a) == 1 and bare_a[0] in (bare_b[0], bare_b[-1]):
            return "it is a part of the name"
        if rare.isupper() and bare_a[0] == "".join(name[0] for name in bare_b):
            return "it is the initials"
        return ""
    if sorted(bare_a) == sorted(bare_b):
        return "the names are in another order"
    if [name for name in bare_a if len(name) > 1] == [name for name in bare_b if len(name) > 1]:
        return "only an initial differs"
    if _starts(bare_a, bare_b):
        return "the end of the name is cut off"
    same_length = len(bare_a) == len(bare_b)
    return "a name is shortened to its initial" if same_length and _shortened(bare_a, bare_b) else ""


def _starts(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether all names but the last are the same, and that one goes on in the other label: "Jo Lindq"."""
    return len(a) == len(b) > 1 and a[:-1] == b[:-1] and len(a[-1]) > 1 and b[-1].startswith(a[-1])


def _shortened(a: Sequence[str], b: Sequence[str]) -> bool:
    pairs = list(zip(a, b, strict=True))
    return any(x == y for x, y in pairs) and all(
        x == y or ((len(x) == 1 or len(x) > 2) and y.startswith(x))
        for x, y in pairs  # "Dan" for "Daniel"
    )
