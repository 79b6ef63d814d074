import pytest

from tests.membership.circle import chooses
from tests.membership.conftest import circle, friend
from tests.waiting_seats.queueing import loads_a_small_call

__all__ = ["circle", "friend", "full"]


@pytest.fixture
async def full(town, clock, circle):
    """Three members under a call that takes no more."""
    await loads_a_small_call(town.office, clock)
    await chooses(town.office, circle)
    await town.settles()
    return circle
