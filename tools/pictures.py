"""Makes the README's pictures from the demo: start `make demo`, then `.venv/bin/python tools/pictures.py`.

The login comes from var/demo-login.txt; another address goes on the command line.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tools.chromium import find

FOLDER = Path(__file__).parent.parent
PICTURES = FOLDER / "docs" / "images"
WINDOW = {"width": 1280, "height": 800}


def main(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(base_url=address, viewport=WINDOW, reduced_motion="reduce")  # type: ignore[arg-type]
        page.goto("/")
        page.locator("h2 a").first.click()
        _take(page, "published")
        _sign_in(page)
        _take(page, "desk")
        page.get_by_role("link", name=re.compile("Solheim")).last.click()
        page.locator("#card").wait_for()
        _take(page, "review-desk")
        browser.close()


def _sign_in(page: Page) -> None:
    page.goto("/login/")
    page.get_by_label("Name").fill("editor")
    page.get_by_label("Password").fill((FOLDER / "var" / "demo-login.txt").read_text().strip())
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/desk/**")


def _take(page: Page, name: str) -> None:
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
