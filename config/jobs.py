"""The background jobs: which there are, how often, and for how long a process that died may hold one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from administration.jobs import carry_out_reorganizations
from approvals.jobs import brief_newcomers, newcomers_wait, release_empty_desks, sweep_uploads
from meetings.jobs import remind_of_conclusions
from notifications.jobs import number_notifications
from notifications.queries import anything_unnumbered
from opinions.jobs import let_opinions_lapse
from reports.jobs import draft_due_reports
from weeks.jobs import remind_people


def never() -> bool:
    """A job without a table of what waits for it is carried out at its time, no sooner."""
    return False


@dataclass(frozen=True, slots=True)
class Job:
    """A function without arguments that may be repeated, and run beside itself, without harm.

    Attributes:
        run: raises whatever it likes; config.runner logs it and tries again.
        period: seconds from a success to the next run at the latest. Without a success for 3 × as long the
            job is overdue.
        lease: seconds after which the job of a process that was killed goes to another.
        wanted: whether work waits, asked often, so one cheap query; a job with it can be started by name.
    """

    run: Callable[[], None]
    period: float
    lease: float
    wanted: Callable[[], bool] = never

    @property
    def name(self) -> str:
        """The function's name."""
        return self.run.__name__

    @property
    def tick(self) -> float:
        """Seconds between two looks: what a killed process left is taken up within 1.5 × its lease."""
        return min(self.period, self.lease / 2)


JOBS = (
    Job(number_notifications, period=10, lease=10, wanted=anything_unnumbered),
    Job(brief_newcomers, period=60, lease=30, wanted=newcomers_wait),
    Job(release_empty_desks, period=60, lease=30),
    Job(draft_due_reports, period=300, lease=30),
    Job(remind_of_conclusions, period=900, lease=30),
    Job(let_opinions_lapse, period=300, lease=30),
    Job(remind_people, period=900, lease=30),
    Job(carry_out_reorganizations, period=900, lease=30),
    Job(sweep_uploads, period=3600, lease=30),
)


def startable(jobs: Iterable[Job]) -> frozenset[str]:
    """The names by which an action may start a job."""
    return frozenset(job.name for job in jobs if job.wanted is not never)
