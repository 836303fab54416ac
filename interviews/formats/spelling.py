"""In which encoding of one byte a text is spelt as some language is spelt.

charset-normalizer alone takes short French for Mac Latin 2 and Russian in KOI8-R for Japanese, as measured
on a dozen sentences; the letters of a language say more.
"""

from __future__ import annotations

import re

_WESTERN = ("cp1252", "mac-roman", "cp1250", "iso-8859-2", "cp1254")
# Hebrew’s letters are Russian’s small ones from а to ъ, which stand in its words in no order of Hebrew’s.
_EASTERN = ("cp1255", "cp1251", "koi8-r", "koi8-u", "mac-cyrillic", "cp866", "cp1253", "iso-8859-7")
ENCODINGS = (*_WESTERN, *_EASTERN)

# What each language writes beyond ASCII. A text in the wrong encoding is letters too, but of no one language.
_LATIN = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "àâæçéèêëîïôœùûüÿ",
        "äöüßéè",
        "áéíñóúüçàèïò",
        "àèéìíîòóùú",
        "áâãàçéêíóôõúü",
        "åäöæøéèü",
        "áðéíóúýþæö",
        "ąćęłńóśźżé",
        "áčďéěíňóřšťúůýžľĺŕôä",
        "áéíóöőúüű",
        "çğıöşüâî",
    )
)
_OTHERS = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    )
)
_SAMPLE = 100_000  # bytes from the start: enough to know a language by
# One stray mark in twenty is no reason to take the text for another script.
_SURE = 0.95

_HIGH = r"[^\W\d_a-zA-Z]"
_LETTER = re.compile(rf"(?<=[^\W\d_]){_HIGH}|{_HIGH}(?=[^\W\d_])|(?<!\S){_HIGH}(?!\S)")
_CAPITAL_INSIDE = re.compile(rf"(?<=[^\W\d_]){_HIGH}")
_FINAL_INSIDE = re.compile("[ךםןףץ](?=[א-ת])")  # forms of letters that only end a word
_ASCII_LETTER = re.compile("[a-zA-Z]")
_TWO_SCRIPTS = re.compile(r"[a-zA-Z][Ͱ-ӿ]|[Ͱ-ӿ][a-zA-Z]")
_MARK = re.compile(
    r"""
    (?<=\w) [’׳״] | (?<!\w) [‘“„¿¡‚‹’](?=\S)        # an apostrophe, what opens
    | (?<!\w) • | (?<=[^\s\w]) [”’“»›] | (?<=\w) [”“»›…™®°]     # what closes
    | [«»…–—] | (?<=[\dm]) [²³½°] | (?<=\d) [€£%] | [€£§©№] (?=[\s\d]) | \xa0
    """,
    re.VERBOSE,
)


def one_byte_encoding(data: bytes) -> str | None:
    """The encoding in which nearly every byte above 127 is a letter of one language or a usual mark.

    None where there is none, so that something else must decide. The text decodes in it without an error.
    """
    best, best_sense = None, _SURE
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if (sense := _sense(text[:_SAMPLE])) > best_sense:
            best, best_sense = encoding, sense
    return best


def _sense(text: str) -> float:
    """The share of the characters above 127 that stand as in some language, from 0 to 1."""
    high = sum(character > "\x7f" for character in text)
    if not high:
        return 0.0
    letters = _LETTER.findall(text)
    # Whoever writes in Latin letters has most of them in ASCII: "Äŕ." is no word, but Russian misread.
    is_latin = len(_ASCII_LETTER.findall(text)) >= len(letters)
    alphabets = (*_LATIN, *_OTHERS) if is_latin else _OTHERS
    spelt = max(sum(letter in alphabet for letter in letters) for alphabet in alphabets)
    inside = (match for match in _CAPITAL_INSIDE.finditer(text) if match.group().isupper())
    odd = sum(text[match.start() - 1].islower() for match in inside) + len(_TWO_SCRIPTS.findall(text))
    odd += len(_FINAL_INSIDE.findall(text))
    return (spelt - odd + len(_MARK.findall(text))) / high
