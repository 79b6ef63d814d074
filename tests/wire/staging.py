"""Processes of the bot that a test can start and kill, before one emulator and on one database."""

import asyncio
import contextlib
import os
import signal
import sys
from collections import Counter
from pathlib import Path

from playground.emulator import Emulator

LONGER_THAN_A_LEASE = 61


class Stage:
    """An emulator, one database, and as many processes as a test starts on them."""

    def __init__(self, emulator: Emulator, url: str, database: str, folder: Path, **more: str) -> None:
        """`more`: settings of the processes."""
        self.emulator = emulator
        self.url = url
        self.database = database
        self.shift = folder / "clock-shift"
        self.log = folder / "log"
        self.shifted = 0
        self.more = more
        self.processes: list[asyncio.subprocess.Process] = []

    async def starts(self, name: str = "first") -> asyncio.subprocess.Process:
        own = {
            "GOLMOK_BOT_TOKEN": self.emulator.token,
            "GOLMOK_BOT_API_URL": self.url,
            "GOLMOK_DATABASE_URL": self.database,
            "GOLMOK_CLOCK_SHIFT_FILE": str(self.shift),
            "GOLMOK_SENDS_PER_SECOND": "0",
            "GOLMOK_TEST_PROCESS": name,
            **self.more,
        }
        with self.log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.wire.bot_process", env=os.environ | own, stdout=log, stderr=log
            )
        self.processes.append(process)
        return process

    async def kills(self, process: asyncio.subprocess.Process) -> None:
        process.send_signal(signal.SIGKILL)
        await process.wait()
        self.shifted += LONGER_THAN_A_LEASE
        self.shift.write_text(str(self.shifted))

    async def ends(self) -> None:
        for process in self.processes:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    def answers(self) -> Counter[str]:
        """Every text the bot has said, with how often."""
        return Counter(m.text for person in self.emulator.people for m in person.chat() if m.from_bot)

    async def until(self, happened: object, seconds: float = 60) -> None:
        assert callable(happened)
        assert await self.emulator.until(happened, seconds), f"{self.answers()}\n{self.log.read_text()[-4000:]}"
