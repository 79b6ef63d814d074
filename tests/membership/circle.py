"""A consortium that is there already, for tests of what happens in it. Three owners: who leads, and two members."""

from dataclasses import dataclass

from sqlalchemy import text

from services.consortium_terms import ChooseCall, Chosen
from services.office import Office
from services.seats import Seated, take_seat
from storage import consortia, seats, shops
from storage.seats import Seat
from storage.shops import Kind
from tests.cast import Cast
from tests.consortia.forming import opened
from tests.finder.street import opens_shop
from tests.town import Town

NAME = "Morning Bread"
SHOPS = ("Hanbit Bakery", "Dalbit Cakes", "Byeolbit Tea", "Noeul Coffee", "Saebyeok Rice")
DEMO = "collaboration-demo"
LEAD, BINNA, CHORONG, STRANGER = 1, 2, 3, 9  # people without a phone, in tests without the chat


@dataclass(frozen=True)
class Circle:
    """`shops`: by person."""

    number: int
    lead: int
    shops: dict[int, int]

    async def seats(self, office: Office) -> dict[int, Seat]:
        """Taken now, by person."""
        async with office.store.reading() as connection:
            return {seat.person: seat for seat in await seats.of_consortium(connection, self.number)}


async def forms(office: Office, *people: int, serial: int = 1, name: str = NAME, kind: Kind = Kind.SHOP, **more) -> Circle:
    """The first one leads. Their shops are confirmed, and no call is chosen."""
    kept = {person: await opens_shop(office, person, SHOPS[at], serial=serial + at, kind=kind) for at, person in enumerate(people)}
    found = await opened(office, people[0], kept[people[0]].shop, name, **more)
    circle = Circle(found.number, people[0], {person: one.shop for person, one in kept.items()})
    for person in people[1:]:
        await joins(office, circle, person)
    return circle


async def joins(office: Office, circle: Circle, person: int) -> None:
    async with office.work() as work:
        consortium = await consortia.find(work.connection, circle.number)
        shop = await shops.find(work.connection, circle.shops[person])
        assert consortium is not None
        assert shop is not None
        assert isinstance(await take_seat(work, consortium, shop), Seated)


async def meets(town: Town, *people: Cast, **more) -> Circle:
    """The same for people with phones."""
    for person in people:
        await person.starts()
    circle = await forms(town.office, *(person.person.id for person in people), **more)
    await town.settles()
    return circle


async def confirmed(office: Office, circle: Circle, state: str = "active", *people: int) -> None:
    """What the tax office says of their shops."""
    numbers = [circle.shops[person] for person in people] if people else list(circle.shops.values())
    async with office.store.transaction() as connection:
        for number in numbers:
            await connection.execute(
                text("UPDATE shops SET check_state = :state, check_due = NULL WHERE id = :id"), {"state": state, "id": number}
            )


async def chooses(office: Office, circle: Circle, key: str = DEMO) -> None:
    """The version of this call that is in use."""
    async with office.store.reading() as connection:
        version = await connection.scalar(text("SELECT version FROM calls_in_use WHERE key = :key"), {"key": key})
    assert isinstance(await office.do(ChooseCall(by=circle.lead, consortium=circle.number, call=f"{key}@{version}")), Chosen)


async def looks(person: Cast, name: str = NAME) -> None:
    """From the home screen to the card."""
    await person.starts()
    await person.taps("🤝 My consortia", f"🤝 {name}")
