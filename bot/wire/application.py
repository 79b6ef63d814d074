"""Golmok at work: intake, workers, courier and clockwork of one process, from start to a stop that loses nothing."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, Self

from bot.clockwork import Clockwork
from bot.screens.screen import Screen
from bot.settings import Settings
from bot.wire.alarms import Alarms
from bot.wire.answers import Answers
from bot.wire.batches import Batches
from bot.wire.broadcaster import Broadcaster
from bot.wire.connecting import connect
from bot.wire.courier import Courier
from bot.wire.deliveries import Deliveries
from bot.wire.display import Display
from bot.wire.gate import Gate, Limits
from bot.wire.health import Health
from bot.wire.leading import Leading
from bot.wire.letterbox import Letterbox
from bot.wire.line import Line
from bot.wire.profile import Profile, publish
from bot.wire.settler import Settler
from bot.wire.shared_gate import SharedGate
from bot.wire.sweeping import Sweeping
from bot.wire.taking_in import opened
from bot.wire.turns import Receive
from bot.wire.walks import Keyboard, Means
from bot.wire.workers import Workers
from services.clock import Clock
from services.office import Office
from storage import hints

STOP_WORKERS, STOP_COURIER, STOP_SWEEPING, STOP_ANSWERS = 2.5, 3.0, 0.5, 0.5  # seconds; together well under ten


class Golmok:
    """`async with Golmok(settings, office, clock, receive=…) as golmok: await golmok.serve(stop)`.

    receive: what the reception does with a happening. describe: the screen of a letter's fact. keyboard: the buttons under an announcement.
    profile: what Telegram shows of the bot.
    Starting raises `TokenRevoked`, `AnotherProcess` (SQLite) or OSError (a taken port).
    """

    def __init__(
        self,
        settings: Settings,
        office: Office,
        clock: Clock,
        *,
        receive: Receive,
        describe: Callable[[Any], Screen] | None = None,
        keyboard: Keyboard | None = None,
        profile: Profile | None = None,
        health: Health | None = None,
    ) -> None:
        self._settings = settings
        self._office = office
        self._clock = clock
        self._receive = receive
        self._describe = describe or _no_letters
        self._keyboard = keyboard or _no_buttons
        self._profile = profile
        self.health = health or Health()
        self._tasks: set[asyncio.Task[None]] = set()
        self._over: asyncio.Future[None] | None = None
        self._introducing: asyncio.Task[None] | None = None
        self._stack = AsyncExitStack()

    # -- from start to stop

    async def __aenter__(self) -> Self:
        self._over = asyncio.get_running_loop().create_future()
        try:
            await self._set_up()
        except BaseException:  # cancelled or failed, what is open already is closed; then it is raised again
            await self._stack.aclose()
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._stack.aclose()

    async def serve(self, stop: asyncio.Event) -> None:
        """Returns when `stop` is set; raises what ended a part that should never end."""
        assert self._over is not None
        stopped = asyncio.create_task(stop.wait())
        either: set[asyncio.Future[Any]] = {stopped, self._over}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if self._over.done():
            self._over.result()

    async def settle(self) -> None:
        """Returns when nothing that has arrived, or is due, waits or is on its way. For tests; the emulator's side is theirs to ask."""
        before = -1
        while before != self._turnover or self.workers.busy or self.courier.in_hand:
            await self._rest()  # a look beside what is under way would find it taken, and be made again
            before = self._turnover
            await self.workers.look()
            await self.courier.look()
            await self.broadcaster.look()
            await self._rest()

    async def _rest(self) -> None:
        """Returns when nothing that was begun is under way."""
        await self.workers.quiet()
        await self.courier.quiet()
        await self.broadcaster.quiet()
        await self._answers.quiet()
        await self._sweeping.quiet()

    @property
    def _turnover(self) -> int:
        return self.workers.turnover + self.courier.turnover + self.broadcaster.turnover

    # -- setting up; what is set up last is taken down first

    async def _set_up(self) -> None:
        settings = self._settings
        leading = Leading(self._office.store, self.health)
        await leading.alone_here()
        self._stack.push_async_callback(leading.resign)
        application, conversations, line = await connect(settings, self._receive, self._stack)
        username = application.bot.username
        self.gate = self._made_gate()
        self._answers = Answers(line)
        self._stack.push_async_callback(_within, STOP_ANSWERS, self._answers.quiet)
        self._sweeping = Sweeping(line, self.gate)
        self._stack.push_async_callback(self._sweeping.stop)
        self._stack.push_async_callback(_within, STOP_SWEEPING, self._sweeping.quiet)
        self.courier = Courier(
            Letterbox(self._office, self._describe, username, settings.language),
            Deliveries(Display(line), self._sweeping, self.gate, self._clock),
            Settler(self._office),
        )
        means = Means(line, self.gate, self._keyboard)
        self.broadcaster = Broadcaster(self._office, means, per_second=settings.sends_per_second)
        self.workers = Workers(
            office=self._office,
            batches=Batches(application, conversations, username, settings.language),
            courier=self.courier,
            answers=self._answers,
            alarms=Alarms(settings.admin_ids, settings.language, username),
            health=self.health,
        )
        events = await self._stack.enter_async_context(hints.listen(self._office.store))
        self._start("broadcaster", self.broadcaster.run(events))
        self._stack.push_async_callback(self._stop_broadcasting, events)
        self._start("courier", self.courier.run(events))
        self._stack.push_async_callback(self._stop_sending, events)
        self._stack.push_async_callback(self._stop_working, events)
        for _ in range(1 if self._office.store.is_sqlite else settings.workers):
            self._start("worker", self.workers.run(events))
        clockwork = Clockwork(self._office, events)
        clockwork.start()
        self._stack.callback(clockwork.stop)
        await self._open_intake(leading, line)

    def _made_gate(self) -> Gate:
        limits = Limits.of(self._settings.sends_per_second)
        gate = Gate(limits) if self._office.store.is_sqlite else SharedGate(limits, self._office.store)
        self._stack.push_async_callback(gate.close)
        self.health.gate_pauses = lambda: gate.pauses
        return gate

    async def _open_intake(self, leading: Leading, line: Line) -> None:
        take_in = await opened(self._settings, self._office, self.health, line, self._stack)

        async def introduced() -> None:
            if self._profile is not None:
                self._introducing = asyncio.create_task(publish(line, self._profile), name="profile")
            await take_in()

        self._stack.push_async_callback(_cancel, self._start("intake", leading.run(introduced)))
        self._stack.push_async_callback(self._stop_introducing)

    async def _stop_introducing(self) -> None:
        if self._introducing is not None:
            await _cancel(self._introducing)

    # -- parts that should never end

    def _start(self, name: str, part: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(part, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled() or self._over is None or self._over.done():
            return
        error = task.exception()
        if error is not None:
            self._over.set_exception(error)

    async def _stop_working(self, events: hints.Events) -> None:
        self.workers.stopping = True
        events.arrivals.set()
        await self._end("worker", STOP_WORKERS)

    async def _stop_sending(self, events: hints.Events) -> None:
        self.courier.stopping = True
        events.letters.set()
        await self._end("courier", STOP_WORKERS)
        await self.courier.give_up(STOP_COURIER)

    async def _stop_broadcasting(self, events: hints.Events) -> None:
        self.broadcaster.stopping = True
        events.announcements.set()
        await self._end("broadcaster", STOP_COURIER)

    async def _end(self, name: str, seconds: float) -> None:
        """Lets a part finish what it has in hand; its transaction is undone if that takes too long."""
        parts = [task for task in self._tasks if task.get_name() == name]
        if parts:
            await asyncio.wait(parts, timeout=seconds)
        for task in parts:
            await _cancel(task)


async def _cancel(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait({task})


async def _within(seconds: float, quiet: Callable[[], Coroutine[Any, Any, None]]) -> None:
    await asyncio.wait({asyncio.create_task(quiet())}, timeout=seconds)


def _no_buttons(announcement: Any, language: str) -> list[list[dict[str, Any]]]:  # noqa: ARG001 - there are none, whatever it is
    return []


def _no_letters(fact: Any) -> Screen:
    raise LookupError(f"nobody said how {type(fact).__name__} is told")
