"""A page of HTML as blocks: what it shows, with what is bold, as a saved page, Word or Google Docs has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from interviews.formats.blocks import SORTS, Block, Parsed, Sort, Unreadable, bounded, counted, flat
from interviews.formats.flowing import Flowing
from interviews.formats.html_tokens import RAW, Tag, tokens

MOST_TOKENS = 500_000  # tags and texts; ten hours with a tag for each word have 400,000
DEEPEST = 500  # elements in one another; browsers stop at 512
OWN = "data-newsroom"  # what this program's own pages are told by; ``html_writing`` writes it
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section"
    " summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SET_OFF = frozenset({"b", "strong", "cite", "dt"})
_SKIPPED = frozenset(
    "template noscript svg object video audio canvas select button datalist xml rt rp".split()
)
# What an element closes that was left open, and where that ends.
_CLOSES = {
    **dict.fromkeys(_BLOCKS, (frozenset({"p"}), frozenset({"td", "th", "li", "div", "table"}))),
    "li": (frozenset({"li", "p"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd", "p"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd", "p"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"table"})),
    "th": (frozenset({"td", "th"}), frozenset({"table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
}
_REASONS = {"nav": "navigation of the page", "figcaption": "what stands under a picture"}
_AROUND = "what stands around the article"
_WEIGHT = re.compile(r"font-weight\s*:\s*(?P<weight>[a-z]+|\d{1,4})", re.IGNORECASE)
_UNSEEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore", re.IGNORECASE)
_HEADING_CLASS = re.compile(r"(?:^|\s)(?:mso(?:title|heading)\w*|title)(?:\s|$)", re.IGNORECASE)
_LONGEST_RULE = 2_000  # characters of one rule of a style sheet
_RULE = re.compile(rf"\.([\w-]{{1,80}})\s{{0,9}}\{{([^{{}}]{{0,{_LONGEST_RULE}}})\}}")


def parse_html(page: str) -> Parsed:
    """The blocks of a page. Raises Unreadable with a sentence."""
    builder = _Builder(page)
    for number, token in enumerate(tokens(page)):
        if number == MOST_TOKENS:
            raise Unreadable(
                f"It has more than {MOST_TOKENS:,} tags and texts, the most that is read. Split it."
            )
        if isinstance(token, str):
            builder.text(token)
        elif token.closes:
            builder.close(token.name)
        else:
            builder.open(token)
    builder.end()
    notes = []
    if builder.deleted:
        are = "is" if builder.deleted == 1 else "are"
        notes.append(f"{counted(builder.deleted, 'passage')} marked as deleted {are} not read.")
    if builder.hidden:
        notes.append(f"Not read: {counted(builder.hidden, 'character')} that the page does not show.")
    return Parsed(tuple(bounded(builder.told())), tuple(notes))


class _Element:
    __slots__ = ("bold", "italic", "name", "own", "pre", "sort", "unread")

    bold: bool
    italic: bool
    pre: bool
    unread: str  # why what is in it is not read; empty where it is
    sort: Sort

    def __init__(self, tag: Tag, outer: _Element | None, bold_classes: dict[str, bool]) -> None:
        self.name = tag.name
        self.bold = outer.bold if outer else False
        if tag.name in _SET_OFF:
            self.bold = True
        self.italic = tag.name in ("i", "em") or (outer is not None and outer.italic)
        for name in tag.attribute("class").split():
            self.bold = bold_classes.get(name, self.bold)
        style = tag.attribute("style")
        if weight := _WEIGHT.search(style):
            self.bold = _is_bold(weight["weight"])
        hidden = tag.has("hidden") or _UNSEEN.search(style) is not None
        self.unread = outer.unread if outer else ""
        if not self.unread:
            if tag.name in _SKIPPED:
                self.unread = "markup"
            elif tag.name == "del":
                self.unread = "deleted"
            elif hidden:
                self.unread = "hidden" if "ignore" not in style.lower() else "markup"
        self.pre = tag.name == "pre" or (outer is not None and outer.pre)
        self.sort = outer.sort if outer else Sort.PARAGRAPH
        is_heading = tag.name in _HEADINGS or tag.attribute("role") == "heading"
        if is_heading or _HEADING_CLASS.search(tag.attribute("class")):
            self.sort = Sort.HEADING
        self.own = False
        if (own := tag.attribute(OWN)) in _OWN_SORTS:
            self.sort, self.own = SORTS[own], True


_OWN_SORTS = frozenset({Sort.TITLE, Sort.STANDFIRST, Sort.FACTS, Sort.BACKGROUND, Sort.TURN, Sort.MORE})


def _is_bold(weight: str) -> bool:
    return weight.lower() in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)


class _Builder:
    """Makes blocks out of tags and text."""

    def __init__(self, page: str) -> None:
        self.deleted = 0
        self.hidden = 0
        self._page = page
        self._blocks: list[Block] = []
        self._inside: list[bool] = []  # of each block: whether it stands in the article
        self._containers: list[list[Block]] = [self._blocks]
        self._rows: list[list[tuple[Block, ...]]] = []
        self._tables = 0
        self._stack: list[_Element] = []
        self._open: Counter[str] = Counter()
        self._words = Flowing()
        self._times: tuple[int | None, int | None] | None = None
        self._bold_classes: dict[str, bool] = {}

    def open(self, tag: Tag) -> None:
        """An element begins."""
        if tag.name in RAW:
            if tag.name == "style":
                self._learn(tag.raw)
            return
        if tag.name == "br":
            self._break()
            return
        if tag.name in _BLOCKS:
            self._close_left_open(tag.name)
            self._flush()
        if tag.name in _VOID:
            return
        if tag.name == "tr":
            self._rows.append([])
        elif tag.name in ("td", "th"):
            self._containers.append([])
        elif tag.name == "table":
            self._tables += 1
        outer = self._stack[-1] if self._stack else None
        element = _Element(tag, outer, self._bold_classes)
        self.deleted += element.unread == "deleted" and (outer is None or not outer.unread)
        self._stack.append(element)
        self._open[tag.name] += 1
        if len(self._stack) > DEEPEST:
            raise Unreadable(f"Its elements are nested over {DEEPEST} levels deep, the most that is read.")
        if element.own and element.sort is Sort.TURN:
            self._times = (_number(tag.attribute("data-start")), _number(tag.attribute("data-end")))

    def close(self, name: str) -> None:
        """An element ends, and all that was left open in it."""
        if name == "p" and not self._open["p"]:
            self._flush()
        if not self._open[name]:
            return
        while self._stack:
            if self._pop() == name:
                return

    def text(self, words: str) -> None:
        """Text of the page."""
        element = self._stack[-1] if self._stack else None
        if element is not None and element.unread:
            self.hidden += len("".join(words.split())) if element.unread == "hidden" else 0
            return
        self._words.bold[-1] = element.bold if element else False
        self._words.slanted = element is not None and element.italic
        if element is not None and element.pre:
            for number, line in enumerate(words.split("\n")):
                if number:
                    self._break()
                self._words.write(line)
            return
        before = self._words.length
        self._words.write(words)
        if element is not None and element.name == "time" and self._words.length > before:
            self._words.time = (before, self._words.length)

    def end(self) -> None:
        """The page ends."""
        while self._stack:
            self._pop()
        self._flush()

    def told(self) -> Iterator[Block]:
        """The blocks; where most of the page is one article, what stands around it is set aside."""
        inside = sum(_size(block) for block, told in zip(self._blocks, self._inside, strict=True) if told)
        has_article = inside * 2 > sum(map(_size, self._blocks))
        for block, told in zip(self._blocks, self._inside, strict=True):
            if has_article and not told:
                for inner in flat((block,)):
                    reason = inner.reason or _AROUND
                    yield Block(inner.text, Sort.ASIDE, reason=reason)
            else:
                yield block

    def _close_left_open(self, name: str) -> None:
        closed, borders = _CLOSES[name]
        if not any(self._open[one] for one in closed):
            return
        for place in range(len(self._stack) - 1, -1, -1):
            found = self._stack[place].name
            if found in borders and found not in closed:
                return
            if found in closed:
                while len(self._stack) > place:
                    self._pop()
                return

    def _pop(self) -> str:
        name = self._stack[-1].name
        if name in _BLOCKS:
            self._flush()
        self._stack.pop()
        self._open[name] -= 1
        if name in ("td", "th") and len(self._containers) > 1:
            cell = tuple(self._containers.pop())
            if self._rows:
                self._rows[-1].append(cell)
        elif name == "tr" and self._rows:
            self._end_row(tuple(self._rows.pop()))
        return name

    def _end_row(self, cells: tuple[tuple[Block, ...], ...]) -> None:
        if not any(cells):
            return
        row = Block("", Sort.ROW, cells=cells, table=self._tables)
        for block in flat((row,)) if self._rows else (row,):
            self._add(block)

    def _break(self) -> None:
        """A line ends; at the second in a row the paragraph does."""
        if self._stack and self._stack[-1].unread:
            return
        own = bool(self._stack) and self._stack[-1].sort in _OWN_SORTS
        if not own and self._words.parts and self._words.parts[-1] == "\n":
            self._flush()
        else:
            self._words.sign("\n")

    def _flush(self) -> None:
        words, self._words = self._words, Flowing()
        if not words.parts:
            return
        element = self._stack[-1] if self._stack else None
        sort = element.sort if element else Sort.PARAGRAPH
        reason = next((_REASONS[name] for name in _REASONS if self._open[name]), "")
        block = words.block(Sort.ASIDE if reason else sort, reason=reason)
        if not block.text:
            return
        if sort is Sort.TURN:
            block.times = self._times
            self._times = None
        elif sort not in _OWN_SORTS:
            block.time = None
        self._add(block)

    def _add(self, block: Block) -> None:
        self._containers[-1].append(block)
        if len(self._containers) == 1:
            self._inside.append(bool(self._open["article"] or self._open["main"]))

    def _learn(self, sheet: str) -> None:
        """Which classes of a style sheet make bold; Google Docs saves all looks so."""
        for name, rules in _RULE.findall(sheet):
            if weight := _WEIGHT.search(rules):
                self._bold_classes[name] = _is_bold(weight["weight"])


def _size(block: Block) -> int:
    return len(block.text) + sum(len(inner.text) for cell in block.cells for inner in cell)


def _number(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 12 else None
