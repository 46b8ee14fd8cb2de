"""What is fixed or closed stays: no patch of a frozen field, no revision in a closed year."""

from django.db import migrations

from uigwe.web.plans.frozen import closed_year, frozen_field, guard


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_year_books")]
    operations = [
        guard("plans_planpatch", frozen_field()),
        guard("plans_revision", closed_year(), ("INSERT", "UPDATE")),
    ]
