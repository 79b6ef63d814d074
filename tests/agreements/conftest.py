import pytest

import bot.house  # noqa: F401 - all doors open
from tests.agreements.agreeing import ready
from tests.membership.conftest import circle, friend

__all__ = ["circle", "friend"]


@pytest.fixture
async def settled(town, circle):
    """Three members, their shops confirmed, a call chosen and the cost set: nothing is missing for an agreement."""
    await ready(town.office, circle)
    await town.settles()
    return circle
