"""A consortium of three that is full, and a queue before it, without the chat."""

from services.calls import LoadCalls, Loaded, read_packaged
from services.office import Office
from services.seat_queue import Queueing
from services.waiting_seats import WaitForSeat
from storage import consortia, waiting_seats
from storage.waiting_seats import WaitingSeat
from tests.clock import HandClock
from tests.finder.street import opens_shop
from tests.membership.circle import BINNA, CHORONG, LEAD, Circle, chooses, forms

SMALL = "collaboration-demo.toml"
FIFTEEN, THREE = "most = { value = 15,", "most = { value = 3,"
FIRST, SECOND = 11, 12  # people


async def loads_a_small_call(office: Office, clock: HandClock) -> None:
    """The demo call with another number in its notice: three members and no more."""
    notice = read_packaged()[SMALL]
    assert FIFTEEN in notice
    files = {SMALL: notice.replace(FIFTEEN, THREE)}
    assert isinstance(await office.do(LoadCalls(files=files, on=clock.now().date())), Loaded)


async def queues_up(office: Office, clock: HandClock) -> Circle:
    """LEAD, BINNA and CHORONG sit there; FIRST and SECOND wait."""
    await loads_a_small_call(office, clock)
    circle = await forms(office, LEAD, BINNA, CHORONG)
    await chooses(office, circle)
    for person in (FIRST, SECOND):
        kept = await opens_shop(office, person, f"Shop {person}", serial=person)
        code = await card_of(office, circle.number)
        outcome = await office.do(WaitForSeat(by=person, consortium=circle.number, shop=kept.shop, code=code))
        assert isinstance(outcome, Queueing)
        assert outcome.waiting.place is None
    return circle


async def card_of(office: Office, number: int) -> str:
    """The code on the recruiting card."""
    async with office.store.reading() as connection:
        found = await consortia.find(connection, number)
    assert found is not None
    return found.code


async def queue(office: Office, circle: Circle) -> dict[int, WaitingSeat]:
    """Who waits, by person."""
    async with office.store.reading() as connection:
        return {one.person: one for one in await waiting_seats.of_consortium(connection, circle.number)}
