"""Workbooks become plans: read first, shown with every row's errors, taken over whole or not at all."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, TypedDict

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.queries.authority import require
from notation.limits import MEGABYTE, WORKBOOK_BYTES
from notation.year import PlanYear
from organization.models import Unit, User
from papers.intake.apart import open_apart
from papers.intake.archive import Unreadable
from papers.intake.problems import Problem
from papers.intake.sentences import SENTENCES, sentence
from papers.intake.task_list import TaskList, TaskRow, read_sheets
from periods.models import Period
from plans.models import ImportDraft, Plan
from plans.queries import names_of_units
from plans.words import Row
from workflow.rules import CONTENT, Reason, Refused

from .plans import create_plan
from .rows import put_rows

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

#: A field of the workbook -> the field of a row over the wire.
FIELDS = {"lead": "leads", "due": "due_text"}


class ProblemLine(TypedDict):
    """A problem with its sentence; `row` is the worksheet's row, counted from 1 (0: the whole file)."""

    row: int
    field: str
    code: str
    text: str


class ReadRow(TypedDict):
    """A row that was read, `row` the worksheet's; `due` is what was understood of `due_text`."""

    row: int
    kind: str
    section: str
    number: str
    text: str
    leads: list[str]
    lead_text: str
    coordinating: list[str]
    coordinating_text: str
    due_text: str
    due: dict[str, str | None] | None
    product: str
    person: str
    authority: str
    note: str


class Preview(TypedDict):
    """A workbook as it was read, kept as plain data until it is confirmed."""

    title: str
    targets: int
    tasks: int
    groups: int
    errors: list[ProblemLine]
    warnings: list[ProblemLine]
    rows: list[ReadRow]


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


def preview(read: TaskList) -> Preview:
    """What was read, as plain data."""
    return {
        "title": read.title,
        "targets": read.targets,
        "tasks": read.tasks,
        "groups": read.groups,
        "errors": problems(read.errors),
        "warnings": problems(read.warnings),
        "rows": [row_shape(row) for row in read.rows],
    }


def problems(found: Iterable[Problem]) -> list[ProblemLine]:
    """Problems with their sentences."""
    return [
        {
            "row": problem.row,
            "field": FIELDS.get(problem.field, problem.field),
            "code": problem.code,
            "text": sentence(problem),
        }
        for problem in found
    ]


def row_shape(row: TaskRow) -> ReadRow:
    """One row that was read, as plain data."""
    return {
        "row": row.row,
        "kind": row.kind,
        "section": row.section,
        "number": row.number,
        "text": row.text,
        "leads": list(row.leads),
        "lead_text": row.lead_text,
        "coordinating": list(row.coordinating),
        "coordinating_text": row.coordinating_text,
        "due_text": row.due_text,
        "due": row.due.to_json() if row.due else None,
        "product": row.product,
        "person": row.person,
        "authority": row.authority,
        "note": row.note,
    }


@transaction.atomic
def confirm_import(draft: ImportDraft, *, title: str | None, by: User, now: datetime) -> Plan:
    """Make what was read a draft plan, all of it; confirming twice answers the plan of the first time.

    Raises:
        Refused: 422 the preview has errors.
    """
    draft = (
        ImportDraft.objects.select_for_update(of=("self",))
        .select_related("unit__institution", "period")
        .get(id=draft.id)
    )
    if draft.plan is not None:
        return draft.plan
    content: Preview = draft.content
    if content["errors"]:
        first = content["errors"][0]
        message, params = (
            _("The workbook has %(count)s errors; correct them and upload it again."),
            {"count": len(content["errors"])},
        )
        raise Refused(
            [Reason("import-errors", CONTENT, message, params, row=str(first["row"]), field=first["field"])]
        )
    draft.plan = plan_from(content, unit=draft.unit, period=draft.period, title=title, by=by, now=now)
    draft.save(update_fields=["plan"])
    return draft.plan


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


def row_of(read: ReadRow) -> Row:
    """A row that was read, as it is written; its due time is understood anew."""
    return Row(
        kind=read["kind"],
        section=read["section"],
        number=read["number"],
        text=read["text"],
        leads=read["leads"],
        lead_text=read["lead_text"],
        coordinating=read["coordinating"],
        coordinating_text=read["coordinating_text"],
        due_text=read["due_text"],
        product=read["product"],
        person=read["person"],
        authority=read["authority"],
        note=read["note"],
    )
