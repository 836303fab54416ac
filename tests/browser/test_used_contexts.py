"""A context of the browser goes from test to test: nothing goes with it."""

from __future__ import annotations

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import NewPage, as_new

pytestmark = pytest.mark.django_db(transaction=True)

LEFT = """async () => ({
  kept: [localStorage.length, document.cookie, (await indexedDB.databases()).length],
  allowed: (await navigator.permissions.query({ name: "clipboard-read" })).state,
  stored: performance.getEntriesByType("resource").filter((one) => one.transferSize === 0).length,
})"""


def test_a_page_in_a_used_context_has_nothing_of_the_one_before(
    new_page: NewPage, live_server: LiveServer
) -> None:
    used = new_page()
    used.goto("/")
    new = used.evaluate(LEFT)
    used.evaluate(
        """async () => {
          localStorage.setItem("draft", "1");
          document.cookie = "kept=1";
          await new Promise((done) => { indexedDB.open("kept").onsuccess = done; });
        }"""
    )
    used.context.add_cookies([{"name": "sessionid", "value": "1", "url": live_server.url, "httpOnly": True}])
    used.context.grant_permissions(["clipboard-read"])
    used.goto("/search/")
    assert {name for name, left in used.evaluate(LEFT).items() if left != new[name]} == set(new)
    used.context.set_offline(True)

    page = as_new(used.context, live_server)
    assert page.context.cookies() == []
    page.goto("/")
    assert used.is_closed()
    assert page.evaluate(LEFT) == new
