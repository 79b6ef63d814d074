"""P5: the audience of an announcement: frozen into its ledger, and counted while it is put together. A shop for every second person."""

import asyncio
import resource
import subprocess
import sys
from time import monotonic
from typing import Any

import orjson
from sqlalchemy import bindparam, text

from benchmarks.credentials import SEAL
from benchmarks.crowd import crowded
from benchmarks.databases import Databases
from benchmarks.figures import GOLMOK, Effort
from benchmarks.people import FIRST_ID
from programme.announcements import Category
from programme.audiences import Audience, Trait
from services.announcement_sending import begin
from services.clock import SystemClock
from services.office import Office
from storage import announcements, audience
from storage.announcements import NewAnnouncement
from storage.engine import Store
from storage.seals import Seal
from storage.tables import UtcDateTime

AUDIENCES = {
    "all": Audience(),
    "one gu": Audience(wanted={Trait.GU: frozenset({"11440"})}),
    "two gu, not one trade": Audience(wanted={Trait.GU: frozenset({"11440", "11680"})}, ruled_out={Trait.TRADE: frozenset({"cafe"})}),
}
_OPEN_SHOPS = text(
    "INSERT INTO shops (owner, kind, name, number, number_index, trade, trade_words, gu, opened_on, registered_at, changed_at, "
    "check_state, check_tries) "
    "SELECT id, 'shop', '가게', 'x', CAST(id AS VARCHAR(64)), CASE WHEN id % 3 = 0 THEN 'cafe' ELSE 'bakery' END, '', "
    "CASE id % 5 WHEN 0 THEN '11440' WHEN 1 THEN '11680' ELSE '11110' END, '2020-01-01', :at, :at, 'active', 0 FROM people WHERE id % 2 = 0"
).bindparams(bindparam("at", type_=UtcDateTime()))


def freezing(_: object, databases: Databases, effort: Effort) -> list[dict[str, Any]]:
    rows = []
    for kind in databases.kinds[: 1 if effort.few else None]:
        url = crowded(databases, kind, effort.crowd)
        try:
            asyncio.run(_open_shops(url))
            said = subprocess.run([sys.executable, "-m", "benchmarks.audiences", url], stdout=subprocess.PIPE, check=True, timeout=600)
            rows.append({"candidate": GOLMOK[kind].name, **orjson.loads(said.stdout.splitlines()[-1])})
        finally:
            databases.drop(url)
    return rows


async def _open_shops(url: str) -> None:
    async with await Store.open(url, seal=Seal(SEAL)) as store:
        async with store.transaction() as connection:
            await connection.execute(_OPEN_SHOPS, {"at": SystemClock().now()})
        async with store.transaction() as connection:
            await connection.execute(text("ANALYZE"))


async def main(url: str) -> None:
    """In a process of its own, since its memory is measured."""
    async with await Store.open(url, seal=Seal(SEAL)) as store:
        office = Office(store, SystemClock())
        counted = {name: await _counted(store, chosen) for name, chosen in AUDIENCES.items()}
        before, began = _most_mib(), monotonic()
        people = await _frozen(office)
        said = {"people": people, "seconds": monotonic() - began, "mib_more": _most_mib() - before, "counted_ms": counted}
    sys.stdout.write(orjson.dumps(said).decode() + "\n")


async def _counted(store: Store, chosen: Audience) -> float:
    async with store.reading() as connection:
        began = monotonic()
        await audience.count(connection, chosen, Category.SERVICE)
        return (monotonic() - began) * 1000


async def _frozen(office: Office) -> int:
    parts = {"ko": [{"method": "sendMessage", "params": {"text": "…"}}]}
    new = NewAnnouncement(category=Category.SERVICE, parts=parts, buttons=[], audience=Audience(), digest="")
    async with office.work() as work:
        number = await announcements.keep(work.connection, new, by=1, now=work.now)
    async with office.work() as work:
        one = await announcements.lock(work.connection, number)
        assert one is not None
        began = await begin(work, one, FIRST_ID)
    return getattr(began, "people", 0)


def _most_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
