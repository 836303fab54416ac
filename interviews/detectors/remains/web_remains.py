"""What pages, their editors and markdown leave: tags, shortcodes, comments, links, marks of headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html.entities import html5
from operator import itemgetter

from interviews.detectors.letters.escapes import escaped_words
from interviews.detectors.remains.apart import Apart, How

_HASHTAGS = re.compile(r"(?<![\w#&/])#[^\W\d_]\w*(?:\s{1,3}#[^\W_]\w*)+")
ONE_HASHTAG = re.compile(r"\s*#[^\W\d_]\w*\s*")
_URL = r"(?:(?:https?|file)://|www\.)[^\s<>\"”]+"
_LABELLED_LINK = re.compile(
    rf"(?:(?<=[.!?…\"”)\]]\s)|(?<=-\s)|^)[A-Z][\w ]{{2,30}}:\s{{0,3}}{_URL}(?=[ \t]*$)", re.MULTILINE
)
_BARE_LINK = re.compile(rf"^[ \t]*[<(\[]?{_URL}>?[ \t]*$", re.MULTILINE)
_LINK = re.compile(rf"(?:\b[A-Z][\w ]{{2,30}}:\s)?{_URL}")
# Who names an address does it within a sentence.
_BETWEEN = re.compile(rf"(?:^|(?<=[.!?…]\s)){_URL}(?=\s[A-Z]|\s*$)")
# Nobody can follow a file of somebody's own machine, and nobody says what a link counts.
_NEVER_SAID = re.compile(r"file://|#:~:text=|[?&](?:utm_[a-z]+|fbclid|gclid|u|url)=")
_ATTRIBUTES = (
    r"(?:\s+[\w:-]{1,30}\s?=\s?(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|“[^”\n]{0,200}”|[^\s\]>\"']{1,200}))"
)
_TAG = re.compile(
    rf"""
      \[ (?P<pair>embed|video|audio|youtube) \] [^\[\]\s]{{1,300}} \[/(?P=pair)\]
    | </? (?: br | s | p | b | i | u | em | strong | font | span | v | c | hr | sup
      | sub ) (?: [\s./][^<>]{{0,200}} )? >
    | < [a-z][a-z0-9]{{0,14}} {_ATTRIBUTES}{{1,12}} \s? /? >    # spoken of, it is "a div"
    | </ (?: a | div | li | ul | h[1-6] | figure | figcaption | blockquote | section | article ) >
    | < (?: figure | figcaption | ad | noise | crosstalk ) \s? /? >
    | <\| [^<>|\s]{{1,40}} \|>
    | <!-- [^<>]{{0,300}} -->
    | \[ /? (?: caption | gallery | embed | audio | video | playlist | quote | pullquote | blockquote
      | adrotate
        | toc | nextpage | more | shortcode | sidebar | ad | advert | related | infobox | factbox | poll
          | tweet | instagram
        | youtube | vimeo | iframe | button | row | col | column | vc_\w{{1,30}} | et_pb_\w{{1,30}} ) \]
    | \[ [a-z]{{2,20}} \s https?://[^\[\]\s]{{1,300}} \]
    | \{{ [\#.][a-z][\w-]{{1,40}} \}}
    | \[ [a-z_-]{{0,20}} (?:banner|widget|newsletter|sign-?up|promo|teaser|social|sharing) [a-z_-]{{0,20}} \]
    | \[ [a-z]{{2,12}} : [\w=./-]{{1,60}} \] | \{{ (?:ads?|advert|banner|image|photo|video|gallery|embed
      |related) \}}
    | \[ email .? protected \] | </? (?: transcript | document | instructions? | context | interview ) >
    | \[ / [a-z][\w-]{{1,30}} \]
    | \[ /? [a-z][a-z\d]{{0,20}} (?:_[a-z\d]{{1,20}}){{1,4}} (?:\s[^\[\]\n]{{0,200}})? \]
    | (?P<frame>%%|@@|\#\#) [A-Za-z]\w{{1,40}} (?P=frame)
    | \[ [a-z][\w:-]{{1,30}} {_ATTRIBUTES}{{1,12}} \s? /? \]
    | \{{\{{ [^{{}}\n]{{1,200}} \}}\}} | \{{% [^{{}}\n]{{1,200}} %\}} | <[%?] [^<>\n]{{1,200}} [%?]>
    | \[\[ [A-Za-z]{{2,12}} : [^\[\]\n]{{1,200}} \]\] | [\[{{] (?:img|image|node|nid|fid|media|file|asset
      |video|audio) : [\w:./-]{{1,80}} [\]}}]
    | \[\^\w{{1,10}}\] (?: : \s [^\n.!?]{{1,80}} \.? (?=[\s"”]|$) )?    # a footnote, or its number
    | !\[ [^\[\]\n]{{0,200}} \]\( [^()\s]{{1,300}} \)
    """,
    re.VERBOSE,
)
_LINKED = re.compile(r"(?<!!)\[[^\[\]\n]{1,200}(?P<address>\]\((?:https?://|/|mailto:)[^()\s]{1,300}\))")
_BOLD = re.compile(r"(?<![\w*])(?P<open>\*\*)(?=\w)[^*\n]{1,80}(?<=[\w.!?])(?P<close>\*\*)(?![\w*])")
_QUOTED = re.compile(r"^>{1,3}\s(?=\S)", re.MULTILINE)  # of a mail, of markdown, of captions
# A tag that is talked about: "the <p> tag", "a <b> element".
_TALKED_ABOUT = re.compile(r"\b(?:an?|the|your|this|that|every|with|use|using)\s+[`\"“]?$", re.IGNORECASE)
_ENTITY = re.compile(r"(?:&(?:amp;)*(?:\#\d{2,5}|\#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});\s?)+")
_HEADING = re.compile(r"\s*(?:#{1,6}\s[^\n]{0,199}[^\n\s.]|\*{2,3}[^*\n]{1,200}\*{2,3}|__[^_\n]{1,200}__)\s*")
_RULE = re.compile(
    r"\s*(?:[|][^\n]{1,200}[|]|:::[^\n]{0,60}|(?P<edge>[-–—=+*~#]{2,20})\s[^\n]{1,80}\s(?P=edge)|(?:-\s?){3,60}|(?:\*\s?){3,60}|(?:_\s?){3,60}|(?:=\s?){3,60}|(?:~\s?){3,60})\s*"
)
# Within a paragraph, between two sentences: "… that way. ### Later", "… ready? **Part two** Open it.".
# A title goes on in small letters, the next sentence begins with a capital.
_HEADING_BETWEEN = re.compile(
    r"""
    (?: ^ | (?<=[.!?…\"”]\s) )
    (?: \#{2,6}\s[A-Z][^\n.!]{1,80}$ | \#{2,6}\s\S{1,30}(?:\s[a-z]\S{0,30}){0,8}(?=\s[A-Z])
      | \*\*[A-Z][^*\n]{2,80}(?<![.,!?])\*\*(?=\s[A-Z“\"]|\s*$)
      | (?:-{3,60}|\*{3,60}|_{3,60}|={3,60}|`{3}\w{0,12})(?=\s|$) )
    """,
    re.MULTILINE | re.VERBOSE,
)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[a-z]{0,12}[ \t]*$", re.MULTILINE)
# What such a line begins with.
_INDENT = 8
_MARKS = frozenset("#*_-=~|:+–—")


def is_heading(text: str) -> bool:
    """Whether a paragraph is a heading in markdown."""
    return _HEADING.fullmatch(text) is not None


# A link that stands apart, whatever leads up to it: "Source: coast.example/a", "via bit.ly/3xYz".
_LINK_ALONE = re.compile(
    r"""
      \W{0,3} (?:\d{1,2}\]?\s)? (?:
        (?: (?:read|see|find|learn)\s)? (?:more|via|sources?|links?|from|website|url|full\s\w{3,12}
          |transcript|video|audio
          |visit|see|originally\spublished|first\spublished|retrieved|abgerufen|quelle|mehr|lien|fuente|fonte)
        (?:\s(?:info|here|at|on|from|von|unter|sur|en))? :? \s )? <? (?:https?://
        |www\.)? (?:[\w-]{1,40}\.){1,4}[a-z]{2,12} / \S* >?
    | (?:[\w-]{2,40}\.){1,2} (?:com|org|net|de|fr|es|it|io|co\.uk)
      | [\w.+-]{2,40} @ (?:[\w-]{2,40}\.){1,3} [a-z]{2,12}
    | (?:\W{1,4}|\[?\d{1,2}\]?\s) https?://\S+ | (?:doi:|mailto:) \S+ | [A-Z]:\\\S.{0,150}
      | \\\\\w[^\s]{2,150}
    | (?:Source|Via|Link|URL|Permalink|Quelle|Fuente|Fonte|Bron) \s?:\s \S .{0,100} (?<![.!?])
    """,
    re.VERBOSE | re.IGNORECASE,
)

_BLOCK = re.compile(
    r"(?:<|&lt;)(?P<name>[a-z][a-z\d]{0,14})\s[^<>]{1,200}(?:>|&gt;).{0,200}(?:</|&lt;/)(?P=name)(?:>|&gt;)"
)
_IN_LINKS = frozenset("/:\\@.")
_ADDRESS = re.compile(r"<?(?:(?:https?://|www\.)\S+|(?:[\w-]{1,40}\.){1,4}[a-z]{2,12}/\S*)")
_SAID = frozenset(".?!")


def is_link(stretch: Apart) -> bool:
    """Whether a stretch that stands apart is a link or says where something was taken from."""
    inner = stretch.inner
    if _IN_LINKS.isdisjoint(inner) or inner[-1:] in _SAID or stretch.how is How.ASIDE:
        return False
    return (_ADDRESS if stretch.how is How.TAIL else _LINK_ALONE).fullmatch(inner) is not None


def is_block(stretch: Apart) -> bool:
    """Whether a line is a block of a page, its words included: '<p class="more">More from Business</p>'."""
    inner = stretch.inner
    return inner[:1] in "<&" and stretch.how in (How.LINE, How.WHOLE) and _BLOCK.fullmatch(inner) is not None


def hashtags(text: str) -> Iterator[tuple[int, int]]:
    if "#" in text:
        if ONE_HASHTAG.fullmatch(text):
            yield 0, len(text)
        for match in _HASHTAGS.finditer(text):
            yield match.span()


def links(text: str) -> Iterator[tuple[int, int]]:
    if "://" in text or "www." in text:
        for match in _BETWEEN.finditer(text):
            yield match.span()
        for pattern in (_LABELLED_LINK, _BARE_LINK):
            for match in pattern.finditer(text):
                yield match.span()
        for match in _LINK.finditer(text):
            if _NEVER_SAID.search(match[0]):
                yield match.span()


def markup(text: str) -> Iterator[tuple[int, int]]:
    if "<" in text or "[" in text or "{" in text or "%%" in text or "@@" in text or "##" in text:
        for match in _TAG.finditer(text):
            if not _TALKED_ABOUT.search(text, max(0, match.start() - 12), match.start()):
                yield match.span()
        if "](" in text:  # what is linked was said, its address was not
            for match in _LINKED.finditer(text):
                yield match.start(), match.start() + 1
                yield match.start("address"), match.end()
    if ">" in text:
        for match in _QUOTED.finditer(text):
            yield match.span()
    if "&" in text:
        letters = [*escaped_words(text)]  # "don&rsquo;t" holds a letter of the text, and is no mark of a page
        for match in _ENTITY.finditer(text):
            after = bisect_right(letters, match.start(), key=itemgetter(1))  # the first that ends behind it
            if after < len(letters) and letters[after][0] < match.end():
                continue
            names = re.findall(r"&(?:amp;)*([^;]+;)", match[0])
            if all(name.startswith("#") or name in html5 for name in names):
                yield match.start(), match.start() + len(match[0].rstrip())


def headings(text: str) -> Iterator[tuple[int, int]]:
    """Headings, rules between sections and the fences around a block of text, in markdown."""
    start = 0
    for paragraph in text.splitlines(keepends=True) if "\n" in text else (text,):
        if paragraph[:_INDENT].lstrip()[:1] in _MARKS and (
            is_heading(paragraph) or _RULE.fullmatch(paragraph)
        ):
            yield start, start + len(paragraph.rstrip())
        start += len(paragraph)
    if "##" in text or "**" in text or "---" in text or "___" in text or "===" in text or "```" in text:
        for match in _HEADING_BETWEEN.finditer(text):
            yield match.span()
        for match in _BOLD.finditer(text):
            yield match.span("open")
            yield match.span("close")
    if "```" in text or "~~~" in text:
        for match in _FENCE.finditer(text):
            yield match.span()
