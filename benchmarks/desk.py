"""The review desk by number of turns: opening it, settling, saving, undoing."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Page, expect, sync_playwright
from wordfreq import top_n_list

from interviews.formats.reading import read_text
from interviews.models import Interview
from interviews.services.importing import import_reading
from tools.chromium import find

TIMES = 15  # of each action
COLUMNS = ("usable", "next flag", "edit opens", "save shown", "settled", "undone")  # ms, median (p95)
LAUNCH = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
# From the click until the page shows what was done, measured in the page: no protocol between.
UNTIL_SHOWN = """([act, seen]) => new Promise((resolve) => {
  const region = document.querySelector("#status");
  if (region) region.textContent = "";
  const start = performance.now();
  const look = () => document.querySelector(seen)?.textContent.trim()
    ? requestAnimationFrame(() => resolve(performance.now() - start)) : requestAnimationFrame(look);
  document.querySelector(act).click();
  look();
})"""


def measure(sizes: Sequence[int], folder: Path) -> None:
    """Print a table: a line for each size, medians and 95th percentiles in milliseconds."""
    call_command("migrate", verbosity=0)
    alice = User.objects.create_superuser("alice")
    interviews = {size: _an_interview(size, alice) for size in sizes}
    client = Client()
    client.force_login(alice)
    session = client.cookies["sessionid"].value
    print(
        f"{'turns':>6} {'words':>7} {'flags':>6} {'nodes':>7} {'kB':>6} | "
        + " ".join(f"{name:>12}" for name in COLUMNS),
        flush=True,
    )
    with _server(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(LAUNCH))
        for size, interview in interviews.items():
            context = browser.new_context(base_url=address, reduced_motion="reduce")
            context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
            _line(context.new_page(), size, interview)
            context.close()
        browser.close()


def _line(page: Page, size: int, interview: Interview) -> None:
    path = f"/desk/{interview.pk}/"
    usable = [_open(page, path) for _ in range(TIMES)]
    nodes = page.evaluate("document.querySelectorAll('*').length")
    kilobytes = len(page.request.get(path).body()) / 1000
    forward = [_next(page) for _ in range(TIMES)]
    opening, saving = _edits(page)
    settled, undone = _settlements(page)
    words = sum(len(turn.text.split()) for turn in interview.transcript())
    print(
        f"{size:>6} {words:>7} {interview.flags.open().count():>6} {nodes:>7} {kilobytes:>6.0f} | "
        + " ".join(f"{_told(times):>12}" for times in (usable, forward, opening, saving, settled, undone)),
        flush=True,
    )


def _open(page: Page, path: str) -> float:
    """From the start of the navigation until scripts have run and the next frame was drawn."""
    page.goto(path, wait_until="load")
    drawn: float = page.evaluate(
        """new Promise((done) => requestAnimationFrame(() =>
          requestAnimationFrame(() => done(performance.now()))))"""
    )
    return drawn


def _next(page: Page) -> float:
    before = page.locator("#current").input_value()
    took: float = page.evaluate(
        """(before) => new Promise((resolve) => {
          const start = performance.now();
          const look = () => document.querySelector("#current").value !== before
            ? requestAnimationFrame(() => resolve(performance.now() - start)) : requestAnimationFrame(look);
          document.querySelector("#next-flag").click();
          look();
        })""",
        before,
    )
    return took


def _edits(page: Page) -> tuple[list[float], list[float]]:
    opening, saving = [], []
    for number in range(TIMES):
        row = page.locator("#turns .turn .edit").nth(number * 3)
        key = row.evaluate("(link) => link.closest('.turn').id")
        opening.append(page.evaluate(UNTIL_SHOWN, [f"#{key} .edit", f"#{key} textarea"]))
        field = page.locator(f"#{key} textarea")
        field.fill(f"{field.input_value()} It was number {number}.")
        saving.append(page.evaluate(UNTIL_SHOWN, [f"#{key} form .primary", "#status"]))
        expect(page.locator(f"#{key} .words")).to_contain_text(f"number {number}.")
        _rest(page)
    return opening, saving


def _settlements(page: Page) -> tuple[list[float], list[float]]:
    settled, undone = [], []
    for _ in range(TIMES):
        settled.append(page.evaluate(UNTIL_SHOWN, ["#card .fixes button", "#status"]))
        _rest(page)
        undone.append(page.evaluate(UNTIL_SHOWN, ["#undo", "#status"]))
        _rest(page)
    return settled, undone


def _rest(page: Page) -> None:
    """Until the check that follows a change is done, as it is before a person acts again."""
    page.evaluate("new Promise((done) => setTimeout(done, 50))")
    expect(page.locator("#check.htmx-request")).to_have_count(0)


def _told(times: Sequence[float]) -> str:
    return f"{median(times):.0f} ({quantiles(times, n=20)[-1]:.0f})"


def _an_interview(turns: int, by: User) -> Interview:
    """Invented talk of about 38 words a turn, with a fault every twenty turns."""
    chance = random.Random(turns)  # noqa: S311 (the same talk every time)
    vocabulary = top_n_list("en", 5000)
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]  # as often as in real talk (Zipf)
    lines = []
    for number in range(turns):
        words = " ".join(chance.choices(vocabulary, weights, k=chance.randint(12, 64)))
        text = words.capitalize() + ("?" if number % 2 == 0 else ".")
        if number % 20 == 9:
            text = text[0].lower() + text[1:].replace(" of ", " of of ", 1) + " (and so on"
        lines.append(f"{'Editor' if number % 2 == 0 else 'Guest'}: {text}")
    reading = read_text("\n\n".join(lines), name="talk.txt")
    return import_reading(reading=reading, data=b"talk", name="talk.txt", by=by, title=f"{turns} turns")


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    """The program as it is run: gunicorn, two workers, nothing kept warm by a debugger."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "-b", f"127.0.0.1:{port}", "-w", "2"]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603
        address = f"http://127.0.0.1:{port}"
        try:
            _wait(lambda: urllib.request.urlopen(address, timeout=2).close())
            yield address
        finally:
            process.terminate()
            process.wait()


def _wait(reach: Callable[[], None]) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            return reach()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
