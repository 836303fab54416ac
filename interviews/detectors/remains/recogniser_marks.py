"""Marks that speech recognisers and subtitle files write: tokens, cues, how sure they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.detectors.remains.apart import Apart, How
from interviews.text.holding import holds

_CUE = re.compile(
    r"""
      \bWEBVTT\b (?: \s-\s[^\n]{1,80} )?
    | \bX-TIMESTAMP-MAP=\S{1,80}
    | \{\\[a-z]{1,4}\d{0,3}(?:\([^()]{0,40}\))?\}
    | \balign:(?:start|middle|center|end|left|right)(?:\s(?:position|size|line):\d{1,3}%)*
    | \bNOTE\s(?:duration|language|[Cc]onfidence|recognizability|id|speaker|segment|created\sby)\s?:\s?
        (?:\"[^\"\n]{1,40}\"|[\w.,:%-]{1,24})
    | \bKind:\scaptions(?:\s+Language:\s[a-zA-Z-]{2,8})?
    """,
    re.VERBOSE,
)
# Lines of subtitle files that are nothing else.
_FILE_LINE = re.compile(
    r"""
      Language:\s[a-z]{2}(?:-[A-Z]{2})? | NOTE\s[^.!?]{1,80} | STYLE | REGION | Style:\s\w[^\n]{0,80}
    | (?:Dialogue|Comment):\s\d,\d:[^\n]{0,120} | Script\sInfo | V4\+?\sStyles | Events
    """,
    re.VERBOSE,
)
_FIRST_OF_FILE_LINE = frozenset("LNSRDCVE")
_TOKEN = re.compile(
    r"""
      \[\s?(?: _?[A-Z]{2,20}_[A-Z\d_]{0,20} | lang(?:uage)?:\s?[a-z]{2,8}
        | (?i: no\s(?:audio|speech|sound)(?:\sdetected)? | silence | blank\saudio | non-speech
          | speaker\schange
          | speaker[\s_]\d{1,3} | low\sconfidence | overlapping\sspeech )
      )\s?\]
    | \[(?:NOISE|UNK|SPEECH|BREATH|VOICE|HESITATION|SIL|EOS|EOT|BOS|PAD)\] | \[\s?_{2,}\s?\]
    | \[[a-z_]{1,20}=[\w.,:-]{1,12}\] | \(0[.,]\d{2,4}\) | \(low\sconfidence\)
    | \{(?i:noise|music|silence|breath|cough|unk)\}
    | <(?: unk | sil | eps | pad | noise | spoken_noise )>
    """,
    re.VERBOSE,
)
_VOICE = re.compile(
    r"\[?\bSPEAKER_\d{1,3}\b\]?:?|\b(?:spk|speaker)_\d{1,3}\b:?|(?:♪[^♪\n]{0,200})*♪|%HESITATION\b"
    r"|\b(?:Speaker|Sprecher|Locuteur|Hablante|Interlocutore)\s\d{1,2}:"
)
_MEASURE = re.compile(
    r"(?:[\[({]\s?)?\"?\b(?:(?:avg|mean|word|low)[ _])?"
    r"(?:[Cc]onf(?:idence|\.)?|logprob|no_speech_prob|compression_ratio)\"?"
    r"(?:\s?[=:]\s?-?[01]?[.,]\d{1,6}|\s?[=:]\s?\d{1,3}\s?%)(?:\s?[\])}])?"
)
_MEASURES = ("onfidence", "conf:", "conf=", "conf.", "logprob", "_prob", "_ratio")
# What is left of a recogniser's JSON: '"start": 12.34,'.
_JSON = re.compile(
    r"(?:[{\[,]{1,2}\s?)?\"(?:start|end|text|speaker|confidence|words?|duration|segments?)\"\s?:\s?"
    r"(?:-?[\d.]{1,12}|\"[^\"\n]{0,20}\"?)?[,}\]]{0,3}"
)
# "speaker change confidence 0.61", a line of its own or in brackets.
_SURENESS = re.compile(
    r"low\sconfidence|(?:(?:speaker|word|segment|low|average|overall|language|detected|change|voice)\s){0,3}"
    r"(?:conf(?:idence|\.)?|probability|score|konfidenz|confiance|confianza)\s?[:=]?\s?(?:[01]?[.,]\d{1,4}|\d{1,3}\s?%)",
    re.IGNORECASE,
)
_LAST_OF_SURENESS = frozenset("0123456789%e")


def cues(text: str) -> Iterator[tuple[int, int]]:
    """Marks of subtitle files."""
    if (
        "WEBVTT" in text
        or "X-TIME" in text
        or "{\\" in text
        or "align:" in text
        or "Kind:" in text
        or "NOTE " in text
    ):
        for match in _CUE.finditer(text):
            yield match.span()


def is_cue(stretch: Apart) -> bool:
    """Whether a stretch that stands apart is a line of a subtitle file."""
    inner = stretch.inner
    return (
        inner[:1] in _FIRST_OF_FILE_LINE
        and stretch.how is not How.TAIL
        and _FILE_LINE.fullmatch(inner) is not None
    )


def marks(text: str) -> Iterator[tuple[int, int]]:
    """Marks that recognisers write between the words."""
    if "[" in text or "<" in text or "{" in text or "(low" in text or "(0" in text:
        for match in _TOKEN.finditer(text):
            yield match.span()
    if (
        "♪" in text
        or "SPEAKER_" in text
        or "spk_" in text
        or "speaker_" in text
        or "%HES" in text
        or "Speaker " in text
    ):
        for match in _VOICE.finditer(text):
            yield match.span()
    if '":' in text or '" :' in text:
        for match in _JSON.finditer(text):
            yield match.span()
    if ("=" in text or ":" in text) and holds(text, _MEASURES):
        for match in _MEASURE.finditer(text):
            yield match.span()


def is_sureness(stretch: Apart) -> bool:
    """Whether a stretch that stands apart says how sure a recogniser is."""
    inner = stretch.inner
    return (
        inner[-1:] in _LAST_OF_SURENESS
        and stretch.how is not How.TAIL
        and _SURENESS.fullmatch(inner) is not None
    )
