import signal

import pytest

from storage import arrivals
from storage.arrivals import NewArrival
from storage.engine import Store, StoreUnavailable
from tests import postgres

DURABLE = ("synchronous_commit=on", "fsync=on", "full_page_writes=on")


@pytest.fixture
def own_server():
    """One this test may crash."""
    server = postgres.start(*DURABLE)
    yield server
    server.stop()


async def keep(store: Store, clock, number: int) -> None:
    async with store.transaction() as connection:
        await arrivals.store_all(connection, [NewArrival(update_id=number, lane=number, body=b"{}")], clock.now())


async def test_the_store_outlives_a_crash_of_the_server(own_server, clock):
    async with await Store.open(postgres.create_migrated(own_server.url)) as store:
        await keep(store, clock, 1)
        with pytest.raises(StoreUnavailable):
            async with store.transaction() as connection:
                await arrivals.store_all(connection, [NewArrival(update_id=2, lane=2, body=b"{}")], clock.now())
                own_server.process.send_signal(signal.SIGQUIT)
                own_server.process.wait()
                await arrivals.backlog(connection)
        with pytest.raises(StoreUnavailable):
            await keep(store, clock, 3)
        own_server.process = postgres.launch(own_server.folder, DURABLE)
        await keep(store, clock, 4)
        async with store.transaction() as connection:
            claimed = await arrivals.claim(connection, limit=9, now=clock.now())
    assert [arrival.update_id for arrival in claimed] == [1, 4]
