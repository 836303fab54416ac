"""``python -m benchmarks.serving``: what a reader costs, and what publishing costs.

The same page of 500 turns is served as stored bytes and rendered for each reader, by gunicorn with two
workers, beside a view that does nothing and (where nginx is installed) nginx with the exported file; all in
one run, by turns, since the machine is shared. CPU is that of the server's processes, and is what can be
compared; requests per second include this program's own work, which limits nginx.
"""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.deployed import deployed

ROUNDS = 3
CLIENTS = 4
TURNS = 500
TICK = os.sysconf("SC_CLK_TCK")  # per second
NGINX = """
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 256; }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  gzip_static on;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""


@dataclass
class Target:
    """Something that answers, and what it took."""

    name: str
    port: int
    path: str
    requests: int  # in each round
    pid: int  # of the parent of its workers
    headers: str = ""
    status: int = 200
    cpu: list[float] = field(default_factory=list)  # ms a request
    rate: list[float] = field(default_factory=list)  # requests a second
    size: int = 0  # bytes of the body


def main() -> None:
    with deployed("benchmarks.serving_settings") as folder:
        _serving(folder)
        from benchmarks.publishing import measure

        measure(folder)


def _serving(folder: Path) -> None:
    from django.contrib.auth.models import User
    from django.core.management import call_command

    from benchmarks.publishing import published

    publication = published(TURNS, User.objects.create_superuser("alice"))
    site = folder / "site"
    call_command("publish_site", str(site), "--compress", stdout=io.StringIO())
    page = publication.get_absolute_url()
    with ExitStack() as stack:
        port, pid = stack.enter_context(_gunicorn(folder))
        targets = [
            Target("an empty view", port, "/measured/empty/", 2000, pid),
            Target("our page, stored", port, page, 2000, pid),
            Target("our page, not modified", port, page, 2000, pid, status=304),
            Target("the same page rendered", port, f"/measured/{publication.slug}/", 100, pid),
        ]
        tag = _ask(targets[1]).partition(b"ETag: ")[2].partition(b"\r\n")[0].decode()
        targets[2].headers = f"If-None-Match: {tag}\r\n"
        if shutil.which("nginx"):
            port, pid = stack.enter_context(_nginx(folder, site))
            targets.append(Target("nginx, exported file", port, page, 4000, pid))
        else:
            print("nginx is not installed here: its line is missing.")
        for target in targets:
            target.size = len(_ask(target).partition(b"\r\n\r\n")[2])
        for _ in range(ROUNDS):
            for target in targets:
                _round(target)
    _tell(targets)


def _tell(targets: list[Target]) -> None:
    base = median(targets[0].cpu)
    print(f"{TURNS} turns, medians of {ROUNDS} rounds, {CLIENTS} connections at a time")
    print(f"{'':<26} {'bytes':>8} {'CPU ms':>8} {'x empty':>8} {'requests/s':>11}")
    for one in targets:
        cpu = median(one.cpu)
        print(f"{one.name:<26} {one.size:>8} {cpu:>8.3f} {cpu / base:>8.2f} {median(one.rate):>11.0f}")
    stored, rendered = median(targets[1].cpu), median(targets[3].cpu)
    _bar("at most 2 x the CPU of an empty view", stored / base, stored <= 2 * base)
    _bar("at least 30 x cheaper than rendering", rendered / stored, rendered >= 30 * stored)


def _bar(name: str, value: float, held: bool) -> None:
    print(f"{'held  ' if held else 'MISSED'} {name}: {value:.2f}")


def _round(target: Target) -> None:
    """Asks in processes of their own: what they cost is not the server's."""
    before, start = _cpu(target.pid), time.perf_counter()
    share = target.requests // CLIENTS
    children = []
    for _ in range(CLIENTS):
        child = os.fork()
        if child == 0:
            try:
                for _ in range(share):
                    answer = _ask(target)
                    if int(answer[9:12]) != target.status:
                        os._exit(1)
            finally:
                os._exit(0)
        children.append(child)
    if any(os.waitpid(child, 0)[1] for child in children):
        raise RuntimeError(f"{target.name} did not answer {target.status}")
    took = time.perf_counter() - start
    target.rate.append(share * CLIENTS / took)
    target.cpu.append((_cpu(target.pid) - before) * 1000 / (share * CLIENTS))


def _ask(target: Target) -> bytes:
    """One answer, whole; a connection each, since gunicorn's workers keep none."""
    with socket.create_connection(("127.0.0.1", target.port), timeout=30) as line:
        line.sendall(
            f"GET {target.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n"
            f"Connection: close\r\n{target.headers}\r\n".encode()
        )
        return b"".join(iter(lambda: line.recv(1 << 18), b""))


def _cpu(parent: int) -> float:
    """Seconds that a process and its children have used."""
    pids = [parent]
    for task in Path(f"/proc/{parent}/task").iterdir():
        pids += [int(pid) for pid in (task / "children").read_text().split()]
    return sum(_ticks(pid) for pid in pids) / TICK


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


@contextmanager
def _gunicorn(folder: Path) -> Iterator[tuple[int, int]]:
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "-b", f"127.0.0.1:{port}", "-w", "2"]
    with running(command, folder / "gunicorn.log", port) as pid:
        yield port, pid


@contextmanager
def _nginx(folder: Path, root: Path) -> Iterator[tuple[int, int]]:
    port = free_port()
    folder.chmod(0o755)  # its workers are somebody else
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port, root=root))
    command = ["nginx", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with running(command, folder / "nginx.out", port) as pid:
        yield port, pid


@contextmanager
def running(command: list[str], log: Path, port: int) -> Iterator[int]:
    with log.open("w") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told)  # noqa: S603
        try:
            _wait(port)
            yield process.pid
        finally:
            process.terminate()
            process.wait()


def _wait(port: int) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=2).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
