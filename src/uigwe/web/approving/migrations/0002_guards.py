"""What was signed stays signed, a file that was handed in stays named, and a closed year takes no more of either."""

from django.db import migrations

from uigwe.web.plans.frozen import closed_year, guard
from uigwe.web.records import append_only


class Migration(migrations.Migration):
    dependencies = [("approving", "0001_initial"), ("plans", "0004_frozen")]
    operations = [
        append_only.guard("approving_approval"),
        append_only.guard("approving_keptfile"),
        append_only.guard("approving_tenure"),
        guard("approving_approval", closed_year()),
        guard("approving_amendment", closed_year(), ("INSERT", "UPDATE")),
        guard("approving_tenure", closed_year()),
    ]
