"""The courier: replies go out right after their commit, other letters when they are due; what became of each is written down."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import structlog

from bot.wire.backoff import backoff
from bot.wire.deliveries import Deliveries
from bot.wire.letterbox import Letterbox
from bot.wire.sequels import sequel
from bot.wire.settler import Settler
from services.mishaps import place_of
from services.office import Deed
from storage.engine import StoreUnavailable
from storage.hints import Events
from storage.letters import Again, GivenUp, PostedLetter, Verdict

log = structlog.get_logger()
MOST_IN_HAND = 200


class Courier:
    def __init__(self, letterbox: Letterbox, deliveries: Deliveries, settler: Settler) -> None:
        self._letterbox = letterbox
        self._deliveries = deliveries
        self._settler = settler
        self._in_hand: set[int] = set()
        self._rounds: set[asyncio.Task[None]] = set()
        self._looking = asyncio.Lock()
        self.turnover = 0
        self.stopping = False

    @property
    def in_hand(self) -> int:
        return len(self._in_hand)

    def carry(self, letters: Sequence[PostedLetter], delivered: Callable[[], None] | None = None) -> None:
        """Sends letters of one chat in their order; `delivered` is called when the last is settled, or could not be."""
        self._in_hand.update(letter.id for letter in letters)
        walk = asyncio.create_task(self._round(letters), name="letters")
        self._rounds.add(walk)
        walk.add_done_callback(lambda done: self._back(done, letters, delivered))

    async def run(self, events: Events) -> None:
        """Until `stopping` is set: looks for due letters whenever the bell rings (a hint, or the clockwork's tick)."""
        failures = 0
        while not self.stopping:
            events.letters.clear()
            try:
                found = await self.look()
                failures = 0
            except StoreUnavailable:
                failures += 1
                await asyncio.sleep(backoff(failures, first=0.25, longest=4))
                continue
            if not found:
                await events.letters.wait()

    async def look(self) -> int:
        """Takes what is due, up to what can be held in hand; how many letters."""
        async with self._looking:  # whoever looks next finds them in hand already
            room = MOST_IN_HAND - len(self._in_hand)
            if room <= 0:
                return 0
            # A lease may run out on a letter that is still in our own hands: it is not taken twice.
            letters = [letter for letter in await self._letterbox.due(room) if letter.id not in self._in_hand]
            for chat in dict.fromkeys(letter.to for letter in letters):
                self.carry([letter for letter in letters if letter.to == chat])
            return len(letters)

    async def quiet(self) -> None:
        """Returns when nothing is in hand."""
        while self._rounds:
            await asyncio.wait(self._rounds)

    async def give_up(self, seconds: float) -> None:
        """Ends within that time; what could not be sent keeps its lease and goes out later, from here or elsewhere."""
        if self._rounds:
            await asyncio.wait(self._rounds, timeout=seconds)
        for walk in tuple(self._rounds):
            walk.cancel()
        await asyncio.gather(*self._rounds, return_exceptions=True)

    async def _round(self, letters: Sequence[PostedLetter]) -> None:
        put_off: Again | None = None
        for letter in letters:
            # What comes after a letter that was put back waits behind it: a chat reads in order.
            verdict = await self._verdict(letter) if put_off is None else replace(put_off, id=letter.id, counts=False)
            await self._settler.settle(verdict, _sequel(letter, verdict))
            put_off = verdict if isinstance(verdict, Again) else None
            self.turnover += 1

    async def _verdict(self, letter: PostedLetter) -> Verdict:
        try:
            return await self._deliveries.deliver(letter)
        except Exception as error:  # noqa: BLE001 - one letter that cannot be shown must not hold up the lane it belongs to
            # Its text may hold what people typed, so only the kind is told.
            log.error(  # noqa: TRY400 - see above
                "letter_cannot_be_shown", error=type(error).__name__, kind=letter.kind
            )
            return GivenUp(id=letter.id, reason=type(error).__name__)

    def _back(self, done: asyncio.Task[None], letters: Sequence[PostedLetter], delivered: Callable[[], None] | None) -> None:
        self._rounds.discard(done)
        self._in_hand.difference_update(letter.id for letter in letters)
        if not done.cancelled() and (error := done.exception()) is not None:
            # Sent, but not written down: the lease runs out and the letter goes out once more.
            log.error("verdict_not_written", error=type(error).__name__)
        if delivered is not None:
            delivered()


def _sequel(letter: PostedLetter, verdict: Verdict) -> Deed[Any] | None:
    """None, too, where a bug keeps it from being named: a letter that has gone out must not go out again for that."""
    try:
        return sequel(letter, verdict)
    except Exception as error:  # noqa: BLE001 - see above
        log.error(  # noqa: TRY400 - its text may hold what people typed
            "sequel_failed", kind=letter.kind, error=type(error).__name__, where=place_of(error)
        )
        return None
