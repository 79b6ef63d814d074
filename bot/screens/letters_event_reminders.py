"""What reminds of an event, and what is said to who still waits."""

from bot.screens.event_answers import answer_button
from bot.screens.event_page import MY_EVENTS
from bot.screens.event_taps import ShowEvent
from bot.screens.event_words import party_words, title_name, when_words
from bot.screens.letters import says
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from programme.events import Answer
from services.event_reminders import EventNoSeatYet, EventSoon


@says(EventSoon)
def event_soon(fact: EventSoon) -> Screen:
    """With the day and the hour, so that it stays true when it comes late."""
    yes = t("✅ I come") if fact.maybe else t("✅ Yes, I come")
    return Screen(
        words=lines(
            t("⏰ <b>{title}</b>", title=title_name(fact.title)),
            t("🗓 {when}", when=when_words(fact)),
            _where(fact),
            t("\n{state}", state=_state(fact)),
        ),
        rows=column(
            [
                answer_button(fact.event, yes, Answer.COMING),
                answer_button(fact.event, t("❌ I cannot come"), Answer.NOT_COMING),
                button(t("📋 See the event"), ShowEvent(fact.event)),
                HOME,
            ]
        ),
    )


def _where(fact: EventSoon) -> Words | None:
    place = ", ".join(part for part in (fact.place, fact.address) if part)
    found = [t("📍 {place}", place=place)] if place else []
    if fact.link:
        found.append(t("💻 {link}", link=fact.link))
    return lines(*found) if found else None


def _state(fact: EventSoon) -> Words:
    if fact.maybe:
        return t("You said: perhaps. No seat is kept for you: do you come?")
    return t("Expected: {party}. If you cannot come, say so: somebody may wait for your seat.", party=party_words(fact.guests))


@says(EventNoSeatYet)
def event_no_seat_yet(fact: EventNoSeatYet) -> Screen:
    return Screen(
        words=lines(
            t("⏳ <b>{title}</b>", title=title_name(fact.title)),
            t("🗓 {at:datetime}", at=fact.starts_at),
            t("\nSo far no seat has become free for you. In the last two hours none is held any more: a free one goes to who asks first."),
        ),
        rows=column(
            [
                button(t("🪑 Is a seat free now?"), ShowEvent(fact.event)),
                answer_button(fact.event, t("🚶 Stop waiting"), Answer.NOT_COMING),
                MY_EVENTS,
                HOME,
            ]
        ),
    )
