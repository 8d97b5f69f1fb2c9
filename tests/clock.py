"""The wall clock of a test: views ask it, and it shows what the test says."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class Clock:
    """Shows one moment until it is set to another; every reading is a millisecond later than the one before."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, start: datetime) -> None:
        self.moment = start
        monkeypatch.setattr(timezone, "now", self.now)

    def now(self) -> datetime:
        """The moment, in UTC as Django's own clock gives it."""
        self.moment += timedelta(milliseconds=1)
        return self.moment.astimezone(ZoneInfo("UTC"))

    def at(self, text: str) -> datetime:
        """Sets the clock: at("2025-08-27 16:59") in Vietnam."""
        self.moment = moment(text)
        return self.moment


def moment(text: str) -> datetime:
    """A moment in Vietnam, as one writes it: "2025-08-27 16:59"."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)
