"""A source as JSON whose values know where they stand in it. Linear, and without a stack of Python's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from interviews.formats.base import ImportProblem
from interviews.formats.json_values import Array, Number, Object, Text, Value, unescaped
from interviews.formats.lines import line_at, line_starts

DEPTH = 64  # levels; recognisers nest seven deep
_SKETCHED = 4_000  # tokens: AWS lists some hundred turns before its first word
# 20 MB of what recognisers write have 1.4 million; as many take up to 300 MB.
MOST_VALUES = 2_000_000
_NOTES = 3  # doubled keys that are told one by one

_TOKEN = re.compile(
    r"""
    [ \t\n\r]*+ (?:
        " (?P<text> [^"\\]*+ (?:\\.[^"\\]*+)*+ ) " (?P<key> [ \t\n\r]*+ : )?+
      | (?P<number> -?+ (?: [0-9] [0-9.eE+-]*+ | Infinity ) | NaN )
      | (?P<comma> , )
      | (?P<opens> [\[{] )
      | (?P<closes> [\]}] )
      | (?P<word> true | false | null )
      | (?P<end> \Z )
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_BEGINS = re.compile(r"\s*+[{\[]")
_SPACE = re.compile(r"[ \t\n\r]*+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


@dataclass(frozen=True, slots=True)
class Json:
    """A source, the value that it is, and sentences about what is odd in it."""

    text: str
    value: Value
    notes: tuple[str, ...] = ()

    @property
    def top(self) -> Object:
        """The object that the source is; an empty one where it is something else."""
        return self.value if isinstance(self.value, Object) else Object()


@lru_cache(maxsize=1)
def sketch(source: str) -> frozenset[str]:
    """The paths of the names near the start, such as "results.items[].type"; none where it is no JSON.

    Remembered for the last source, since every reader asks.
    """
    if not _BEGINS.match(source):
        return frozenset()
    paths: set[str] = set()
    stack: list[str] = []
    path, at = "", 0
    for _ in range(_SKETCHED):
        found = _TOKEN.match(source, at)
        if not found or found.lastgroup == "end" or len(stack) > DEPTH:
            break
        at = found.end()
        if found.lastgroup == "key":
            path = f"{stack[-1]}.{found['text']}" if stack and stack[-1] else found["text"]
            paths.add(path)
        elif found.lastgroup == "opens":
            stack.append(path + "[]" if found["opens"] == "[" else path)
            path = stack[-1]
        elif found.lastgroup == "closes" and stack:
            stack.pop()
            path = stack[-1] if stack else ""
    return frozenset(paths)


def parse(source: str) -> Json:
    """The source as JSON.

    Of two equal keys in one object the last counts, as everywhere, and a note tells it. NaN and Infinity,
    line breaks in strings and escapes that JSON does not know are let pass: programs do write them. Raises
    ImportProblem with the line where it is no JSON, breaks off, or is nested over ``DEPTH`` levels deep.
    """
    parser = _Parser(source)
    parser.run()
    return Json(source, parser.root[0], tuple(parser.notes))


@dataclass(slots=True)
class _Parser:
    source: str
    notes: list[str] = field(default_factory=list)
    root: Array = field(default_factory=Array)

    def run(self) -> None:
        source, match = self.source, _TOKEN.match
        outer: list[Array | Object] = []  # what is open around ``inside``
        inside: Array | Object = self.root
        key: str | None = None  # the name that waits for its value
        due, comma, at = True, False, 0  # a value may come next; it must, behind a comma
        known: dict[str, str] = {}  # a file has a few names, thousands of times
        many = 0
        while found := match(source, at):
            kind, start, at = found.lastgroup, at, found.end()
            value: Value
            if kind == "comma":
                if due or not outer:
                    raise self._problem(at - 1, "a comma stands where a value belongs")
                due = comma = True
                continue
            if kind == "closes":
                if (
                    not outer
                    or key is not None
                    or comma
                    or (type(inside) is Object) != (source[at - 1] == "}")
                ):
                    raise self._problem(at - 1, f"nothing can end with this “{source[at - 1]}”")
                inside.end = at
                inside, due = outer.pop(), False
                continue
            if kind == "end":
                break
            if not due:
                raise self._problem(start, "a comma or the end is missing before this")
            if kind == "key":
                if type(inside) is Array or key is not None:
                    raise self._problem(start, "a colon stands where none belongs")
                key, comma = found["text"], False
                key = known[key] if key in known else known.setdefault(key, unescaped(key))
                if key in inside:
                    self._note(found.start("text"), key)
                continue
            if type(inside) is Object and key is None:
                raise self._problem(start, "a name with a colon is missing before this")
            many += 1
            if many > MOST_VALUES:
                raise ImportProblem(
                    f"The JSON holds more than {MOST_VALUES:,} values, the most that can be read. Split it."
                )
            if kind == "text":
                value = Text(source, *found.span("text"))
            elif kind == "number":
                value = Number(source, *found.span("number"))
            elif kind == "word":
                value = _WORDS[found["word"]]
            else:
                value = Object() if source[at - 1] == "{" else Array()
                value.start = at - 1
            if isinstance(inside, Array):
                inside.append(value)
            elif key is not None:
                inside[key] = value
            if kind == "opens":
                if len(outer) == DEPTH:
                    raise self._problem(at - 1, f"it is nested more than {DEPTH} levels deep")
                outer.append(inside)
                inside = value  # type: ignore[assignment]
            due, key, comma = kind == "opens", None, False
        if found is None:
            raise self._stray(at)
        if outer or not self.root:
            raise ImportProblem(
                "The JSON breaks off: what was opened is not closed. "
                "The file may be cut short; bring all of it."
            )

    def _note(self, at: int, key: str) -> None:
        if len(self.notes) < _NOTES:
            where = f"Line {self._line(at)} names “{key[:40]}” a second time in one place"
            self.notes.append(f"{where}; the last one counts.")

    def _stray(self, at: int) -> ImportProblem:
        space = _SPACE.match(self.source, at)
        at = space.end() if space else at
        if self.source[at] == '"':
            return ImportProblem(
                f"The JSON breaks off in line {self._line(at)}: a text is not closed. "
                "The file may be cut short; bring all of it."
            )
        return self._problem(at, f"it does not go on with “{self.source[at]}”")

    def _problem(self, at: int, what: str) -> ImportProblem:
        space = _SPACE.match(self.source, at)
        line = self._line(space.end() if space else at)
        return ImportProblem(f"This is not JSON that can be read: in line {line}, {what}.")

    def _line(self, at: int) -> int:
        return line_at(line_starts(self.source), at)
