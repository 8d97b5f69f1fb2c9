"""How the background jobs fare: who carries one out just now, when it last succeeded, how often it failed since."""

from django.db import models

from notation import limits


class JobRun(models.Model):
    """One job. The row is its lease, too: config.leases changes it with single conditional UPDATEs.

    `since` is when the installation first met the job; `due_at` when it is carried out next at the latest;
    `failures` counts those in a row, 0 after a success, and `error` is the last of them.
    """

    name = models.CharField(primary_key=True, max_length=limits.JOB)
    since = models.DateTimeField()
    due_at = models.DateTimeField()
    holder = models.CharField(max_length=limits.HOLDER, blank=True)
    leased_until = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    succeeded_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=limits.ERROR, blank=True)

    def __str__(self) -> str:
        return self.name
