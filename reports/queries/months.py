"""What the months of a longer period said of rows."""

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from periods.models import Period
from reports.models import Finding, Result
from reports.rules.shares import Month

from .updates import latest_confirmed
from .words import said_in

if TYPE_CHECKING:
    from datetime import date

    from reports.words import Said

#: A report that its head has signed.
SIGNED = Q(report__case__state__in=["unit-approved", "monitor-reviewed", "consolidated", "presented"])


def months_of_rows(period: Period, rows: Collection[UUID]) -> dict[UUID, list[Month]]:
    """Row -> what the signed reports of each month inside the period said of it, and after them its confirmed updates, the
    oldest first; three statements."""
    inside = Q(
        report__period__institution=period.institution_id, report__period__kind=Period.Kind.MONTH,
        report__period__starts__gte=period.starts, report__period__ends__lte=period.ends,
    )  # fmt: skip
    words: dict[tuple[UUID, str], dict[UUID, Said]] = defaultdict(dict)
    updates: dict[tuple[UUID, str], dict[UUID, Said]] = defaultdict(dict)
    verdicts: dict[tuple[UUID, str], Finding] = {}
    ends: dict[str, date] = {}
    columns = ("report__period", "report__unit")
    for word in Result.objects.filter(SIGNED, inside, row__in=rows).select_related(*columns):
        month = word.report.period
        words[word.row_id, month.label][word.report.unit_id] = said_in(word)
        ends[month.label] = month.ends
    for finding in Finding.objects.filter(SIGNED, inside, row__in=rows).select_related(*columns):
        month = finding.report.period
        verdicts[finding.row_id, month.label], ends[month.label] = finding, month.ends
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
        verdict = verdicts.get(key)
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
