"""What a program stamps on a text that passes through it: prints, tracked changes, mail.

A browser prints the day and the hour at the foot of every page, a word processor names formats in its
margin, and mail says from which telephone it came. Whoever copies the text copies these along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.detectors.remains.page_lines import STAMPED, hints_in

_DAY = (
    r"(?:\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}|(?:19|20)\d\d-\d\d-\d\d"
    r"|\d{1,2}\.?\s(?-i:[A-Z])[a-zäûé]{2,8}\s(?:19|20)\d\d|(?-i:[A-Z])[a-z]{2,8}\s\d{1,2},\s(?:19|20)\d\d)"
)
_HOUR = r"(?:,?\s(?:at\s|um\s|à\s)?\d{1,2}:\d\d(?::\d\d)?(?:\s?(?:[AP]M|Uhr)\b)?)"
_STAMP = re.compile(
    rf"""
      \b(?: Printed|Downloaded|Retrieved|Accessed|Exported|Saved|Generated|Gedruckt|Ausgedruckt|Abgerufen
          | Heruntergeladen|Imprimé|Téléchargé|Consulté|Impreso|Descargado|Stampato )
        (?:\s(?:on|at|am|le|el|il))? :? \s {_DAY}{_HOUR}?
    | (?<![\w/.]) \d{{1,2}}[./]\d{{1,2}}[./](?:19|20)?\d\d ,?\s \d{{1,2}}:\d\d
        (?::\d\d)? (?:\s?[AP]M\b)? (?![\w:])
    """,
    re.VERBOSE,
)
_DAY_AND_HOUR = re.compile(r"[./]\d{2,4},?\s\d{1,2}:\d\d")
_FONTS = r"(?:Times\sNew\sRoman|Arial|Calibri|Cambria|Helvetica|Verdana|Georgia|Courier(?:\sNew)?)"
_FORMAT = (
    rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?\s?(?:pt|cm|mm|px|li(?:nes?)?|\"|%)|(?:Not\s)?(?:Bold|Italic|Underline|Highlight)"
    rf"|\(Default\)|{_FONTS}|Auto|Justified|Centered|Left|Right|Superscript|Subscript|Fett|Kursiv|Gras|Italique"
    rf"|Automatic|Text\s\d|Black|Red|Blue|Single|Double|Exactly|Multiple|Before|After|First\sline|Hanging)"
)
_TRACKED = re.compile(
    rf"""
      \b(?: Formatted|Formatiert|Mis\sen\sforme|Con\sformato|Formattato ) \s? (?:\sTable)? : \s?
        (?: Font(?:\scolou?r)?|Schriftart|Police|Fuente|Indent|Einzug|Retrait|Line\sspacing|Space|Tab\sstops?
          | Normal|Heading\s\d|List\sParagraph|Bulleted|Numbered|Centered|Justified|Left|Right
          | Keep\swith\snext|English|German|French|Spanish|Highlight|Superscript|Underline )
        (?: \s?[:,]?\s? {_FORMAT} ){{0,6}} (?:\s\([A-Z]\.?[A-Z]\.?\))?
    """,
    re.VERBOSE,
)
_MAILED = re.compile(
    r"""
      \bSent\sfrom\smy\s(?:iPhone|iPad|Android(?:\s\w{1,12})?|Samsung(?:\s\w{1,12}){0,2}|BlackBerry
        |mobile(?:\sdevice)?)\b
    | \b(?:Von\smeinem\s(?:iPhone|iPad|Handy)\sgesendet|Envoyé\sde\smon\s(?:iPhone|iPad)
        |Enviado\sdesde\smi\siPhone)\b
    | -{2,12}\s?(?:Forwarded\smessage|Ursprüngliche\sNachricht
        |Message\sd[’']origine)\s?-{2,12}
    """,
    re.VERBOSE,
)


def stamps(text: str) -> Iterator[tuple[int, int]]:
    """Where such a stamp stands, in a line of its own or among what is said."""
    told = not hints_in(text).isdisjoint(STAMPED)
    if told or (":" in text and ("/" in text or ".20" in text) and _DAY_AND_HOUR.search(text)):
        for match in _STAMP.finditer(text):
            yield match.span()
    if told:
        for match in _TRACKED.finditer(text):
            yield match.span()
        for match in _MAILED.finditer(text):
            yield match.span()
