import unicodedata

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

AT_ONCE = 500


def fold(text: str) -> str:
    """As `notation.text.fold` did when this was written."""
    bare = unicodedata.normalize("NFD", " ".join(text.split())).replace("đ", "d").replace("Đ", "d")
    letters = "".join(letter for letter in bare if unicodedata.category(letter) != "Mn")
    return unicodedata.normalize("NFC", letters.lower())


def fold_titles(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """What is looked for of the cases that there are."""
    cases = apps.get_model("workflow", "Case")
    rows = list(cases.objects.only("id", "title"))
    for row in rows:
        row.search = fold(row.title)
    cases.objects.bulk_update(rows, ["search"], batch_size=AT_ONCE)


class Migration(migrations.Migration):

    dependencies = [
        ("workflow", "0002_closed"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="search",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.RunPython(fold_titles, migrations.RunPython.noop, elidable=True),
    ]
