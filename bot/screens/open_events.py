"""The events among what is open for somebody."""

from bot.screens.event_taps import ShowEvent
from bot.screens.event_words import answer_name, seats_words, short_title, title_of
from bot.screens.open_for_me import Told, tells
from bot.screens.screen import button
from bot.words import Words, t
from services.events_ahead import EventIsOn


@tells(EventIsOn)
def event_is_on(one: EventIsOn) -> Told:
    event = one.line.event
    words = t("\n📅 <b>{title}</b>: {at:datetime} · {state}", title=title_of(event), at=event.starts_at, state=_state(one))
    return Told(words=words, ways=(button(t("📅 {title}", title=short_title(event)), ShowEvent(event.id)),))


def _state(one: EventIsOn) -> Words:
    mine = one.line.mine
    return answer_name(mine.answer) if mine is not None else seats_words(one.line.left)
