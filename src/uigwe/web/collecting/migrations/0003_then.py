"""What a part said when it was asked and when it was answered; written once."""

import django.db.models.deletion
from django.db import migrations, models

from uigwe.web.records.append_only import guard


class Migration(migrations.Migration):
    dependencies = [("collecting", "0002_guards")]
    operations = [
        migrations.CreateModel(
            name="PartThen",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "moment",
                    models.CharField(
                        choices=[("asked", "asked"), ("replied", "replied"), ("closed", "closed")], max_length=8
                    ),
                ),
                ("seal", models.CharField(max_length=20)),
                ("form", models.TextField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "ask",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="thens", to="collecting.ask"
                    ),
                ),
            ],
            options={"ordering": ["id"]},
        ),
        guard("collecting_partthen"),
    ]
