"""The question when an announcement goes."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.answers import Accepted, Gone, Refused
from bot.dialogue.moments import parse_moment
from bot.dialogue.question import Json, Place, Question
from bot.happenings import Happening, Said
from bot.screens import announcement_sending
from bot.screens import announcement_times as screens
from bot.words import Words
from services.announcement_scheduling import FARTHEST


@dataclass(frozen=True, kw_only=True)
class Moment(Question[datetime]):
    now: datetime

    def read(self, happening: Happening, place: Place) -> Accepted[datetime] | Refused:  # noqa: ARG002 - a time is read alike everywhere
        found = parse_moment(happening.text, self.now) if isinstance(happening, Said) else None
        if found is None:
            return Refused(screens.not_a_time())
        if not self.now < found <= self.now + FARTHEST:
            return Refused(screens.over_already())
        return Accepted(found, echo=self.told(found))

    def told(self, value: datetime) -> Words:
        return announcement_sending.then(value)

    def stored(self, value: datetime) -> Json:
        return value.isoformat()

    def restored(self, stored: Json) -> datetime:
        found = datetime.fromisoformat(stored)
        if found <= self.now:
            raise Gone(screens.over_already())
        return found

    def hint(self) -> Words | None:
        return screens.how_to_say_when()
