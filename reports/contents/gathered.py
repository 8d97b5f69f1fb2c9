"""What the monitoring reports of a period are made of, before it is laid out."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from plans.models import MonitoringAssignment
from reports.models import Finding, MonitoredItem, Progress, UnitReport
from reports.rules.candidates import DueRow, PutOffRow
from reports.rules.signed import ProposalContent
from reports.words import SignedRow

from .rows import Days


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a unit's head has signed of its rows in the period; `at` is when it was frozen, `ids` are its rows'."""

    rows: list[SignedRow]
    at: datetime
    ids: frozenset[str]


@dataclass
class Gathered:
    """All that the reports of one period are made of, read at once.

    Attributes:
        followed: plan -> who follows it, under which item, when the units' reports are due.
        rows: monitoring unit -> the due rows of the plans that it follows.
        put_off: plan -> its rows that were due in the period and are due later by now.
        spoken: unit -> its signed reports, by the monitoring unit that they were written to.
    """

    days: Days
    followed: dict[UUID, MonitoringAssignment] = field(default_factory=dict)
    rows: dict[UUID, list[DueRow]] = field(default_factory=lambda: defaultdict(list))
    put_off: dict[UUID, list[PutOffRow]] = field(default_factory=lambda: defaultdict(list))
    spoken: dict[UUID, dict[UUID, Spoken]] = field(default_factory=lambda: defaultdict(dict))
    signed: list[UnitReport] = field(default_factory=list)
    findings: dict[UUID, dict[str, Finding]] = field(default_factory=lambda: defaultdict(dict))
    monitored: dict[UUID, dict[UUID, MonitoredItem]] = field(default_factory=lambda: defaultdict(dict))
    progress: dict[UUID, dict[UUID, list[Progress]]] = field(default_factory=lambda: defaultdict(dict))
    proposals: dict[UUID, list[ProposalContent]] = field(default_factory=dict)
