"""`./run learn`: weigh the features of reasons anew, from every labelled reason but those that are held out.

Reads `corpus/reasons/*.jsonl` and the lines of `tests/reasons`; writes `src/uigwe/reasons/ranked/weights.bin`. Takes about three minutes on two
cores. Each line is a choice among the calculations that its figures allow and none of them; the weights are those of a log-linear model of that
choice, found by gradient steps with a rate of their own for each feature.
"""

from __future__ import annotations

import ast
import hashlib
import json
import sys
from array import array
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uigwe.reasons.ranked.features import Block

ROOT = Path(__file__).resolve().parent.parent
ROOM = ROOT / "src/uigwe/reasons/ranked"
LINES = ("corpus/reasons/*.jsonl", "tests/reasons/fresh/*.jsonl", "tests/reasons/siblings.jsonl")
SEEN_RIGHT, SEEN_AT_ALL = 2, 12  # in so many reasons a feature must occur, with a right calculation or with any
PASSES, RATE, DECAY, BATCH = 8, 0.1, 1e-5, 64
LEAST = 0.06  # what weighs less is left away
SAME = Decimal("1e-6")


@dataclass(frozen=True, slots=True)
class Choice:
    """One reason: the features of each of its choices, and which choices are right."""

    rows: list[array[int]]
    right: list[bool]


def labelled() -> Iterator[dict[str, object]]:
    """Every labelled reason once, in a fixed order."""
    known: set[str] = set()
    for pattern in LINES:
        for path in sorted(ROOT.glob(pattern)):
            for text in path.read_text(encoding="utf-8").strip().split("\n"):
                line = json.loads(text)
                same = json.dumps([line.get(name) for name in ("text", "year", "unit", "history")], sort_keys=True)
                if same not in known and isinstance(line.get("history"), dict):
                    known.add(same)
                    yield {name: line.get(name) for name in ("text", "year", "unit", "history", "value")}


def digest() -> str:
    """What the weights depend on: the lines, and the code that sees them."""
    found = hashlib.sha256()
    for line in labelled():
        found.update(json.dumps(line, sort_keys=True).encode())
    for path in sorted(ROOM.glob("*.py")):
        if path.name != "__init__.py":
            found.update(_program(path.read_text(encoding="utf-8")).encode())
    return found.hexdigest()


