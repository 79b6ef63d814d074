"""Bad weather on the way to and from Telegram: nothing lost, nothing done twice."""

import asyncio
from collections import Counter

import aiohttp
import pytest

from bot.wire import backoff as pauses
from bot.wire import deliveries, intake
from bot.wire.application import Golmok
from bot.wire.intake import TokenRevoked
from playground.limits import Limits
from storage import arrivals, letters
from tests.wire.conftest import Town
from tests.wire.ledger import effects, letter_states


@pytest.fixture(autouse=True)
def quick_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The waiting between tries is the same code, a hundred times shorter."""
    usual = pauses.backoff

    def quick(failures: int, *, first: float = 1.0, longest: float = 60.0) -> float:
        return usual(failures, first=first, longest=longest) / 100

    for module in (deliveries, intake):
        monkeypatch.setattr(module, "backoff", quick)


async def test_every_update_three_times_is_done_once(town: Town) -> None:
    kim = town.emulator.person("김수제")
    for number in range(20):
        kim.sends(f"text {number}")
    updates = [update.json() for update in town.emulator.updates.waiting]
    async with town.bot():
        await town.settles()
        for _ in range(2):
            await intake.store(town.office, updates[::-1])
            await town.settles()
    assert Counter(await effects(town.office)) == {f"text {number}": 1 for number in range(20)}


async def test_a_flood_answer_stops_the_sending_and_loses_nothing(town: Town, golmok: Golmok) -> None:
    people = [town.emulator.person(f"Person {number}") for number in range(10)]
    town.emulator.floods(seconds=1, times=5)
    for person in people:
        person.sends("hello")
    await town.settles()
    assert [person.last().text for person in people] == ["hello"] * 10
    assert all(len([m for m in person.chat() if m.from_bot]) == 1 for person in people)


async def test_server_errors_and_cut_connections_lose_nothing(town: Town, golmok: Golmok) -> None:
    kim = town.emulator.person("김수제")
    for weather in (lambda: town.emulator.fails(3, 502), lambda: town.emulator.drops_connections(2), lambda: town.emulator.fails(2, 500)):
        weather()
        kim.sends("still here")
        await town.settles()
        assert kim.last().text == "still here"
    assert Counter(await effects(town.office)) == {"still here": 3}


async def test_who_blocks_the_bot_is_left_alone_and_welcomed_back(town: Town, golmok: Golmok) -> None:
    kim = town.emulator.person("김수제")
    kim.sends("remind me")
    await town.settles()
    kim.sends("last words")
    kim.blocks()
    await town.settles()
    calls = len(town.emulator.calls_of("sendMessage"))
    await golmok.settle()
    assert len(town.emulator.calls_of("sendMessage")) == calls
    assert "leased" not in await letter_states(town.office)
    kim.start()
    await town.settles()
    assert kim.last().text == "Welcome"


async def test_a_poisoned_update_is_put_aside_told_and_can_be_replayed(town: Town) -> None:
    operator, kim = town.emulator.person("Operator"), town.emulator.person("김수제")
    async with town.bot(admin_ids=(operator.id,)):
        operator.start()
        await town.settles()
        kim.sends("poison with private words")
        kim.sends("after")
        for _ in range(5):
            await town.settles()
            town.clock.passes(minutes=1)
        await town.settles()
        told = [message.text for message in kim.chat() if message.from_bot]
        assert "after" in told
        assert sum("저희 쪽 문제예요" in text for text in told) == 1
        assert "Poisoned" in operator.last().text
        assert "private" not in operator.last().text
        async with town.office.store.transaction() as connection:
            assert await arrivals.replay_dead(connection) == 1


async def test_one_poisoned_update_does_not_hold_up_the_others_in_its_batch(town: Town) -> None:
    people = [town.emulator.person(f"Person {number}") for number in range(8)]
    for number, person in enumerate(people):
        person.sends("poison" if number == 3 else "hello")
    async with town.bot():
        await town.settles()
        assert [number for number, person in enumerate(people) if not any(m.from_bot for m in person.chat())] == [3]
    assert Counter(await effects(town.office)) == {"hello": 7}


async def test_a_revoked_token_stops_the_bot_without_a_hot_loop(town: Town, golmok: Golmok) -> None:
    town.emulator.revokes_token()
    with pytest.raises(TokenRevoked):
        await asyncio.wait_for(golmok.serve(asyncio.Event()), 10)
    assert len([call for call in town.emulator.calls if call.status == 401]) <= 3


async def test_a_second_poller_elsewhere_is_waited_for_and_nothing_is_lost(town: Town, golmok: Golmok) -> None:
    kim = town.emulator.person("김수제")
    address = f"{town.url}/bot{town.emulator.token}/getUpdates"
    await town.emulator.until(lambda: town.emulator.updates.turn)  # ours is polling by now
    async with aiohttp.ClientSession() as session:
        await session.post(address, json={"timeout": 0, "limit": 1})
        kim.sends("hello")
        await town.settles()
    assert kim.last().text == "hello"
    assert 409 in [call.status for call in town.emulator.calls_of("getUpdates")]


async def test_letters_go_out_by_day_and_wait_by_night(town: Town, golmok: Golmok) -> None:
    kim = town.emulator.person("김수제")
    town.clock.passes(hours=12)  # 22:00 in Seoul
    kim.sends("remind")
    await town.settles()
    assert kim.last().text == "remind"
    town.clock.passes(hours=9, minutes=59)
    await town.settles()
    assert kim.last().text == "remind"
    town.clock.passes(minutes=1)
    await town.settles()
    assert kim.last().text == "Tomorrow: remind"


async def test_nothing_is_left_in_hand_when_all_is_quiet(town: Town, golmok: Golmok) -> None:
    for number in range(5):
        town.emulator.person(f"Person {number}").sends("hello")
    await town.settles()
    async with town.office.store.reading() as connection:
        backlog = await letters.backlog(connection, town.clock.now())
        assert (await arrivals.backlog(connection)).waiting == 0
    assert (backlog.due, backlog.leased) == (0, 0)


async def test_one_person_in_a_hurry_is_slowed_down_and_not_refused(town: Town) -> None:
    town.emulator.limits = Limits()
    kim = town.emulator.person("김수제")
    async with town.bot(sends_per_second=29):
        for number in range(5):
            kim.sends(str(number))
        await town.settles()
    assert kim.last().text == "4"
    assert 429 not in {call.status for call in town.emulator.calls}
