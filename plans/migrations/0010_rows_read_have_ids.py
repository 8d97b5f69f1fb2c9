"""Rows that were read of a workbook before they could be mended get ids, and what was found of them is told from what was found of the sheet."""

from uuid import uuid4

from django.db import migrations

CHUNK = 50
#: What is found in a row's own words.
OF_ROWS = {
    "text-missing", "lead-missing", "due-missing", "product-missing", "unit-unknown", "unit-too-many", "cell-fault",
    "cell-uncalculated", "cell-too-long", "heading-too-long", "due-impossible", "due-unknown", "due-before-year",
    "due-after-year",
}  # fmt: skip


def give_ids(apps, _editor):
    drafts = apps.get_model("plans", "ImportDraft").objects
    for draft in drafts.iterator(chunk_size=CHUNK):
        rows = draft.content["rows"]
        for row in rows:
            row.setdefault("id", str(uuid4()))
        ids = {row["row"]: row["id"] for row in rows}
        for line in (*draft.content["errors"], *draft.content["warnings"]):
            line.setdefault("id", ids.get(line["row"]) if line["code"] in OF_ROWS else None)
        draft.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [("plans", "0009_row_digests")]
    operations = [migrations.RunPython(give_ids, migrations.RunPython.noop)]
