from bot.clockwork import DEAD_KEPT, Clockwork
from storage import arrivals
from storage.hints import Events
from tests.storage.test_arrivals import test_after_five_tries_it_is_dead_and_the_lane_goes_on as one_dies


async def test_what_could_not_be_handled_is_kept_for_its_time_and_then_forgotten(store, office, clock):
    await one_dies(store, clock)
    kept = []
    for _ in range(2):
        await Clockwork(office, Events())._clear_away()
        async with store.reading() as connection:
            kept.append(len(await arrivals.dead(connection)))
        clock.passes(seconds=DEAD_KEPT.total_seconds() + 1)
    assert kept == [1, 0]
