"""What those who make an interview write to each other: cues, parts and takes, "check the name", "TK".

Looked for where it stands apart (see ``apart``), in German, French and Spanish too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.detectors.remains.apart import Apart, How
from interviews.text.holding import holds

_PARTS = (
    r"(?:chapter|part|segment|section|episode|track|take|clip|scene|reel|tape|side|audio|cassette|roll|slide|act"
    r"|cue|chunk|block|item|kapitel|teil|abschnitt|folge|spur|szene|band|kassette|chapitre|partie|épisode|piste|scène"
    r"|bande|capítulo|parte|episodio|pista|escena|cinta|capitolo|traccia|scena|nastro|hoofdstuk|deel|aflevering)"
)
_PART = re.compile(
    rf"{_PARTS}\s(?:no\.\s|nr\.\s|\#)?(?:\d{{1,4}}[a-d]?|[IVX]{{1,5}}|[AB])(?:\s?(?:of|/|von|de)\s?\d{{1,4}})?"
    r"(?:\s?[:–—|]|\s?[:–—|]\s?[^.!?]{1,80}|,\s(?:side|take|scene|shot|seite|teil)\s\w{1,3})?",
    re.IGNORECASE,
)
# Between two sentences: "… cannot. Chapter 3 Let me say …". With "I" the number may begin a sentence.
_PART_WITHIN = re.compile(
    r"(?:Chapter|Part|Segment|Section|Episode|Track|Take|Clip|Scene|Tape|Kapitel|Teil|Abschnitt"
    r"|Folge|Chapitre|Partie|Épisode|Capítulo|Parte|Episodio|Capitolo|Hoofdstuk|Deel)\s\d{1,3}"
    r"(?:\s(?:of|von|de)\s\d{1,3})?(?=[ ][A-Z][a-z’'])"
)
_NUMBERED = re.compile(r"[0-9][ ][A-Z]")
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?…]\s)$")
_ORDERS = (
    r"(?:check|verify|confirm|fact-?check|double-?check|cut|trim|delete|remove|insert|add|fix|move|replace|query|ask"
    r"|spell|source|rewrite|clarify|prüfen|klären|kürzen|streichen|einfügen|nachfragen|ergänzen|vérifier|couper"
    r"|insérer|supprimer|comprobar|verificar|cortar|insertar|revisar)"
)
# Tags for what is still to be done; nobody says them. An order follows, or a colon, or nothing.
_TAGGED = re.compile(
    rf"(?:X{{3,6}}|TK(?:TK)*|TODO|FIXME|TBC|TBD|NB|N\.B\.)(?:\s?[:–—-]|\s(?i:{_ORDERS})\b|$)"
    rf"|[A-Z ]{{2,30}}\sTK$|\?{{3,6}}\s\w"
)
_TAGGED_WITHIN = re.compile(
    rf"(?:X{{3,6}}|TK(?:TK)*|TODO|FIXME|TBC)(?:\s?:)?\s(?i:{_ORDERS})\b(?:\s[a-zà-ÿ][\w’'-]*)*"
)
_PLACEHOLDER = re.compile(r"\bTK(?:TK)+\b")  # of a fact to come, chosen because no word has it
_OF_THE_TEXT = (
    r"(?:spelling|name|date|quote|fact|figure|source|bit|section|passage|legal|para(?:graph)?|with\s\w+"
    r"|schreibweise|zitat|stelle|citation|cita|nombre|nom)"
)
# What colleagues ask of each other. An order alone may be an editor's insertion ("they [confirm] that"), and
# with other words a speaker's own: "(check it out)".
_TO_DO = re.compile(
    rf"""
      (?:please\s|bitte\s|pls\s|(?:à|da)\s)? {_ORDERS}\s (?:(?:the|this|a|der|den|die|le|la|el
        |il)\s)? {_OF_THE_TEXT}\b .*
    | (?:please|bitte|pls)\s {_ORDERS}\b .* | à\s(?:vérifier|confirmer|couper|compléter)\b .*
      | fact[-\s]?check\b .*
    | .*\bto\sbe\s(?:approved|confirmed|checked|verified|cut|added|cleared)\b .*
    | {_ORDERS}\s?[!?]+ | [A-Z]{{2,3}}\sto\s{_ORDERS}\b .* | [!→^<>-]{{1,4}}\s?{_ORDERS}\b .*
    | .*\bspelling\s(?:of|to)\b .* | .*\bnot\sfor\s(?:air|broadcast|publication)\b .* | cut\sthis\b .*
    | (?:\w+\s)?prüfen | (?:insert|place|add)\s.{{2,60}}\shere | hier\s.{{2,60}}\seinfügen
    """,
    re.VERBOSE | re.IGNORECASE,
)
# In square brackets less will do.
_TO_DO_BRACKETED = re.compile(
    r"""
      (?:legal|desk|editor|author|producer|subs?|fact-?checkers?)\sto\s\w+ .*
    | (?:tk|tktk|tbc|tbd|todo|fixme|xxx)\b .* | off[-\s](?:the[-\s])?record\b .* | not\sfor\sattribution
      | background\sonly
    | embargo\b .* | (?:citation|source|quote)\sneeded | needs?\s(?:a\s)?(?:source|check|quote|date|name) .*
    | (?:spelling|name|year|date|source|check|quote|number|figure|title|age|more\shere|which\s\w+|jahr
      |quelle|nom|année)\s?\?
    | \?\?+ .{0,40} | \#\d{1,4} | (?:cut|fade|cue|segue|roll|back)\s(?:to|in|out|up|down|music|clip|tape
      |audio)\b .*
    | (?:ad|advert|commercial)\sbreak | (?:sfx|gfx|sot|natsot|o-?ton|b-?roll|einspieler|atmo|fx)\b .*
    | (?:page|image|img|bild|photo|foto|pic|fig(?:ure)?|grafik|line|para|insert|box|seite|zeile
      |folie)\s?\#?\d{1,4}\b .{0,60}
    | (?-i:CUT|CHECK|VERIFY|STET|QUERY|DELETE|CONFIRM|CLARIFY)\b .* | (?-i:INSERT|PHOTO|PICTURE|IMAGE
      |QUOTE)\s (?-i:[A-Z\s]{2,30})
    | (?-i:[A-Z][A-Z\s/-]{1,30})(?: :\s?\S.* | \s?\d.* | \? )
    | .*\b(?:counter|zähler|compteur)\s\d{2,5}\b .*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "TV tape 2 starts here. Battery!!": whoever records says it, but not in the interview.
