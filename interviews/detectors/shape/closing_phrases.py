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
    r"|i'll|we|we'll|then|now|today|until|till|take|as|for|wherever|tomorrow|ahead|there|here|sir|madam|my|our"
    r"|man|mate|dear)\b)"
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
(thanks|thank you)( \S+){0,3}? for (giving up|letting me|hanging (out )?with|having listened|everything$)
thanks (is|are) (all )?(mine|ours|on my side)
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
(glad|happy) (of|to have had) (the|your) company
enjoyed (every|each) (minute|second|moment|bit)
(learned|learnt) (a (great |good )?deal|a lot|so much|plenty) (from (you|this|it|that)|today|here)
(good|great|nice|lovely|fun|kind) (to be|being|to have been) (here|with (you|us)|on (the|your|this))
(blast|hoot)<end>
been (great|fun|good|lovely|wonderful|brilliant|a joy)$
"""

LEAVING = r"""
(bye|goodbye|good-bye|bye-bye|farewell|adios|goodnight|ciao)\b(?! of\b)
(peace|cheers|all the best)$
(sign|signing) off( (for|from|now|here|until|and)\b|$)
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
take it easy<end>
(peace|later|laters|cheers|peace out) (everybody|everyone|all|folks|guys|people|friends|y'all)
(we're|i'm) (out|off)$
(adieu|au revoir|auf wiedersehen|auf wiederhören|arrivederci|sayonara|hasta luego|hasta la vista|hasta mañana|
    tschüss|tschau|servus|shalom|salaam|slán|cheerio|ta-ta|toodle-oo|toodle-pip)<end>
(happy|merry) (holidays|new year|christmas|easter|thanksgiving|hanukkah|eid|diwali|halloween)(<end>| to)
season's greetings
god (bless|be with)
bless (you|y'all)<end>
(look after|mind|take care of|be good to|be kind to|be nice to) (yourself|yourselves|each other|one another)$
(be|keep|stay|go|fare|sleep) (well|safe|healthy|strong|curious|warm)<end>
come home (safe|safely|soon|well)
until (soon|later|tomorrow|(the )?next|we (meet|speak|talk)|(mon|tues|wednes|thurs|fri|satur|sun)day)<end>
hear (you|each other|one another) (again|soon|next|later|in (a|the|january|february|march|april|may|june|july|
    august|september|october|november|december))
been your (\S+ )?(host|hosts|guest|guests|interviewer|moderator|presenter)
(good|pleasant|nice|lovely|wonderful) (evening|afternoon|day|morning|weekend|night|week|
    sunday|saturday|friday) to (you|everyone|everybody|all|one and all)
see you in the (next|new|following)
(thanks|thank you)( \S+){0,3}? for (listening|watching|tuning in)\b
(same to you|right back at you|likewise)<end>
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
(ends|concludes|closes|finishes|completes) (our|this|today's|my)
(meeting|session|hearing|interview|conversation|discussion|sitting|show|programme|program|debate|panel|talk|
    press conference|broadcast|podcast|episode) (is|stands|are|has been) (now |hereby |officially )?(
    concluded|closed|adjourned|at an end|finished|over)<end>
(declare|pronounce|call) (this|the|our) \S+ (closed|concluded|over|done|finished|adjourned|ended)
(me|us) (that's|that is|that was) (all|it)
so much for (today|tonight|this (week|evening|month|episode|time))
(must|should|better|gotta) (\S+ )?(part|break off|leave (you|it)|say goodbye|wind up|wind down|wrap up|
    finish up|close|stop|end|finish) (here|there|now|ways|up|at (this|that)|<end>)
(have|need|got|going|had|ought) to (part|break off|leave (you|it)|say goodbye|wind up|wind down|wrap up|
    finish up|close|stop|end|finish) (here|there|now|ways|at (this|that))
(must|should|better) (part|finish up|wrap up|wind up)<end>
where (we|i) (must |should |have to |shall |will )?(part|stop|end|finish|leave it|leave you|leave off|
    say goodbye|get off)<end>
end of (the|our|this|my) (slot|session|line|list|questions|tape|allotted|time)
(news|weather) (is|are|comes|will be) (\S+ )?(next|waiting|coming up|due)
next (speaker|guest|programme|program|act|panel|session|caller|class) (is|are|comes|will be) (\S+ )?(waiting|
    coming up|up|due|ready)
(hand|hands|send|pass|give|throw) (you|it|things|us) ?(all )?(back|over|straight back|on) to
(back|over) to (the (studio|newsroom|desk|station|anchor)|my colleague|our colleague|the weather)
with that (i|we) (hand|leave|close|end|stop|conclude|must|bid)
(remains|leaves)( (only|just|nothing|me|us|for|but))* to (wish|thank|say|bid|express)
(give|put|join|raise)( \S+){0,6}? ((big|warm|great|huge) hand|round of applause|hands together|it up for)
(switch|switching|turn|turning) (off|out) the (lights?|cameras?|microphones?|mics?|machine|heating)
(switch|turn|shut) (this|that|it|the (tape|recorder|recording|machine|microphone|mic|camera)) (off|down)<end>
(shake|shaking|shook) (your |her |his |their )?hands?<end>
shaking hands
(finish|wrap|wind|close) up<end>
(dinner|lunch|supper|breakfast|taxi|cab|car) is (\S+ )?(waiting|outside|here|ready|on the table|getting cold)
(dinner's|lunch's|supper's|tea's|taxi's|cab's|car's|kettle's) (on|here|ready|waiting|outside|getting|boiling)
(hard|firm) (stop|out) (at|in|now|on|for)
(couldn't|can't|cannot) (think of|imagine|ask for) a (better|finer|nicer|more fitting) (\S+ )?(word|note|line|
    place to|ending|way to (end|finish|close|stop))
(better|fitting|perfect) (last word|last line|closing line|note to (end|finish|close|stop|take|go)|ending)
good (last word|closing line|note to (take|go))
(call|calling) this (\S+ )?(done|finished|a day|a wrap)
(pull|draw|bring) (down )?the curtain
remember (one|only one) thing from
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
(another|second|next) (part|episode|conversation|round)<end>
(come|coming|be|have you|having you|see you) (back|again)( \S+){0,4}?$
enjoy (your|the rest)
hope (that )?(it|we|you|they)( \S+){0,3}? (not be|won't be|be not|see you|back)
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
(write|mail|email|e-mail|drop|text) (to )?us
(tell|bring) (a|your|all your|every) (friend|friends|neighbours?|neighbors?|mother|family)
(rate|review|share) (and|us|the show|this|it)
wherever you (get|find|listen|are|happen|may be)
those of you who
ladies and gentlemen
(book|novel|album|film|record|exhibition|play|biography|memoir) (is|comes|will be|runs|opens) (\S+ ){0,3}?(
    out|in the shops|in shops|available|in bookshops|in all good|until)
(produced|edited|mixed|presented|recorded|engineered) by
(producer|sound engineer|researcher) (is|was|has been)
"""

PLAIN_THANKS = r"""
thanks
(my|our) pleasure<end>
pleasure (was |is |were |has been )?(all |entirely )?(mine|ours|on my side)
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
