"""A baker who leads a consortium, and a florist with a shop who may be invited."""

import pytest

from tests.consortia.forming import opens
from tests.finder.street import keeps_shop


@pytest.fixture
async def baker(town, owner):
    """The lead of "Morning Bread"."""
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await opens(owner)
    return owner


@pytest.fixture
async def florist(town, neighbour):
    await keeps_shop(town, neighbour, "Dalbit Flowers", 2)
    return neighbour
