import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F
from uuid_utils.compat import uuid7


def first_revisions(apps, schema_editor):
    """Every plan there is begins a line, and every row is its own first."""
    apps.get_model("plans", "Plan").objects.update(root=F("case"))
    apps.get_model("plans", "PlanRow").objects.update(key=F("id"))


class Migration(migrations.Migration):
    dependencies = [("organization", "0003_regulation"), ("workflow", "0002_closed"), ("plans", "0003_unit_classes")]

    operations = [
        migrations.AddField("plan", "root", models.ForeignKey("plans.plan", models.PROTECT, related_name="line", null=True)),
        migrations.AddField("plan", "revision", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("plan", "asked_from", models.DateField(null=True)),
        migrations.AddField("plan", "since", models.DateField(null=True)),
        migrations.AddField("plan", "until", models.DateField(null=True)),
        migrations.AddField("plan", "issued_assigning", models.BooleanField(default=False)),
        migrations.AddField("planrow", "key", models.UUIDField(null=True)),
        migrations.AddField("planrow", "ended", models.BooleanField(default=False)),
        migrations.AddField("planrow", "reason", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.RunPython(first_revisions, migrations.RunPython.noop),
    ]
