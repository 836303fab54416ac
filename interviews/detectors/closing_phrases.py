"""In which words people thank, take leave, wrap up and wish well: written for no host in particular.

A phrase is a regular expression over folded words with one space between them; an indented line goes on
with the one above. It begins with a word, or with several in brackets, so that a text is looked at only where
such a word stands. ``<end>`` is the end of the turn, or a word with which something else begins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

END = (
    r"(?:$| (?:everyone|everybody|folks|friends|guys|all|and|so|thank|thanks|cheers|bye|good|see|it's|i|i'm"
    r"|i'll|we|we'll|then|now|today|until|till|take|as|for|wherever|tomorrow|ahead|there|here|sir|madam)\b)"
)

THANKING = r"""
(thank|thanks|grateful|appreciate|appreciated|thankful|obliged|indebted)( \S+){0,8}? (for|to|
    that)( \S+){0,3}? (joining|coming|came|having (me|us)|being (here|with|on|a part|our|my|so generous)|
    talking|speaking|sitting down|chatting|spending|sparing|stopping by|dropping by|doing this|calling in|
    agreeing to|answering (\S+ )?(our|my|these|the)|staying (up|on|late)|putting up with|showing (me|
    us) a?round|seeing (me|us)|letting (me|us) (in|into)|inviting|hosting|sharing (your|so much))
(thank|thanks|grateful|appreciate|appreciated|thankful|obliged|indebted)( \S+){0,8}? (for|to|
    that)( \S+){0,3}? your (\S+ )?(time|insights?|thoughts|company|candou?r|openness|patience|hospitality|
    explanations?|expertise|perspectives?|analysis|views|reflections?|observations?|honesty|frankness|
    generosity|wisdom|story|stories|memories|contributions?|participation|attention)
(thank|thanks|grateful|appreciate|appreciated|thankful|obliged|indebted)( \S+){0,8}? (for|to|
    that)( \S+){0,3}? (taking|making|finding|giving (us|me)|took|made|found|gave (us|me)) ((the|this|some|
    your|so much) )*time
(thank|thanks|grateful|appreciate|appreciated|thankful|obliged|indebted)( \S+){0,8}? (for|to|
    that)( \S+){0,3}? (the|this|a|our) (\S+ )?(conversation|interview|chat|discussion|invitation)
(thanks|thank you)( \S+){0,3}? for (making (it|things|this|\S+ time)|explaining|helping us|walking us|
    guiding us|taking us|telling us|showing us|letting us|bringing us|giving us|opening|
    sharing)\b(?! (that|this|it|all (that|this|of)|what|those)\b)
appreciate (you|your|it) (making (it|things|this|\S+ time)|explaining|helping us|walking us|guiding us|
    taking us|telling us|showing us|letting us|bringing us|giving us|opening|sharing)\b(?! (that|this|it|
    all (that|this|of)|what|those)\b)
(thanks|thank you)( \S+){0,6}? (joining|having) (me|us|him|her|\S+$)
(obliged|indebted|grateful) to you
(appreciate|appreciated) (you|your) (time|coming|joining|being|taking|insights?)
"""

PLEASURE = r"""
(pleasure|honou?r|privilege|delight|joy|treat|blast|thrill) ((to )?(talk|speak|chat|have|host|be|listen|
    hear|meet)|talking|speaking|having|being|chatting|listening|hearing|meeting)
(great|good|lovely|nice|wonderful|pleasure|fun|delightful|fascinating|enjoyed|loved|fantastic|awesome|
    terrific|interesting) ((to|having|have|had) )*(talk|speak|chat|catch|have|talking|speaking|chatting|
    catching|meeting|having)( \S+){0,2}? (you|with)
(great|good|lovely|nice|wonderful|fascinating|interesting) (to hear|hearing) (from you|your|you (talk|
    speak|tell|describe|explain))
(enjoyed|loved) (this (conversation|chat|talk|one)|our|the conversation|it$|speaking|talking (to|with)|
    chatting|having you)
(great|wonderful|fantastic|awesome|fascinating|lovely|terrific|super|insightful|inspiring) (conversation|
    chat|discussion|talk|episode|interview)($| (today|with|thank|thanks|everyone|guys|as))
