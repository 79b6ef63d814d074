"""Seoul's time: what a call writes and people read. Inside, every moment is UTC."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")


def from_seoul(local: datetime) -> datetime:
    """A naive time on Seoul's clocks, as UTC."""
    return local.replace(tzinfo=SEOUL).astimezone(UTC)


def seoul_day(moment: datetime) -> date:
    return moment.astimezone(SEOUL).date()


def seoul_time(moment: datetime) -> datetime:
    """The same moment, as Seoul's clocks show it."""
    return moment.astimezone(SEOUL)
