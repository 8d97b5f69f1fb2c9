"""What the months of a longer period said of rows."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from periods.models import Period
from reports.models import EarlierFinding, Finding, Judgement, Result
from reports.rules.shares import Month

from .updates import latest_confirmed
from .words import said_in

if TYPE_CHECKING:
    from reports.words import Said

#: A report that its head has signed.
SIGNED = Q(report__case__state__in=["unit-approved", "monitor-reviewed", "consolidated", "presented"])


def months_of_rows(period: Period, rows: Collection[UUID]) -> dict[UUID, list[Month]]:
    """Row -> what the signed reports of each month inside the period said of it, and after them its confirmed updates, the
    oldest first; four statements. A verdict of the month's own report goes before one that the month after brought."""
    inside = Q(
        report__period__institution=period.institution_id, report__period__kind=Period.Kind.MONTH,
        report__period__starts__gte=period.starts, report__period__ends__lte=period.ends,
    )  # fmt: skip
    words: dict[tuple[UUID, str], dict[UUID, Said]] = defaultdict(dict)
    updates: dict[tuple[UUID, str], dict[UUID, Said]] = defaultdict(dict)
    ends: dict[str, date] = {}
    columns = ("report__period", "report__unit")
    for word in Result.objects.filter(SIGNED, inside, row__in=rows).select_related(*columns):
        month = word.report.period
        words[word.row_id, month.label][word.report.unit_id] = said_in(word)
        ends[month.label] = month.ends
    verdicts = verdicts_of_months(period, rows, inside)
    ends |= {label: ends for (_row, label), (_verdict, ends) in verdicts.items()}
    confirmed = latest_confirmed().filter(
        row__in=rows, period__institution=period.institution_id, period__kind=Period.Kind.MONTH,
        period__starts__gte=period.starts, period__ends__lte=period.ends,
    )  # fmt: skip
    for update in confirmed.select_related("period", "case"):
        updates[update.row_id, update.period.label][update.case.unit_id] = said_in(update)
        ends[update.period.label] = update.period.ends
    told: dict[UUID, list[Month]] = defaultdict(list)
    every = words.keys() | verdicts.keys() | updates.keys()
    for key in sorted(every, key=lambda key: ends[key[1]]):
        row, label = key
        verdict, _ends = verdicts.get(key, (None, None))
        told[row].append(
            Month(
                label,
                ends[label],
                words=words.get(key, {}),
                verdict=said_in(verdict),
                left={code for code, share in verdict.shares.items() if not share["done"]}
                if verdict
                else set(),
                updates=updates.get(key, {}),
            )
        )
    return told


def verdicts_of_months(
    period: Period, rows: Collection[UUID], inside: Q
) -> dict[tuple[UUID, str], tuple[Judgement, date]]:
    """(row, month) -> its signed verdict, and when the month ends: of the month's own report, else of the one after; two
    statements."""
    verdicts: dict[tuple[UUID, str], tuple[Judgement, date]] = {}
    for finding in Finding.objects.filter(SIGNED, inside, row__in=rows).select_related("report__period"):
        month = finding.report.period
        verdicts[finding.row_id, month.label] = finding, month.ends
    late = EarlierFinding.objects.filter(
        SIGNED, row__in=rows, period__institution=period.institution_id, period__kind=Period.Kind.MONTH,
        period__starts__gte=period.starts, period__ends__lte=period.ends,
    )  # fmt: skip
    for after in late.select_related("period"):
        verdicts.setdefault((after.row_id, after.period.label), (after, after.period.ends))
    return verdicts
