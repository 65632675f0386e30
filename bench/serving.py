"""A served city on one of the two databases, and a visitor to it."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode


class Visitor:
    """A browser of few words: cookies, a token, and nothing else."""

    def __init__(self, port: int) -> None:
        self.port, self.cookies = port, {}

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, bytes, str]:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
            "Accept-Language": "zh-hans",
        }
        body = None
        if form is not None:
            body = urlencode({**form, "csrfmiddlewaretoken": self.cookies["csrftoken"]})
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        link.request(method, path, body, headers)
        answer = link.getresponse()
        for value in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = value.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        read, where = answer.read(), answer.headers.get("Location", "")
        link.close()
        return answer.status, read, where

    def enter(self, username: str) -> None:
        self.ask("GET", "/account/login/")
        status, _, _ = self.ask("POST", "/demo/enter/", {"username": username})
        assert status == 302, status


@contextmanager
def served(home: str, database: str) -> Iterator[int]:
    env = os.environ | {"GONGJIANG_HOME": home, "GONGJIANG_DEMO": "1", "GONGJIANG_DATABASE": database}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    command = [sys.executable, "-m", "gongjiang.config.main", "demo", "--port", str(port)]
    server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                Visitor(port).ask("GET", "/healthz")
                break
            except OSError:
                time.sleep(0.05)
        print(f"first answer after {time.perf_counter() - start:.1f} s (limit 2)")
        yield port
        print(f"memory of the workers: {', '.join(f'{mb:.0f} MB' for mb in memory(server.pid))} (limit 120)")
    finally:
        server.terminate()
        server.wait()


def memory(parent: int) -> list[float]:
    """Resident megabytes of the worker processes."""
    found = []
    for pid in subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True).stdout.split():
        text = Path(f"/proc/{pid}/status").read_text()
        if match := re.search(r"VmRSS:\s+(\d+)", text):
            found.append(int(match[1]) / 1024)
    return [mb for mb in found if mb > 20]


@contextmanager
def database(postgres: bool) -> Iterator[str]:
    if not postgres:
        yield ""
        return
    from tests.run_postgres import server

    with server() as address:
        yield address
