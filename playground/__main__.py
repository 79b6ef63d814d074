"""`python -m playground`: chat with the bot on this machine, without a token and without a network."""

import asyncio
import errno
import os
import signal
import sys
import webbrowser
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import click

from playground.clock import Clock
from playground.emulator import Emulator
from playground.limits import Limits
from playground.memory import ForeignTown, keep, recall
from playground.neighbours import advisers, coordinators, move_in
from playground.pages import page_app
from playground.server import served
from playground.troupe import BotDied, Troupe, environment, inherited

_WRONG_USE = 2


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="Where the page listens; 0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), default=Path("var/demo"), show_default=True, help="Kept between starts."
)
@click.option("--bot/--no-bot", default=True, help="Run the bot too, or only the emulator and its page.")
@click.option("--limits/--no-limits", default=True, help="Keep Telegram's sending limits (default), or let the bot answer at once.")
@click.option("--open/--no-open", "opens", default=None, help="Open a browser (default: when there is a display).")
def main(port: int, host: str, data: Path, bot: bool, limits: bool, opens: bool | None) -> None:  # noqa: FBT001, PLR0917 - click's way
    """A town to try the bot in, with a page that looks like a messenger."""
    data = data.resolve()
    try:
        town = _town(data, Limits() if limits else Limits.none())
        asyncio.run(_live(town, data, (host, port), bot=bot, opens=_has_display() if opens is None else opens))
    except ForeignTown as error:
        _stop(f"{data / 'town.json'} does not fit: {error}. Remove it (make demo-reset) and start again.", _WRONG_USE)
    except BotDied as error:
        _stop(str(error), 1)
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL}:
            raise
        _stop(f"{host}:{port} cannot be used ({os.strerror(error.errno)}). Choose another port: make demo PORT=8090.", _WRONG_USE)


def _town(data: Path, limits: Limits) -> Emulator:
    data.mkdir(parents=True, exist_ok=True)
    town = Emulator(clock=Clock(data / "clock-shift"), limits=limits, files=data / "files")
    saved = data / "town.json"
    if saved.exists():
        recall(town, saved.read_bytes())
    else:
        move_in(town)
    return town


async def _live(town: Emulator, data: Path, address: tuple[str, int], *, bot: bool, opens: bool) -> None:
    async with AsyncExitStack() as open_things:
        url = await open_things.enter_async_context(served(town, *address, page_app(town)))
        click.echo(f"The playground is open: {url}   (Ctrl-C ends it)")
        if opens:
            webbrowser.open(url)
        env = environment(token=town.token, url=url, data=data, admins=coordinators(town), outer=inherited())
        if town.limits.overall is None:
            env["GOLMOK_SENDS_PER_SECOND"] = "0"  # nor need the bot hold back by itself
        await _until_told(keep(town, data / "town.json"), Troupe(env, advisers(town)).perform() if bot else asyncio.Event().wait())


async def _until_told(keeping: Coroutine[Any, Any, None], work: Coroutine[Any, Any, object]) -> None:
    """Runs both until SIGINT or SIGTERM, or until one fails. The work ends first, so that its last words are kept too."""
    keeper, worker = asyncio.create_task(keeping), asyncio.create_task(work)
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, _cancel_once, worker)
    done, _ = await asyncio.wait([keeper, worker], return_when=asyncio.FIRST_COMPLETED)
    for task in (worker, keeper):
        _cancel_once(task)
        await asyncio.gather(task, return_exceptions=True)
    for task in done:
        if not task.cancelled() and (error := task.exception()) is not None:
            raise error


def _cancel_once(task: asyncio.Task[Any]) -> None:
    """A second Ctrl-C does not cut the ending short."""
    if not task.cancelling():
        task.cancel()


def _has_display() -> bool:
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _stop(sentence: str, code: int) -> None:
    click.echo(sentence, err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
