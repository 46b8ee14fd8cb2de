"""The audit chain can be added to, and nothing else."""

from django.db import migrations

from uigwe.web.records.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [guard("records_auditentry")]
