"""What stands where a mark's mate belongs and is none: "…', ``…'', "…&quot;, (…>, "…"" ."""

from __future__ import annotations

import re

from interviews.detectors.letters.marks import QUOTES, Mark

# A quote or an aside is no longer than this; what would close one farther away belongs to another.
_FARTHEST = 400  # characters
_ENTITY = r"&(?:quot|rdquo|ldquo|raquo|laquo|#34|#8221);?"
# Behind a word or its mark, in front of no letter. Behind an s an apostrophe is a genitive ("the dogs'
# bowl"), unless the word has none.
_NO_GENITIVE = "this|is|was|his|us|yes|as|has|does|thus|its"
_WITHOUT = "".join(f"|(?<=\\b{word})" for word in _NO_GENITIVE.split("|"))
_SINGLE = re.compile(
    rf"{_ENTITY}|(?:(?<=[.,!?…])|(?<=[^\W\d_sS]){_WITHOUT})(?:''|['’`‘])(?=[\s.,;:!?)\]–—]|$)"
)
_ANGLE = re.compile(r"(?<=[\w.!?])>(?=[\s.,;:!?]|$)")
# In front of a word, behind no other: typewriters write `` and ,, for an opening quote.
_OPENS_SINGLY = re.compile(rf"{_ENTITY}|(?<![\w`,])(?:`{{1,2}}|,,|‘)(?=\w)")
_TICKS = re.compile(
    r"(?<![\w`])(?P<opens>`{1,2})(?=[^\s`])[^`\n]{1,400}?(?:(?<=\S)''|(?<=[.,!?…])')(?![\w'])"
)
# Both marks of a quote the wrong way round; German closes „ with “, and ” opens nothing anywhere.
_TURNED = re.compile(r"(?<![\w“”])”(?=\w)[^“”„\n]{1,400}(?<=[\w.,!?…])“(?!\w)")
_DOUBLED = re.compile(r"(?<=[\w.,!?…])(?:\"\"|””|»»)(?=[\s.,;:!?)\]–—]|$)")


def mark_at(match: re.Match[str], looks: str) -> Mark:
    return Mark(match.start(), match[0], looks)


def wrongly_closed(text: str, opened: Mark) -> Mark | None:
    """What closes a quote or bracket that has no mate; the nearest before the next line."""
    if opened.char == "(":
        pattern = _ANGLE
    elif opened.char == '"' or opened.char in QUOTES:
        pattern = _SINGLE
    else:
        return None
    line = text.find("\n", opened.at)
    end = min(len(text) if line < 0 else line, opened.at + _FARTHEST)
    if pattern is _ANGLE and "<" in text[opened.at : end]:
        return None
    match = pattern.search(text, opened.end + 1, end)
    return mark_at(match, "close") if match else None


def wrongly_opened(text: str, closed: Mark) -> Mark | None:
    """What opens a quote whose opening mark is none; the nearest in the same line."""
    if closed.char != '"' and closed.char not in QUOTES.values():
        return None
    start = max(text.rfind("\n", 0, closed.at) + 1, closed.at - _FARTHEST)
    found = list(_OPENS_SINGLY.finditer(text, start, closed.at))
    if not found or text.count("`", found[-1].end(), closed.at):
        return None  # code in ticks, closed by one
    return mark_at(found[-1], "open")


def typed_with_ticks(text: str) -> list[tuple[Mark, Mark]]:
    """Quotes that open with backticks and close with apostrophes, as LaTeX has them."""
    if "`" not in text:
        return []
    return [
        (Mark(match.start(), match["opens"], "open"), Mark(end, text[end : match.end()], "close"))
        for match in _TICKS.finditer(text)
        for end in (match.end() - (2 if text.endswith("''", match.start(), match.end()) else 1),)
    ]


def turned_round(text: str) -> list[tuple[Mark, Mark]]:
    """Quotes that open with a closing mark and close with an opening one: "”so“"."""
    if "”" not in text or "“" not in text or "„" in text:
        return []
    return [
        (Mark(match.start(), "”", "open"), Mark(match.end() - 1, "“", "close"))
        for match in _TURNED.finditer(text)
    ]


def doubled_closings(text: str) -> list[tuple[Mark, Mark]]:
    """Quotes closed twice over, with what opened them: "a game""."""
    found = []
    for match in _DOUBLED.finditer(text):
        opening = {"”": "“", "»": "«"}.get(match[0][0], '"')
        at = text.rfind(opening, max(0, match.start() - _FARTHEST), match.start())
        marks = (
            text.count(match[0][0]) % 2 if opening == '"' else text.count(match[0][0]) > text.count(opening)
        )
        if at >= 0 and marks:
            found.append((Mark(at, opening, "open"), mark_at(match, "close")))
    return found
