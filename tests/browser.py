"""Headless Chromium for tests that play on a page: one browser a session, a fresh window a test.

A folder of tests that play imports the fixture `chromium` in its conftest, and its tests run in the session's event loop.
"""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Error, Page, async_playwright

PHONE = (360, 740)
DESKTOP = (1280, 860)

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)
_PATIENCE_MS = 15_000  # a machine may be busy with the rest of the suite
MISSING = "No Chromium here: what plays on the page was NOT tested. Install it (Debian: apt-get install chromium)."


@cache
def found() -> str | None:
    """The system's Chromium. GOLMOK_REQUIRE_BROWSER=1 makes its absence an error instead of a banner."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None and os.environ.get("GOLMOK_REQUIRE_BROWSER"):
        raise pytest.UsageError(MISSING)
    return path


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found(), args=list(_FLAGS))
        yield browser
        await browser.close()


@asynccontextmanager
async def window(
    browser: Browser, url: str, *, size: tuple[int, int] = DESKTOP, language: str = "ko", dark: bool = False, still: bool = False
) -> AsyncIterator[Page]:
    """A window of its own storage; on leaving it fails for anything the console complained of.

    A refused deed is shown to the person, so Chromium's own line about an HTTP 4xx answer is not a complaint.
    """
    complaints: list[str] = []
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce" if still else "no-preference",
        accept_downloads=True,
    )
    context.set_default_timeout(_PATIENCE_MS)
    await context.add_init_script(f"if (!localStorage.getItem('golmok.language')) localStorage.setItem('golmok.language', '{language}')")
    page = await context.new_page()
    page.on("console", lambda line: _notice(complaints, line))
    page.on("pageerror", lambda error: complaints.append(_told(error)))
    try:
        await page.goto(url)
        yield page
    finally:
        await context.close()
    if complaints:
        pytest.fail("the browser's console:\n" + "\n".join(complaints))


def _notice(complaints: list[str], line: ConsoleMessage) -> None:
    if line.type in {"error", "warning"} and "status of 4" not in line.text:
        complaints.append(f"{line.type}: {line.text}")


def _told(error: Error) -> str:
    return error.stack or error.message
