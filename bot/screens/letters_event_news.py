"""Events on the notices board."""

from bot.screens.event_taps import ShowEvent
from bot.screens.letters import says
from bot.screens.notice_taps import ShowBoard
from bot.screens.notice_titles import title
from bot.screens.screen import Screen, button, column
from bot.screens.subscriptions import stop_button
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.event_news import EventAnnounced, EventCalledOff


@says(EventAnnounced)
def event_announced(fact: EventAnnounced) -> Screen:
    return Screen(
        words=lines(
            t("📅 <b>{title}</b>", title=title(fact)),
            t("{at:datetime}", at=fact.starts_at),
            _dates(fact),
            t("📍 {place}", place=fact.place) if fact.place else None,
            t("\nSee whether there is room, and say whether you come: two taps."),
        ),
        rows=column(
            [
                button(t("📅 See the event"), ShowEvent(fact.event)),
                button(t("📢 All notices"), ShowBoard()),
                stop_button(fact.subject),
                HOME,
            ]
        ),
    )


def _dates(fact: EventAnnounced | EventCalledOff) -> Words | None:
    """Of a course, which goes on after the first."""
    if fact.dates == 1 or fact.last is None:
        return None
    return tn("{count} date, the last on {last:date}", "{count} dates, the last on {last:date}", fact.dates, last=fact.last)


@says(EventCalledOff)
def event_called_off(fact: EventCalledOff) -> Screen:
    return Screen(
        words=lines(
            t("🚫 <b>{title}</b>", title=title(fact)),
            t("It was to be on {at:datetime}.", at=fact.starts_at),
            _dates(fact),
            t("Why: {why}", why=fact.why),
        ),
        rows=column([button(t("📢 All notices"), ShowBoard()), HOME]),
    )
