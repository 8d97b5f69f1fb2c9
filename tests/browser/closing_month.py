"""A school whose month is about to be closed while most units have not reported; made by a command of a server that is yet to start."""

from meetings.actions import create_consolidation
from plans.models import PlanRow
from tests.factories import small_world
from tests.reported_month import Month, done

INSIDE, MISSING = 3, 11


def build() -> None:
    """A consolidation of few reports waits for w-vp.head; many units, and who follows them, have submitted nothing."""
    month = Month(small_world("W"))
    world = month.world
    reported = [f"N{number:02}" for number in range(INSIDE)]
    silent = [f"Z{number:02}" for number in range(MISSING)]
    for short in (*reported, *silent):
        world.open_unit(short)
    month.plan("Kế hoạch chung", [month.task(f"Việc của {short}", "15/10/2026", short) for short in reported])
    left = [month.task(f"Việc của {short}", "15/10/2026", short) for short in silent]
    month.plan("Kế hoạch khác", left, unit="B", monitor="A")
    month.until("2026-10-20 08:00")
    month.open()
    for short in reported:
        row = PlanRow.objects.values_list("id", flat=True).get(text=f"Việc của {short}")
        month.say(month.report(short), [done(row, completed_on="2026-10-14")], unit=short)
        month.sign_report(month.report(short), unit=short)
    month.agree_to_all()
    for short in reported:
        month.check(month.report(short), "B")
    month.sign_report(month.monitoring(), unit="B")
    month.check(month.monitoring(), "VP")
    clerk = world.person("VP", "clerk")
    made = create_consolidation(period=month.period, case_ids=None, by=clerk, now=world.stage.tick())
    world.stage.sign(made.case_id, "submit", clerk)
