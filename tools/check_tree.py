"""What no linter looks for: rules about the tree itself, each a function `file → problems`.

Usage: python tools/check_tree.py [FOLDER]      (a git repository; this one when not named)

Looks at every file that git tracks or would track. Prints one line per problem, path:line: sentence, and ends with 1
when there is one. A rule that cannot tell says so, and that counts as a problem: unknown is not clean.
To add a rule: one function, one line in RULES, and its negative control in tests/test_house.py.
"""

from __future__ import annotations

import ast
import io
import json
import re
import subprocess
import sys
import tempfile
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# ── what the rules know ──────────────────────────────────────────────────────────────────────────────────────────────

# Where Hangul may stand in Python, and why. Everywhere else Korean lives in gettext, texts/ or packs.
HANGUL_ALLOWED = {
    "corpus/": "it writes invented plans as ministries print them",
    "tests/": "a test may speak the language of its subject",
    "src/uigwe/texts/particles.py": "its subject is Korean particles",
    "src/uigwe/texts/hangul.py": "its subject is the Hangul alphabet",
    "src/uigwe/documents/": "grammars of Korean phrases and forms as ministries print them",
    "src/uigwe/reasons/": "a grammar of the Korean in which ministries say where a target comes from",
    "src/uigwe/audit/text/": "a grammar of figures, series, endings and slips in Korean prose",
    "src/uigwe/audit/words/": "a grammar of the phrases of reasons, formulas and milestones",
    "src/uigwe/values/written.py": "numbers as ministries print them",
    "src/uigwe/values/unit.py": "units as ministries print them",
    "src/uigwe/values/when.py": "days and periods as ministries print them",
    "tools/test.py": "speaks to the person at the terminal before anything is installed",
    "benchmarks/": "speaks to the person at the terminal, Korean with English beside it",
    "tools/learn.py": "speaks to the person at the terminal",
    "tools/pictures.py": "types Korean into the site to take its pictures",
    "src/uigwe/reports/page.py": "the marks of headings and items in official papers",
    "tools/check.py": "speaks to the person at the terminal before anything is installed",
}

# Rooms in which a number may decide a budget: Decimal and int only.
VALUE_ROOMS = ("values", "formulas", "reasons", "plan", "audit", "packs", "review")

# The pure core, and all of the standard library that it may use. No disk, clock, network, log, process or randomness.
CORE_ROOMS = ("values", "formulas", "reasons", "plan", "audit", "review")
# importlib: `importlib.resources`, for what is learned and comes with the package.
CORE_LIBRARY = """
    __future__ abc bisect calendar collections contextlib copy dataclasses datetime decimal difflib enum fractions
    functools graphlib hashlib heapq importlib itertools json keyword operator re string struct textwrap types typing
    unicodedata zlib
"""
CORE_IMPORTS = frozenset(CORE_LIBRARY.split())
CORE_CALLS = {"open", "print", "input", "eval", "exec", "compile", "__import__", "breakpoint"}
CLOCKS = {"now", "today", "utcnow"}

LOCK_FILES = re.compile(r"(^|/)(requirements[^/]*\.(lock\.)?(txt|in)|package-lock\.json|uv\.lock|pylock[^/]*\.toml)$")
# A lock file holds digests, which look like secrets to a detector, and nothing else that one could hide in.
NOT_SCANNED_FOR_SECRETS = LOCK_FILES