been ((such|really|truly|so|all|an?|our|great|real|absolute|true|very|super|total) )*(pleasure|joy|
    honou?r|privilege|delight|treat|fun|blast|thrill|awesome|great|amazing|fantastic|wonderful|
    fascinating|inspiring|enlightening|insightful|lovely|interesting)($| (talking|speaking|having|
    chatting|listening|hearing|meeting|to (talk|speak|have|chat|listen|hear|meet|sit)|conversation|chat|
    discussion|thank|thanks|everyone|guys|bye|good|see|until|take))
this (was|has been) ((such|really|truly|so|all|an?|absolutely) )*(pleasure|joy|honou?r|privilege|delight|
    treat|fun|blast|awesome|great|amazing|brilliant|fantastic|wonderful|fascinating|inspiring|lovely)($|
     (thank|thanks|everyone|guys|bye))
been (quite |such )?an? (real |true )?(education|revelation|eye-opener|masterclass|inspiration|ride)
been (very|so|most|extremely|incredibly) (patient|generous|kind|frank|candid|open|helpful) (with|to|today)
could (listen to|talk (to|with)|chat (to|with)) you( \S+){0,3}? (all|for hours)
"""

LEAVING = r"""
(bye|goodbye|good-bye|bye-bye|farewell|adios|goodnight|ciao)\b(?! of\b)
(peace|cheers|all the best)$
signing off
so long($| (everyone|folks|and|for))
take care(?! of)($| (everyone|of yourself|\S+$|and|bye|all|guys))
good night($| (everyone|and|to|from))
safe (\S+ )?(travels|journey|trip|flight|home|drive|ride|crossing|passage)
get (yourself|yourselves|you) (off )?home
over and out
back ((here|with you|again) )*(next (week|month|time|year)|tomorrow|tonight|on (mon|tues|wednes|thurs|fri|
    satur|sun)day|in a (week|fortnight|month)|(at|from) the same time|(at|from) \S+$)
(see|catch|meet|talk to|talk with|speak to|speak with) (you|ya|y'all|yous?)( (all|guys|folks|both|
    y'all))* (next|later|soon|then|around|tomorrow|in the next|again|on the next|in a|on (mon|tues|wednes|
    thurs|fri|satur|sun)day)
(talk|speak|see you) (soon|later|again)
(until|till) ((the )?next (time|week|one|episode|show)|then|we meet)
guest( \S+){0,2}? (was|has been|were|have been)
you've been (listening to|watching)
mind how you go
(must|should|better|ought to|got to|have to|need to) (go$|run$|dash$|be (off|going)|get going|let you (go|
    get)|catch (my|the|that|a|an) (\S+ )?(train|boat|ferry|bus|plane|flight|tram))
enjoy (the rest of |what is left of )?(your|the) (\S+ )?(day|evening|night|week|weekend|afternoon|morning|
    trip|holidays?)<end>
have an? (\S+ ){0,2}(day|evening|night|week|weekend|one|rest|afternoon|morning|flight|trip|journey|
    drive)<end>
"""

WRAPPING = r"""
(that's|that is|that'll be|that will be|this is|that was|this was) ((about|pretty much|gonna be|
    going to be) )*(all (for (today|now|this)|we have|we've|the time|i have (for|time)|from|folks)|
    it (for|from|today|folks|everyone)|a wrap|our (show|time|program|episode)|the end of (our|the (show|
    episode|interview|hour|conversation)|this)|where we (\S+ )?(leave|stop|end|close)|a (good|great|nice|
    perfect) (place|note|point) to)
that's (everything (i|we) (need|wanted|had|have)|everything on (my|our|the) list|your lot|us done|
    us out of|the pips)
