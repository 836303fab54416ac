"""A strict look at a page: what a browser would have to mend, and what a validator would not let pass.

Parse errors are those of https://html.spec.whatwg.org/multipage/parsing.html#parse-errors; the rest are rules
of the same document that no parser sees, such as references inside a page, times and headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from justhtml import JustHTML

# A date, a moment to the millisecond, or a length of time: "the time element" of the document above.
_TIME = re.compile(
    r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?|P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d{1,3})?S)?)?"
)
_REFERS = ("aria-labelledby", "aria-describedby", "for", "list", "form")
_LABELLED = {"input", "select", "textarea", "button", "output", "progress", "meter"}
_REPEATED = re.compile(
    r"<[a-z][^<>\s]*(?:\s+[^\s=<>]+(?:=\"[^\"]*\")?)*?\s+([^\s=<>]+)=\"[^\"]*\"[^<>]*\s\1=\""
)
_NAMES_NOTHING = {"div", "span", "p"}  # without a role, these may not have a name of their own


def faults(page: str, *, outline: bool = True) -> list[str]:
    """Every fault of a page, in words; none for a sound one. ``outline`` judges the order of headings too."""
    parsed: Any = JustHTML(page, collect_errors=True, sanitize=False)
    found = [f"line {error.line}: {error.code}" for error in parsed.errors]
    elements = [node for node in _all(parsed.root) if not node.name.startswith(("#", "!"))]
    ids = Counter(node.attrs["id"] for node in elements if "id" in node.attrs)
    found += [f"the id {one} stands {count} times" for one, count in ids.items() if count > 1]
    found += [f"an id is not one word: {one!r}" for one in ids if not one or re.search(r"\s", one)]
    found += [f"{one} stands twice in one tag" for one in _REPEATED.findall(page)]
    named = {node.attrs["id"]: node.name for node in elements if "id" in node.attrs}
    for node in elements:
        found += _of_element(node, ids)
        if node.name == "label" and named.get(node.attrs.get("for"), "input") not in _LABELLED:
            found.append(f"a label for what is no field: {node.attrs['for']}")
    return [*found, *(_headings(elements) if outline else ())]


def _of_element(node: Any, ids: Counter[str]) -> Iterator[str]:
    attrs = {name: value or "" for name, value in node.attrs.items()}
    if node.name == "time":
        told = attrs.get("datetime", node.to_text().strip())
        if not _TIME.fullmatch(told) or told == "P":
            yield f"a time that no machine reads: {told}"
    for name in _REFERS:
        yield from (f"{name} leads nowhere: {one}" for one in attrs.get(name, "").split() if one not in ids)
    if attrs.get("href", "").startswith("#") and attrs["href"][1:] and attrs["href"][1:] not in ids:
        yield f"a link leads nowhere: {attrs['href']}"
    if node.name == "progress" and attrs.get("max", "1") == "0":
        yield "a progress towards nothing"
    if node.name == "img" and "alt" not in attrs:
        yield "a picture without words"
    if node.name in _NAMES_NOTHING and "aria-label" in attrs and "role" not in attrs:
        yield f"a {node.name} with a name and without a role"
    if node.name in {"ul", "ol"} and any(
        one.name not in {"li", "#text", "#comment"} for one in node.children
    ):
        yield "a list with something else than entries"
    if node.name in {"a", "button"} and any(one.name in {"a", "button", "input"} for one in _below(node)):
        yield f"something to press inside a {node.name}"
    if node.name in {"h1", "h2", "h3", "h4", "title"} and not node.to_text().strip():
        yield f"an empty {node.name}"
    if "style" in attrs or any(name.startswith("on") for name in attrs):
        yield "a style or a script in an attribute"
    if node.name == "html" and not attrs.get("lang"):
        yield "no language"


def _headings(elements: list[Any]) -> Iterator[str]:
    levels = [int(node.name[1]) for node in elements if re.fullmatch("h[1-6]", node.name)]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield f"a heading of level {after} behind one of level {before}"


def _below(node: Any) -> Iterator[Any]:
    for child in node.children or ():
        yield from _all(child)


def _all(node: Any) -> Iterator[Any]:
    yield node
    yield from _below(node)
