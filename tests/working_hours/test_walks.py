"""Every story of the hours ends for the consultant whose hours they are, whatever is tapped and typed on the way."""

import random

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.taps import BeginStory
from tests.house.test_stories import WANDERING, is_open, one_detour, one_step, to_the_end
from tests.player import Player
from tests.sessions.desk import YUN, advises, at, books, keep_shops


@pytest.mark.parametrize("story", ["week_hours", "day_hours", "block_time", "booking_terms"])
async def test_a_change_of_hours_ends_whatever_way_it_is_walked(office_with_calls, story):
    await keep_shops(office_with_calls, 1)
    await advises(office_with_calls)
    await books(office_with_calls, 1, at(10))
    dice, yun = random.Random(story), Player(office_with_calls, id=YUN)
    await yun.wishes(BeginStory(story))
    for _ in range(WANDERING):
        if not await is_open(yun):
            break
        await (one_step if dice.random() < 0.6 else one_detour)(yun, dice)
    if await is_open(yun):
        await yun.commands("resume")
    await to_the_end(yun, dice)
