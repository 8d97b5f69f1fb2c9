"""A school whose unit B follows thirty others in a month, and has looked at all they say; made by a command of a server that is yet
to start."""

from plans.models import PlanRow
from tests.factories import APPROVED, SUBMITTED, small_world
from tests.reported_month import Month, done, not_done

COUNT = 30


def build() -> None:
    """Thirty quiet reports wait for w-b.head, and one with an overdue row; three plans for w-a.head."""
    month = Month(small_world("W"))
    world = month.world
    shorts = [f"N{number:02}" for number in range(COUNT)] + ["Z"]
    for short in shorts:
        world.open_unit(short)
    month.plan("Kế hoạch chung", [month.task(f"Việc của {short}", "15/10/2026", short) for short in shorts])
    month.until("2026-10-20 08:00")
    month.open()
    for short in shorts:
        row = PlanRow.objects.values_list("id", flat=True).get(text=f"Việc của {short}")
        late = not_done(row, cause="Thiếu người", remedy="Bổ sung", committed_on="2026-12-10")
        month.say(
            month.report(short), [late if short == "Z" else done(row, completed_on="2026-10-14")], unit=short
        )
        month.sign_report(month.report(short), unit=short)
    month.agree_to_all()
    for where in (SUBMITTED, SUBMITTED, SUBMITTED, APPROVED):
        world.plan_at(where)
