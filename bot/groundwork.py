"""What every command of the command line asks first. It imports none of the house, so that small commands start fast."""

from bot.settings import BadSettings, Settings
from services.clock import Clock, ShiftedClock, SystemClock
from storage import migrate


def clock_of(settings: Settings) -> Clock:
    return ShiftedClock(settings.clock_shift_file) if settings.clock_shift_file is not None else SystemClock()


def check_migrated(settings: Settings) -> None:
    """Raises BadSettings."""
    found = migrate.state(settings.database_url)
    if not found.is_current:
        raise BadSettings("The database is not in the form this version needs: run `golmok migrate` first.")
