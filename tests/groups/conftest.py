import pytest

import bot.house  # noqa: F401 - all doors open
from tests.membership.circle import confirmed, looks, meets


@pytest.fixture
def friend(town):
    return town.person("Friend")


@pytest.fixture
def stranger(town):
    return town.person("Stranger")


@pytest.fixture
async def pair(town, office, owner, neighbour):
    """Owner leads, neighbour is a member; both shops are confirmed, so a third is still needed."""
    circle = await meets(town, owner, neighbour)
    await confirmed(office, circle)
    return circle


@pytest.fixture
async def recruiting(pair, owner):
    """The lead has the recruiting card in front."""
    await looks(owner)
    await owner.taps("📣 Recruiting card")
    return pair
