"""What those who wait for a seat of an event are written."""

from bot.screens.event_answers import answer_button
from bot.screens.event_page import EVENTS, MY_EVENTS
from bot.screens.event_taps import ShowEvent
from bot.screens.event_words import party_words, title_name
from bot.screens.letters import says
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import lines, t
from programme.events import Answer
from services.event_offer_letters import EventSeatLapsed, EventSeatOffered


@says(EventSeatOffered)
def event_seat_offered(fact: EventSeatOffered) -> Screen:
    return Screen(
        words=lines(
            t("🎉 <b>A seat has become free: {title}</b>", title=title_name(fact.title)),
            t("🗓 {at:datetime}", at=fact.starts_at),
            t(
                "It is held for you until {until:datetime} ({party}). After that the next is asked.",
                until=fact.until,
                party=party_words(fact.guests),
            ),
        ),
        rows=column(
            [
                answer_button(fact.event, t("✅ Take the seat"), Answer.COMING),
                answer_button(fact.event, t("❌ Let it go"), Answer.NOT_COMING),
                button(t("📋 See the event"), ShowEvent(fact.event)),
                HOME,
            ]
        ),
    )


@says(EventSeatLapsed)
def event_seat_lapsed(fact: EventSeatLapsed) -> Screen:
    return Screen(
        words=lines(
            t("⌛ <b>{title}</b>", title=title_name(fact.title)),
            t("The seat that was held for you went to the next, as the time was up."),
            t("You no longer wait. If you still want to come, ask for a seat again."),
        ),
        rows=column([button(t("📋 See the event"), ShowEvent(fact.event)), MY_EVENTS, EVENTS, HOME]),
    )
