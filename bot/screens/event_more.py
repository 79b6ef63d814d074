"""What an event offers beside a seat: introductions beforehand, the survey afterwards. Whether one can have them the tap says."""

from bot.screens.introductions import introductions_button
from bot.screens.screen import Button
from bot.screens.surveys import survey_button
from programme.event_kinds import EventKind
from programme.events import Answer, EventState
from services.event_pages import EventSeen


def more_ways(seen: EventSeen) -> list[Button]:
    event = seen.event
    if event.state is not EventState.PUBLISHED or seen.mine is None or seen.mine.answer is not Answer.COMING:
        return []
    if seen.now >= event.ends_at:
        return [survey_button(event.id)] if event.survey is not None else []
    return [introductions_button(event.id)] if event.kind is EventKind.NETWORKING else []
