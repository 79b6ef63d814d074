import pytest

from tests.membership.circle import meets


@pytest.fixture
def friend(town):
    return town.person("Friend")


@pytest.fixture
async def circle(town, owner, neighbour, friend):
    """The owner leads; neighbour and friend are members."""
    return await meets(town, owner, neighbour, friend)
