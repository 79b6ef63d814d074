"""People of the office, with a role each, and what waits for them, without the chat."""

from datetime import datetime

from sqlalchemy import update

from programme.districts import District
from programme.rights import EVERYWHERE, Role, Scope
from services.inquiries import LeaveQuestion, Topic
from services.office import Office
from storage import people, roles
from storage.shops import Check, ShopRecord
from storage.tables import table_of
from tests.finder.street import Opened, opens_shop

MAPO = Scope(gus=frozenset({District.MAPO.value}))
OFFICER = 600


async def holds(
    office: Office, person: int, role: Role, scope: Scope = EVERYWHERE, *, name: str = "", until: datetime | None = None
) -> int:
    """From now on; the number of the grant."""
    async with office.work() as work:
        await people.desks(work, {person: "en"})
        return await roles.grant(work.connection, person, role, scope, by=1, until=until, now=work.now, name=name)


async def ask(office: Office, *askers: int) -> None:
    async with office.work() as work:
        await people.desks(work, dict.fromkeys(askers, "en"))
    for person in askers:
        await office.do(LeaveQuestion(by=person, topic=Topic.OTHER, question="Where do we begin?"))


async def shop_to_confirm(office: Office, person: int, name: str, serial: int, gu: District = District.MAPO) -> Opened:
    opened = await opens_shop(office, person, name, serial=serial, gu=gu)
    async with office.work() as work:
        shops = table_of(ShopRecord)
        by_hand = {"check_state": Check.BY_HAND.value, "changed_at": work.now}
        await work.connection.execute(update(shops).where(shops.c.id == opened.shop).values(by_hand))
    return opened
