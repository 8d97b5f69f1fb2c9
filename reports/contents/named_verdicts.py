"""Rows of a monitoring report that somebody names: as its content has them, without reading the others."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import NamedTuple
from uuid import UUID

from reports.models import MonitoringReport
from reports.rules.earlier import read_earlier_rows
from reports.words import SignedRow

from .earlier import earlier_rows
from .monitoring_reports import gather, verdicts_of
from .verdict_rows import verdicts


class NamedVerdicts(NamedTuple):
    """Row -> the row with its verdict; those of the month before apart, with the month that each is asked for."""

    rows: Mapping[UUID, SignedRow]
    earlier: Mapping[UUID, SignedRow]
    months: Mapping[UUID, str]


def named_verdicts(
    report: MonitoringReport, ids: Collection[UUID], earlier: Collection[UUID]
) -> NamedVerdicts:
    """Those of these rows that the report speaks of now, and those of the month before that it asks for; of one that stands there
    several times, the last. A fixed number of statements, more where rows of the month before are named."""
    every = {*ids, *earlier}
    here = verdicts(report, gather(report.period, [report], every))
    rows = {row_id: row for row in here if (row_id := UUID(row.row)) in ids}
    if not earlier:
        return NamedVerdicts(rows, {}, {})
    read = partial(verdicts_of, only=every)
    asked = earlier_rows(report.period, [report], read, every).get(report.unit_id, [])
    told_here = {(row.row, row.due_on) for row in here}
    late = [
        (month, row)
        for month, row in read_earlier_rows({"earlier": asked})
        if (row.row, row.due_on) not in told_here
    ]
    return NamedVerdicts(
        rows, {UUID(row.row): row for _month, row in late}, {UUID(row.row): month for month, row in late}
    )
