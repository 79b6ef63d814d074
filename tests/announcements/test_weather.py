"""Bad days at Telegram while an announcement goes out: nobody gets it twice, and the ledger accounts for everybody."""

import asyncio

import pytest

from bot.wire import backoff as pauses
from bot.wire import broadcaster, walks
from bot.wire.broadcasts import BroadcastErrand
from bot.wire.intake import TokenRevoked
from playground.calls import Call
from playground.emulator import Emulator
from playground.limits import Limits
from programme.announcements import AnnouncementState, Outcome
from services.announcement_reconciling import Reconcile, Right
from services.announcement_steering import GoOnSending
from storage import people
from storage.people import Person
from tests.announcements.composing import an_officer
from tests.announcements.sent import WORDS, announces, begins, drafted, of, stands
from tests.town import TOKEN, Town

CROWD = 60


@pytest.fixture(autouse=True)
def quick_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The waiting between tries is the same code, a hundred times shorter."""
    usual = pauses.backoff

    def quick(failures: int, *, first: float = 1.0, longest: float = 60.0) -> float:
        return usual(failures, first=first, longest=longest) / 100

    monkeypatch.setattr(walks, "backoff", quick)


async def moves_in(town, people):
    """People who once talked to the bot."""
    found = [town.emulator.person(f"P{number}", language_code="en") for number in range(people)]
    async with town.office.work() as work:
        for person in found:
            town.emulator.chats[person.id].started = True
            work.save_person(Person(id=person.id, language="en", started_at=work.now))
    return found


@pytest.fixture
async def crowd(town, jung):
    return await moves_in(town, CROWD)


def copies(person) -> int:
    return sum(message.from_bot and message.text == WORDS for message in person.chat())


async def accounted_for(town, number, crowd, clock) -> dict[Outcome, int]:
    """The ledger check: nobody twice; whoever got it is delivered or unknown; the sum is the audience."""
    state, counts = await stands(town.office, number)
    assert max(map(copies, crowd)) <= 1
    assert state is AnnouncementState.DONE
    assert sum(counts.values()) == (await of(town.office, number)).people
    clock.passes(days=1)
    assert await town.office.do(Reconcile(announcement=number)) == Right()
    return counts


async def test_while_telegram_says_wait_nothing_goes_out_and_replies_go_first(town, jung, crowd, clock):
    await town.restarts(sends_per_second=20)
    heard: list[tuple[float, Call]] = []
    loop = asyncio.get_running_loop()
    town.emulator.observers.append(lambda call: heard.append((loop.time() - call.ms / 1000, call)))
    number = await drafted(town.office, jung.person.id)
    town.emulator.floods(seconds=1, times=3)
    await begins(town.office, jung.person.id, number)
    await town.emulator.until(lambda: any(call.status == 429 for _, call in heard))
    asking = crowd[-1]
    asking.start()
    await town.emulator.until(lambda: any(m.from_bot and m.text != WORDS for m in asking.chat()), 20)
    flooded = [at for at, call in heard if call.status == 429]
    sent = [(at, call) for at, call in heard if call.ok and call.method == "sendMessage"]
    assert not [call for at, call in sent if any(flood + 0.3 < at < flood + 0.9 for flood in flooded)]
    reply = next(at for at, call in sent if call.params["chat_id"] == asking.id and call.params["text"] != WORDS)
    assert not [call for at, call in sent if max(flooded) + 0.3 < at < reply and call.params["text"] == WORDS]
    await town.settles()
    counts = await accounted_for(town, number, crowd, clock)
    assert counts == {Outcome.DELIVERED: CROWD + 1}


@pytest.mark.parametrize("seed", [1, 2])
async def test_in_a_storm_nobody_gets_it_twice_and_it_pauses_by_itself(town, jung, clock, seed, monkeypatch):
    crowd = await moves_in(town, 3 * CROWD)
    monkeypatch.setattr(broadcaster, "IN_HAND", 8)  # so that it is noticed before everybody has been tried
    await town.restarts()
    number = await drafted(town.office, jung.person.id)
    town.emulator.storms(20, 10, seed=seed)
    await begins(town.office, jung.person.id, number)
    await town.settles()
    one = await of(town.office, number)
    assert (one.state, one.paused_why) == (AnnouncementState.PAUSED, "errors")
    town.emulator.storms()
    await town.office.do(GoOnSending(by=jung.person.id, announcement=number))
    await town.settles()
    counts = await accounted_for(town, number, crowd, clock)
    assert counts[Outcome.UNKNOWN] >= 10
    assert counts.keys() == {Outcome.DELIVERED, Outcome.UNKNOWN}


async def _answers_are_lost(town, jung, person, *, until: int) -> int:
    """Every call takes effect, and none is answered, until the person has so many copies."""
    number = await drafted(town.office, jung.person.id)
    town.emulator.drops_connections(10_000, after_effect=True)
    await begins(town.office, jung.person.id, number)
    assert await town.emulator.until(lambda: copies(person) >= until)
    town.emulator.drops_connections(0)
    await town.settles()
    return number


async def test_an_answer_that_was_lost_is_unknown_and_not_sent_again(town, jung, owner):
    await owner.starts()
    number = await _answers_are_lost(town, jung, owner.person, until=1)
    state, counts = await stands(town.office, number)
    assert state is AnnouncementState.DONE
    assert counts[Outcome.UNKNOWN] >= 1
    assert copies(owner.person) == 1


async def test_tried_again_after_a_lost_answer_somebody_would_get_it_twice(town, jung, owner, monkeypatch):
    """The negative control of the test above."""
    await owner.starts()
    monkeypatch.setattr(BroadcastErrand, "_judged", lambda self, error: None)
    await _answers_are_lost(town, jung, owner.person, until=2)


async def test_who_cannot_be_reached_is_marked_once_not_tried_again_and_back_after_start(town, jung, crowd, clock):
    blocks, leaves, never = crowd[:3]
    blocks.blocks()
    await town.settles()
    async with town.office.work() as work:  # as if the bot had been away when it happened
        work.save_person(Person(id=blocks.id, language="en", started_at=work.now))
    leaves.deactivates()
    town.emulator.chats[never.id].started = False  # "chat not found"
    gone = [blocks, leaves, never]
    first = await announces(town, jung)
    counts = await accounted_for(town, first, crowd, clock)
    assert counts == {Outcome.DELIVERED: CROWD - 2, Outcome.BLOCKED: 3}
    assert [_tries(town, person) for person in gone] == [1, 1, 1]
    async with town.office.work() as work:
        assert await people.reachable(work.connection, [person.id for person in gone]) == set()
    blocks.start()
    await town.settles()
    second = await announces(town, jung)
    assert (await stands(town.office, second))[1] == {Outcome.DELIVERED: CROWD - 1, Outcome.BLOCKED: 2}
    assert [_tries(town, person) for person in gone] == [2, 1, 1]


def _tries(town, person) -> int:
    return sum(
        call.params.get("chat_id") in {person.id, str(person.id)} and call.params.get("text") == WORDS
        for call in town.emulator.calls_of("sendMessage")
    )


async def test_while_telegram_is_away_everybody_waits_and_then_gets_it_once(store, office_with_calls, clock, monkeypatch):
    emulator, away = Emulator(token=TOKEN, clock=clock, limits=Limits.none()), asyncio.Event()

    def knocked(failures: int) -> float:
        if failures:
            away.set()
        return 0.01

    monkeypatch.setattr(walks, "backoff", knocked)
    async with emulator.serve() as served:
        town = Town(emulator=emulator, url=served.url, store=store, office=office_with_calls, clock=clock)
        await town.opens()
        jung = await an_officer(town)
        await town.appoints(jung)
    number = await drafted(town.office, jung.person.id)
    await begins(town.office, jung.person.id, number)
    await asyncio.wait_for(away.wait(), 20)
    assert copies(jung.person) == 0
    async with emulator.serve(port=int(served.url.rpartition(":")[2])):
        assert await emulator.until(lambda: copies(jung.person) == 1, 30)
        await town.settles()
        assert await accounted_for(town, number, [jung.person], clock) == {Outcome.DELIVERED: 1}
        await town.closes()


async def test_a_revoked_token_stops_the_bot_without_a_hot_loop_and_nothing_is_lost(town, jung, crowd, clock):
    await town.restarts(sends_per_second=20)
    number = await drafted(town.office, jung.person.id)
    await begins(town.office, jung.person.id, number)
    await town.emulator.until(lambda: sum(map(copies, crowd)) >= 5)
    town.emulator.revokes_token()
    with pytest.raises(TokenRevoked):
        await asyncio.wait_for(town.bot.serve(asyncio.Event()), 10)
    await town.closes()
    assert len([call for call in town.emulator.calls if call.status == 401]) <= 50
    town.emulator.faults.revoked = False
    await town.opens()
    await town.settles()
    counts = await accounted_for(town, number, crowd, clock)
    assert counts == {Outcome.DELIVERED: CROWD + 1}
