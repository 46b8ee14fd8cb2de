"""The site under eight readers at once: the 95th percentile of each main page, and the memory of its processes.

python -m benchmarks.pages           starts a demo site in a folder of its own, asks, stops it
"""

import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.bar import Bar, print_bars

CONNECTIONS = 8
EACH = 12
BAR_MS = 200
BAR_MB = 300
PATIENCE = 90
_INDICATOR = re.compile(r'href="(/p/[a-z0-9-]+/\d{4}/indicator/[a-z0-9-]+/)"')
_PLAN = re.compile(r'href="(/p/[a-z0-9-]+/\d{4}/)"')
PAGES = ("", "1/", "1-1/", "1-1-1/", "findings/", "money/", "calendar/", "search/?q=a", "changes/")


def measure_pages() -> list[Bar]:
    """Starts the demo, measures the main pages, stops it. One line saying why when the site cannot be started."""
    uigwe = Path(sys.executable).parent / "uigwe"
    with tempfile.TemporaryDirectory(prefix="uigwe-pages.") as home:
        port = free_port()
        environment = {**os.environ, "UIGWE_HOME": home}
        environment.pop("UIGWE_DATABASE_URL", None)
        site = subprocess.Popen(
            [str(uigwe), "demo", "--plain", "--port", str(port)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            plan = _wait_for_plan(site, port)
            return list(_measured(site, port, plan))
        except OSError as error:
            return [Bar("화면 pages", f"p95 ≤ {BAR_MS} ms", "—", None, f"{error}")]
        finally:
            os.killpg(site.pid, signal.SIGTERM)
            site.wait(20)


def _measured(site: "subprocess.Popen[bytes]", port: int, plan: str) -> Iterator[Bar]:
    front = _get(HTTPConnection("127.0.0.1", port, timeout=30), plan)[1]
    indicator = _INDICATOR.search(front) or _INDICATOR.search(_get(HTTPConnection("127.0.0.1", port), f"{plan}1-1/")[1])
    paths = [f"{plan}{page}" for page in PAGES] + ([indicator[1]] if indicator else []) + ["/checks/"]
    for path in paths:
        times = sorted(_times(port, path))
        if not times:
            yield Bar(path, f"p95 ≤ {BAR_MS} ms", "—", None, "the page does not answer with 200")
            continue
        p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
        beside = f"median {statistics.median(times):.0f} ms, {len(times)} requests, {CONNECTIONS} connections"
        yield Bar(path, f"p95 ≤ {BAR_MS} ms", f"{p95:.0f} ms", p95 <= BAR_MS, beside)
    largest = max(_resident(pid) for pid in family(site.pid))
    yield Bar("웹 프로세스 메모리 memory of the web process", f"≤ {BAR_MB} MB", f"{largest} MB", largest <= BAR_MB)


def _times(port: int, path: str) -> list[float]:
    """Milliseconds of each request, by eight readers who ask one after another."""
    found: list[float] = []
    lock = threading.Lock()

    def reader() -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        for _ in range(EACH):
            start = time.perf_counter()
            status, _body = _get(connection, path)
            took = (time.perf_counter() - start) * 1000
            if status == 200:
                with lock:
                    found.append(took)
        connection.close()

    _get(HTTPConnection("127.0.0.1", port, timeout=30), path)  # the first time fills the caches
    threads = [threading.Thread(target=reader) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _get(connection: HTTPConnection, path: str) -> tuple[int, str]:
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode(errors="replace")


def _wait_for_plan(site: "subprocess.Popen[bytes]", port: int) -> str:
    """The address of the first plan, once the site answers. Raises `OSError` when it does not."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if site.poll() is not None:
            said = site.stderr.read().decode(errors="replace")[-300:] if site.stderr else ""
            raise OSError(f"the demo stopped: {said.strip()}")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", "/")
            answer = connection.getresponse()
            body = answer.read().decode(errors="replace")
            moved = answer.getheader("Location") or ""
            match = re.match(r"/p/[a-z0-9-]+/\d{4}/", moved) or _PLAN.search(body)
            if match:
                return match[match.lastindex or 0]
        except (ConnectionError, TimeoutError):
            pass
        time.sleep(0.3)
    raise OSError(f"the demo showed no plan within {PATIENCE} s")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def family(pid: int) -> list[int]:
    """A process and the processes below it."""
    found = [pid]
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found += family(int(path.parent.name))
    return found


def _resident(pid: int) -> int:
    """Megabytes in memory; 0 for a process that is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    match = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(match[1]) // 1024 if match else 0


if __name__ == "__main__":
    sys.exit(print_bars(measure_pages()))
