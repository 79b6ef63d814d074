"""A consultant with one free hour in reach, and owners who want it, without the chat."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import text

from programme.topics import Topic
from services.chores import all_chores
from services.office import Office
from services.session_waits import MyWaits, WaitForSession, Waiting
from storage import working_hours
from storage.sessions import Session
from storage.working_hours import WeeklyHours
from tests.sessions.desk import DAY, PLAIN, YUN, advises, at, books

TERMS = replace(PLAIN, notice=48, ahead=14)
LATER = DAY + timedelta(days=14)
THE_HOUR = at(14)


async def has_one_hour(
    office: Office, person: int = YUN, name: str = "Yun", *, topics: tuple[Topic, ...] = (Topic.TAX,), hour: int = 14
) -> None:
    """Tuesdays from two to three, or at another hour; the one of the week to come is the only one in reach."""
    await advises(office, person, name=name, terms=TERMS, topics=topics)
    async with office.store.transaction() as connection:
        await working_hours.set_weekdays(connection, person, range(7), [WeeklyHours(weekday=1, starts=hour * 60, ends=hour * 60 + 60)])


async def takes_it(office: Office, person: int, consultant: int = YUN, hour: int = 14) -> Session:
    return (await books(office, person, at(hour), consultant)).session


async def waits(
    office: Office, person: int, *, topic: Topic = Topic.TAX, consultant: int | None = None, way: str | None = None, last_day: date = LATER
) -> Waiting:
    outcome = await office.do(WaitForSession(by=person, topic=topic, consultant=consultant, way=way, last_day=last_day))
    assert isinstance(outcome, Waiting), outcome
    return outcome


async def wait_of(office: Office, person: int) -> Waiting | None:
    found = await office.look(MyWaits(person=person))
    return found[0] if found else None


async def offered_to(office: Office, *people: int) -> list[int]:
    """Who of them is offered a time now."""
    waiting = {person: await wait_of(office, person) for person in people}
    return [person for person, one in waiting.items() if one is not None and one.offer is not None]


async def chores(office: Office) -> None:
    for chore in all_chores():
        await chore.run(office)


async def states(office: Office) -> list[str]:
    """Of the sessions that were held for those who waited, as (member, state)."""
    async with office.store.reading() as connection:
        rows = await connection.execute(text("SELECT person, state FROM sessions WHERE offered ORDER BY id"))
        return [f"{row.person} {row.state}" for row in rows]
