"""A line about each command, at hand without loading the command."""

import json
from collections.abc import Mapping
from importlib import resources

SUMMARIES: Mapping[str, Mapping[str, str]] = json.loads(
    resources.files("uigwe.cli").joinpath("summaries.json").read_text(encoding="utf-8")
)
