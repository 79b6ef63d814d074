"""Inline mode on the wire: a query is answered after its commit, a chosen result is heard of, its buttons are answered."""

from bot.wire.application import Golmok
from tests.wire.conftest import Town
from tests.wire.ledger import effects


async def test_a_query_is_answered_and_what_is_chosen_is_heard(town: Town, golmok: Golmok) -> None:
    kim, lee = town.emulator.person("김수제"), town.emulator.person("이떡집")
    talk = town.emulator.talk(kim.id, lee.id)
    kim.types_inline("cakes", chat=talk.id)
    await town.settles()
    assert [result.title for result in kim.inline_results] == ["cakes"]
    kim.picks_result(0)
    await town.settles()
    assert "Number 1" in lee.chat(talk.id)[-1].text
    assert len(await effects(town.office)) == 2


async def test_a_button_on_a_shared_message_is_answered_for_the_one_who_tapped(town: Town, golmok: Golmok) -> None:
    kim, lee = town.emulator.person("김수제"), town.emulator.person("이떡집", language_code="en")
    talk = town.emulator.talk(kim.id, lee.id)
    kim.types_inline("", chat=talk.id)
    await town.settles()
    kim.picks_result(0)
    await town.settles()
    shared = lee.chat(talk.id)[-1]
    lee.presses(shared.id, "To 2", chat=talk.id)
    await town.settles()
    assert lee.alerts == ["Only for you"]
    assert lee.chat(talk.id)[-1].text == shared.text


async def test_a_query_that_waited_too_long_is_let_go(town: Town) -> None:
    """Telegram takes no answer any more; nothing is tried again, and the next query is answered."""
    kim = town.emulator.person("김수제")
    kim.types_inline("old")
    town.clock.passes(minutes=10)
    async with town.bot():
        await town.settles()
        refused = [call for call in town.emulator.calls_of("answerInlineQuery") if not call.ok]
        assert len(refused) == 1
        kim.types_inline("new")
        await town.settles()
    assert [result.title for result in kim.inline_results] == ["new"]
