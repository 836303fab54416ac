"""Words of spoken English, in lists: what is doubled, chanted, or says nothing by itself. All folded."""

from __future__ import annotations

# Right twice in a row, or said twice for emphasis, agreement or sound.
_SPOKEN_TWICE = """
absolutely again ah better big bla blah boo bye choo chop come cool correct da dear deep definitely do dot
double eight etc ever exactly far fast five four go good great ha had haha hear hello here hey hi high
higher highly hip hm hmm ho how huge knock la little long look lower many mm more much na never nice night
nine no now o oh ok okay old one open please pretty quick quickly quite really right seven six slow slowly
small so sorry stop super sure ten thanks that there three tick tiny too totally true two uh um very wait
way well what where who whoa why worse wow yada yeah yes zero
"""
SPOKEN_TWICE = frozenset(_SPOKEN_TWICE.split())

# Nobody doubles these for emphasis: twice with a comma is a slip, of a speaker or of a recogniser.
_FUNCTION_WORDS = """
a about after also am an and any are aren't as at be because been before being between but by can can't
could couldn't did didn't do does doesn't don't for from has have having he he'd he'll he's her him his
how i i'd i'll i'm i've if in into is isn't it it'll it's its just let's like may me might must my not of
on or our over shall she she'd she'll she's should some than that's the their them there's these they
they'd they'll they're they've this those through to under us was wasn't we we'd we'll we're we've were
weren't what's when where which while who's will with won't would wouldn't you you'd you'll you're you've
your
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

# What joins a word to the next, such as those of a series: "bigger and bigger and".
JOINING = frozenset("and or nor as but because then".split())

# Said many times over by people who laugh, sing, cheer, agree or wave goodbye.
_CHANTED = """
aah again ah aw aww ay bah bam bang beep big bing bla blah boo boom boop bop brr buzz bye cetera cha chop
clap click da ding do dong doo duh dum dun eh er et etc ey far go ha hah haha he hee heh hey hi hip hm hmm
ho honk hooray hurrah knock la long many meow mm mmm moo more much mwah na nah never no nom oh ok okay ooh
oy pew please pop quack rah really right shh so ta tap thank thanks tick tock ugh uh um very vroom wah wee
whatever whoa whoosh woo woof wow ya yada yay yeah yep yes yo you yup zoom
"""
CHANTED = frozenset(_CHANTED.split())

# Those of them with which people insist or agree: words, not sounds.
_INSISTED = """
again far long many more much never no ok okay please really right so thank thanks very whatever yeah yep yes
you yup
"""
INSISTED = frozenset(_INSISTED.split())

# These carry neither the subject of a question nor what is asked of it.
_EMPTY = """
a about actually after again all also always am an and another any anybody anyone anything are aren't
around as ask at back basically be because been before being bigger biggest bit but by can can't case
cases certain come could couldn't couple curious current currently did didn't different do does doesn't
doing don't each either else especially even ever every everybody's everyone example few first folks for
from general generally get gets getting give given gives go goes going gonna got guess had has have
haven't having he her here here's herself him himself his how how's i i'd i'll i'm i've idea ideas if in
interested interesting into is isn't it it's its just kind kinda know let let's level levels like
literally little look lot made make makes many maybe me mean might more most much must my myself new next
no not now of off okay on once one ones only or other ought our out over own part parts people perhaps
please point points probably put question questions quite really recent recently right said same say see
sense she should side so some somebody someone something sort specifically still such sure take talk tell
tend tends term terms than that that's the their them themselves then there there's these they they're
thing thing's things this those though through time times to today too turning up us use very want was
wasn't way ways we we'll we're we've well were what what's when where where's whether which while who
who's whom whose why will with within without won't wonder wondering would wouldn't yeah yes yet you you'd
you'll you're you've your yours yourself
"""
EMPTY = frozenset(_EMPTY.split())
