"""What introduces a remark of the editors, in several languages: a correction, a caption, a note."""

from __future__ import annotations

import re

from interviews.formats.labels import Label, without_bracket

# A correction, whatever it is called.
_CORRECTION = r"""
    corrections? | corrigend(?:um|a) | errat(?:um|a)
  | korrektur(?:en)? | korrigendum | berichtigung(?:en)? | richtigstellung
  | rectificatifs? | précisions?
  | fe\ de\ (?:erratas?|errores) | rectificación | corrección
  | errata\ corrige | rettifica | correzione | precisazione
  | rectificaties? | correcties?
  | correção | rettelser? | rättelser?
"""
_NOTE = r"""
    (?:editor|author|publisher|transcriber)['’]?s?['’]?\ note
  | anmerkung(?:en)?\ der\ redaktion | anm\.\ ?d\.\ ?red\. | zur\ person | zu\ den\ personen
  | note\ de\ la\ rédaction | ndlr | bio\ express
  | nota\ (?:de\ la\ redacción|del\ editor|della\ redazione|da\ redação)
  | noot\ van\ de\ redactie | naschrift
"""
_CAPTION = r"""
    captions? | on-screen\ text | bildunterschriften | bildunterschrift | légendes? | pies?\ de\ foto
  | didascali[ae] | bijschrift(?:en)?
"""
# What introduces a remark or a section.
_REMARK = re.compile(
    rf"""
    notes? | {_NOTE} | {_CORRECTION} | {_CAPTION} | nb | n\.b\. | p\.?s\. | ps | warning | disclaimer
    | updates? | sources | images? | pictures? | credits? | copyright | examples?
    | tips? | summary | abstract | conclusions? | references | see\ also | related | further\ reading
    | read\ more | about(\ the\ \w+)? | breaks? | advertisement | ad | https?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TRADE = (
    r"(?:journalist|redact|redakt|verslaggever|reporter|periodista|escritor|giornalista|scrittor|scrittrice"
    r"|editor|autor|author|writer|auteur|correspond|corresponsal|corrispondente|medewerker|colaborador)\w*"
)
# How a paragraph behind the interview begins that nobody in it said.
_CLOSING = re.compile(
    rf"""
    [*_(\[]{{0,3}}
    (?: (?: (?i:{_NOTE} | {_CORRECTION} | {_CAPTION} | about\ the\ \w+)
            (?:\ \([^()]{{1,40}}\) | ,\ [^:.]{{1,30}})? \s?[*_]{{0,3}} [:.]
          | (?i:notes?)\ (?:on|for|to)\ [^:.]{{1,40}}: )
      | (?i: (?:in\ )?an\ earlier\ version\ of\ (?:this|the|these)
                \ (?:page|article|story|text|transcript|interview|post|piece|item|quotes)
           | (?:in\ )?eine[r]?\ (?:früheren?|ersten)\ (?:fassung|version)\ dieses
           | (?:dans\ )?une\ (?:première\ version|version\ (?:précédente|antérieure))
           | (?:en\ )?una\ versión\ anterior | (?:in\ )?una\ (?:versione\ precedente|precedente\ versione)
           | (?:in\ )?een\ eerdere\ versie )
      | (?i:fig(?:ure|\.)? | abb(?:ildung|\.)?) \ ?\d
      | [^\W\d_][\w.'’-]*(?:\ [\w.'’-]+){{1,4}}   # "Ada Lie is verslaggever"
        \ (?:is|es|è|ist|est|é|er|är)\ (?:[\w'’-]+\ ){{0,4}}{_TRADE}\b )
    """,
    re.VERBOSE,
)
_HEADS_NOTES = re.compile(
    r"(?:foot|end)?notes?|captions?|anmerkungen|fußnoten|notas|noten|noter|note", re.IGNORECASE
)
_ENDS = re.compile(
    r"\W?(?:the )?(?:extract|excerpt|transcript|recording|programme|broadcast)"
    r" (?:ends|ended|concludes|concluded)\b.{0,30}"
    r"|ends\b.{0,12}",
    re.IGNORECASE,
)


def is_remark(label: Label) -> bool:
    """Whether it introduces a remark ("Note:", "Correction (6 May):"), not what somebody says."""
    return _REMARK.fullmatch(without_bracket(label.name)) is not None


def opens_the_closing(text: str) -> bool:
    """Whether a paragraph behind the last turn begins what nobody there said: a correction, a caption, notes,
    who wrote this."""
    return _CLOSING.match(text[:200]) is not None or _HEADS_NOTES.fullmatch(text) is not None


def is_the_end(text: str) -> bool:
    """Whether a paragraph behind the last turn only says that it was: "(Extract ends 22:23:44)"."""
    return _ENDS.fullmatch(text) is not None
