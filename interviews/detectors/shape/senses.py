"""What stock questions of interviewing are about: words that ask for the same thing.

Interviewers ask a few dozen things over and over, in many words: how it began, what was hardest, what
comes next. Each line is one of these senses with the words that carry it, as stems; two questions about
one subject that share a sense ask the same. Written from handbooks' lists of interview questions and a
thesaurus; a word may carry several senses.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_SENSES = """
effect: impact affect effect consequence implication influence change alter outcome result repercussion
    bearing ramification aftermath ripple shape
cause: why cause reason prompt trigger lead led motivate motivation drive drove driver behind explain
    spark root spur
origin: begin began begun start origin originate inception first beginning birth genesis founder found
    launch idea come came born inspire inspiration conceive
background: background story path journey career biography introduce yourself grow grew upbringing route
    road
difficult: hard hardest difficult difficulty challenge obstacle struggle trouble tough toughest hurdle
    barrier problem headache painful tricky stumble block bottleneck
future: future next ahead year decade tomorrow forecast predict prediction expect outlook horizon going
    direction evolve heading bound roadmap vision long-term
watch: watch monitor sign signal indicator eye look track observe follow attention notice weather
advice: advice advise recommend recommendation tip suggest suggestion guidance wisdom tell younger
    beginner newcomer starter
learn: learn lesson teach taught takeaway realise realize insight discover
mistake: mistake wrong misconception misunderstand misunderstood myth error regret fail failure misread
    confuse confusion misjudge differently
success: success successful proud proudest achievement accomplish accomplishment highlight win triumph
    milestone best favourite favorite
surprise: surprise surprising unexpected astonish guard shock amaze startle unforeseen
opinion: think opinion view feel believe take stance thought reckon make perspective position judge
    assess
reaction: react reaction response respond reception receive welcome feedback greet answer accept adopt
    adoption criticism critic critical attack backlash hear heard people public
criticism: criticism critic critical criticise criticize attack detractor sceptic skeptic opponent
    backlash objection complain complaint object
describe: describe description overview summary summarise summarize explain brief briefly short version
    outline sketch picture define definition mean gist essence nutshell introduce
routine: day routine everyday daily typical week morning habit ordinary schedule usual usually
influence: influence inspire inspiration mentor hero role model shape shaped teacher admire idol impress
team: team hire hiring recruit recruitment candidate staff colleague people employ employee join
    applicant talent
process: process method approach workflow procedure step way work go about handle manage organise
    organize tackle technique
prepare: prepare preparation ready readiness plan train equip brace step precaution anticipate
money: money cost price fund funding finance financial pay budget revenue invest investment expensive
    afford earn income profit paid spend spent bill bills expense figure sum loss damage
risk: risk danger dangerous threat worry concern concerned fear afraid safe safety hazard harm downside
    drawback vulnerable
reliable: reliable reliability depend dependable trust stable stability robust fail production count
    solid
help: help support aid assist assistance contribute volunteer donate involve involved participate
compare: compare comparison difference differ different differs alternative versus against competitor
    rival similar unlike distinguish stand apart
decide: decide decision choose choice chose pick option select opt settle
balance: balance tradeoff compromise juggle reconcile combine family
user: user customer client audience reader listener people community use public consumer who
measure: measure metric success know evaluate evaluation gauge track judge assess
remember: remember recall memory moment story anecdote memorable stick forget
motivate: motivate motivation keep drive passion passionate love excite exciting enjoy fulfilling
change: change changed evolve evolution develop shift transform different grow grown progress
need: need want require requirement demand lack miss missing wish
tool: tool technology stack software equipment language instrument platform
test: test testing check verify validate quality
deal: deal handle cope manage respond treat address face solve solution overcome
hope: hope wish dream goal aim ambition aspire aspiration objective want purpose intend
begin: begin start newcomer beginner entry involved join enter
end: stop quit leave end retire finish
government: government policy regulation law legal regulate regulator politician authority state rule
secret: secret unknown secretly nobody hidden rarely know
stay: relax spare free hobby unwind leisure outside
organisation: organisation organization company firm business startup enterprise agency institution employer
size: small little tiny big large huge scale size medium
field: field industry sector landscape area domain market profession world discipline scene
wide: wide wider broad broader global overall whole entire society
practice: production practice real live run operate operation everyday
overview: overview summary summarise summarize brief briefly short version outline nutshell gist essence
speed: fast quick slow speed performance pace soon quickly long time
trust: trust credibility believe faith confidence confident doubt sceptical skeptical
disagree: disagree argue dispute controversy controversial debate unpopular conflict
favourite: favourite favorite best prefer enjoy love like top
collaborate: collaborate collaboration cooperate cooperation partner partnership together ally alliance
responsible: responsible responsibility role duty job charge task
access: access reach available afford
press: press journalist reporter media newspaper coverage headline magazine
security: security secure safe safety hack attacker breach protect protection intruder
fairness: fair fairness bias biased prejudice discriminate unjust neutral
hardware: hardware machine device computer box server rig
benefit: benefit advantage gain upside strength merit plus value worth profit point
weakness: drawback disadvantage downside weakness limit limitation shortcoming flaw boundary
leisure: leisure hobby unwind relax weekend pastime spare free
automatic: automate automation automatic robot machine
release: release launch ship rollout version debut
informed: informed follow news current abreast learn
money: model monetise monetize charge sell pricing price priced sponsor sponsored finance
hype: bubble overheat overheated hype hyped overvalued exaggerate exaggerated overblown
anew: anew again scratch redo rebuild rewrite over
worry: worry worries worried concern concerned afraid fear anxious sleepless nervous
missing: missing lack lacking absent gap incomplete unfinished piece
meet: meet met acquaint encounter introduced
document: document documentation manual write-up record
turn: turning breakthrough watershed pivot
role: role part importance important matter significance significant place
function: work works function operate mechanism behave
skill: skill skilled technical savvy knowledge expertise expert qualified experience know
install: install installation setup deploy deployment set start run configure
abroad: abroad country countries international overseas elsewhere worldwide foreign
pandemic: pandemic covid lockdown virus coronavirus
growth: grow growth expand expansion scale scaling
improve: improve improvement better enhance enhancement upgrade
similar: similar comparable alike equivalent resemble
own: why reason motive purpose
speak: word message say slogan
beginning: beginning first early initially initial originally earliest
leave: leave quit resign depart step retire walk
lowest: lowest worst darkest hardest toughest low nadir
highest: highest best proudest greatest finest happiest
lose: lose loss lost disappear disappears vanish gone
persuade: persuade convince win change
arrive: arrive enter entry way in
injury: injury injured ankle knee fit recover recovery
"""


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _SENSES.replace("\n    ", " ").strip().splitlines():
        sense, _, carried = line.partition(":")
        for word in carried.split():
            table.setdefault(stem(word), set()).add(sense)
    return {word: frozenset(senses) for word, senses in table.items()}


_ENDINGS = (
    "ingly",
    "edly",
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ies",
    "ied",
    "ers",
    "est",
    "ed",
    "er",
    "es",
    "ly",
    "s",
    "e",
    "y",
)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """An English word without its endings, of which at least four letters stay."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


_BY_STEM = _table()
_NONE: frozenset[str] = frozenset()


def carried_by(stem: str) -> frozenset[str]:
    """The senses that a stem carries."""
    return _BY_STEM.get(stem, _NONE)


def senses(stems: Iterable[str]) -> frozenset[str]:
    """The senses that any of the stems carries."""
    return _NONE.union(*map(carried_by, stems))
