"""Furniture of pages, players and meetings: buttons, notices of cookies, "1.2K shares", "Skip 15 seconds".

It has a line of its own, or is copied in between two sentences, without a full stop and with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.detectors.remains.apart import Apart, How
from interviews.detectors.remains.page_lines import FURNITURE, hints_in

# Also between two sentences: nobody says these words in this order with no full stop.
_BUTTON = r"""
      (?:Accept|Reject|Manage)\s(?:all\s)?cookies | Cookie\s(?:settings|policy|preferences)
    | (?:We|This\s(?:web)?site)\suses?\scookies(?:\sto\s[a-z\s]{3,40})? | Wir\sverwenden\sCookies
    | Click\sto\stweet | Tweet\sthis | Unsubscribe | Advertise\swith\sus | Playback\sspeed
    | (?:Sign\sup|Subscribe)\s(?:for|to)\sour\s(?:weekly\s|daily\s|free\s)?newsletter | Newsletter\sabonnieren
    | (?:Download\s(?:the\s)?|View\s(?:the\s)?)PDF | PDF\sherunterladen | Télécharger\sle\sPDF
    | \d(?:[.,]\d)?\d{0,4}K?\sretweets
"""
_BETWEEN = re.compile(rf"(?:^|(?<=[.!?…]\s)|(?<=[.!?…]”\s))(?:{_BUTTON})(?=\s[A-Z“\"]|\s*$)", re.VERBOSE)
# Only where there is nothing else.
_ALONE = re.compile(
    rf"""
      {_BUTTON}
    | Pin\sit | Share\sthis(?:\s(?:article|story|post|episode))? | Copy\slink
    | Enter\syour\se-?mail(?:\saddress)?
    | (?:View|Open)\s(?:this\s\w{{3,10}}\s)?in\s(?:your\s)?browser | Report\sthis\sad | Table\sof\scontents
    | (?:Skip|Forward|Back)\s\d{{1,2}}\sseconds | Speed:?\s\d(?:\.\d{{1,2}})?x | Sponsored\scontent
    | Download\s(?:the\s)?(?:MP3|transcript|audio|episode) | (?:Print|Email|Save|Bookmark)\sthis\s\w{{4,9}}
    | Related\s(?:posts|articles|stories|content|episodes) | Show\s(?:original|transcript) | See\stranslation
    | \d(?:[.,]\d)?\d{{0,4}}K?\s(?:shares|likes|views) | Like\sLoading(?:\.\.\.|…)
    | Sponsored | Promoted | Loading(?:\.\.\.|…) | Like\sthis: | Unmute | Zur\sStartseite
    | \d{{1,2}}:\d\d(?::\d\d)?\s?/\s?\d{{1,2}}:\d\d(?::\d\d)?
    | (?:Please\s)?[Ee]nable\sJavaScript\b.{{0,60}} | Your\sbrowser\sdoes\snot\ssupport\s.{{3,60}}
    | (?:Image|Photo|Slide|Picture|Bild)\s\d{{1,3}}\s(?:of|von|sur)\s\d{{1,3}}
    | (?:Auto-generated|Automatic)\scaptions | [A-Z][a-z]{{2,12}}\s\(auto-generated\)
    | (?:Automatically\s)?[Tt]ranslated\sfrom\s[A-Z][a-z]{{2,12}}
    | (?:[A-Z][\w.’'-]{{1,20}}\s){{2,3}}(?:has\s)?(?:joined|left)\sthe\s(?:meeting|call|chat|room)
    | (?:[A-Z][\w.’'-]{{1,20}}\s){{2,3}}(?:started|stopped)\s(?:the\s)?(?:transcription|recording)
    | This\smeeting\sis\sbeing\srecorded | Recording\s(?:stopped|started|paused|resumed|in\sprogress)
    | <{{7}}\s.{{1,40}} | >{{7}}\s.{{1,40}} | Begin\sforwarded\smessage:
    | On\s.{{6,40}}\swrote: | Am\s.{{6,40}}\sschrieb\s.{{2,40}}: | Le\s.{{6,40}}\sa\sécrit\s?:
    """,
    re.VERBOSE,
)


def furniture(text: str) -> Iterator[tuple[int, int]]:
    """Such words between two sentences."""
    if not hints_in(text).isdisjoint(FURNITURE):
        for match in _BETWEEN.finditer(text):
            yield match.span()


def is_furniture(stretch: Apart) -> bool:
    """Whether a stretch that stands apart is such a piece and nothing else."""
    return stretch.how not in (How.TAIL, How.ASIDE) and _ALONE.fullmatch(stretch.inner) is not None
