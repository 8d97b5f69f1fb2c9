"""An update becomes a case of its own; what was noted before had no signature and goes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("periods", "0002_photograph"),
        ("plans", "0001_initial"),
        ("reports", "0003_judged"),
        ("workflow", "0001_initial"),
    ]

    operations = [
        migrations.DeleteModel("RowUpdate"),
        migrations.CreateModel(
            name="RowUpdate",
            fields=[
                ("done", models.BooleanField(null=True)),
                ("completed_on", models.DateField(null=True)),
                ("result", models.TextField(blank=True)),
                ("value", models.DecimalField(decimal_places=4, max_digits=18, null=True)),
                ("cause", models.TextField(blank=True)),
                ("remedy", models.TextField(blank=True)),
                ("promised_on", models.DateField(null=True)),
                ("expected_on", models.DateField(null=True)),
                ("evidence", models.JSONField(default=list)),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="row_update",
                        serialize=False,
                        to="workflow.case",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="periods.period",
                    ),
                ),
                (
                    "row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plans.planrow"
                    ),
                ),
            ],
            options={
                "ordering": ["case_id"],
                "indexes": [models.Index(fields=["period", "row"], name="update_of_row")],
            },
        ),
    ]
