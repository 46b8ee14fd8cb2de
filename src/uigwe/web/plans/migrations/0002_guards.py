"""A published revision never changes again."""

from django.db import migrations

from uigwe.web.records.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial"), ("records", "0002_guards")]
    operations = [guard("plans_revision", when="OLD.stage = 'published'")]