_TAPE = re.compile(
    r"(?:[\w-]{1,12}\s){0,2}(?:tape|side|reel|cassette|card|file|band|kassette|seite|bande|cassette|cinta|nastro)\s"
    r"(?:\d{1,3}|[AB]|I{1,3})\s(?:starts?|begins?|ends?|runs\sout|changed|beginnt|endet|commence|finit|empieza|termina)"
    r"\b.*",
    re.IGNORECASE,
)
_RUNS = ("start", "begin", "end", "runs out", "changed", "commence", "finit", "empieza", "termina")
_UNHEARD = re.compile(
    r"unintellig|inaudib|indistinct|unclear|cross-?talk|unverst|inintellig|ininteligib|inaudív|incomprens|laugh|applau",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    rf"//\s?[a-z](?!.*//\s*$).{{2,100}}|@\w{{2,20}}[ ,:].{{0,60}}\b(?:please|pls|bitte|{_ORDERS})\b.*",
    re.IGNORECASE,
)
# The script of a broadcast: "O-TON Lund, 0:22", "CUT TO: the quay", "AUDIO 3 – QUEUE – DUR 0:22".
_SCRIPT = re.compile(
    r"(?:SOT|VO|V/O|NATSOT|SFX|FX|GFX|ASTON|O-TON|OTON|MAZ|B-ROLL|ATMO|LOWER THIRD|CUT TO)\b"
    r"(?:\s?[:–-]|\s\d|$|\s[A-Z])"
    r"|(?:MUSIC|CLIP|AUDIO|INSERT|FADE|INTRO|OUTRO|IN|DUR|JINGLE|STING)(?:\s?[:–—]|\s\d|\s[A-Z]{2,})"
)
# A desk's name for a piece of a page, or for whom a note is, before a colon.
_LABEL = re.compile(
    r"""
      (?: standfirst | headline | subhead(?:line)? | pull\s?quote | strapline | kicker | byline | dek
        | slug | sidebar | vorspann
        | zwischentitel | dachzeile | chapô | chapeau | intertitre | exergue | entradilla | titular
          | ladillo | query
        | au(?:thor)? | comment(?:ed)?(?:\s?\[\w{1,6}\])? | note\sto\s[\w\s]{2,20} | red(?:aktion)?
        | anm(?:erkung)?\.?(?:\sd(?:er|\.)\sred(?:aktion|\.)?)? | ndlr ) \s?:\s?\S
    | (?:pull\squote|zitat)\s(?:here|hier)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EDITOR = re.compile(r"ed(?:itor)?(?:\snote)?\s?:\s?\S", re.IGNORECASE)  # without brackets it is a man's name
_END = re.compile(
    r"""
    [-–—*\s]{0,3} (?: ends? | 30
      | end\sof\s(?:the\s)?(?:tape|transcript|interview|recording|audio|side|part|segment|file
        |clip)(?:\s\w{1,3})?
      | (?:transcript|tape|recording|audio)\s(?:begins|starts|ends|continues)
      | ende\sder\s(?:aufnahme|abschrift|kassette|aufzeichnung)
      | fin\sde\s(?:la\s)?(?:transcription|transcripción|cinta|grabación|bande) | fin\sde\sl[’']enregistrement
    ) [-–—*\s]{0,3}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SAID = frozenset(".!?…,")


def parts_within(text: str) -> Iterator[tuple[int, int]]:
    """Names of parts within a paragraph, between two sentences."""
    for match in _PART_WITHIN.finditer(text) if _NUMBERED.search(text) else ():
        if _SENTENCE_ENDS.search(text, max(0, match.start() - 2), match.start()):
            yield match.span()


def notes_within(text: str) -> Iterator[tuple[int, int]]:
    """Notes within a paragraph, between two sentences."""
    if "XXX" in text or "TK" in text or "TODO" in text or "FIXME" in text or "TBC" in text:
        for match in _TAGGED_WITHIN.finditer(text):
            if _SENTENCE_ENDS.search(text, max(0, match.start() - 2), match.start()):
                yield match.span()
        for match in _PLACEHOLDER.finditer(text):
            yield match.span()


def is_note(stretch: Apart) -> bool:
    """Whether a stretch that stands apart is a note of those who made the interview."""
    inner, how = stretch.inner, stretch.how
    if _TAGGED.match(inner):
        return True
    if how is not How.ASIDE and inner[-1:] not in _SAID and _SCRIPT.match(inner):
        return True
    if how is How.BRACKET:
        return (
            not _UNHEARD.search(inner)
            and any(pattern.fullmatch(inner) for pattern in (_PART, _TO_DO, _TO_DO_BRACKETED, _END))
        ) or bool(_LABEL.match(inner) or _EDITOR.match(inner))
    if how is How.ASIDE:
        return bool(
            _TO_DO.fullmatch(inner) or (" " in inner and _SCRIPT.match(inner)) or _END.fullmatch(inner)
        )
    if (
        how in (How.LINE, How.WHOLE)
        and inner[-1:] not in _SAID
        and holds(inner, _RUNS)
        and _TAPE.fullmatch(inner)
    ):
        return True
    if how is not How.TAIL and (_COMMENT.match(inner) or (_LABEL.match(inner) and inner[:1].isupper())):
        return True
    if _END.fullmatch(inner) and (inner.isupper() or inner[0] in "-–—*"):
        return True
    return inner[:1].isupper() and inner[-1:] not in _SAID and _PART.fullmatch(inner) is not None
