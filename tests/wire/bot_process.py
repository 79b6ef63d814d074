"""The wire with the echo reception as a process of its own, to be killed: `python -m tests.wire.bot_process`."""

import asyncio
import os
import signal
from pathlib import Path

from bot.observability.logs import set_up_logs
from bot.settings import read_settings
from bot.wire.application import Golmok
from services.clock import ShiftedClock
from services.office import Office
from storage.engine import Store
from tests.wire import echo


async def main() -> None:
    settings = read_settings(_env_file=None)
    set_up_logs(level="INFO", as_json=True, secrets=[settings.token])
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    clock = ShiftedClock(Path(os.environ["GOLMOK_CLOCK_SHIFT_FILE"]))
    async with (
        await Store.open(settings.database_url) as store,
        Golmok(settings, Office(store, clock), clock, receive=echo.receive, describe=echo.describe) as golmok,
    ):
        await golmok.serve(stop)


if __name__ == "__main__":
    asyncio.run(main())
