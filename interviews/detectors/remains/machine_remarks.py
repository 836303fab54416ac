"""What a language model that tidied a transcript said about its work, and left in it.

Looked for in four languages. Such a remark names the text ("the transcript") or the model itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.detectors.remains.apart import Apart, How
from interviews.text.sentences import sentences
from interviews.text.words import folded_words

_TEXT = r"(?:transcript(?:ion)?|interview|dialogue|conversation|text|translation|summary|excerpt|passage)s?"
_DONE = (
    r"(?:cleaned(?:[- ]up)?|edited|corrected|revised|polished|(?:re)?formatted|rewritten|improved|translated"
    r"|condensed|completed?|full|final|updated|requested|tidied|lightly\sedited)"
)
_REST = r"[^.!?:\n]{0,120}[.!?:]*"
# Tried at the head of each sentence.
_REMARK = re.compile(
    rf"""
    (?: (?:Certainly|Sure|Of\scourse|Absolutely|Gladly|Understood|Okay|OK
      |Great) (?:\sthing)? [!,.:]\s )? \*{{0,2}}
    (?:
      (?i:here) (?:['’]s|\sis|\sare) \s(?:the|your|a|an)\s (?:[\w-]+\s){{0,2}}?
        (?: {_DONE}\s (?:[\w-]+\s){{0,2}}? (?:{_TEXT}|version)
          | (?:version|rewrite|continuation|rest)\sof\s(?:the|your|this)\s (?:[\w-]+\s)? {_TEXT}
          | (?:next|remaining)\s(?:part|section)\sof\sthe\s {_TEXT}
          | {_TEXT}\s (?:with|without)\s ) {_REST}
    | (?:Below\sis|This\sis|The\sfollowing\sis) \s(?:the|a|your)\s {_DONE}\s (?:\w+\s){{0,2}}? (?:{_TEXT}
      |version) \b {_REST}
    | The\s {_TEXT}\s (?:has|have)\sbeen\s (?:\w+\s)? {_DONE} \b {_REST}
    | (?:Please\snote\sthat\s)?(?i:this)\s {_TEXT}\s (?:was|is
      |has\sbeen)\s (?:\w+\s){{0,2}}? (?:generated|transcribed|edited
      |produced)\b {_REST}
    | The\srest\sof\sthe\s {_TEXT}\s (?:follows|continues|remains|is\sunchanged) \b {_REST}
    | (?i:{_DONE})\s (?:\w+\s)? {_TEXT} \s?: \*{{0,2}}
    | (?:As|I\sam|I['’]m) \san?\s (?:AI|artificial\sintelligence|large\slanguage) (?:\slanguage)?
        \s(?:model|assistant) \b {_REST}
    | I(?:['’]ve|\shave)?\s (?:\w+\s){{0,2}}?
        (?:cleaned|corrected|removed|edited|(?:re)?formatted|fixed|rewritten|translated|preserved|condensed|kept|retained)
        \s [^.!?\n]{{0,60}} \b
        (?:transcript(?:ion)?|filler\swords|grammar|punctuation|speaker\s(?:labels|names)|formatting|readability
          |(?:original|speakers?['’]s?)\s(?:meaning|wording|text|tone|voice)) \b {_REST}
    | (?:Please\s)? (?:Let\sme\sknow|Tell\sme) \sif\syou (?:['’]d|\swould)? \s(?:like|want
      |need)\s [^.!?\n]{{0,60}}
        \b(?:transcript(?:ion)?|version|edits|adjustments|revisions|format\w*|rest|section|changes|translat\w+
          |summar\w+) \b {_REST}
    | Would\syou\slike\sme\sto\s
        (?:continue|proceed|format|summari[sz]e|translate|clean|edit|adjust|revise|shorten) \b {_REST}
    | (?:Please|Feel\sfree\sto)\s (?:provide|share|paste|send)\s (?:me\s)? the\s (?:next|rest|remaining
      |full) \b {_REST}
    | I\shope\sthis\s (?:version|transcript|translation|summary) \b {_REST}
    | I['’]m\ssorry,\sbut\sI\s? (?:can['’]t|cannot|can\snot|am\sunable\sto)\s
        (?:continue|assist|process|transcribe|translate|complete|provide|access|fulfil) {_REST}
    | Note:\*{{0,2}}\s [^.!?\n]{{0,80}}
        \b(?:transcript|readability|filler\swords?|speaker\s(?:labels?|names?)|punctuation
          |verbatim) \b {_REST}
    | (?:ChatGPT|Claude|Gemini|Copilot)\ssaid: | Regenerate\sresponse
    | Hier\sist\s (?:die|der|das|eine?|Ihre?)\s (?:\w+\s){{0,3}}?
        (?:bereinigte|überarbeitete|korrigierte|geglättete|vollständige|übersetzte)[rsn]?\s (?:\w+\s){{0,2}}?
        (?:Version|Fassung|Transkript|Abschrift|Übersetzung|Interview|Text) \b {_REST}
    | Als\sKI [-\s]? (?:Sprachmodell|Modell|Assistent) \b {_REST}
    | Voici\s (?:la|le|une?|votre)\s (?:\w+\s){{0,2}}? (?:version|transcription|traduction
      |retranscription|texte)\s
        (?:\w+\s){{0,2}}? (?:corrigée?|révisée?|éditée?|nettoyée?|complète) \b {_REST}
    | En\stant\sque\s (?:modèle\sde\slangage|IA\b|intelligence\sartificielle) {_REST}
    | Aquí\s (?:está|tienes|tiene)\s (?:la|el|una?)\s (?:\w+\s){{0,2}}? (?:versión|transcripción
      |traducción|texto)\s
        (?:\w+\s){{0,2}}? (?:corregid|editad|revisad|complet|limpi)[oa] \b {_REST}
    | Como\s (?:modelo\sde\slenguaje|una?\sIA|inteligencia\sartificial) \b {_REST}
    )
    """,
    re.VERBOSE,
)
# In brackets: "(Note: filler words were removed.)", "[rest of the transcript unchanged]".
_NOTE = re.compile(
    r"""
      (?:note|editor['’]s\snote|anmerkung|hinweis|nota|note\sde\sla\srédaction)\s?: .{0,200}
        \b(?:transcript(?:ion)?|readability|filler\swords?|clarity|speaker\s(?:labels?|names?)|punctuation|verbatim
          |lesbarkeit|füllwörter|lisibilité|legibilidad|muletillas)\b .*
    | (?:\.\.\.|…)?\s?(?:the\s)?
        (?:rest|remainder|transcript|conversation|interview|dialogue|text)\s (?:of\s(?:the\s|this\s)?\w+\s)?
        (?:continues?|continued|truncated|omitted|unchanged|remains|is\sunchanged|goes\son|follows)\b .{0,60}
    | .{0,60}\b(?:edited|cleaned(?:\sup)?|condensed)\sfor\s(?:clarity|readability|length|brevity)\b .*
    | (?:ai|auto|machine)[-\s]?(?:generated|transcribed) .{0,40} | (?:text\s|output\s|response\s)?(?:truncated
      |continues|omitted)
    | continue[sd]\s(?:in|from)\s(?:the\s)?(?:same|next|previous)\b .* | continued | (?:insert\s
      |your\s)(?:name|title|company
      |location)(?:\shere)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TAGS = re.compile(
    r"</?think>|\[/?INST\]|【\d[^【】\n]{0,60}】|:?contentReference\[oaicite:\d+\](?:\{[^{}\n]{0,40}\})?"
)
# Of the one who speaks: "(continues)", as a reporter notes it.
_GOES_ON = ("continues", "continued")
# A text without any of these words holds no such remark.
_HINTS = frozenset(
    "transcript transcription transcripts interview dialogue conversation translation summary excerpt "
    "passage passages text version rewrite rest remaining continuation filler readability assistant "
    "language punctuation formatting format grammar wording proceed summarize summarise translate "
    "shorten revise edit edits changes adjustments labels sorry regenerate transkript abschrift fassung "
    "übersetzung sprachmodell ki- ki-modell ki-assistent langage traduction retranscription versión "
    "transcripción traducción texto lenguaje".split()
)


def remarks(text: str) -> Iterator[tuple[int, int]]:
    """The sentences in which a language model speaks of the text that it was given."""
    if not _HINTS.isdisjoint(folded_words(text)):
        for sentence in sentences(text):
            if match := _REMARK.match(text, sentence.start):
                yield match.start(), match.start() + len(match[0].rstrip())
    if "think>" in text or "INST]" in text or "【" in text or "oaicite" in text:
        for match in _TAGS.finditer(text):
            yield match.span()


def is_remark(stretch: Apart) -> bool:
    """Whether a bracket, or a line, says what was done to the text."""
    if stretch.how is How.ASIDE and stretch.inner.lower() in _GOES_ON:
        return False
    if stretch.how in (How.BRACKET, How.ASIDE):
        return _NOTE.fullmatch(stretch.inner) is not None
    return stretch.how is How.LINE and _REMARK.fullmatch(stretch.inner) is not None
