import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q
from uuid_utils.compat import uuid7


class Migration(migrations.Migration):
    dependencies = [("plans", "0004_revisions")]

    operations = [
        migrations.AlterField("plan", "root", models.ForeignKey("plans.plan", models.PROTECT, related_name="line")),
        migrations.AlterField("planrow", "key", models.UUIDField()),
        migrations.AddConstraint("plan", models.UniqueConstraint(fields=["root", "revision"], name="revision_once")),
    ]
