"""The review desk by number of turns: opening it, and each action until the page shows it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.desk_actions import Action, actions
from benchmarks.desk_server import Cost, costs
from benchmarks.talk import an_interview
from interviews.models import Interview
from tools.chromium import find

OPENINGS = 15
LAUNCH = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
_DRAWN = """new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"""
_LONG_TASKS = """() => {
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask", buffered: true });
}"""


def measure(sizes: Sequence[int], folder: Path) -> None:
    """Print what opening costs, then each action: in the browser, and on the server alone."""
    alice = User.objects.create_superuser("alice")
    interviews = {size: an_interview(size, alice) for size in sizes}
    client = Client()
    client.force_login(alice)
    session = client.cookies["sessionid"].value
    acted: dict[int, list[Action]] = {}
    print("Opening, in Chromium: milliseconds, median (95th percentile)\n")
    print(
        f"{'turns':>6} {'words':>7} {'flags':>6} {'nodes':>7} {'kB':>6} {'usable':>12} {'long tasks':>14}",
        flush=True,
    )
    with _server(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(LAUNCH))
        for size, interview in interviews.items():
            page = _a_page(browser, address, session)
            _opening(page, size, interview)
            acted[size] = list(actions(page))
            page.context.close()
        browser.close()
    _in_the_browser(acted)
    _on_the_server({size: costs(client, an_interview(size, alice, "again")) for size in sizes})


def _a_page(browser: Browser, address: str, session: str) -> Page:
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
    context.add_init_script(f"({_LONG_TASKS})()")
    return context.new_page()


def _opening(page: Page, size: int, interview: Interview) -> None:
    path = f"/desk/{interview.pk}/"
    usable, tasks = [], []
    for _ in range(OPENINGS):
        page.goto(path, wait_until="load")
        usable.append(page.evaluate(_DRAWN))
        tasks.append(page.evaluate("longTasks"))
    nodes = page.evaluate("document.querySelectorAll('*').length")
    kilobytes = len(page.request.get(path).body()) / 1000
    words = sum(len(turn.text.split()) for turn in interview.transcript())
    long = f"{median([len(one) for one in tasks]):.0f}, {median([sum(one) for one in tasks]):.0f} ms"
    flags = interview.flags.open().count()
    print(
        f"{size:>6} {words:>7} {flags:>6} {nodes:>7} {kilobytes:>6.0f} {_told(usable):>12} {long:>14}",
        flush=True,
    )


def _in_the_browser(acted: dict[int, list[Action]]) -> None:
    print("\nUntil the page shows it, milliseconds; bytes up and down, headers and all, of the largest\n")
    print(f"{'':>10} " + " ".join(f"{size:>6} turns {'up':>6} {'down':>6}" for size in acted))
    for together in zip(*acted.values(), strict=True):
        told = (f"{_told(one.times):>12} {max(one.up):>6} {max(one.down):>6}" for one in together)
        print(f"{together[0].name:>10} " + " ".join(told), flush=True)


def _on_the_server(found: Mapping[int, Mapping[str, Cost]]) -> None:
    print("\nOn the server alone, milliseconds, and queries\n")
    print(f"{'':>10} " + " ".join(f"{size:>6} turns {'queries':>8}" for size in found))
    tables = list(found.values())
    for name in tables[0]:
        told = (f"{_told(table[name].times):>12} {table[name].queries:>8}" for table in tables)
        print(f"{name:>10} " + " ".join(told), flush=True)


def _told(times: Sequence[float]) -> str:
    return f"{median(times):.0f} ({quantiles(times, n=20)[-1]:.0f})"


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
