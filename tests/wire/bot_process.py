"""The wire as a process of its own, to be killed: `python -m tests.wire.bot_process`.

With the echo reception, or, where GOLMOK_TEST_HOUSE is set, with the whole house.
"""

import asyncio
import os
import signal
from importlib import import_module
from pathlib import Path
from typing import Any

from bot import reception
from bot.observability.logs import set_up_logs
from bot.screens import letters
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
        await Store.open(settings.database_url, seal=settings.seal) as store,
        Golmok(settings, Office(store, clock), clock, **_reception()) as golmok,
    ):
        await golmok.serve(stop)


def _reception() -> dict[str, Any]:
    if "GOLMOK_TEST_HOUSE" not in os.environ:
        return {"receive": echo.receive, "describe": echo.describe}
    import_module("bot.house")  # opens every door
    return {"receive": reception.receive, "describe": letters.describe}


if __name__ == "__main__":
    asyncio.run(main())
