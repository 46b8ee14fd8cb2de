"""What was open when a revision was published is counted with it, and the reason belongs to the office."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0004_frozen")]
    operations = [
        migrations.AddField("revision", "left_open", models.JSONField(blank=True, null=True)),
    ]
