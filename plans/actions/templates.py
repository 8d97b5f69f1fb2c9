"""The office keeps a plan as a template, and a plan begins with one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from approvals.queries.authority import require_office
from organization.models import User
from plans.contents import content_shown
from plans.models import Plan, Template
from plans.rules.renewals import text_in
from plans.rules.revisions import still_said
from plans.rules.templates import KEPT_ALREADY, OF_A_MEETING, OTHER_KIND, ROWS_MISSING, pattern_of, rows_from
from plans.words import Row
from workflow.rules import Refused, refuse

from .rows import put_rows


@transaction.atomic
def keep_template(plan: Plan, *, by: User, now: datetime) -> Template:
    """The rows of a plan as it stands, for every unit; the admin office's. They were checked when they were written, and are again
    in each plan that begins with them.

    Raises:
        Refused: 403; 409 conclusions, kept already; 422 it has no rows.
    """
    require_office(plan.case.institution, by, now)
    refuse([OF_A_MEETING] if plan.kind == Plan.Kind.CONCLUSIONS else [])
    content = content_shown(plan)
    rows = pattern_of([row for _place, row in still_said(content["rows"])], content["unit"])
    refuse([] if rows else [ROWS_MISSING])
    kept: dict[str, Any] = {
        "institution": plan.case.institution, "kind": content["kind"], "title": content["title"], "period": plan.period,
    }  # fmt: skip
    same = [one for one in Template.objects.filter(**kept) if one.rows == rows]
    refuse([KEPT_ALREADY] if same else [])
    return Template.objects.create(**kept, rows=rows, by=by, at=now)


@transaction.atomic
def drop_template(template: Template, *, by: User, now: datetime) -> None:
    """Plans that began with it keep their rows; the admin office's.

    Raises:
        Refused: 403.
    """
    require_office(template.institution, by, now)
    template.delete()


def begin_with(template: Template, plan: Plan, *, by: User, now: datetime) -> None:
    """Writes the template's rows into a new draft: the drafting unit in the place of the template's own, due times as of the
    plan's year, blank where they say nothing in it.

    Raises:
        Refused: 422 it is of another kind; as put_rows.
    """
    if template.kind != plan.kind:
        raise Refused([OTHER_KIND])
    rows = [Row(**row) for row in rows_from(template.rows, plan.case.unit.code)]
    if template.period.starts != plan.period.starts:
        rows = [replace(row, due_text=text_in(row.due_text, template.period, plan.period)) for row in rows]
    put_rows(plan.case_id, rows, seen=None, by=by, now=now)