that's (gonna|going to) do it
(out of|run out of|ran out of) (time|road|tape|questions|space|room|minutes|airtime)
(run|runs) out($| (it's|thank|thanks|so|and|i|we)\b)
(i'll|i'd better|we'll|let's|let me) (turn|switch) (this|that|it|the (tape|recorder|recording|machine|
    microphone|mic|camera)) off
stop the (tape|recorder|recording|machine|clock)
time (is (up|nearly up|almost up)|to (wrap|close|say goodbye|end))
(end|stop|close|finish|leave it|leave things|leave you) on (that|this) (\S+ )?(note|thought)
(have to|must|should|we'll|i'll|let's|better) (stop|end|finish|pause|leave off) (here|there|for (today|
    tonight|now|this))
(so we'll|so i'll|must|let's|better) (stop|finish|leave off)$
(leave|end|stop|close|finish|conclude|wrap|call) (it|things|this|us|the \S+|our \S+|there) ?(there|here|
    up|at that|with that|a day|a wrap|off|for (now|today|this))
(brings|bring|comes|come) (us )?to (the|an|our) (\S+ )?(end|close)
end of (the|our|this|another) (show|episode|interview|conversation|hour|time|podcast|program|programme)
(conclude|concludes) (our|this|the|today's)
(wrap|wraps) (up|it|things)
(we've|we're|we'll) (\S+ )?(to )?(stop|end|close|finish|wrap) (it )?(there|here|up|now)
let (you|everyone|everybody) (go|get (back|on|home|off)|return)\b(?! (first|ahead|next)\b)
keep you (any |much )?longer
kept you (\S+ )?(long|enough)
taken (up )?((enough|too much|so much) of your|(your|the) whole)
last word<end>
clock (has (beaten|caught|run)|is against)
(bring|brings|draw|draws) (\S+ ){1,3}?to (a close|an end|its (close|end))
(place|point|moment|note|spot) (as any )?(to|on which to) (end|stop|finish|close|pause|part|leave (it|
    things)|wrap)($| (it|there|here|our|this|for|on|and|so|i|thank|thanks|the \S+$))
on that note($| (thank|thanks|we|i|let))
in closing
before (we|i let you) (go|wrap|close|finish)
(train|boat|ferry|plane|flight|bus) to catch
"""

WISHING = r"""
(good|best of) luck
all the best
every success
best wishes
congratulations (again|on)
give (our|my) (very )?(best|love|regards)
(wish|wishing) (you|them|him|her|everyone)
(look|looking|excited|can't wait|eager) (forward )?to (seeing|see|reading|hearing|hear|following|the next|
    your|having|watching|continuing|more|talking|speaking|being)
keep (us|me|everyone) (posted|updated|informed)
(stay|keep) in touch
stay (safe|tuned|well|healthy)
keep (an|our|a close) eyes? on
keep up the
(we'll|i'll|will|be|crucial) ((be|keep|to|certainly|closely|continue|continuing) )*(watching|following|
    follow|monitoring|tracking|watch) (closely|this|it|that|the|how|what|your|along|with|for how)
(do this|do it|have you|come back|be back|back on)( \S+){0,3}? (again|soon|next|any time|anytime|
    on the show)
come back (and tell|soon)
(mind|watch) (the|your|that) (\S+ )?(step|steps|stairs|head|ice|road)
(drive|get home|travel) (safe|safely|carefully)
hope (to|we|you'll|you will) (can )?(see|speak|talk|have|do|come back|join)
"""

AUDIENCE = r"""
for (listening|tuning|watching|reading)
(listeners|viewers|readers)
show notes
subscribe
next (week|episode|edition|show|time)
leave (us )?a (review|comment)
rate us
(link|links)( \S+){0,6}? (notes|description|website)
follow (us|me|him|her|them) on
tune in
"""

PLAIN_THANKS = r"""
thanks
thank (you|y'all|ya)
cheers
appreciate (it|you|that|your)
"""

ENGLISH: Mapping[str, str] = {
    "THANKING": THANKING,
    "PLEASURE": PLEASURE,
    "LEAVING": LEAVING,
    "WRAPPING": WRAPPING,
    "WISHING": WISHING,
    "AUDIENCE": AUDIENCE,
    "PLAIN_THANKS": PLAIN_THANKS,
}

_HEAD = re.compile(r"\(([^()]+)\)|[\w'?-]+")
_OPTIONAL = re.compile(r"\w\?")


def by_first_word(phrases: str) -> Mapping[str, re.Pattern[str]]:
    """For each word with which one of the phrases begins a pattern of those that do."""
    lines: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases.replace("\n    ", "").strip().splitlines():
        head = _HEAD.match(phrase)
        assert head is not None, phrase
        for alternative in (head[1] or head[0]).split("|"):
            word = alternative.split()[0]
            for spelling in {word.replace("?", ""), _OPTIONAL.sub("", word)}:
                lines[spelling].append(phrase)
    return {word: _pattern(those) for word, those in lines.items()}


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    told = "|".join(phrases).replace("<end>", END)
    return re.compile(rf"(?:{re.sub(r'[(](?![?])', '(?:', told)})(?![^\W_'-])")
