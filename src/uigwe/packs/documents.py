"""YAML documents: keys are checked, every trouble names the file and the key, writing has one spelling."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

import yaml

from uigwe.packs.problem import Trouble

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

Tree = dict[str, object]

# What neither CSV nor YAML gives back as it was: all controls but tab and line break, and halves of characters.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def control_sign(text: str) -> str:
    """The code of the first character that no pack may hold, such as `U+0000`; empty when there is none."""
    found = _CONTROL.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def load(path: Path, file: str, troubles: list[Trouble]) -> object:
    """The parsed file, or None with a trouble noted."""
    try:
        return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Loader)  # noqa: S506 - the safe loader in C
    except UnicodeDecodeError as error:
        troubles.append(Trouble("not-utf8", file, facts={"byte": str(error.start)}))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f"L{mark.line + 1}" if mark else ""
        troubles.append(Trouble("broken-yaml", file, at, {"error": str(getattr(error, "problem", "") or error)}))
    except RecursionError:
        troubles.append(Trouble("broken-yaml", file, "", {"error": "nested too deep"}))
    return None


def dump(tree: object) -> str:
    """YAML in its one spelling: keys in the order given, Korean as it is, one line a value."""
    return yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def texts_of(tree: object) -> Iterator[str]:
    """Every text in a tree of mappings, lists and tuples."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        yield from texts_of(tuple(tree.values()))
    elif isinstance(tree, list | tuple):
        for one in tree:
            yield from texts_of(one)


class Keys:
    """A mapping of a YAML document with its known keys; wrong ones are noted with the nearest known."""

    def __init__(
        self,
        tree: object,
        file: str,
        at: str,
        troubles: list[Trouble],
        needed: Sequence[str],
        optional: Sequence[str] = (),
    ) -> None:
        self.file, self.at, self.troubles = file, at, troubles
        self.tree: Mapping[str, object] = {}
        if not isinstance(tree, dict):
            troubles.append(Trouble("not-a-mapping", file, at, {"found": type(tree).__name__}))
            return
        self.tree = {str(key): value for key, value in tree.items()}
        known = [*needed, *optional]
        for key in self.tree:
            if key not in known:
                near = get_close_matches(key, known, 1)
                troubles.append(
                    Trouble("unknown-key", file, at, {"key": key, "near": near[0] if near else ", ".join(known)})
                )
        for key in needed:
            if key not in self.tree:
                troubles.append(Trouble("missing-key", file, at, {"key": key}))

    def text(self, key: str) -> str:
        """A text; a missing or empty value is the empty text."""
        value = self.tree.get(key)
        if value is None:
            return ""
        if isinstance(value, dict | list):
            self.troubles.append(Trouble("not-a-text", self.file, f"{self.at} {key}".strip()))
            return ""
        text = str(value)
        sign = control_sign(text)
        if sign:
            self.troubles.append(Trouble("control-character", self.file, f"{self.at} {key}".strip(), {"sign": sign}))
        return text

    def integer(self, key: str) -> int | None:
        """A whole number, None when missing."""
        value = self.tree.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self.troubles.append(
                Trouble("not-an-integer", self.file, f"{self.at} {key}".strip(), {"found": str(value)})
            )
            return None
        return value

    def items(self, key: str) -> list[object]:
        """A list; missing is empty."""
        value = self.tree.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.troubles.append(Trouble("not-a-list", self.file, f"{self.at} {key}".strip()))
            return []
        return value

    def get(self, key: str) -> object:
        """The value as it is."""
        return self.tree.get(key)
