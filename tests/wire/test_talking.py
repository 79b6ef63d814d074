"""A person and the bot, through the emulator over HTTP."""

from bot.wire.application import Golmok
from tests.wire.conftest import Town


async def test_what_is_said_is_answered(town: Town, golmok: Golmok) -> None:
    kim = town.emulator.person("김수제")
    kim.start("hello")
    await town.settles()
    assert kim.last().text == "Welcome hello"
    kim.sends("반가워요 <b>&")
    await town.settles()
    assert kim.last().text == "반가워요 <b>&"


async def test_a_tap_changes_the_message_in_place_and_is_answered_with_a_toast(town: Town, golmok: Golmok) -> None:
    kim = town.emulator.person("김수제")
    kim.start()
    await town.settles()
    first = kim.last()
    kim.presses(first.id, "To 1")
    await town.settles()
    assert kim.last().id == first.id
    assert kim.last().text == "Number 1"
    assert kim.toasts
