from django.db import migrations

CLOSING = ("unit-report", "monitoring-report", "consolidation")
YEARS = ("year", "school-year")


def close_what_was_heard(apps, schema_editor):
    """Meetings that were closed before periods closed with them: what they heard is closed since then.

    A year that plans are for is no longer called heard because a meeting heard its plans.
    """
    period = apps.get_model("periods", "Period")
    case = apps.get_model("workflow", "Case")
    period.objects.filter(kind__in=YEARS, heard_at__isnull=False).update(heard_at=None)
    for row in period.objects.filter(heard_at__isnull=False):
        mine = case.objects.filter(institution=row.institution_id, period=row.label, kind__in=CLOSING)
        mine.update(closed_at=row.heard_at)


class Migration(migrations.Migration):
    dependencies = [("periods", "0003_openings")]

    operations = [migrations.RunPython(close_what_was_heard, migrations.RunPython.noop)]
