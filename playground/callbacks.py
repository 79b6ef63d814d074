"""Presses of inline buttons: each waits for the bot's answer, and after 150 seconds none is taken any more."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import randbits

from playground.refusals import bad

ANSWERED_WITHIN = timedelta(seconds=150)


@dataclass
class Press:
    id: str
    person_id: int
    chat_id: int
    message_id: int
    at: datetime
    answered: bool = False
    expired: bool = False


@dataclass
class Presses:
    all: dict[str, Press] = field(default_factory=dict)

    def add(self, person_id: int, chat_id: int, message_id: int, now: datetime) -> Press:
        press = Press(str(randbits(62) + (1 << 62)), person_id, chat_id, message_id, now)
        self.all[press.id] = press
        return press

    def answered(self, press_id: str, now: datetime) -> tuple[Press, bool]:
        """The press, and whether this is its first answer. Raises Refused for one that is unknown or too old."""
        press = self.all.get(press_id)
        if press is None or now - press.at > ANSWERED_WITHIN:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        first, press.answered = not press.answered, True
        return press, first

    def expire(self, now: datetime) -> list[Press]:
        """Those that will never be answered, each once."""
        late = [press for press in self.all.values() if not press.answered and not press.expired and now - press.at > ANSWERED_WITHIN]
        for press in late:
            press.expired = True
        for press_id in [press.id for press in self.all.values() if now - press.at > 2 * ANSWERED_WITHIN]:
            del self.all[press_id]
        return late
