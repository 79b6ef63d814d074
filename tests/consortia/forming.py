"""How people open consortia in the tests."""

from programme.tracks import Track
from services.consortia import OpenConsortium, Opened
from services.office import Office
from services.seats import NoSeat, Seated, take_seat
from storage import consortia, shops
from storage.seats import Role
from tests.cast import Cast

IDEA = "Three bakeries share one large oven."


async def begins(person: Cast) -> None:
    await person.starts()
    await person.taps("🤝 Form a consortium", "➕ Open a consortium")


async def opens(person: Cast, name: str = "Morning Bread", *, call: str = "Prepare for the next call") -> None:
    """By somebody with one shop, from the home screen to the end."""
    await begins(person)
    await answers(person, name, call=call)


async def answers(person: Cast, name: str = "Morning Bread", *, call: str = "Prepare for the next call") -> None:
    """All questions of somebody with one shop."""
    await person.taps(call)
    await person.sends(name, IDEA)
    await person.taps("Open it")


async def opened(office: Office, person: int, shop: int, name: str = "Morning Bread", *, track: Track = Track.COLLABORATION) -> Opened:
    """The same without the chat."""
    outcome = await office.do(OpenConsortium(by=person, shop=shop, track=track, call=None, name=name, idea=IDEA))
    assert isinstance(outcome, Opened), outcome
    return outcome


async def sits_down(office: Office, shop: int, consortium: int = 1, role: Role = Role.MEMBER) -> Seated | NoSeat:
    async with office.work() as work:
        found, where = await shops.find(work.connection, shop), await consortia.find(work.connection, consortium)
        assert found is not None
        assert where is not None
        return await take_seat(work, where, found, role)
