from datetime import timedelta

from storage import arrivals, chats, letters
from storage.arrivals import NewArrival
from storage.letters import NewLetter, Priority

GROUP, SUPERGROUP, OTHER = -5, -1005, -6


async def test_a_group_that_moved_keeps_its_letters_and_its_order_and_others_are_left_alone(store, clock):
    async with store.transaction() as connection:
        new = [NewLetter(to=to, kind="note", body={}, due=clock.now(), priority=Priority.LETTER) for to in (GROUP, OTHER)]
        await letters.post(connection, new, clock.now())
        came = [NewArrival(update_id=n, lane=lane, body=b"{}") for n, lane in enumerate((GROUP, OTHER, SUPERGROUP))]
        await arrivals.store_all(connection, came, clock.now())
        await chats.move(connection, GROUP, SUPERGROUP)
    async with store.transaction() as connection:
        claimed = await letters.claim(connection, limit=9, now=clock.now(), lease=timedelta(seconds=9))
        assert [letter.to for letter in claimed] == [SUPERGROUP, OTHER]
        taken = await arrivals.claim(connection, limit=9, now=clock.now())
        assert [(arrival.update_id, arrival.lane) for arrival in taken] == [(0, SUPERGROUP), (1, OTHER)]
