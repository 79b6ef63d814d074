"""A town of people with phones before a bot: what they do next, what the bot's calls show them, and how long that took."""

import asyncio
from collections import Counter, deque
from itertools import count
from time import monotonic

import orjson

from benchmarks.http import Answer
from benchmarks.people import BOT, FIRST_ID, FIRST_LISTENER, Json, Person

MOST_PEOPLE, MOST_STEPS = 5_000, 500_000
TRUE = b'{"ok":true,"result":true}'
HEARD = b'{"ok":true,"result":{"message_id":%d,"date":1700000000,"chat":{"id":%d,"type":"private"}}}'
SHOWS = {"sendMessage": False, "sendPhoto": False, "editMessageText": True}


class Town:
    """One run: some people, the bot they talk to, and what was seen."""

    def __init__(
        self,
        *,
        people: int = 0,
        latency_ms: float = 0,
        taps: bool = False,
        per_second: float = 0,
        after: int = 0,
        wishes: dict[str, str] | None = None,
        then: str | None = None,
    ) -> None:
        """`per_second` 0: everybody acts again as soon as they are answered. Otherwise so many wishes a second, come what may.

        `after`: the last update id of the town before. `wishes`: by person, what they came for; `then`: how they go on with it.
        """
        self._loop = asyncio.get_running_loop()
        self._way = latency_ms / 2000
        self._people = {FIRST_ID + n: Person(FIRST_ID + n, taps) for n in range(min(people, MOST_PEOPLE))}
        for person, wish in (wishes or {}).items():
            self._people[int(person)].wish, self._people[int(person)].then = wish, then
        self.finished: dict[int, list[str]] = {}  # who came for something, and what they could tap in the end
        self._idle = deque(self._people.values())
        self._per_second = per_second
        self._waiting: deque[Json] = deque()
        self._given: list[Json] = []  # to the bot, which has not said yet that it has them
        self._numbers = count(1)
        self.heard: Counter[int] = Counter()  # messages to people who only listen
        self._poll: tuple[Answer, asyncio.TimerHandle] | None = None
        self.update_id = self._first_id = after
        self._timer: asyncio.TimerHandle | None = None
        self._beginning = 0.0
        self.over = False
        self.ready: asyncio.Future[float] = self._loop.create_future()
        self.reactions: list[float] = []
        self.calls: Counter[str] = Counter()
        self.late = 0  # wishes that could not be made because everybody was still waiting

    def end(self) -> None:
        """Nobody acts any more; a bot that goes on polling comes to the next town."""
        self.over = True
        self._waiting.clear()
        if self._timer is not None:
            self._timer.cancel()
        if self._poll is not None:
            self._answer_poll()

    def lost(self) -> None:
        if self._poll is not None:
            self._poll[1].cancel()
            self._poll = None
        self.ready = self._loop.create_future()

    # -- people act

    def wakes(self) -> None:
        if self._timer is not None:
            return  # they are awake since a former bot's time
        self._beginning = self._loop.time()
        if self._per_second:
            self._tick(0)
            return
        while self._idle:
            self._acts(self._idle.popleft())

    def _tick(self, number: int) -> None:
        self._timer = self._loop.call_at(self._beginning + (number + 1) / self._per_second, self._tick, number + 1)
        if self._idle:
            self._acts(self._idle.popleft())
        else:
            self.late += 1

    def _acts(self, person: Person) -> None:
        if self.over or self.update_id - self._first_id > MOST_STEPS:
            return
        self.update_id += 1
        self._waiting.append(person.acts(self.update_id, monotonic()))
        self._hand_over()

    # -- the bot calls

    def call(self, method: str, parameters: Json, answer: Answer) -> None:
        if not self._way:
            self._take(method, parameters, answer)
            return

        def answer_later(body: bytes) -> None:
            self._loop.call_later(self._way, answer, body)

        self._loop.call_later(self._way, self._take, method, parameters, answer_later)

    def _take(self, method: str, parameters: Json, answer: Answer) -> None:
        self.calls[method] += 1
        if method == "getUpdates":
            self._polled(parameters, answer)
        elif method in SHOWS:
            answer(self._shown(method, parameters))
        elif method == "getMe":
            answer(orjson.dumps({"ok": True, "result": BOT}))
        else:
            answer(TRUE)

    def _polled(self, parameters: Json, answer: Answer) -> None:
        if not self.ready.done():
            self.ready.set_result(monotonic())
        seconds = float(parameters.get("timeout", 0))
        self._acknowledged(int(parameters.get("offset") or 0))
        if self._poll is not None:
            self._answer_poll()
        self._poll = (answer, self._loop.call_later(seconds, self._answer_poll))
        self._hand_over()

    def _acknowledged(self, offset: int) -> None:
        """What comes before is done with; the rest is given again, since the bot was killed with it."""
        self._waiting.extendleft(reversed([update for update in self._given if update["update_id"] >= offset]))
        self._given = []

    def _hand_over(self) -> None:
        if self._waiting and self._poll is not None:
            self._answer_poll()

    def _answer_poll(self) -> None:
        assert self._poll is not None
        (answer, timer), self._poll = self._poll, None
        timer.cancel()
        self._given += (updates := [self._waiting.popleft() for _ in range(min(len(self._waiting), 100))])
        answer(orjson.dumps({"ok": True, "result": updates}))

    def _shown(self, method: str, parameters: Json) -> bytes:
        person = self._people.get(number := int(parameters["chat_id"]))
        if number >= FIRST_LISTENER:
            self.heard[number] += 1
            return HEARD % (next(self._numbers), number)
        if person is None:
            return b'{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}'
        message = person.sees(parameters, edited=SHOWS[method])
        if person.acted_at is not None and ("reply_markup" in message or not person.taps):
            # What is shown now reaches the phone after the other half of the way.
            self.reactions.append(monotonic() + self._way - person.acted_at)
            person.acted_at = None
            self._answered(person)
        return orjson.dumps({"ok": True, "result": message})

    def _answered(self, person: Person) -> None:
        if not person.goes_on():
            self.finished[person.id] = person.offered()
        elif self._per_second:
            self._idle.append(person)
        else:
            self._acts(person)

    @property
    def is_finished(self) -> bool:
        return len(self.finished) == len(self._people)
