"""`golmok run`: where office, reception, screens and wire meet."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import AsyncExitStack
from importlib import import_module
from typing import Any

from bot.groundwork import check_migrated, clock_of
from bot.observability.logs import set_up_logs
from bot.observability.metrics import Metrics
from bot.observability.window import Window
from bot.reception import receive
from bot.screens.announcement_keyboard import keyboard
from bot.screens.letters import describe
from bot.screens.menu import COMMANDS
from bot.settings import BadSettings, Settings
from bot.wire.application import Golmok
from bot.wire.health import Health
from bot.wire.profile import Profile
from bot.words import t
from services.coordinators import AppointFirstCoordinators
from services.gateways.tax_office import NationalTaxService
from services.office import Office
from storage.engine import Store, StoreUnavailable


def profile() -> Profile:
    """Commands as Telegram's menu shows them."""
    return Profile(
        commands=COMMANDS,
        description=t(
            "Small shops, together: find partners, form a consortium, "
            "and learn in a few taps whether it can get the city's support and how much."
        ),
        short=t("Support for small shops that do something together: find partners, check, estimate, ask."),
    )


def run(settings: Settings) -> None:
    """Until SIGTERM or Ctrl-C; then it finishes what is in hand, in less than ten seconds."""
    token = settings.token
    secrets = [
        token,
        *(s.get_secret_value() for s in (settings.webhook_secret, settings.nts_key, settings.sentry_dsn, settings.secret_key) if s),
    ]
    set_up_logs(level=settings.log_level, as_json=settings.log_json, secrets=secrets)
    if settings.sentry_dsn is not None:
        from bot.observability.errors import set_up_sentry  # noqa: PLC0415 - only where it is wanted

        set_up_sentry(settings.sentry_dsn.get_secret_value())
    check_migrated(settings)
    check_key(settings)
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(_run(settings))


async def _run(settings: Settings) -> None:
    import_module("bot.house")
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(await Store.open(settings.database_url, seal=settings.seal))
        clock = clock_of(settings)
        office = Office(store, clock, house=settings.house)
        if settings.nts_key is not None:
            office.tax_office = await stack.enter_async_context(NationalTaxService(settings.nts_url, settings.nts_key.get_secret_value()))
        await office.do(AppointFirstCoordinators(ids=settings.admin_ids))
        health = Health()
        if settings.metrics_port is not None:
            await _open_window(stack, settings.metrics_port, Metrics(office, health), health)
        golmok = Golmok(settings, office, clock, receive=receive, describe=describe, keyboard=keyboard, profile=profile(), health=health)
        if await _started(stack, golmok, stop, settings):
            await golmok.serve(stop)


async def _started(stack: AsyncExitStack, golmok: Golmok, stop: asyncio.Event, settings: Settings) -> bool:
    """Telegram may be away for long, so a stop is heard before the start is over, too."""
    starting, stopping = asyncio.ensure_future(stack.enter_async_context(golmok)), asyncio.ensure_future(stop.wait())
    either: set[asyncio.Future[Any]] = {starting, stopping}
    await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not starting.done():
        starting.cancel()
        await asyncio.wait({starting})
        return False
    try:
        starting.result()
    except OSError as error:
        if isinstance(error, StoreUnavailable):
            raise
        raise BadSettings(f"GOLMOK_WEBHOOK_PORT {settings.webhook_port} cannot be used: {error.strerror}.") from None
    return True


async def _open_window(stack: AsyncExitStack, port: int, metrics: Metrics, health: Health) -> None:
    try:
        await stack.enter_async_context(Window(health, metrics, port))
    except OSError as error:
        raise BadSettings(f"GOLMOK_METRICS_PORT {port} cannot be used: {error.strerror}.") from None


def check_key(settings: Settings) -> None:
    """Several machines share a database, so none of them can make up the key. Raises BadSettings."""
    if settings.seal is None and settings.database_url.startswith("postgresql"):
        raise BadSettings(
            "GOLMOK_SECRET_KEY must be set with PostgreSQL: `openssl rand -base64 32` makes one. Keep it as safe as the data."
        )


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The faster loop (uvloop) where it is installed."""
    try:
        uvloop = import_module("uvloop")
    except ImportError:
        return None
    factory: Callable[[], asyncio.AbstractEventLoop] = uvloop.new_event_loop
    return factory
