"""Golmok's broadcaster alone, until everything is sent: `python -m benchmarks.announcing ROOT PER_SECOND DATABASE_URL`."""

import asyncio
import sys
from time import monotonic, process_time

import orjson
import uvloop

from benchmarks.credentials import SEAL, TOKEN
from bot.wire.backend import AiohttpRequest
from bot.wire.broadcaster import Broadcaster
from bot.wire.gate import Gate, Limits
from bot.wire.line import Line
from bot.wire.shared_gate import SharedGate
from bot.wire.walks import Means
from services.clock import SystemClock
from services.office import Office
from storage.engine import Store
from storage.seals import Seal
from storage.work import House


async def main(root: str, per_second: int, url: str) -> None:
    request = AiohttpRequest()
    await request.initialize()
    async with await Store.open(url, seal=Seal(SEAL)) as store:
        office = Office(store, SystemClock(), house=House(quiet_nights=False))
        limits = Limits.of(per_second)
        gate = Gate(limits) if store.is_sqlite else SharedGate(limits, store)
        broadcaster = Broadcaster(office, Means(Line(request, root, TOKEN), gate, lambda *_: []), per_second=per_second)
        began, cpu = monotonic(), process_time()
        await broadcaster.look()
        said = {"seconds": monotonic() - began, "cpu": process_time() - cpu}
        await gate.close()
    await request.shutdown()
    sys.stdout.write(orjson.dumps(said).decode() + "\n")


if __name__ == "__main__":
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
