"""Agencies and their divisions from `organisations.csv`: `code,name,parent,since,until,name_en`; agencies have no parent.

`name_en` may be missing: what a site knows already stays.
"""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from uigwe.web.people.models import Agency, Division


@transaction.atomic
def load(file: Path) -> int:
    """Bring the table in; rows that are there are brought up to date. The number of bodies is returned."""
    if not file.is_file():
        return 0
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    agencies: dict[str, Agency] = {}
    divisions: dict[str, Division] = {}
    for row in rows:
        if not row["parent"]:
            names = {"name": row["name"], **({"name_en": row["name_en"]} if row.get("name_en") else {})}
            agencies[row["code"]], _ = Agency.objects.update_or_create(code=row["code"], defaults=names)
            continue
        parent = divisions.get(row["parent"])
        agency = parent.agency if parent else agencies[row["parent"]]
        divisions[row["code"]], _ = Division.objects.update_or_create(
            agency=agency,
            code=row["code"],
            defaults={"name": row["name"], "parent": parent, "since": _day(row["since"]), "until": _day(row["until"])},
        )
    return len(rows)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
