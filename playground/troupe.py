"""The bot beside the playground, run as it would run in production: migrate, load the calls, run."""

import asyncio
import os
import signal
import sys
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_urlsafe

from playground.saving import write_whole
from playground.tax_counter import ROOT
from playground.tax_office import KEY

_STEPS = (("migrate",), ("calls", "load", "--demo"))
_MOST_LINES = 30
_PATIENCE = 12.0  # seconds a bot gets to end by itself
_SHOWN_AT_ONCE = frozenset({"WARNING", "ERROR", "CRITICAL"})


class BotDied(Exception):
    def __init__(self, step: str, code: int, lines: list[str]) -> None:
        super().__init__(
            f"The bot ended by itself ({step}, exit code {code}). Its last lines:\n" + "\n".join(f"  {line}" for line in lines)
        )


def environment(*, token: str, url: str, data: Path, admins: list[int], outer: Mapping[str, str]) -> dict[str, str]:
    """What the bot is told; a database the user has set stays, and gets a key where the user has given none."""
    told = {
        "GOLMOK_BOT_TOKEN": token,
        "GOLMOK_BOT_API_URL": url,
        "GOLMOK_CLOCK_SHIFT_FILE": str(data / "clock-shift"),
        "GOLMOK_ACCEPT_TEST_NUMBERS": "1",
        "GOLMOK_NTS_URL": url + ROOT,
        "GOLMOK_NTS_KEY": KEY,
        "GOLMOK_ADMIN_IDS": ",".join(map(str, admins)),
        "PYTHONUNBUFFERED": "1",
        "NO_PROXY": "127.0.0.1,localhost",
    }
    database = {"GOLMOK_DATABASE_URL": f"sqlite+aiosqlite:///{data / 'golmok.db'}"}
    key = {} if outer.get("GOLMOK_DATABASE_URL", "sqlite").startswith("sqlite") else {"GOLMOK_SECRET_KEY": _kept_key(data / "secret-key")}
    return {**database, **key, **outer, **told}


def _kept_key(path: Path) -> str:
    """The same at every start, or what was sealed yesterday could not be read today."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, token_urlsafe(32).encode())
        path.chmod(0o600)
    return path.read_text(encoding="ascii")


@dataclass
class Troupe:
    """`advisers`: the consultant and the mentor, who take part before the doors open."""

    env: dict[str, str]
    advisers: list[int] = field(default_factory=list)
    lines: deque[str] = field(default_factory=lambda: deque(maxlen=_MOST_LINES))

    async def perform(self) -> None:
        """Until cancelled. Raises BotDied when the bot ends first."""
        seeds = (("demo", *map(str, self.advisers)),) if self.advisers else ()
        for step in (*_STEPS, *seeds):
            code = await self._run(*step)
            if code != 0:
                raise BotDied(" ".join(step), code, list(self.lines))
        code = await self._run("run")
        raise BotDied("run", code, list(self.lines))

    async def _run(self, *words: str) -> int:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            env=self.env,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches the bot through us, once
        )
        try:
            assert process.stdout is not None
            async for line in process.stdout:
                self._hear(line.decode(errors="replace").rstrip())
            return await process.wait()
        except asyncio.CancelledError:
            await _end(process)
            raise

    def _hear(self, line: str) -> None:
        self.lines.append(line)
        if any(word in line.upper() for word in _SHOWN_AT_ONCE):
            print(f"bot: {line}", file=sys.stderr, flush=True)  # noqa: T201


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.send_signal(signal.SIGTERM)
    try:
        async with asyncio.timeout(_PATIENCE):
            await process.communicate()
    except TimeoutError:
        process.kill()
        await process.wait()


def inherited() -> dict[str, str]:
    return dict(os.environ)
