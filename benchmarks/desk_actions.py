"""What a person does at the review desk, each many times: until the page shows it, and what it sends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Page, Request, expect

TIMES = 30  # of each action
# From the act until the page shows what was done and the next frame comes, in the page: no protocol between.
_UNTIL = """() => new Promise((resolve, reject) => {
  const region = document.querySelector("#status");
  if (region) region.textContent = "";
  const seen = (%s);
  const press = (key, on, more = {}) =>
    on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  const start = performance.now();
  const look = () => {
    if (performance.now() - start > 20000) reject(new Error("nothing was shown"));
    else if (seen()) requestAnimationFrame(() => resolve(performance.now() - start));
    else requestAnimationFrame(look);
  };
  (%s)(press);
  look();
})"""
_TOLD = 'document.querySelector("#status").textContent.trim()'


@dataclass
class Action:
    """One thing that a person does. ``times`` are milliseconds; ``up`` and ``down`` bytes with headers."""

    name: str
    times: list[float] = field(default_factory=list)
    up: list[int] = field(default_factory=list)
    down: list[int] = field(default_factory=list)


@dataclass
class Desk:
    """The review desk in a browser, with what goes over the wire written down."""

    page: Page
    sent: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("requestfinished", lambda request: self.sent.append(request))

    def measure(self, action: Action, act: str, seen: str = f"() => {_TOLD}") -> None:
        """Do it once. ``act`` and ``seen`` are functions in the page."""
        self.sent.clear()
        action.times.append(self.page.evaluate(_UNTIL % (seen, act)))
        own = [one for one in self.sent if "/check/" not in one.url and "/here/" not in one.url]
        sizes = [one.sizes() for one in own]
        action.up.append(sum(one["requestBodySize"] + one["requestHeadersSize"] for one in sizes))
        action.down.append(sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes))

    def rest(self) -> None:
        """Until the check that follows a change is done, as it is before a person acts again."""
        self.page.evaluate("new Promise((done) => setTimeout(done, 50))")
        expect(self.page.locator("#check.htmx-request")).to_have_count(0)
        expect(self.page.locator(".htmx-request")).to_have_count(0)

    def turn(self, number: int) -> str:
        """How the page finds the turn with that number among those that stand."""
        found: str = self.page.evaluate(
            """(n) => {
              const turns = document.querySelectorAll("#turns .turn:not(.aside-turn)");
              return `#${turns[n % (turns.length - 2)].id}`;
            }""",
            number,
        )
        return found


def actions(page: Page) -> Iterator[Action]:
    """Everything, one after the other, each ``TIMES`` times on an open desk."""
    desk = Desk(page)
    yield from (_next_flag(desk), *_editing(desk), *_settling(desk), *_arranging(desk), _panel(desk))


def _repeated(name: str, once: Callable[[Action, int], None]) -> Action:
    action = Action(name)
    for number in range(TIMES):
        once(action, number)
    return action


def _next_flag(desk: Desk) -> Action:
    def once(action: Action, _number: int) -> None:
        before = desk.page.locator("#current [name=from]").input_value()
        seen = f'() => document.querySelector("#current [name=from]").value !== "{before}"'
        desk.measure(action, '() => document.querySelector("#next-flag").click()', seen)

    return _repeated("next flag", once)


def _editing(desk: Desk) -> tuple[Action, Action]:
    opened, saved = Action("form open"), Action("saved")
    for number in range(TIMES):
        key = desk.turn(number * 3)
        desk.measure(
            opened,
            f'() => document.querySelector("{key} .edit").click()',
            f'() => document.querySelector("{key} textarea")',
        )
        field = desk.page.locator(f"{key} textarea")
        field.fill(f"{field.input_value()} It was number {number}.")
        desk.measure(saved, f'() => document.querySelector("{key} form .primary").click()')
        expect(desk.page.locator(f"{key} .words")).to_contain_text(f"number {number}.")
        desk.rest()
    return opened, saved


def _settling(desk: Desk) -> tuple[Action, ...]:
    settled, undone, redone = Action("settled"), Action("undone"), Action("redone")
    for _ in range(TIMES):
        for action, act in (
            (settled, '() => document.querySelector("#card .fixes button").click()'),
            (undone, '() => document.querySelector("#undo").click()'),
            (redone, '() => document.querySelector("#redo").click()'),
            (undone, '() => document.querySelector("#undo").click()'),
        ):
            desk.measure(action, act)
            desk.rest()
    return settled, undone, redone


def _arranging(desk: Desk) -> tuple[Action, ...]:
    split, joined, moved = Action("split"), Action("joined"), Action("moved")
    aside, restored = Action("set aside"), Action("restored")
    for number in range(TIMES):
        key = desk.turn(10 + number * 2)
        desk.page.evaluate("(key) => document.querySelector(`${key} .edit`).click()", key)
        field = desk.page.locator(f"{key} textarea")
        field.wait_for()
        cut = field.input_value().index(" ", 12)
        field.evaluate("(field, cut) => field.setSelectionRange(cut, cut)", cut)
        desk.measure(split, f'() => document.querySelector("{key} [data-split]").click()')
        desk.rest()
        for action, pressed, more in (
            (joined, "M", "{}"),
            (moved, "ArrowDown", "{ altKey: true }"),
            (aside, "d", "{}"),
            (restored, "d", "{}"),
        ):
            on = f'document.querySelector("{key}")'
            desk.page.locator(key).focus()
            desk.measure(action, f'(press) => press("{pressed}", {on}, {more})')
            desk.rest()
    return split, joined, moved, aside, restored


def _panel(desk: Desk) -> Action:
    def once(action: Action, _number: int) -> None:
        act = '() => document.querySelector("#tool-replace").click()'
        desk.measure(action, act, '() => document.querySelector("#panel #find")')
        desk.page.keyboard.press("Escape")
        expect(desk.page.locator("#panel")).to_be_hidden()

    return _repeated("panel open", once)
