"""A meeting with a coordinator at its door, and an owner who comes."""

from dataclasses import dataclass

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from storage.event_dates import EventDate
from storage.events import Event
from storage.registrations import Registration
from tests.cast import Cast
from tests.check_in.attending import comes, dates_of
from tests.events.making import published
from tests.finder.street import keeps_shop
from tests.town import Town


@dataclass(frozen=True)
class Door:
    town: Town
    officer: Cast
    owner: Cast
    event: Event
    date: EventDate
    registration: Registration


@pytest.fixture
async def door(town, owner) -> Door:
    """The doors are still closed."""
    officer = town.person("Officer")
    await officer.starts()
    await town.appoints(officer)
    event = await published(town.office, by=officer.person.id, seats=30)
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    registration = await comes(town.office, event, owner.person.id)
    [date] = await dates_of(town.office, event)
    return Door(town, officer, owner, event, date, registration)
