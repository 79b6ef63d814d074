"""The wire as a process of its own, to be killed: `python -m tests.wire.bot_process`.

With the echo reception, or, where GOLMOK_TEST_HOUSE is set, with the whole house. Where GOLMOK_TEST_HASTE is set, its chores come
every second and a notice goes out in small batches, so that a kill meets them in the middle.
"""

import asyncio
import os
import signal
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from bot import clockwork, reception
from bot.observability.logs import set_up_logs
from bot.screens import letters
from bot.settings import read_settings
from bot.wire.application import Golmok
from services import notice_telling
from services.chores import Chore, all_chores
from services.clock import ShiftedClock
from services.office import Office
from storage.engine import Store
from storage.work import House
from tests.wire import echo


async def main() -> None:
    settings = read_settings(_env_file=None)
    set_up_logs(level="INFO", as_json=True, secrets=[settings.token])
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    clock = ShiftedClock(Path(os.environ["GOLMOK_CLOCK_SHIFT_FILE"]))
    async with (
        await Store.open(settings.database_url, seal=settings.seal) as store,
        Golmok(settings, Office(store, clock, house=House(quiet_nights=False)), clock, **_reception()) as golmok,
    ):
        await golmok.serve(stop)


def _reception() -> dict[str, Any]:
    if "GOLMOK_TEST_HOUSE" not in os.environ:
        return {"receive": echo.receive, "describe": echo.describe}
    import_module("bot.house")  # opens every door
    if "GOLMOK_TEST_HASTE" in os.environ:
        setattr(clockwork, "all_chores", _in_haste)  # noqa: B010 - as a test patches it
        notice_telling.BATCH = 10
    return {"receive": reception.receive, "describe": letters.describe}


def _in_haste() -> tuple[Chore, ...]:
    return tuple(replace(one, every=timedelta(seconds=1)) for one in all_chores())


if __name__ == "__main__":
    asyncio.run(main())
