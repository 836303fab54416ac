"""What people do with words at the end of an interview: thank, take leave, wrap up, wish well.

Hosts end in many ways and some never say "thank", so a closing is not one phrase: it is a turn whose
last words do one such thing plainly, or several of them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum


class Act(StrEnum):
    """One thing that people do when they end."""

    THANKING = "thanks somebody for coming"
    PLEASURE = "says what a pleasure it was"
    LEAVING = "takes leave"
    WRAPPING = "says that the time is up"
    WISHING = "wishes well or looks ahead"
    AUDIENCE = "turns to the audience"
    PLAIN_THANKS = "thanks"


_WEIGHTS = {
    Act.THANKING: 2,
    Act.PLEASURE: 2,
    Act.LEAVING: 2,
    Act.WRAPPING: 2,
    Act.WISHING: 1,
    Act.AUDIENCE: 1,
    Act.PLAIN_THANKS: 1,
}
ENOUGH = 2  # what the weights of a turn's acts add up to when it can end an interview
_TAIL = 60  # words: an end stands in the last words of a turn, however long the turn is
_AHEAD = 16  # words that the longest phrase may take

# (what is done, the words such a phrase starts with, the phrase over folded words with one space between)
_PHRASES: tuple[tuple[Act, str, str], ...] = (
    (
        Act.THANKING,
        "thank thanks grateful appreciate appreciated thankful obliged indebted",
        r"""\S+(?:\ \S+){0,8}?\ (?:for|to|that)(?:\ \S+){0,3}?\ (?:
            joining|coming|came|being\ (?:here|with|on|a\ part|our|my|so\ generous)|having\ (?:me|us)|
            your\ (?:\S+\ )?(?:time|insights?|thoughts|company|candou?r|openness|patience|hospitality|
                explanations?|expertise|perspectives?|analysis|views|reflections?|observations?|honesty|
                frankness|generosity|wisdom|story|stories|memories|contributions?|participation|attention)|
            (?:taking|making|giving\ (?:us|me)|took|made|gave\ (?:us|me))\ (?:the\ |this\ |some\ |your\ |
                so\ much\ )*time|
            talking|speaking|sitting\ down|chatting|spending|stopping\ by|dropping\ by|doing\ this|
                calling\ in|
            (?:the|this|a|our)\ (?:\S+\ )?(?:conversation|interview|chat|discussion|invitation)|
            inviting|hosting|sharing\ (?:your|so\ much))\b
          |(?:(?:thanks|thank\ you)\ (?:\S+\ ){0,3}?for|appreciate\ (?:you|your|it))\ (?:making\ (?:it|things|
              this|\S+\ time)|explaining|helping\ us|walking\ us|guiding\ us|taking\ us|telling\ us|
              showing\ us|letting\ us|bringing\ us|giving\ us|opening|sharing)
           \b(?!\ (?:that|this|it|all\ (?:that|this|of)|what|those)\b)
          |(?:obliged|indebted|grateful)\ to\ you\b
          |(?:thanks|thank\ you)\ (?:\S+\ ){0,6}?(?:joining|having)\ (?:me|us|him|her|\S+$)
          |appreciated?\ (?:you|your)\ (?:time|coming|joining|being|taking|insights?)\b""",
    ),
    (
        Act.PLEASURE,
        "pleasure honor honour privilege delight joy treat fun blast thrill great good lovely nice "
        "wonderful delightful "
        "fascinating enjoyed loved interesting inspiring awesome fantastic insightful terrific",
        r"""(?:pleasure|honou?r|privilege|delight|joy|treat|blast|thrill)\ (?:(?:to\ )?(?:talk|speak|chat|
            have|host|be)|talking|speaking|having|being|chatting)\b
          |(?:great|good|lovely|nice|wonderful|pleasure|fun|delightful|fascinating|enjoyed|loved|
              fantastic|awesome|terrific|interesting)
           \ (?:(?:to|having|have|had)\ )*(?:talk|speak|chat|catch|have|talking|speaking|chatting|
               catching|meeting|having)
           (?:\ \S+){0,2}?\ (?:you|with)\b
          |(?:great|good|lovely|nice|wonderful|fascinating|interesting)\ (?:to\ hear|hearing)
           \ (?:from\ you|your|you\ (?:talk|speak|tell|describe|explain))\b
          |(?:enjoyed|loved)\ (?:this\ (?:conversation|chat|talk|one)|our|the\ conversation|it$|speaking|
              talking\ (?:to|with)|chatting|having\ you)\b
          |(?:great|wonderful|fantastic|awesome|fascinating|lovely|terrific|super|insightful|inspiring)[ ]
           (?:conversation|chat|discussion|talk|episode|interview)(?:$|\ (?:today|with|thank|thanks|
               everyone|guys|as))""",
    ),
    (
        Act.PLEASURE,
        "been could",
        r"""been\ (?:(?:such|really|truly|so|all|an?|our|great|real|absolute|true|very|super|total)\ )*
            (?:pleasure|honou?r|privilege|delight|treat|fun|blast|thrill|awesome|great|amazing|fantastic|
                wonderful|
               fascinating|inspiring|enlightening|insightful|lovely|interesting)(?:$|\ (?:talking|
                   speaking|having|chatting|to\ (?:talk|
               speak|have|chat)|conversation|chat|discussion|thank|thanks|everyone|guys|bye|good|see|
                   until|take))
          |been\ (?:quite\ |such\ )?an?\ (?:real\ |true\ )?(?:education|revelation|eye-opener|masterclass|
              inspiration|ride)\b
          |been\ (?:very|so|most|extremely|incredibly)\ (?:patient|generous|kind|frank|candid|open|helpful)
           \ (?:with|to|today)\b
          |could\ (?:listen\ to|talk\ (?:to|with)|chat\ (?:to|with))\ you\ (?:\S+\ ){0,3}?
           (?:all|for\ hours)\b""",
    ),
    (
        Act.LEAVING,
        "bye goodbye good-bye bye-bye farewell ciao cheers adios signing so take good night goodnight "
        "see talk speak catch "
        "meet until till have safe over peace all guest you've mind must should ought better got need",
        r"""(?:bye|goodbye|good-bye|bye-bye|farewell|adios|goodnight|ciao)\b(?!\ of\b)
          |(?:peace|cheers|all\ the\ best)$
          |signing\ off|so\ long(?:$|\ (?:everyone|folks|and|for))|take\ care(?!\ of)(?:$|\ (?:everyone|
              of\ yourself|\S+$|and|bye|all|guys))
          |good\ night(?:$|\ (?:everyone|and|to))|safe\ travels|over\ and\ out
          |(?:see|catch|meet|(?:talk|speak)\ (?:to|with))\ (?:you|ya|y'all|yous?)(?:\ (?:all|guys|folks|
              both|y'all))*
           \ (?:next|later|soon|then|around|tomorrow|in\ the\ next|again|on\ the\ next|in\ a)\b
          |(?:talk|speak|see\ you)\ (?:soon|later|again)\b
          |(?:until|till)\ (?:(?:the\ )?next\ (?:time|week|one|episode|show)|then|we\ meet)\b
          |guest\ (?:\S+\ ){0,2}?(?:was|has\ been|were|have\ been)\b
          |you've\ been\ (?:listening\ to|watching)\b|safe\ home\b|mind\ how\ you\ go\b
          |(?:must|should|better|(?:ought|got|have|need)\ to)\ (?:go$|run$|dash$|be\ (?:off|going)\b|
              get\ going\b|let\ you\ (?:go|get)\b|
              catch\ (?:my|the|that|a|an)\ (?:\S+\ )?(?:train|boat|ferry|bus|plane|flight|tram)\b)
          |have\ an?\ (?:\S+\ ){0,2}(?:day|evening|night|week|weekend|one|rest|afternoon|morning)(?:$|
              \ (?:everyone|folks|and|all|ahead|guys|bye))""",
    ),
    (
        Act.WRAPPING,
        "that's that this that'll we'll we've we're let's let leave out run brings bring comes "
        "concludes end wrap wraps time "
        "done stop close finish call ends",
        r"""(?:that's|that\ is|that'll\ be|that\ will\ be|this\ is|that\ was|this\ was)\ (?:about\ |
            pretty\ much\ |gonna\ be\ |going\ to\ be\ )*
            (?:all\ (?:for\ (?:today|now|this)|we\ have|we've|the\ time|i\ have\ (?:for|time)|from|folks)|
                it\ (?:for|from|today|folks|everyone)|a\ wrap|our\ (?:show|time|program|episode)|
               the\ end\ of\ (?:our|the\ (?:show|episode|interview|hour|conversation)|this)|
               where\ we\ (?:\S+\ )?(?:leave|stop|end|close)|a\ (?:good|great|nice|perfect)\ (?:place|
                   note|point)\ to)
          |that's\ (?:gonna|going\ to)\ do\ it
          |(?:out\ of|run\ out\ of)\ time\b|time\ is\ (?:up|nearly\ up|almost\ up)|time\ to\ (?:wrap|
              close|say\ goodbye|end)
          |(?:leave|end|stop|close|finish|conclude|wrap|call)\ (?:it|things|this|us|the\ \S+|our\ \S+|
              there)\ ?
           (?:there|here|up|at\ that|with\ that|a\ day|a\ wrap|off|for\ (?:now|today|this))\b
          |(?:brings|bring|comes|come)\ (?:us\ )?to\ (?:the|an|our)\ (?:\S+\ )?(?:end|close)\b
          |end\ of\ (?:the|our|this|another)\ (?:show|episode|interview|conversation|hour|time|podcast|
              program|programme)\b
          |concludes?\ (?:our|this|the|today's)\b|wraps?\ (?:up|it|things)\b
          |(?:we've|we're|we'll)\ (?:\S+\ )?(?:to\ )?(?:stop|end|close|finish|wrap)\ (?:it\ )?(?:there|
              here|up|now)\b""",
    ),
    (
        Act.WRAPPING,
        "on in before let keep taken clock brings bring draws draw place point moment train boat ferry "
        "plane flight bus",
        r"""let\ (?:you|everyone|everybody)\ (?:go|get\ (?:back|on|home)|return)\b
          |keep\ you\ (?:any\ |much\ )?longer\b
          |taken\ (?:up\ )?(?:enough|too\ much|so\ much)\ of\ your\b
          |clock\ (?:has\ (?:beaten|caught|run)|is\ against)\b
          |(?:brings?|draws?)\ (?:\S+\ ){1,3}?to\ (?:a\ close|an\ end|its\ (?:close|end))\b
          |(?:place|point|moment)\ to\ (?:end|stop|finish|close|leave\ it|wrap)(?:$|\ (?:it|there|here|our|
              this|for|on|and))
          |on\ that\ note(?:$|\ (?:thank|thanks|we|i|let))|in\ closing\b
          |before\ (?:we|i\ let\ you)\ (?:go|wrap|close|finish)\b
          |(?:train|boat|ferry|plane|flight|bus)\ to\ catch\b""",
    ),
    (
        Act.WISHING,
        "good best all every give wish wishing congratulations look looking excited can't wait eager keep "
        "stay we'll will be "
        "crucial do have come hope i'll talk back until mind watch drive get",
        r"""(?:good|best\ of)\ luck\b|all\ the\ best\b|every\ success|best\ wishes
          |congratulations\ (?:again|on)|give\ (?:our|my)\ (?:very\ )?(?:best|love|regards)
          |wish(?:ing)?\ (?:you|them|him|her|everyone)\b
          |(?:look|looking|excited|can't\ wait|eager)\ (?:forward\ )?to\ (?:seeing|see|reading|hearing|
              hear|following|the\ next|your|having|
             watching|continuing|more|talking|speaking|being)\b
          |keep\ (?:us|me|everyone)\ (?:posted|updated|informed)|(?:stay|keep)\ in\ touch
          |stay\ (?:safe|tuned|well|healthy)|keep\ (?:an|our|a\ close)\ eyes?\ on
          |keep\ up\ the\b
          |(?:we'll|i'll|will|be|crucial)\ (?:(?:be|keep|to|certainly|closely|continue|continuing)\ )*
           (?:watching|following|follow|monitoring|tracking|watch)\ (?:closely|this|it|that|the|how|what|
               your|along|with|for\ how)\b
          |(?:do\ (?:this|it)|have\ you|come\ back|be\ back|back\ on)\ (?:\S+\ ){0,3}?(?:again|soon|next|
              any\ time|anytime|on\ the\ show)\b
          |come\ back\ (?:and\ tell|soon)\b
          |(?:mind|watch)\ (?:the|your|that)\ (?:\S+\ )?(?:step|steps|stairs|head|ice|road)\b
          |(?:drive|get\ home|travel)\ (?:safe|safely|carefully)\b
          |hope\ (?:to|we|you'll|you\ will)\ (?:can\ )?(?:see|speak|talk|have|do|come\ back|join)\b""",
    ),
    (
        Act.AUDIENCE,
        "for listeners viewers readers show subscribe next episode leave rate links link follow "
        "website tune everyone folks",
        r"""for\ (?:listening|tuning|watching|reading)|(?:listeners|viewers|readers)\b|show\ notes|
            subscribe\b|
            next\ (?:week|episode|edition|show|time)\b|leave\ (?:us\ )?a\ (?:review|comment)|rate\ us|
            links?\ (?:\S+\ ){0,6}?(?:notes|description|website)|follow\ (?:us|me|him|her|them)\ on|
                tune\ in""",
    ),
    (
        Act.PLAIN_THANKS,
        "thank thanks appreciate cheers",
        r"(?:thanks|thank\ (?:you|y'all|ya)|cheers|appreciate\ (?:it|you|that|your))\b",
    ),
)


def _by_first_word() -> dict[str, tuple[tuple[Act, re.Pattern[str]], ...]]:
    table: dict[str, tuple[tuple[Act, re.Pattern[str]], ...]] = {}
    for act, starts, phrase in _PHRASES:
        pattern = re.compile(phrase, re.VERBOSE)
        for word in starts.split():
            table[word] = (*table.get(word, ()), (act, pattern))
    return table


_BY_FIRST_WORD = _by_first_word()
_STARTS = frozenset(_BY_FIRST_WORD)


def closing_acts(words: Sequence[str]) -> frozenset[Act]:
    """The acts of ending in the last words of a turn (folded words)."""
    tail = words[-_TAIL:]
    if _STARTS.isdisjoint(tail):
        return frozenset()
    found: set[Act] = set()
    for place, word in enumerate(tail):
        for act, pattern in _BY_FIRST_WORD.get(word, ()):
            if act not in found and pattern.match(" ".join(tail[place : place + _AHEAD])):
                found.add(act)
    return frozenset(found)


def weight_of(acts: frozenset[Act]) -> int:
    """How much the acts together sound like an end. Thanking somebody for coming counts once."""
    counted = acts - {Act.PLAIN_THANKS} if Act.THANKING in acts else acts
    return sum(_WEIGHTS[act] for act in counted)
