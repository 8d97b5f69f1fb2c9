"""What the months of a longer period said of rows."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from periods.models import Period
from reports.models import EarlierFinding, Finding, Result
from reports.rules.spans import MonthWord
from reports.words import SILENT, Said

from .updates import latest_confirmed
from .words import said_in

#: A report that its head has signed.
SIGNED = Q(report__case__state__in=["unit-approved", "monitor-reviewed", "consolidated", "presented"])


def words_of_months(period: Period, rows: Collection[UUID]) -> dict[UUID, list[MonthWord]]:
    """Row -> what the signed reports of each month inside the period said of it, and after them its confirmed update, the
    oldest first; four statements. A verdict of the month's own report goes before one that the month after brought."""
    inside = Q(
        report__period__institution=period.institution_id, report__period__kind=Period.Kind.MONTH,
        report__period__starts__gte=period.starts, report__period__ends__lte=period.ends,
    )  # fmt: skip
    words: dict[tuple[UUID, str], Said] = {}
    verdicts: dict[tuple[UUID, str], Said] = {}
    months: dict[str, Period] = {}
    for found, kind in ((words, Result), (verdicts, Finding)):
        for word in kind._default_manager.filter(SIGNED, inside, row__in=rows).select_related(
            "report__period"
        ):
            month = word.report.period
            found[word.row_id, month.label], months[month.label] = said_in(word), month
    late = EarlierFinding.objects.filter(
        SIGNED, row__in=rows, period__institution=period.institution_id, period__kind=Period.Kind.MONTH,
        period__starts__gte=period.starts, period__ends__lte=period.ends,
    )  # fmt: skip
    for finding in late.select_related("period"):
        key, months[finding.period.label] = (finding.row_id, finding.period.label), finding.period
        verdicts.setdefault(key, said_in(finding))
    updates = latest_confirmed().filter(
        row__in=rows, period__institution=period.institution_id, period__kind=Period.Kind.MONTH,
        period__starts__gte=period.starts, period__ends__lte=period.ends,
    )  # fmt: skip
    for update in updates.select_related("period"):
        key, months[update.period.label] = (update.row_id, update.period.label), update.period
        words[key] = verdicts[key] = said_in(update)
    told: dict[UUID, list[MonthWord]] = defaultdict(list)
    for key in sorted(words.keys() | verdicts.keys(), key=lambda key: months[key[1]].ends):
        row, label = key
        told[row].append(
            MonthWord(label, months[label].ends, words.get(key, SILENT), verdicts.get(key, SILENT))
        )
    return told
