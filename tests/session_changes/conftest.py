from dataclasses import dataclass

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from storage.sessions import Session
from tests.cast import Cast
from tests.finder.street import keeps_shop
from tests.sessions.desk import advises, at, books
from tests.town import Town


@dataclass(frozen=True)
class Agreed:
    """`owner` has a session with `yun`, both with phones."""

    town: Town
    owner: Cast
    yun: Cast
    session: Session


@pytest.fixture
async def pair(town, owner) -> tuple[Cast, Cast]:
    """An owner with a shop, and a consultant."""
    yun = town.person("Yun")
    await yun.starts()
    await advises(town.office, yun.person.id)
    await keeps_shop(town, owner, "Hanbit Bakery", serial=1)
    return owner, yun


@pytest.fixture
async def agreed(town, pair) -> Agreed:
    """On Tuesday, 10 March 2026, 14:00, eight days ahead."""
    owner, yun = pair
    booked = await books(town.office, owner.person.id, at(14), yun.person.id)
    await town.settles()
    return Agreed(town, owner, yun, booked.session)
