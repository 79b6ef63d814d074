"""A consultant, a member with a shop, and a coordinator, each with a phone; the member's session is just over."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from programme.topics import Topic
from tests.cast import Cast
from tests.clock import HandClock
from tests.finder.street import keeps_shop
from tests.sessions.desk import advises, at, books
from tests.town import Town


@dataclass(frozen=True)
class Desk:
    """`session`: its number. It took place on Tuesday the 10th, 10:00–11:00."""

    town: Town
    clock: HandClock
    member: Cast
    yun: Cast
    officer: Cast
    session: int

    async def passes(self, **time: float) -> None:
        self.clock.passes(**time)
        for one in (self.member, self.yun, self.officer):
            one.remember()
        await self.town.does_chores()


@pytest.fixture
async def desk(town, clock, owner) -> Desk:
    return await over(town, clock, owner)


@pytest.fixture
async def mediated(town, clock, owner) -> Desk:
    return await over(town, clock, owner, topic=Topic.CONFLICT, confidential=True)


async def over(town: Town, clock: HandClock, member: Cast, **more) -> Desk:
    yun, officer = town.person("Yun"), town.person("Officer")
    for person in (yun, officer):
        await person.starts()
    await town.appoints(officer)
    await advises(town.office, yun.person.id, topics=(Topic.TAX, Topic.CONFLICT))
    await keeps_shop(town, member, "Hanbit Bakery", 1)
    booked = await books(town.office, member.person.id, at(10), yun.person.id, **more)
    await town.settles()
    desk = Desk(town, clock, member, yun, officer, booked.session.id)
    for moment in (at(10) - timedelta(days=1), at(9), at(11, 1)):  # the reminders of the day and the hour before come first
        clock.at = moment
        await desk.passes()
    return desk


async def writes_log(desk: Desk, shared: str = "Keep all receipts.", private: str = "Was in a hurry.") -> None:
    await desk.yun.taps("📝 Write the log", "45 minutes")
    await desk.yun.sends(shared, private)
    await desk.yun.taps("📝 Keep it")
