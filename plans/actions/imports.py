"""Workbooks become plans: read first, shown with every row's errors, taken over whole or not at all."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.queries.authority import require
from notation.limits import MEGABYTE, WORKBOOK_BYTES
from notation.year import PlanYear
from organization.models import Unit, User
from papers.intake.apart import open_apart
from papers.intake.archive import Unreadable
from papers.intake.sentences import SENTENCES
from papers.intake.task_list import TaskList, read_sheets
from periods.models import Period
from plans.models import ImportDraft, Plan
from plans.queries import names_of_units
from plans.rules.previews import Preview, preview, row_of
from workflow.rules import CONTENT, Reason, Refused

from .plans import create_plan
from .rows import put_rows

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


def read_import(
    file: "UploadedFile[bytes]", *, unit: Unit, period: Period, by: User, now: datetime
) -> ImportDraft:
    """Read a workbook for a plan of the unit and keep what was read, to be confirmed by the same person.

    Raises:
        Refused: 403 not staff of the unit; 422 no workbook, an unsafe one, or one without a task list.
    """
    require(by, unit, now, for_office=False)
    # Looked at before it is read: what is too large never comes into memory.
    if (file.size or 0) > WORKBOOK_BYTES:
        limit = {"limit": WORKBOOK_BYTES // MEGABYTE}
        raise Refused([Reason("file-too-large", CONTENT, SENTENCES["file-too-large"], limit, field="file")])
    read = read_workbook(file.read(), label=period.label, by=by)
    return ImportDraft.objects.create(unit=unit, period=period, by=by, created_at=now, content=preview(read))


def read_workbook(data: bytes, *, label: str, by: User) -> TaskList:
    """The task list or Phụ lục 1 in a workbook.

    Raises:
        Refused: 422 no workbook, an unsafe one, or one without a task list.
    """
    try:
        sheets = open_apart(data)
        return read_sheets(sheets, year=PlanYear.parse(label), known_units=names_of_units(by))
    except Unreadable as error:
        raise Refused(
            [Reason(error.code, CONTENT, SENTENCES[error.code], error.params, field="file")]
        ) from error


@transaction.atomic
def confirm_import(draft: ImportDraft, *, title: str | None, by: User, now: datetime) -> Plan:
    """Make what was read a draft plan, all of it; confirming twice answers the plan of the first time.

    Raises:
        Refused: 422 the preview has errors.
    """
    draft = locked_import(draft.id)
    if draft.plan is not None:
        return draft.plan
    content: Preview = draft.content
    if content["errors"]:
        first = content["errors"][0]
        message, params = (
            _("%(count)s errors are left; correct them first."),
            {"count": len(content["errors"])},
        )
        raise Refused(
            [Reason("import-errors", CONTENT, message, params, row=str(first["row"]), field=first["field"])]
        )
    draft.plan = plan_from(content, unit=draft.unit, period=draft.period, title=title, by=by, now=now)
    draft.save(update_fields=["plan"])
    return draft.plan


def locked_import(import_id: UUID) -> ImportDraft:
    """What was read, locked until the end of the transaction, with its unit and period."""
    drafts = ImportDraft.objects.select_for_update(of=("self",))
    return drafts.select_related("unit__institution", "period").get(id=import_id)


def plan_from(
    content: Preview, *, unit: Unit, period: Period, title: str | None, by: User, now: datetime,
    historical: bool = False,
) -> Plan:  # fmt: skip
    """A draft plan of the unit with the rows of a preview that has no errors."""
    plan = create_plan(
        unit=unit, kind=Plan.Kind.PLAN, title=title or content["title"], period=period, by=by, now=now,
        historical=historical,
    )  # fmt: skip
    put_rows(plan.case_id, [row_of(row) for row in content["rows"]], seen=None, by=by, now=now)
    return plan
