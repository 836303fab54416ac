"""Chromium for the browser tests.

``page`` is ready to use: its base address is the live server's, and a test ends in an error when its
pages told the console of anything, broke a script or met the content security policy. Where no
Chromium is found the tests are skipped with a reason; with ``CI=true`` they fail.
"""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.conf import settings
from django.contrib.auth.models import User
from django.core.signals import request_finished, request_started
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from interviews.models import Interview
from tests.cast import an_editor, an_interview
from tools.chromium import find

# Playwright's loop runs in the tests' thread, where Django would refuse its ORM.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# Room for a busy machine; what is there is seen at once.
PATIENCE_MS = 15_000

LAUNCH = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) => {
  const place = `${event.sourceFile}:${event.lineNumber}`;
  console.error(`CSP: ${event.effectiveDirective} blocked ${event.blockedURI} at ${place}`);
});
"""

WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
    # Else it puts imported style sheets into style elements of its own, which the policy rightly reports.
    "preload": False,
}

NewPage = Callable[[], Page]
SignIn = Callable[[Page, User], None]
AccessibilityFaults = Callable[[Page], list[str]]


@dataclass
class Complaints:
    """What the pages of one test complained of: console errors and warnings, script errors, CSP reports."""

    heard: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    under_way: set[Request] = field(default_factory=set)

    def allow(self, pattern: str) -> None:
        """Lets pass what a test provokes (a regular expression): the console tells of a 409 too."""
        self.allowed.append(pattern)

    @property
    def unexpected(self) -> list[str]:
        return [told for told in self.heard if not any(re.search(pattern, told) for pattern in self.allowed)]

    def watch(self, context: BrowserContext) -> Callable[[], None]:
        """Hears what the pages of a context say, until what this gives back is called."""

        def console(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                self.heard.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

        def script(error: WebError) -> None:
            self.heard.append(f"script: {error.error}")

        def begun(request: Request) -> None:
            self.under_way.add(request)

        def ended(request: Request) -> None:
            self.under_way.discard(request)

        heard_by: dict[Any, Callable[[Any], None]] = {
            "console": console,
            "weberror": script,
            "request": begun,
            "requestfinished": ended,
            "requestfailed": ended,
        }
        for event, hear in heard_by.items():
            context.on(event, hear)

        def stop() -> None:
            for event, hear in heard_by.items():
                context.remove_listener(event, hear)

        return stop

    def wait_until_quiet(self, context: BrowserContext) -> None:
        """Lets requests under way end: one that a closing page breaks off would be complained of."""
        patience = PATIENCE_MS
        while self.under_way and context.pages and patience > 0:
            context.pages[0].wait_for_timeout(20)
            patience -= 20


class Answering:
    """Which threads of the live server are at a request. Between two, a thread only holds a line open."""

    def __init__(self) -> None:
        self.threads: set[threading.Thread] = set()
        self.changed = threading.Condition()

    def begun(self, **_: object) -> None:
        if threading.current_thread() is not threading.main_thread():  # that is a test's own client
            self.threads.add(threading.current_thread())

    def done(self, **_: object) -> None:
        with self.changed:
            self.threads.discard(threading.current_thread())
            self.changed.notify_all()

    def wait(self) -> None:
        """Until none is: one that still reads keeps tables from being emptied."""
        over = time.monotonic() + PATIENCE_MS / 1000
        with self.changed:
            # A thread whose browser went away ends without being done.
            while any(one.is_alive() for one in list(self.threads)) and time.monotonic() < over:
                self.changed.wait(0.02)
            self.threads.clear()


@pytest.fixture(scope="session")
def answering() -> Iterator[Answering]:
    """What the live server is at."""
    answering = Answering()
    request_started.connect(answering.begun)
    request_finished.connect(answering.done)  # comes after Django's own, which closes the database
    yield answering
    request_started.disconnect(answering.begun)
    request_finished.disconnect(answering.done)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is a browser test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run: ``$CHROMIUM``, or one found in its usual places."""
    path = find()
    if path is None:
        reason = "no Chromium was found; `make test` installs one where it can"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(LAUNCH))
        yield browser
        browser.close()


