"""`golmok doctor`: what is missing, and how to mend it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from telegram.error import InvalidToken, TelegramError

from bot.groundwork import clock_of
from bot.settings import BadSettings, Settings
from bot.wire.backend import AiohttpRequest
from bot.wire.line import Line
from services.clock import SystemClock
from services.gateways.tax_office import NationalTaxService
from services.tax_office import TaxOfficeAway, TaxOfficeRefusesKey
from storage import migrate
from storage.engine import BadDatabaseUrl, Store, StoreUnavailable

MOST_SKEW = timedelta(seconds=30)
SOME_NUMBER = "1248100998"  # of a listed company, printed on its receipts: any number shows whether the key is accepted


@dataclass(frozen=True)
class Finding:
    """`mend`: what to do; empty when all is well."""

    what: str
    mend: str = ""

    def __str__(self) -> str:
        return f"✗ {self.what}\n    → {self.mend}" if self.mend else f"✓ {self.what}"


Check = Callable[[Settings], Awaitable[Finding]]


async def examine(settings: Settings) -> list[Finding]:
    """Every check is made, whatever the others found."""
    checks: tuple[Check, ...] = (_token, _reach, _database, _migrations, _fonts, _files, _tax_office, _clock)
    return [await check(settings) for check in checks]


async def _token(settings: Settings) -> Finding:
    try:
        token = settings.token
    except BadSettings as error:
        return Finding("token: none", str(error))
    request = AiohttpRequest()
    await request.initialize()
    try:
        me = await Line(request, settings.bot_api_url, token).call("getMe", {})
    except InvalidToken:
        return Finding("token: refused by Telegram", "Get the current token from @BotFather and set GOLMOK_BOT_TOKEN.")
    except TelegramError as error:
        return Finding(f"token: could not be tried ({type(error).__name__})", "See the line about Telegram's server.")
    finally:
        await request.shutdown()
    return Finding(f"token: belongs to @{me['username']}")


async def _reach(settings: Settings) -> Finding:
    answer = await _answer(settings.bot_api_url)
    if answer is None:
        return Finding(
            f"reach: {settings.bot_api_url} does not answer", "Check the network, the firewall (port 443) and GOLMOK_BOT_API_URL."
        )
    return Finding(f"reach: {settings.bot_api_url} answers")


async def _database(settings: Settings) -> Finding:
    try:
        async with await Store.open(settings.database_url) as store:
            version = await store.engine_version()
    except (BadDatabaseUrl, StoreUnavailable) as error:
        return Finding("database: cannot be used", str(error))
    return Finding(f"database: {version.name} {version.version}", version.warning)


async def _migrations(settings: Settings) -> Finding:
    try:
        found = await asyncio.to_thread(migrate.state, settings.database_url)
    except (BadDatabaseUrl, StoreUnavailable):
        return Finding("migrations: not known", "Mend the database first.")
    if found.is_current:
        return Finding(f"migrations: {found.head}")
    return Finding(f"migrations: the database is at {found.current or 'nothing'}, needed is {found.head}", "Run `golmok migrate`.")


async def _fonts(settings: Settings) -> Finding:  # noqa: ARG001 - the signature of a check
    try:
        from bot.pictures.fonts import font  # noqa: PLC0415 - it is what is being tried

        tried = font(20)
        # A font without Hangul draws the same box for every syllable.
        drawn = bytes(tried.getmask("골")) != bytes(tried.getmask("목"))
    except (ImportError, OSError) as error:
        return Finding(
            f"fonts: none with Hangul ({type(error).__name__})", "Run `make install` again: the package pylopdf-fonts-ko is missing."
        )
    return Finding("fonts: Hangul can be drawn") if drawn else Finding("fonts: only empty boxes for Hangul", "Run `make install` again.")


async def _files(settings: Settings) -> Finding:  # noqa: ARG001
    """One of each kind is made, as for a member who wants to read the agreement."""
    try:
        from bot.documents.hwpx_file import hwpx  # noqa: PLC0415 - they are what is being tried
        from bot.documents.outline import Outline, Paragraph  # noqa: PLC0415
        from bot.documents.pdf import pdf  # noqa: PLC0415

        tried = Outline(language="ko", title="골목", notice="", blocks=(Paragraph(text="골목"),), foot="")
        await asyncio.to_thread(lambda: (pdf(tried), hwpx(tried)))
    except (ImportError, OSError, RuntimeError, ValueError) as error:
        return Finding(
            f"files: PDF or HWPX cannot be made ({type(error).__name__})", "Run `make install` again: typst or python-hwpx is missing."
        )
    return Finding("files: PDF and HWPX can be made")


async def _tax_office(settings: Settings) -> Finding:
    if settings.nts_key is None:
        return Finding("tax office: no key, so coordinators confirm every shop by hand")
    try:
        async with NationalTaxService(settings.nts_url, settings.nts_key.get_secret_value()) as office:
            await office.status([SOME_NUMBER])
    except TaxOfficeRefusesKey:
        return Finding("tax office: refuses the key", "Get the current key at data.go.kr (service 15081808) and set GOLMOK_NTS_KEY.")
    except TaxOfficeAway as away:
        return Finding(
            f"tax office: no answer ({away})",
            "Shops wait until it answers. If it lasts, check the network, the firewall and GOLMOK_NTS_URL.",
        )
    return Finding("tax office: answers and accepts the key")


async def _clock(settings: Settings) -> Finding:
    """Compared with what Telegram's server says in its answers."""
    if settings.clock_shift_file is not None:
        shift = clock_of(settings).now() - SystemClock().now()
        return Finding(f"clock: shifted by {round(shift.total_seconds())} s (GOLMOK_CLOCK_SHIFT_FILE)")
    answer = await _answer(settings.bot_api_url)
    if not answer:
        return Finding("clock: could not be compared", "See the line about Telegram's server.")
    skew = abs(SystemClock().now() - parsedate_to_datetime(answer))
    if skew > MOST_SKEW:
        return Finding(f"clock: off by {round(skew.total_seconds())} s", "Let the machine set its clock: timedatectl set-ntp true.")
    return Finding("clock: right")


async def _answer(url: str) -> str | None:
    """The Date of an answer, empty if it has none; None when nobody answers."""
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10), trust_env=False) as session,
            session.get(url, allow_redirects=False) as response,
        ):
            return response.headers.get("Date", "")
    except (aiohttp.ClientError, TimeoutError, OSError):
        return None
