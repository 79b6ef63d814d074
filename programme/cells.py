"""Time cut into cells of five minutes, counted from 2020: what the time of sessions is planned and guarded in (decision 14)."""

from datetime import UTC, date, datetime, time, timedelta

from programme.seoul import from_seoul

MINUTES = 5
CELL = timedelta(minutes=MINUTES)
_START = datetime(2020, 1, 1, tzinfo=UTC)


def cells(starts_at: datetime, ends_at: datetime) -> range:
    """Every cell that the time touches; whoever plans in whole cells never touches a neighbour's."""
    return range((starts_at - _START) // CELL, -((_START - ends_at) // CELL))


def starts_of(cell: int) -> datetime:
    return _START + cell * CELL


def midnight(day: date) -> int:
    """The first cell of a day in Seoul."""
    return (from_seoul(datetime.combine(day, time())) - _START) // CELL


def up(minutes: int) -> int:
    """So many cells hold the minutes."""
    return -(-minutes // MINUTES)
