"""A town with the real bot in it: the emulator over HTTP, the real application, a real database, and a clock in the test's hand."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import pytest

from bot import clockwork
from bot.reception import receive
from bot.screens.announcement_keyboard import keyboard
from bot.screens.letters import describe
from bot.settings import Settings
from bot.wire.application import Golmok
from playground.emulator import Emulator
from playground.limits import Limits
from playground.tax_counter import ROOT
from programme.invariants import Invariant
from services.chores import all_chores
from services.clock import Clock
from services.coordinators import AppointFirstCoordinators
from services.gateways.tax_office import NationalTaxService
from services.invariants import WhatIsBroken
from services.office import Office
from services.shops import MyShops
from storage.engine import Store
from storage.shops import Shop
from tests.cast import Cast
from tests.clock import HandClock
from tests.groupcast import GroupCast
from tests.judges import judged

TOKEN = "100000000:emulator"


@dataclass
class Town:
    """`bot` is the running application; `restarts()` ends it and starts another on the same database."""

    emulator: Emulator
    url: str
    store: Store
    office: Office
    clock: Clock
    bot: Golmok | None = None
    cast: dict[str, Cast] = field(default_factory=dict)
    _running: AsyncExitStack = field(default_factory=AsyncExitStack)

    def person(self, name: str, language: str = "en") -> Cast:
        return Cast(self, self.emulator.person(name, language_code=language))

    async def gathers(self, title: str, *people: Cast, with_bot: bool = True, forum: bool = False) -> GroupCast:
        """A group that the first of them makes."""
        members = [one.person for one in people]
        group = GroupCast(self, self.emulator.group(title, members, forum=forum, with_bot=with_bot))
        await self.settles()
        return group

    async def appoints(self, *people: Cast) -> None:
        """They are coordinators from now on, as if named in the settings."""
        await self.office.do(AppointFirstCoordinators(ids=tuple(one.person.id for one in people)))

    async def opens(self, *, sends_per_second: int = 0) -> None:
        """0: without limits of its own."""
        settings = Settings(bot_token=TOKEN, bot_api_url=self.url, sends_per_second=sends_per_second, poll_seconds=10, _env_file=None)
        self.bot = await self._running.enter_async_context(
            Golmok(settings, self.office, self.clock, receive=receive, describe=describe, keyboard=keyboard)
        )

    async def closes(self) -> None:
        await self._running.aclose()
        self._running = AsyncExitStack()
        self.bot = None

    async def restarts(self, *, sends_per_second: int = 0) -> None:
        await self.closes()
        await self.opens(sends_per_second=sends_per_second)

    async def shops_of(self, person: Cast) -> tuple[Shop, ...]:
        """As the office knows them."""
        return await self.office.look(MyShops(person=person.person.id))

    def has_no_tax_office(self) -> None:
        """As if the operator had no key for it."""
        self.office.tax_office = None

    async def does_chores(self) -> None:
        """What the clockwork would do by now; a test does not wait for its ticks."""
        for chore in all_chores():
            await chore.run(self.office)
        await self.settles()

    async def settles(self) -> None:
        """Returns when everything that was said has been answered."""
        if self.bot is not None:
            await self.emulator.quiet_updates()
            await self.bot.settle()


@pytest.fixture
def office_with_calls(office: Office) -> Office:
    """Whoever asks for it has a database with the calls in it (`tests.conftest`)."""
    return office


@pytest.fixture
async def town(store: Store, office_with_calls: Office, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    emulator = Emulator(token=TOKEN, clock=clock, limits=Limits.none())
    # The bot's own clockwork goes by real time: a chore must not come by itself in a test that has not called for it.
    monkeypatch.setattr(clockwork, "all_chores", tuple)
    async with emulator.serve() as server, NationalTaxService(server.url + ROOT, emulator.tax_office.key) as tax_office:
        office_with_calls.tax_office = tax_office
        town = Town(emulator=emulator, url=server.url, store=store, office=office_with_calls, clock=clock)
        with judged(emulator):
            await town.opens()
            try:
                yield town
            finally:
                await town.closes()
        # Whatever was done: what must always hold does. Letters and answers may wait here, since tests move the clock.
        found = await office_with_calls.look(WhatIsBroken())
        assert not found.keys() - {Invariant.LETTERS, Invariant.ANSWERS}, found


@pytest.fixture
def owner(town: Town) -> Cast:
    return town.person("Owner")


@pytest.fixture
def neighbour(town: Town) -> Cast:
    return town.person("Neighbour")


@pytest.fixture
def sajangnim(town: Town) -> Cast:
    """A shop owner whose phone speaks Korean."""
    return town.person("김수제", language="ko")
