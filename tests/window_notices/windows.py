"""A real call with a window in the days to come, loaded and loaded again with other dates."""

from datetime import date

from sqlalchemy import text

from services.calls import LoadCalls, Loaded
from services.chores import all_chores
from services.office import Office
from storage import people
from tests.programme.call_files import GOOD

# The clock begins on Monday 2 March 2026, 10:00 in Seoul.
KEY, TITLE = "collaboration-2026", "Collaboration 2026"
OPENS, CLOSES = "2026-03-10T09:00:00", "2026-03-31T18:00:00"
LATER = "2026-04-10T18:00:00"


def call_text(opens: str = OPENS, closes: str = CLOSES, title: str = TITLE) -> str:
    """Its second round is in August."""
    return (
        GOOD.replace("2027-03-02T09:00:00", opens)
        .replace("2027-03-31T18:00:00", closes)
        .replace("collaboration-2027", KEY)
        .replace('en = "Collaboration 2027"', f'en = "{title}"')
        .replace("2027", "2026")
    )


async def loads(office: Office, opens: str = OPENS, closes: str = CLOSES, *, on: date = date(2026, 3, 2)) -> Loaded:
    outcome = await office.do(LoadCalls(files={"call.toml": call_text(opens, closes)}, on=on))
    assert isinstance(outcome, Loaded), outcome
    return outcome


async def works(office: Office) -> None:
    """What the clockwork would have done by now: what is due is posted, and then told."""
    for _ in range(2):
        for chore in all_chores():
            await chore.run(office)


async def crowd(office: Office, *numbers: int) -> None:
    """People who have once spoken to the bot."""
    async with office.work() as work:
        await people.desks(work, dict.fromkeys(numbers, "en"))


async def told(office: Office, kind: str = "window_notice") -> list[int]:
    """To whom letters of this kind have been written that were not taken back, in order."""
    query = text("SELECT chat FROM letters WHERE kind = :kind AND state != 'withdrawn' ORDER BY chat, id")
    async with office.store.reading() as connection:
        return [row.chat for row in await connection.execute(query, {"kind": kind})]


async def planned(office: Office, key: str = KEY) -> list[str]:
    """ "occasion state" of each row, by due time."""
    query = text("SELECT round, occasion, state FROM call_notices WHERE call = :key ORDER BY due_at, id")
    async with office.store.reading() as connection:
        return [f"{row.round} {row.occasion} {row.state}" for row in await connection.execute(query, {"key": key})]
