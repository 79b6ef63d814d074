"""Several things at once: a pair is introduced once, and each is told once who the other is. Each also with its guard off."""

import asyncio
from types import SimpleNamespace

from sqlalchemy import text

from services.introduction_answers import AgreeToMeet, AskForAnother
from services.introduction_rounds import IntroducePeople
from storage import events, introduction_circles
from tests.events.making import letters_to
from tests.introductions.meeting import circles, held, introduces, with_cards

A, B, C, D = 901, 902, 903, 904


async def rounds_at_once(office, event) -> int:
    """The chore in several processes and a coordinator; how many introductions there are."""
    await asyncio.gather(*(office.do(IntroducePeople(event=event.id)) for _ in range(4)))
    return len(await circles(office, event))


async def test_rounds_in_a_race_introduce_everybody_once(office):
    event = await held(office)
    await with_cards(office, event, A, B, C, D)
    assert await rounds_at_once(office, event) == 2


async def blind(*_args) -> set[tuple[int, int]]:
    return set()


async def nobody(*_args) -> list[object]:
    return []


async def test_the_pair_is_the_last_guard_where_nobody_sees_in_the_race_who_was_introduced(office, monkeypatch):
    event = await held(office)
    await with_cards(office, event, A, B)
    monkeypatch.setattr(introduction_circles, "met", blind)
    monkeypatch.setattr(introduction_circles, "of_event", nobody)
    for _ in range(3):
        await office.do(IntroducePeople(event=event.id))
    monkeypatch.undo()
    assert len(await circles(office, event)) == 1
    assert len(await letters_to(office, A, "event_introduction")) == 1


async def test_without_the_pair_they_would_be_introduced_again_in_the_race(office, monkeypatch):
    """The negative control."""
    event = await held(office)
    await with_cards(office, event, A, B)
    monkeypatch.setattr(introduction_circles, "met", blind)
    monkeypatch.setattr(introduction_circles, "of_event", nobody)
    for _ in range(3):
        await office.do(IntroducePeople(event=event.id))
        async with office.store.transaction() as connection:
            await connection.execute(text("DELETE FROM introduction_pairs"))
    monkeypatch.undo()
    assert len(await circles(office, event)) == 3


async def test_a_double_tap_in_a_race_finds_one_other_partner(office):
    event = await held(office)
    await with_cards(office, event, A, B, C, D)
    await introduces(office, event)
    mine = next(one for one in await circles(office, event) if A in one.said)
    await asyncio.gather(*(office.do(AskForAnother(by=A, introduction=mine.id)) for _ in range(4)))
    assert len([one for one in await circles(office, event) if A in one.said]) == 2


async def both_accept(office) -> SimpleNamespace:
    """At the same moment, each several times; the letters that tell a name."""
    event = await held(office)
    await with_cards(office, event, A, B)
    await introduces(office, event)
    [one] = await circles(office, event)
    deeds = [AgreeToMeet(by=person, introduction=one.id) for person in (A, B)] * 3
    await asyncio.gather(*(office.do(deed) for deed in deeds))
    told = [len(await letters_to(office, person, "event_introduction_met")) for person in (A, B)]
    [now] = await circles(office, event)
    return SimpleNamespace(told=sorted(told), agree=now.both_agree(A, B))


async def test_of_two_who_accept_in_a_race_the_first_is_told_and_the_second_sees_it(office):
    assert await both_accept(office) == SimpleNamespace(told=[0, 1], agree=True)


async def test_the_lock_of_the_event_is_taken_for_every_answer(office, monkeypatch):
    locked = []
    lock = events.lock

    async def noted(connection, number):
        locked.append(number)
        return await lock(connection, number)

    monkeypatch.setattr(events, "lock", noted)
    event = await held(office)
    await with_cards(office, event, A, B)
    await introduces(office, event)
    [one] = await circles(office, event)
    locked.clear()
    await office.do(AgreeToMeet(by=A, introduction=one.id))
    assert locked == [event.id]
