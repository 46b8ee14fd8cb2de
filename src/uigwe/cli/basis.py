"""`uigwe basis TEXT`: what the reason for a target says, and what it yields; JSON lines in and out with `--format json -`."""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from uigwe.cli.command import Command
from uigwe.cli.summaries import SUMMARIES
from uigwe.operations.explaining import Explained, explain_reason
from uigwe.reasons import Reading
from uigwe.texts import both, phrase, tell
from uigwe.texts.readings import in_words
from uigwe.values import plain

UNREADABLE = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    """The reason, and what is known beside it."""
    parser.add_argument("text", metavar="TEXT", help=both("reason"))
    parser.add_argument("--history", default="", metavar="2021=82.5,…", help=both("history"))
    parser.add_argument("--targets", default="", metavar="2022=80,…", help=both("past-targets"))
    parser.add_argument("--year", type=int, help=both("year-of-target"))
    parser.add_argument("--unit", help=both("unit"))
    parser.add_argument("--target", help=both("printed-target"))
    parser.add_argument("--direction", choices=("up", "down"), help=both("direction"))
    parser.add_argument("--format", choices=("table", "json"), default="table")


def run(given: argparse.Namespace) -> int:
    """Print the reading, the steps and the value; 1 when no value can be given, 2 when the question makes no sense."""
    if given.text == "-" and given.format == "json":
        for line in sys.stdin:
            if line.strip():
                print(json.dumps(_answer(line, given.language), ensure_ascii=False), flush=True)
        return 0
    text = sys.stdin.read() if given.text == "-" else given.text
    try:
        question = {
            "text": text,
            "history": _pairs(given.history),
            "targets": _pairs(given.targets),
            "year": given.year,
            "unit": given.unit,
            "target": given.target,
            "direction": given.direction,
        }
        explained = _explain(question)
    except (ValueError, InvalidOperation):
        print(phrase("basis-misused", given.language), file=sys.stderr)
        return UNREADABLE
    if given.format == "json":
        print(json.dumps(as_json(explained, given.language), ensure_ascii=False))
    else:
        _table(text, explained, given.language)
    return 0 if explained.settled else 1


def as_json(explained: Explained, language: str) -> dict[str, Any]:
    """The reading in the form other programs rely on. `value` is null when the reason settles none; then `why` says so.

    What a likely reading comes to stands in `likely`, never in `value`.
    """
    reading = explained.reading
    read = reading if isinstance(reading, Reading) else None
    answer: dict[str, Any] = {
        "basis": read.basis if read else None,
        "value": explained.shown if explained.settled else None,
        "steps": [f"{step.working} = {plain(step.value)}" for step in explained.steps],
        "span": list(read.span) if read else None,
        "confidence": read.confidence.value if read else None,
        "reading": in_words(read.basis, read.unit, language) if read else None,
        "notes": list(dict.fromkeys(note.id for note in read.notes)) if read else [],
        "others": list(reading.others),
    }
    if explained.why:
        answer["why"] = tell("readings", explained.why, explained.facts or {}, language)
    elif not explained.settled:
        answer["likely"] = explained.shown
        answer["why"] = tell("readings", "not-sure", {}, language)
    return answer


def _answer(line: str, language: str) -> dict[str, Any]:
    try:
        question = json.loads(line)
    except ValueError:
        return _unanswered(None, "not-a-question", language)
    if not isinstance(question, dict):
        return _unanswered(None, "not-a-question", language)
    try:
        explained = _explain(question)
    except (KeyError, ValueError, TypeError, ArithmeticError):
        return _unanswered(question.get("id"), "not-a-question", language)
    return {"id": question.get("id"), **as_json(explained, language)}


def _unanswered(id: object, why: str, language: str) -> dict[str, Any]:
    return {
        "id": id,
        "basis": None,
        "value": None,
        "steps": [],
        "span": None,
        "why": tell("readings", why, {}, language),
    }


def _explain(question: Mapping[str, Any]) -> Explained:
    if not isinstance(question["text"], str):
        raise TypeError("the text of a reason is a string")
    history, targets = _cells(question.get("history")), _cells(question.get("targets"))
    year = question.get("year")
    if year is None:
        # Without a year the target is for the year after the last result, or after the last target.
        year = max(history or targets, default=-1) + 1
    target = question.get("target")
    direction = question.get("direction")
    unit = question.get("unit")
    explained = explain_reason(
        question["text"],
        year=int(year),
        unit=str(unit) if unit is not None else None,
        history=history,
        targets=targets,
        target=_number(target),
        downward=None if direction not in ("up", "down") else direction == "down",
    )
    return replace(explained, why="no-year") if not year and explained.why == "missing" else explained


def _cells(given: object) -> dict[int, str]:
    """Values by year, as strings, numbers or null; or a list of pairs or of values with `year`."""
    if not given:
        return {}
    if not isinstance(given, Mapping):
        raise ValueError("not a table of years")
    return {
        int("".join(sign for sign in str(year) if sign.isdecimal())): _written(value) for year, value in given.items()
    }


def _written(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    return str(Decimal(str(value)).normalize().__format__("f")) if isinstance(value, float) else str(value)


def _number(value: object) -> Decimal | None:
    if value is None:
        return None
    try:
        number = Decimal(str(value).replace(",", "").strip().rstrip("%"))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _pairs(text: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for part in text.replace(";", ",").split(",") if text else ():
        year, found, value = part.partition("=")
        if not found and pairs:
            # 2020=1,234: a comma inside a number.
            last = next(reversed(pairs))
            pairs[last] += part
            continue
        int(year)
        pairs[year.strip()] = value.strip()
    return pairs


def _table(text: str, explained: Explained, language: str) -> None:
    reading = explained.reading
    if isinstance(reading, Reading):
        start, end = reading.span
        print(phrase("basis-read", language, text=" ".join(text[start:end].split())))
        print(phrase("basis-basis", language, basis=reading.basis))
        print(phrase("basis-words", language, words=in_words(reading.basis, reading.unit, language)))
        print(phrase(f"basis-{reading.confidence}", language))
        for note in reading.notes:
            print(f"  · {tell('readings', note.id, note.facts, language)}")
        for other in reading.others:
            print(phrase("basis-other", language, basis=other))
    for step in explained.steps:
        print(f"  {step.working} = {plain(step.value.quantize(Decimal('0.000001')) if step.value else step.value)}")
    if explained.value is not None:
        print(phrase("basis-value" if explained.settled else "basis-value-likely", language, value=explained.shown))
    else:
        print(tell("readings", explained.why, explained.facts or {}, language))


command = Command(**SUMMARIES["basis"], arguments=arguments, run=run)