def _program(source: str) -> str:
    """What a module does, whatever its comments, its docstrings and its layout say."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            del node.body[0]
    return ast.dump(tree)


def choice_of(line: dict[str, object]) -> Choice:
    """A labelled reason as a choice."""
    from uigwe.reasons.known import Known
    from uigwe.reasons.laid import lay_out
    from uigwe.reasons.normal.corrected import corrected
    from uigwe.reasons.ranked.candidates import candidates_of
    from uigwe.reasons.ranked.features import blocks, nothing
    from uigwe.reasons.ranked.line import line_of
    from uigwe.reasons.ranked.marked import Marker
    from uigwe.reasons.read import known_cells

    history = {int(year): value for year, value in line["history"].items()}  # type: ignore[attr-defined]
    unit = str(line["unit"] or "")
    known = Known(int(str(line["year"] or 2023)), unit, known_cells(history, unit))
    reason = line_of(corrected(lay_out(str(line["text"])), known), known)
    truth = None if line["value"] is None else Decimal(str(line["value"]))
    marker = Marker(reason)
    rows, right = [_keys(nothing(reason))], [truth is None]
    for one in candidates_of(reason):
        rows.append(_keys(blocks(reason, one, marker.marked(one))))
        right.append(truth is not None and abs(one.value - truth) <= abs(truth) * SAME)
    return Choice(rows, right)


def _keys(seen: Iterator[Block]) -> array[int]:
    from uigwe.reasons.ranked.weights import key

    return array("I", (key(feature) for asks, of_what in seen for feature in asks(*of_what)))


def vocabulary(choices: list[Choice]) -> dict[int, int]:
    """The features that occur often enough, each with its place."""
    anywhere: Counter[int] = Counter()
    rightly: Counter[int] = Counter()
    for one in choices:
        anywhere.update({feature for row in one.rows for feature in row})
        rightly.update({feature for row, right in zip(one.rows, one.right, strict=True) if right for feature in row})
    often = {one for one, many in anywhere.items() if many >= SEEN_AT_ALL}
    often |= {one for one, many in rightly.items() if many >= SEEN_RIGHT}
    return {feature: place for place, feature in enumerate(sorted(often))}


def learned(choices: list[Choice], places: dict[int, int]) -> dict[int, float]:
    """The weight of each feature, by key."""
    import numpy as np

    rows = [
        [np.array([places[feature] for feature in row if feature in places], np.int32) for row in one.rows]
        for one in choices
    ]
    rights = [np.array(one.right) for one in choices]
    usable = [at for at, right in enumerate(rights) if right.any()]
    weights, steps = np.zeros(len(places), np.float32), np.full(len(places), 1e-6, np.float32)
    order = np.random.default_rng(0)
    for turn in range(PASSES):
        order.shuffle(usable)
        loss = 0.0
        for start in range(0, len(usable), BATCH):
            batch = usable[start : start + BATCH]
            flat = [row for at in batch for row in rows[at]]
            lengths = np.array([len(row) for row in flat])
            taken = np.concatenate(flat)
            scores = np.bincount(np.repeat(np.arange(len(flat)), lengths), weights[taken], len(flat))
            slope, end = np.zeros(len(flat)), 0
            for at in batch:
                here, end = slice(end, end + len(rows[at])), end + len(rows[at])
                odds = np.exp(scores[here] - scores[here].max())
                share = odds / odds.sum()
                rightly = share * rights[at]
                loss -= float(np.log(rightly.sum() + 1e-12))
                slope[here] = share - rightly / (rightly.sum() + 1e-12)
            change = np.bincount(taken, np.repeat(slope, lengths), len(places)) / len(batch)
            moved = np.nonzero(change)[0]
            by = change[moved] + DECAY * weights[moved]
            steps[moved] += by * by
            weights[moved] -= RATE * by / np.sqrt(steps[moved])
        sys.stdout.write(f"{turn + 1}/{PASSES}: {loss / len(usable):.4f}\n")
        sys.stdout.flush()
    return {feature: float(weights[place]) for feature, place in places.items() if abs(weights[place]) > LEAST}


def main(arguments: list[str]) -> int:
    """Learns and writes the weights, or (`--check`) tells whether they are older than what they are learned from."""
    sys.path.insert(0, str(ROOT / "src"))
    from uigwe.reasons.ranked.weights import FILE, LIMIT, SCALE, packed, unpacked

    if arguments not in ([], ["--check"]):
        sys.stderr.write("사용법 (usage): ./run learn\n")
        return 2
    if arguments:
        fresh = unpacked((ROOM / FILE).read_bytes()).learned_from == digest()
        sys.stdout.write(
            ""
            if fresh
            else "the weights are older than their lines or their code: ./run learn, and commit weights.bin\n"
        )
        return 0 if fresh else 1
    lines = list(labelled())
    with ProcessPoolExecutor() as pool:
        choices = list(pool.map(choice_of, lines, chunksize=16))
    reached = sum(any(one.right) for one in choices)
    sys.stdout.write(f"{len(lines)} labelled reasons, {reached} with the right choice among theirs\n")
    found = learned(choices, vocabulary(choices))
    whole = {key: max(-LIMIT, min(LIMIT, round(weight * SCALE))) for key, weight in found.items()}
    whole = {key: weight for key, weight in whole.items() if weight}
    (ROOM / FILE).write_bytes(packed(whole, digest()))
    sys.stdout.write(f"{len(whole)} weights\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