MACHINE_PATH = re.compile(r"(?<![\w.)\]}>/~*-])/(?:work|farm|root)/")
ADDRESS = re.compile(r"https?://|\bgit\+|--(?:extra-)?index-url\b|--find-links\b|--trusted-host\b", re.IGNORECASE)
HOST = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.(?:org|com|io|net|dev|kr)\b")
PACKAGES_NAMED_LIKE_HOSTS = {"htmx.org"}
REGISTRY = re.compile(r"\b[\w.-]*(?:pypi|npmjs|pythonhosted|yarnpkg|crates)\.(?:org|com|io)\b", re.IGNORECASE)
# Two letters are missing on purpose: printed plans use them as a middle dot (U+318D) and as a dash (U+3161).
HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u3160\u3162-\u318c\u318e\uac00-\ud7a3]")


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class File:
    """A tracked file: its path as git says it, and its text, empty when it is not text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module | None:
        """The parsed module of a Python file; None when it is none, or does not parse (ruff says so)."""
        if not self.path.endswith(".py"):
            return None
        try:
            return ast.parse(self.text)
        except SyntaxError:
            return None

    def in_room(self, rooms: tuple[str, ...]) -> bool:
        return any(self.path.startswith((f"src/uigwe/{room}/", f"src/uigwe/{room}.py")) for room in rooms)

    def lines(self) -> Iterator[tuple[int, str]]:
        return iter(enumerate(self.text.splitlines(), start=1))


Problem = tuple[int, str]
Rule = Callable[[File], Iterator[Problem]]


# ── rules about one file ─────────────────────────────────────────────────────────────────────────────────────────────


def paths_of_one_machine(file: File) -> Iterator[Problem]:
    for number, line in file.lines():
        if found := MACHINE_PATH.search(line):
            yield number, f"{found[0]} is a folder of one machine; a clone elsewhere has none"


def registries_are_not_named(file: File) -> Iterator[Problem]:
    for number, line in file.lines():
        if found := REGISTRY.search(line):
            yield number, f"{found[0]} is a registry's host; offices have mirrors of their own"


def locks_hold_no_address(file: File) -> Iterator[Problem]:
    if not LOCK_FILES.search(file.path):
        return
    for number, line in file.lines():
        hosts = [host for host in HOST.findall(line) if host not in PACKAGES_NAMED_LIKE_HOSTS]
        if '"resolved"' in line or ADDRESS.search(line) or hosts:
            yield number, f"a lock file holds names and digests, no address: {line.strip()[:80]}"


def floats_stay_out_of_values(file: File) -> Iterator[Problem]:
    if not file.in_room(VALUE_ROOMS) or file.tree is None:
        return
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield node.lineno, f"{node.value!r} is a binary float on a value path; write Decimal('{node.value}')"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
            yield node.lineno, "float(…) on a value path; use Decimal"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "round":
            yield node.lineno, "round(…) rounds halves to even; quantize by the indicator's own rule"


def docstring_lines(file: File) -> set[int]:
    """The lines that docstrings stand on."""
    found: set[int] = set()
    for node in ast.walk(file.tree) if file.tree else ():
        body = getattr(node, "body", None)
        first = body[0] if isinstance(body, list) and body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            found.update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return found


def comment_starts(file: File) -> dict[int, int]:
    """Where on each line a comment begins."""
    text = "\n".join(line for _, line in file.lines())
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text + "\n").readline))
    except (tokenize.TokenError, IndentationError, SyntaxError):
        return {}
    return {token.start[0]: token.start[1] for token in tokens if token.type == tokenize.COMMENT}


def hangul_stays_out_of_code(file: File) -> Iterator[Problem]:
    """What a program says lives in texts and catalogues. Docstrings and comments may name a word of the field beside English."""
    if not file.path.endswith(".py") or file.path.startswith(tuple(HANGUL_ALLOWED)):
        return
    spared, comments = docstring_lines(file), comment_starts(file)
    for number, line in file.lines():
        found = HANGUL.search(line)
        if found and number not in spared and found.start() < comments.get(number, len(line)):
            yield number, f"Hangul in Python ({line[found.start() : found.start() + 10].strip()}…): see HANGUL_ALLOWED"


def versioned_updates_are_plain(file: File) -> Iterator[Problem]:
    """An optimistic lock is one UPDATE … WHERE version = n. A filter across a relation turns it into a sub-select that
    the database evaluates before it waits for the row, and the second of two writers then wins without noticing."""
    if file.tree is None or not file.path.startswith("src/"):
        return
    for node in ast.walk(file.tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "update"):
            continue
        names: set[str] = set()
        link: ast.expr = node.func.value
        while isinstance(link, ast.Call):
            calls = [part for part in ast.walk(link) if isinstance(part, ast.Call)]
            names |= {word.arg for call in calls for word in call.keywords if word.arg}
            link = link.func.value if isinstance(link.func, ast.Attribute) else ast.Constant(None)
        across = sorted(name for name in names if "__" in name)
        if "version" in names and across:
            yield node.lineno, f"update() that guards version= also filters {across[0]}=: the guard does not hold"


def core_is_pure(file: File) -> Iterator[Problem]:
    if not file.in_room(CORE_ROOMS) or file.tree is None:
        return
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in imported(node):
                top = name.partition(".")[0]
                if top != "uigwe" and top not in CORE_IMPORTS:
                    yield node.lineno, f"the core imports {name}, which is not in CORE_LIBRARY of tools/check_tree.py"
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in CORE_CALLS:
            yield node.lineno, f"the core calls {node.func.id}(); it has no disk, terminal or interpreter"
        if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS and not node.args:
            yield node.lineno, f"the core asks .{node.func.attr}(); today is an argument"


def imported(statement: ast.Import | ast.ImportFrom) -> list[str]:
    """Modules that this statement imports by their full name."""
    if isinstance(statement, ast.Import):
        return [alias.name for alias in statement.names]
    return [statement.module] if statement.level == 0 and statement.module else []


RULES: tuple[Rule, ...] = (
    paths_of_one_machine,
    registries_are_not_named,
    locks_hold_no_address,
    floats_stay_out_of_values,
    hangul_stays_out_of_code,
    versioned_updates_are_plain,
    core_is_pure,
)


# ── rules about the whole tree ───────────────────────────────────────────────────────────────────────────────────────


def secrets(root: Path, paths: list[str], *, detectors_on: bool = True) -> Iterator[str]:
    """Lines that look like a password, token or key.

    A canary of each kind is planted beside the tree and must be found in the same scan; otherwise the scan tells
    nothing, and that is a problem. An innocent line is marked `pragma: allowlist secret`.
    """
    try:
        from detect_secrets.core.scan import scan_file
        from detect_secrets.settings import transient_settings
    except ImportError as error:
        yield f"secrets: unknown: {error}"
        return
    canaries = {
        "Base64HighEntropyString": "token = 'q7Zt1Vx" + "RmB4kWcY9uLs3NfHjPd0aGoE2iT6vK'",
        "PrivateKeyDetector": "-----BEGIN " + "RSA PRIVATE KEY-----",
        "AWSKeyDetector": "key = 'AKIA" + "Q3ZPX7LMNB2VRT5W'",
        "KeywordDetector": "pass" + "word = 'hT5-kk_29xQ!wz'",
        "BasicAuthDetector": "postgres://keeper:" + "zK83nvQpx@db.example/uigwe",
        "JwtTokenDetector": "eyJhbGciOiJIUzI1NiJ9"
        + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    }
    names = tuple(canaries) if detectors_on else ()
    with tempfile.TemporaryDirectory(prefix="uigwe-canary.") as cage:
        missed = []
        with transient_settings({"plugins_used": [{"name": name} for name in names], "filters_used": FILTERS}):
            for kind, line in canaries.items():
                canary = Path(cage) / f"{kind}.py"
                canary.write_text(line + "\n", encoding="utf-8")
                if not list(scan_file(str(canary))):
                    missed.append(kind)
            if missed:
                yield f"secrets: unknown: the scan missed its own canary ({', '.join(missed)})"
                return
            for path in paths:
                if NOT_SCANNED_FOR_SECRETS.search(path):
                    continue
                for found in scan_file(str(root / path)):
                    if is_only_a_word(path, found.type, found.secret_value or ""):
                        continue
                    yield f"{path}:{found.line_number}: looks like a secret ({found.type})"


def is_only_a_word(path: str, kind: str, value: str) -> bool:
    """`"password": "PASSWORD"` names a field, and the passwords of tests open nothing. Keys and tokens stay secrets there."""
    return kind == "Secret Keyword" and (value.isalpha() or path.startswith("tests/"))


FILTERS = [
    {"path": f"detect_secrets.filters.{name}"}
    for name in (
        "allowlist.is_line_allowlisted",
        "heuristic.is_templated_secret",
        "heuristic.is_indirect_reference",
        "heuristic.is_prefixed_with_dollar_sign",
    )
]


def locks_agree(root: Path) -> Iterator[str]:
    """Everything that pyproject.toml and package.json ask for is pinned there, and pinned alike in the lock."""
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *(line for lines in project["project"].get("optional-dependencies", {}).values() for line in lines),
        *(line for lines in project.get("dependency-groups", {}).values() for line in lines),
    ]
    lock = (root / "requirements.lock.txt").read_text(encoding="utf-8")
    pinned = {name: version for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE)}
    for line in asked:
        found = re.fullmatch(r"([\w.-]+)(?:\[[\w,-]+\])?==([\w.]+)", line.strip())
        if not found:
            yield f"pyproject.toml: {line} is not pinned with =="
        elif pinned.get(found[1].lower()) != found[2]:
            yield f"requirements.lock.txt: {found[1]} is {pinned.get(found[1].lower())}, not {found[2]}: ./run lock"
    if not re.search(r"--hash=sha256:", lock):
        yield "requirements.lock.txt: holds no hashes: ./run lock"

    front = json.loads((root / "package.json").read_text(encoding="utf-8"))
    fetched = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, version in {**front.get("dependencies", {}), **front.get("devDependencies", {})}.items():
        got = fetched.get(f"node_modules/{name}", {}).get("version")
        if got != version:
            yield f"package-lock.json: {name} is {got}, not {version}: ./run lock"


# ── all of it ────────────────────────────────────────────────────────────────────────────────────────────────────────


def tracked(root: Path) -> list[str]:
    """What git tracks or would track, so that a mistake is seen before it is committed."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")
    return [path for path in sorted(set(listed)) if path and (root / path).is_file()]


def read(root: Path, path: str) -> File:
    raw = (root / path).read_bytes()
    if b"\0" in raw[:8192]:
        return File(path, "")
    return File(path, raw.decode("utf-8", "replace"))


def problems(root: Path) -> Iterator[str]:
    paths = tracked(root)
    if not paths:
        yield f"unknown: git lists no file in {root}"
        return
    for path in paths:
        file = read(root, path)
        for rule in RULES:
            for number, sentence in rule(file):
                yield f"{path}:{number}: {sentence}"
    yield from secrets(root, paths)
    if (root / "pyproject.toml").is_file():
        yield from locks_agree(root)


def main(arguments: list[str]) -> int:
    root = Path(arguments[0]).resolve() if arguments else ROOT
    found = list(problems(root))
    for line in found:
        print(line)
    print(f"{len(found)} problems in {len(tracked(root))} files" if found else f"{len(tracked(root))} files are clean")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
