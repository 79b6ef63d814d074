"""Two neighbours with their phones on the page, and the tiny bot they talk to."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from playground.clock import Clock
from playground.emulator import Emulator
from playground.hands import Person
from playground.limits import Limits
from playground.pages import page_app
from playground.server import served
from tests.browser import window
from tests.playground.page.echo import PageBot, page_bot


@dataclass
class Handset:
    """One person's phone on the page, worked the way a finger would."""

    page: Page
    node: Locator

    async def starts(self) -> None:
        await self.button("시작하기").click()

    async def says(self, text: str) -> None:
        await self.field.fill(text)
        await self.field.press("Enter")

    async def presses(self, label: str) -> None:
        await self.button(label).last.click()

    async def chooses(self, opener: str, label: str) -> None:
        await self.button(opener).click()
        await self.node.get_by_role("dialog").get_by_role("button", name=label).click()

    async def sees(self, text: str) -> None:
        await expect(self.log.get_by_text(text).last).to_be_visible()

    async def misses(self, text: str) -> None:
        await expect(self.log.get_by_text(text)).to_have_count(0)

    def button(self, label: str) -> Locator:
        return self.node.get_by_role("button", name=label, exact=True)

    @property
    def field(self) -> Locator:
        return self.node.get_by_role("textbox")

    @property
    def log(self) -> Locator:
        return self.node.get_by_role("log")

    @property
    def toast(self) -> Locator:
        return self.node.locator(".toast")


@dataclass
class Street:
    town: Emulator
    url: str
    bot: PageBot
    kim: Person
    anna: Person
    browser: Browser

    async def anna_started(self) -> None:
        """Anna has talked to the bot on some other machine."""
        self.anna.start()
        assert await self.town.until(lambda: any(message.from_bot for message in self.anna.chat()))

    def window(self, **wishes: Any) -> AbstractAsyncContextManager[Page]:
        return window(self.browser, self.url, **wishes)

    @asynccontextmanager
    async def phone(self, **wishes: Any) -> AsyncIterator[Handset]:
        """Kim's phone, started and at the bot's chat, alone in a phone-sized window."""
        async with self.window(size=(360, 740), **wishes) as page:
            handset = phone_of(page, self.kim)
            await handset.starts()
            await handset.sees("메아리: /start")
            yield handset


def phone_of(page: Page, person: Person) -> Handset:
    return Handset(page, page.get_by_role("region", name=f"{person.name} 님의 전화기"))


@pytest_asyncio.fixture(loop_scope="session")
async def street(chromium: Browser) -> AsyncIterator[Street]:
    town = Emulator(clock=Clock(), limits=Limits.none())
    kim, anna = town.person("김수제"), town.person("Anna Baker", language_code="en")
    async with served(town, "127.0.0.1", 0, page_app(town)) as url, page_bot(url, town.token) as bot:
        yield Street(town, url, bot, kim, anna, chromium)
