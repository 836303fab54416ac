"""``python -m benchmarks.judges``: the public pages before two judges from outside.

The Nu Html Checker (``vnu-jar@24``: Java) reads every page of a site that has each sort of page;
Lighthouse (``lighthouse@12``: Node 20 and Chromium) opens the front page, a short interview and one of
five hundred turns, as a telephone and a desk computer. npm fetches both into a folder that goes in the
end. The program is served by gunicorn with production settings. Exits with 1 where a page has an error or
a score is below its bar.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.deployed import deployed
from benchmarks.serving import free_port, running
from tools.chromium import find

JUDGES = ("vnu-jar@24", "lighthouse@12")
LONG = "five-hundred-turns"
PATHS = ("/", "/interviews/on-bridges/", f"/interviews/{LONG}/")
# Lighthouse reckons speed on a slow telephone from what it sees here: one page varies by some points on a
# machine that others use too. The other three do not vary.
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
_CHROMIUM = "--headless --no-sandbox --disable-gpu --disable-background-networking"


def main() -> int:
    missing = [name for name in ("npm", "node", "java") if shutil.which(name) is None]
    if missing:
        print(f"The judges need {' and '.join(missing)}, which is not here.")
        return 1
    port = free_port()
    with deployed() as folder:
        os.environ["SITE_URL"] = f"http://127.0.0.1:{port}"
        pages = _publish(folder / "pages", os.environ["SITE_URL"])
        _run(["npm", "install", "--silent", "--prefix", str(folder), *JUDGES], check=True)
        sound = _check(pages, folder / "node_modules")
        command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "-b", f"127.0.0.1:{port}"]
        with running([*command, "-w", "2", "-k", "gthread", "--threads", "4"], folder / "log", port):
            low = [told for path in PATHS for told in _opened(os.environ["SITE_URL"] + path, folder)]
    for told in low:
        print(f"below its bar: {told}")
    return 0 if sound and not low else 1


def _publish(pages: Path, address: str) -> Path:
    """Publish the site of the tests and one long interview, and write every page into a folder."""
    from django.conf import settings

    from interviews.services.publishing import publish
    from tests.cast import an_editor, an_interview
    from tests.public_site import a_site, opened
    from tests.web.test_page_budget import five_hundred_turns

    settings.SITE_URL = address
    also = a_site()
    interview = an_interview(five_hundred_turns(), title="Five hundred turns")
    seen = list(interview.flags.values_list("pk", flat=True))
    publish(interview=interview, by=an_editor(), acknowledged=seen, override_reason="To be judged.")
    pages.mkdir()
    for number, one in enumerate(page for page in opened(also) if page.is_page):
        (pages / f"{number}.html").write_bytes(one.body)
        (pages / f"{number}.address").write_text(one.address)
    return pages


def _check(pages: Path, judges: Path) -> bool:
    """Print what the checker says of the pages; whether it is content."""
    jar = judges / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--skip-non-html", str(pages)]
    told = json.loads(_run(command).stderr)
    errors = [one for one in told["messages"] if one["type"] == "error"]
    for one in errors:
        address = Path(one["url"].removeprefix("file:")).with_suffix(".address").read_text()
        print(f"{address}:{one.get('lastLine', 0)}: {one['message']}")
    print(f"Nu Html Checker: {len(list(pages.glob('*.html')))} pages, {len(errors)} errors")
    return not errors


def _run(command: list[str], *, check: bool = False) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "CHROME_PATH": find() or ""}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=check)  # noqa: S603


def _opened(address: str, folder: Path) -> Iterator[str]:
    """Print what Lighthouse says of a page; what is below its bar."""
    for device, options in (("telephone", []), ("desk computer", ["--preset=desktop"])):
        program = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
        report = folder / "report.json"
        command = ["node", str(program), address, *options, "--quiet", "--output=json"]
        command += [f"--output-path={report}", f"--chrome-flags={_CHROMIUM}"]
        if _run(command).returncode:  # a busy machine lost the beginning; it says itself to try again
            _run(command, check=True)
        categories: dict[str, Any] = json.loads(report.read_text())["categories"]
        scores = {name: round(100 * (categories[name]["score"] or 0)) for name in BARS}
        print(f"{address} on a {device}: {', '.join(f'{name} {score}' for name, score in scores.items())}")
        yield from (f"{address} on a {device}: {name}" for name, bar in BARS.items() if scores[name] < bar)


if __name__ == "__main__":
    sys.exit(main())