def a_context(browser: Browser, live_server: LiveServer) -> BrowserContext:
    """What one person's browser is, with nothing in it."""
    context = browser.new_context(base_url=live_server.url, reduced_motion="reduce", locale="en-GB")
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(TELL_VIOLATIONS)
    return context


def as_new(context: BrowserContext, live_server: LiveServer) -> Page:
    """A page in a context that another test had: nothing that one kept, fetched or allowed is left."""
    for page in context.pages:
        page.close()
    context.set_offline(False)
    context.clear_permissions()
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    protocol.send("Storage.clearDataForOrigin", {"origin": live_server.url, "storageTypes": "all"})
    protocol.send("Network.clearBrowserCache")
    protocol.detach()
    return page


@pytest.fixture(scope="session")
def idle_contexts(browser: Browser) -> list[BrowserContext]:
    """Contexts that no test has now. To make one costs more than half of a short test."""
    return []


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    """What this test's pages complained of. The test ends in an error when anything is left unallowed."""
    complaints = Complaints()
    yield complaints
    if complaints.unexpected:
        pytest.fail("the browser complained:\n" + "\n".join(complaints.unexpected), pytrace=False)


@pytest.fixture
def new_page(
    browser: Browser,
    idle_contexts: list[BrowserContext],
    live_server: LiveServer,
    answering: Answering,
    complaints: Complaints,
) -> Iterator[NewPage]:
    """Opens pages that know nothing of each other, as if each were another person's browser."""
    used: list[tuple[BrowserContext, Callable[[], None]]] = []

    def open_page() -> Page:
        context = idle_contexts.pop() if idle_contexts else a_context(browser, live_server)
        page = as_new(context, live_server)
        used.append((context, complaints.watch(context)))
        return page

    yield open_page
    for context, stop in used:
        complaints.wait_until_quiet(context)
        for page in context.pages:
            page.close()
        stop()
        idle_contexts.append(context)
    answering.wait()


@pytest.fixture
def page_with_a_clock(
    browser: Browser, live_server: LiveServer, answering: Answering, complaints: Complaints
) -> Iterator[Page]:
    """A page whose time the test moves. Its context cannot be given to another test."""
    context = a_context(browser, live_server)
    complaints.watch(context)
    page = context.new_page()
    page.clock.install()
    yield page
    complaints.wait_until_quiet(context)
    context.close()
    answering.wait()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page of its own for this test."""
    return new_page()


@pytest.fixture
def sign_in(live_server: LiveServer) -> SignIn:
    """Gives a page the session of a user, without the login form."""

    def give_session(page: Page, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
        )

    return give_session


@pytest.fixture
def accessibility_faults() -> AccessibilityFaults:
    """Checks a page as it stands by axe (WCAG 2.2 A and AA) in light and in dark: a line for each element."""

    def check(page: Page) -> list[str]:
        faults = []
        schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")
            found: list[dict[str, Any]] = Axe().run(page, options=WCAG).response["violations"]
            faults += [
                f"{scheme}: {fault['id']}: {fault['help']}: {' '.join(map(str, node['target']))}: "
                f"{' '.join((node.get('failureSummary') or '').split())}"
                for fault in found
                for node in fault["nodes"]
            ]
        page.emulate_media(color_scheme="null")
        return faults

    return check


@pytest.fixture
def alice(db: None) -> User:
    return an_editor()


@pytest.fixture
def bob(db: None) -> User:
    return an_editor("bob")


@pytest.fixture
def interview() -> Interview:
    """What the desk is open on; a file of tests may bring another one."""
    return an_interview()


@pytest.fixture
def desk(page: Page, sign_in: SignIn, alice: User, interview: Interview) -> Page:
    """The review desk, open on the interview."""
    return open_desk(page, sign_in, alice, interview)


def open_desk(page: Page, sign_in: SignIn, user: User, interview: Interview) -> Page:
    """The review desk of an interview, ready for keys."""
    sign_in(page, user)
    page.goto(f"/desk/{interview.pk}/")
    expect(page.locator("#card")).to_be_focused()
    return page


def assert_focus_is_somewhere(page: Page) -> None:
    """Nothing that somebody does may leave the focus nowhere."""
    assert page.evaluate("document.activeElement !== document.body")
