"""`./run check`: everything that can be said about the code without running the tests, one line per step.

All steps run, also after one failed; what a failed step printed stands below its line. Ends with a verdict, and with 1
when something failed. `./run check --fix` first lets ruff format and repair what it can.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/uigwe"
STRICT_ROOMS = ("values", "formulas", "plan", "audit", "review")
NOTHING_COLLECTED = 5

Step = tuple[str, list[str]]  # what it is called, and the command; an empty command: nothing to look at yet


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def tool(name: str, *arguments: str) -> list[str]:
    return [str(Path(sys.executable).parent / name), *arguments]


def steps() -> Iterator[Step]:
    rooms = [str(SOURCE / room) for room in STRICT_ROOMS if (SOURCE / room / "__init__.py").is_file()]
    site = (SOURCE / "web/settings.py").is_file()
    yield "형식 format", tool("ruff", "format", "--check", "--output-format", "concise", ".")
    yield "규칙 lint", tool("ruff", "check", "--output-format", "concise", ".")
    yield "자료형 types of the core", python("-m", "mypy", "--strict", "--no-error-summary", *rooms) if rooms else []
    yield "방의 순서 import contracts", tool("lint-imports")
    yield "마이그레이션 migrations", python("-m", "django", "makemigrations", "--check", "--dry-run") if site else []
    yield "저장소 tree", python("tools/check_tree.py")
    yield "가중치 weights", python("tools/learn.py", "--check")
    yield "생성 문서 generated pages", python("-m", "pytest", "-q", "-m", "stale_docs", "-p", "no:cacheprovider")


def run(command: list[str], home: str) -> tuple[str, str]:
    """`ok`, `failed` or `nothing yet`, and what was printed."""
    if not command:
        return "nothing yet", ""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "uigwe.web.settings", "UIGWE_HOME": home}
    environment.pop("UIGWE_DATABASE_URL", None)
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode == NOTHING_COLLECTED and "pytest" in command:
        return "nothing yet", ""
    return ("ok" if done.returncode == 0 else "failed"), done.stdout


KOREAN = {"ok": "통과", "failed": "실패", "nothing yet": "대상 없음"}


def main(arguments: list[str]) -> int:
    if arguments == ["--fix"]:
        subprocess.run(tool("ruff", "format", "--quiet", "."), cwd=ROOT, check=False)
        subprocess.run(tool("ruff", "check", "--fix", "--quiet", "."), cwd=ROOT, check=False)
    elif arguments:
        print("사용법 (usage): ./run check [--fix]", file=sys.stderr)
        return 2
    failed = []
    with tempfile.TemporaryDirectory(prefix="uigwe-check.") as home:
        for name, command in steps():
            start = time.monotonic()
            state, printed = run(command, home)
            print(f"  {KOREAN[state]} {state:<11} {name} ({time.monotonic() - start:.1f} s)", flush=True)
            if state == "failed":
                failed.append(name)
                print("\n".join(f"      {line}" for line in printed.rstrip().splitlines()), flush=True)
    if failed:
        print(f"\n점검 실패 {len(failed)}건 ({len(failed)} failed): {', '.join(failed)}")
        return 1
    print("\n점검 통과 (all clear)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
