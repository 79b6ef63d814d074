"""Another shop in town, which sits nowhere yet."""

from sqlalchemy import text

from services.office import Office
from storage import consortia
from tests.cast import Cast
from tests.finder.street import Opened, opens_shop
from tests.membership.circle import Circle


async def runs_a_shop(office: Office, person: Cast, name: str = "Byeolbit Tea", *, serial: int = 41, **more) -> Opened:
    """Its number is still being checked."""
    await person.starts()
    found = await opens_shop(office, person.person.id, name, serial=serial, **more)
    async with office.store.transaction() as connection:
        await connection.execute(text("UPDATE shops SET check_state = 'waiting' WHERE id = :id"), {"id": found.shop})
    return found


async def code_of(office: Office, circle: Circle) -> str:
    """What names the consortium on its card."""
    async with office.store.reading() as connection:
        found = await consortia.find(connection, circle.number)
    assert found is not None
    return found.code
