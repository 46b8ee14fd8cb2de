"""What was said in a thread, and why a day was moved, stays as it was said."""

from django.db import migrations

from uigwe.web.records.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("collecting", "0001_initial"), ("records", "0002_guards")]
    operations = [guard("collecting_note"), guard("collecting_stepmove")]
