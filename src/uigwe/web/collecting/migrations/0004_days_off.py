"""Days on which an agency does not work, as its office enters them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def _person(**words):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, **words
    )


class Migration(migrations.Migration):
    dependencies = [
        ("collecting", "0003_then"),
        ("people", "0004_delegated_indicators"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="DayOff",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("name", models.CharField(max_length=100)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="days_off", to="people.agency"
                    ),
                ),
                ("by", _person()),
                ("withdrawn_by", _person(blank=True, null=True)),
            ],
            options={
                "ordering": ["day", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)), fields=("agency", "day"), name="a_day_is_off_once"
                    )
                ],
            },
        )
    ]
