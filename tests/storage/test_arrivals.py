from datetime import timedelta

from sqlalchemy import select

from storage import arrivals, letters
from storage.arrivals import NewArrival
from storage.letters import Delivered, NewLetter, Priority


def update(number: int, lane: int) -> NewArrival:
    return NewArrival(update_id=number, lane=lane, body=b'{"update_id": %d}' % number)


async def arrive(store, clock, *updates: NewArrival) -> int:
    async with store.transaction() as connection:
        return await arrivals.store_all(connection, updates, clock.now())


async def claim(store, clock, *, limit=16, busy=()) -> list[arrivals.Arrival]:
    async with store.transaction() as connection:
        return await arrivals.claim(connection, limit=limit, now=clock.now(), busy=busy)


async def finish(store, clock, *claimed: arrivals.Arrival) -> None:
    async with store.transaction() as connection:
        assert await arrivals.mark_done(connection, [arrival.id for arrival in claimed], clock.now()) == len(claimed)


def numbers(claimed) -> list[int]:
    return [arrival.update_id for arrival in claimed]


async def test_the_same_update_is_kept_once_however_often_it_comes(store, clock):
    assert await arrive(store, clock, update(5, 1), update(5, 1), update(6, 1)) == 2
    assert await arrive(store, clock, update(6, 1), update(5, 1)) == 0
    async with store.reading() as connection:
        assert (await arrivals.backlog(connection)).waiting == 2


async def test_an_update_comes_back_as_it_arrived(store, clock):
    await arrive(store, clock, update(7, 70))
    [claimed] = await claim(store, clock)
    assert (claimed.update_id, claimed.lane, claimed.body, claimed.tries) == (7, 70, b'{"update_id": 7}', 0)
    assert claimed.received_at == clock.now()


async def test_of_each_lane_only_the_oldest_is_taken(store, clock):
    await arrive(store, clock, update(1, 10), update(2, 10), update(3, 20), update(4, 20), update(5, 30))
    first = await claim(store, clock)
    assert numbers(first) == [1, 3, 5]
    await finish(store, clock, *first)
    assert numbers(await claim(store, clock)) == [2, 4]


async def test_the_oldest_lanes_come_first_when_not_all_can_be_taken(store, clock):
    await arrive(store, clock, update(1, 90), update(2, 10), update(3, 50))
    assert numbers(await claim(store, clock, limit=2)) == [1, 2]


async def test_a_busy_lane_is_left_alone(store, clock):
    await arrive(store, clock, update(1, 10), update(2, 20))
    assert numbers(await claim(store, clock, busy={10})) == [2]


async def test_what_is_done_never_comes_back_and_its_body_is_gone(store, clock):
    await arrive(store, clock, update(1, 10))
    await finish(store, clock, *await claim(store, clock))
    assert await claim(store, clock) == []
    assert await arrive(store, clock, update(1, 10)) == 0
    async with store.reading() as connection:
        assert await connection.scalar(select(arrivals.ArrivalRecord.body)) is None


async def test_a_failed_arrival_holds_its_lane_until_it_is_tried_again(store, clock):
    await arrive(store, clock, update(1, 10), update(2, 10), update(3, 20))
    first, _ = await claim(store, clock)
    async with store.transaction() as connection:
        again_at = clock.now() + timedelta(seconds=2)
        assert not await arrivals.mark_failed(connection, first.id, now=clock.now(), again_at=again_at, reason="ValueError")
    assert numbers(await claim(store, clock)) == [3]
    clock.passes(seconds=2)
    again, _ = await claim(store, clock)
    assert (again.update_id, again.tries) == (1, 1)


async def test_after_five_tries_it_is_dead_and_the_lane_goes_on(store, clock):
    await arrive(store, clock, update(1, 10), update(2, 10))
    for attempt in range(1, 6):
        [poison] = await claim(store, clock)
        async with store.transaction() as connection:
            died = await arrivals.mark_failed(connection, poison.id, now=clock.now(), again_at=clock.now(), reason="KeyError")
        assert died is (attempt == 5)
    assert numbers(await claim(store, clock)) == [2]
    async with store.reading() as connection:
        [dead] = await arrivals.dead(connection)
        assert (dead.update_id, dead.tries, dead.reason) == (1, 5, "KeyError")
        assert (await arrivals.backlog(connection)).dead == 1


async def test_a_dead_arrival_can_be_replayed(store, clock):
    await test_after_five_tries_it_is_dead_and_the_lane_goes_on(store, clock)
    async with store.transaction() as connection:
        assert await arrivals.replay_dead(connection, [999]) == 0
        assert await arrivals.replay_dead(connection) == 1
    [replayed] = await claim(store, clock)
    assert (replayed.update_id, replayed.body, replayed.tries) == (1, b'{"update_id": 1}', 0)


async def test_a_lane_whose_reply_another_process_is_showing_is_not_free(store, clock):
    await arrive(store, clock, update(1, 10), update(2, 20))
    reply = NewLetter(
        to=10, kind="reply", body={}, due=clock.now(), priority=Priority.REPLY, leased_until=clock.now() + timedelta(seconds=30)
    )
    async with store.transaction() as connection:
        [id_] = await letters.post(connection, [reply], clock.now())
    assert numbers(await claim(store, clock)) == [2]
    async with store.transaction() as connection:
        await letters.settle(connection, [Delivered(id=id_, message_id=1)], clock.now())
    assert numbers(await claim(store, clock)) == [1, 2]


async def test_a_reply_on_its_way_for_too_long_holds_nobody_up(store, clock):
    await test_a_lane_whose_reply_another_process_is_showing_is_not_free(store, clock)
    reply = NewLetter(
        to=10, kind="reply", body={}, due=clock.now(), priority=Priority.REPLY, leased_until=clock.now() + timedelta(seconds=30)
    )
    async with store.transaction() as connection:
        await letters.post(connection, [reply], clock.now())
    clock.passes(seconds=5)
    assert numbers(await claim(store, clock)) == [1, 2]


async def test_others_are_found_behind_ten_thousand_updates_of_one_person(store, clock):
    await arrive(store, clock, *(update(number, 1) for number in range(10_000)))
    await arrive(store, clock, update(20_000, 2), update(20_001, 3))
    assert numbers(await claim(store, clock)) == [0, 20_000, 20_001]
    assert numbers(await claim(store, clock, busy={1, 2})) == [20_001]


async def test_others_are_found_behind_a_crowd_that_waits_for_its_next_try(store, clock):
    await arrive(store, clock, *(update(number, number) for number in range(600)), update(1000, 1000))
    async with store.transaction() as connection:
        for arrival in await arrivals.claim(connection, limit=600, now=clock.now()):
            await arrivals.mark_failed(
                connection, arrival.id, now=clock.now(), again_at=clock.now() + timedelta(minutes=1), reason="ValueError"
            )
    assert numbers(await claim(store, clock, limit=700)) == [1000]


async def test_done_arrivals_are_forgotten_in_time_and_dead_ones_are_kept(store, clock):
    await test_after_five_tries_it_is_dead_and_the_lane_goes_on(store, clock)
    await finish(store, clock, *await claim(store, clock))
    clock.passes(days=3)
    async with store.transaction() as connection:
        assert await arrivals.forget(connection, clock.now() - timedelta(days=2)) == 1
        assert len(await arrivals.dead(connection)) == 1
        assert await arrivals.forget(connection, clock.now() - timedelta(days=2), state="dead") == 1
