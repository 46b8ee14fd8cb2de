"""Figures are written once, and in a closed year not at all."""

from django.db import migrations

from uigwe.web.plans.frozen import closed_year, guard
from uigwe.web.records import append_only

WRITTEN_ONCE = ("result", "resultmove", "milestonereport", "spending", "paperstatement", "followed", "followedstep")
OF_A_YEAR = ("result", "milestonereport", "spending", "paperstatement", "followed")
_OF_ITS_RESULT = (
    "EXISTS (SELECT 1 FROM results_result r JOIN plans_yearbook y ON y.agency_id = r.agency_id AND y.year = r.year "
    "WHERE r.id = NEW.result_id AND y.stage = 'closed')"
)
_OF_ITS_ITEM = (
    "EXISTS (SELECT 1 FROM results_followed f JOIN plans_yearbook y ON y.agency_id = f.agency_id AND y.year = f.year "
    "WHERE f.id = NEW.item_id AND y.stage = 'closed')"
)


class Migration(migrations.Migration):
    dependencies = [("results", "0001_initial"), ("plans", "0004_frozen"), ("approving", "0002_guards")]
    operations = [
        *(append_only.guard(f"results_{table}") for table in WRITTEN_ONCE),
        *(guard(f"results_{table}", closed_year()) for table in OF_A_YEAR),
        guard("results_resultmove", _OF_ITS_RESULT),
        guard("results_followedstep", _OF_ITS_ITEM),
        guard("approving_keptfile", closed_year()),
    ]
