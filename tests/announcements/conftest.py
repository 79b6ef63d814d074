"""The doors of the whole house, and somebody of the office."""

import pytest

import bot.house  # noqa: F401 - registers handlers and stories
from tests.announcements.composing import an_officer
from tests.cast import Cast
from tests.town import Town


@pytest.fixture
async def jung(town: Town) -> Cast:
    """An owner of the office, as named in the settings."""
    one = await an_officer(town)
    await town.appoints(one)
    return one
