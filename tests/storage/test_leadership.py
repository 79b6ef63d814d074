import asyncio

import pytest
from sqlalchemy import text

from storage import hints
from storage.arrivals import NewArrival, store_all
from storage.engine import Store
from storage.leadership import Leadership, try_lead
from storage.letters import NewLetter, Priority
from storage.work import Work


@pytest.fixture
async def second_store(database_url):
    async with await Store.open(database_url) as opened:
        yield opened


async def lead(store: Store, name: str = "poll") -> Leadership:
    leadership = await try_lead(store, name)
    assert leadership is not None
    return leadership


async def test_one_leads_and_the_other_is_told(store, second_store):
    async with await lead(store) as leadership:
        assert await try_lead(second_store, "poll") is None
        assert await try_lead(store, "poll") is None
        await (await lead(second_store, "tick")).resign()
        await leadership.resign()
    await (await soon_leads(second_store)).resign()


async def soon_leads(store: Store) -> Leadership:
    """A server lets go a moment after the connection is closed."""
    async with asyncio.timeout(10):
        while (found := await try_lead(store, "poll")) is None:
            pass
    return found


async def test_who_resigns_has_lost(store):
    leadership = await lead(store)
    await leadership.resign()
    await asyncio.wait_for(leadership.lost(), 5)


async def test_who_loses_the_connection_learns_it_at_once(store, second_store):
    leadership = await lead(store)
    lost = asyncio.create_task(leadership.lost())
    if store.is_sqlite:
        await leadership.resign()
    else:
        async with second_store.transaction() as connection:
            here = "database = (SELECT oid FROM pg_database WHERE datname = current_database())"  # others share the server
            locks = f"SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND {here}"
            assert len((await connection.execute(text(locks))).all()) == 1
    await asyncio.wait_for(lost, 5)
    await (await lead(second_store)).resign()
    await leadership.resign()


async def arrive(store, clock) -> None:
    async with store.transaction() as connection:
        await store_all(connection, [NewArrival(update_id=1, lane=1, body=b"{}")], clock.now())


async def test_a_listener_hears_of_arrivals_once_they_are_committed(store, clock):
    async with hints.listen(store) as events:
        events.arrivals.clear()
        await arrive(store, clock)
        await asyncio.wait_for(events.arrivals.wait(), 5)


async def test_nobody_hears_of_what_was_undone(store, clock):
    async with hints.listen(store) as events:
        if not store.is_sqlite:
            await asyncio.wait_for(events.arrivals.wait(), 5)  # rings once when it begins to listen
            events.arrivals.clear()
            events.letters.clear()
        with pytest.raises(ZeroDivisionError):
            async with store.transaction() as connection:
                await store_all(connection, [NewArrival(update_id=1, lane=1, body=b"{}")], clock.now())
                raise ZeroDivisionError
        async with store.transaction() as connection:
            await hints.letters_waiting(connection)
        await asyncio.wait_for(events.letters.wait(), 5)
        assert not events.arrivals.is_set()


async def test_a_letter_due_now_rings_and_one_for_tomorrow_does_not(store, clock):
    async with hints.listen(store) as events:
        if not store.is_sqlite:
            await asyncio.wait_for(events.letters.wait(), 5)
        for due, rings in ((clock.now().replace(year=2030), False), (clock.now(), True)):
            events.letters.clear()
            async with store.transaction() as connection:
                work = Work(connection, clock.now())
                work.post(NewLetter(to=1, kind="note", body={}, due=due, priority=Priority.LETTER))
                await work.flush()
            assert events.letters.is_set() is rings


async def test_another_process_hears_on_postgresql_even_after_its_line_was_cut(store, second_store, clock):
    if store.is_sqlite:
        async with hints.listen(store) as events:
            await arrive(store, clock)
            assert events.arrivals.is_set()
        return
    async with hints.listen(second_store) as events:
        await asyncio.wait_for(events.arrivals.wait(), 5)
        events.arrivals.clear()
        async with store.transaction() as connection:
            listening = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()"
            assert len((await connection.execute(text(listening))).all()) == 1
        await asyncio.wait_for(events.arrivals.wait(), 10)  # it listens again, and looks for what it missed
        events.arrivals.clear()
        await arrive(store, clock)
        await asyncio.wait_for(events.arrivals.wait(), 5)
