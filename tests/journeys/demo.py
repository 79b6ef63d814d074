"""`make demo` for a test: the playground's command in a process of its own, which starts the bot as production would."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import psutil  # type: ignore[import-untyped]
from playwright.async_api import Page, expect

from tests.playground.page.street import Handset

STEP = 60_000  # ms
PATIENCE = 30  # seconds until the page is served


@dataclass
class Demo:
    process: asyncio.subprocess.Process
    url: str

    def bot(self) -> psutil.Process:
        """The process of the bot itself."""
        return next(child for child in psutil.Process(self.process.pid).children(recursive=True) if child.cmdline()[-1] == "run")


@asynccontextmanager
async def demo(data: Path, *, limits: bool = True, settings: Mapping[str, str] | None = None) -> AsyncIterator[Demo]:
    """`limits`: False where a journey is long and Telegram's pace is not its subject. `settings`: the operator's, beside the demo's own."""
    pace = () if limits else ("--no-limits",)
    command = (sys.executable, "-m", "playground", "--no-open", "--port", "0", "--data", str(data), *pace)
    process = await asyncio.create_subprocess_exec(
        *command, env={**os.environ, **(settings or {})}, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    assert process.stdout is not None
    try:
        line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
        yield Demo(process, line.decode().split()[4])
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def walks(phone: Handset, *steps: str) -> None:
    """Presses each label; a step that begins with ">" is typed, one with "=" is looked for, one with "~" in the newest message alone."""
    for step in steps:
        match step[0]:
            case ">":
                await phone.says(step[1:])
            case "=":
                await expect(phone.log.get_by_text(step[1:]).last).to_be_visible(timeout=STEP)
            case "~":
                await expect(phone.log.get_by_role("listitem").last).to_contain_text(step[1:], timeout=STEP)
            case _:
                await phone.node.get_by_role("log").get_by_role("button", name=step, exact=True).last.click()


async def time_passes(page: Page, **so_long: int | str) -> None:
    moved = await page.request.post(urljoin(page.url, "/playground/do/move_clock"), data=so_long)
    assert moved.ok
