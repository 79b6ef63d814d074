"""What a phone is asked to share by a key at the bottom. The key goes once it was used, or when something else comes, restart or not."""

from playground.hands import Person
from tests.wire.conftest import Town


def keys(person: Person) -> list[str]:
    return [key["text"] for row in person.reply_keyboard(person.id) for key in row]


async def test_people_are_picked_and_the_key_is_gone(town: Town, golmok) -> None:
    kim, lee, park = (town.emulator.person(name) for name in ("김수제", "이떡집", "박제과"))
    kim.sends("/people 2")
    await town.settles()
    assert len(keys(kim)) == 1
    kim.shares_people([lee, park])
    await town.settles()
    assert kim.last().text == "2 picked"
    assert keys(kim) == []


async def test_a_key_is_taken_off_after_a_restart_when_something_else_is_said(town: Town) -> None:
    kim = town.emulator.person("김수제")
    async with town.bot():
        kim.sends("/phone")
        await town.settles()
        assert len(keys(kim)) == 1
    async with town.bot():
        kim.sends("something else")
        await town.settles()
        assert keys(kim) == []
        assert not [message for message in kim.chat() if not message.deleted and message.text.startswith("👇")]
        kim.sends("and more")
        await town.settles()
    removals = [call for call in town.emulator.calls_of("sendMessage") if "remove_keyboard" in str(call.params.get("reply_markup"))]
    assert len(removals) == 1
