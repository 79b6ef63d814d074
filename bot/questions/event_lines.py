"""All that is asked about an event. Making one, only the first few are; the rest is presumed and can be changed in the summary.

Changing one, each line is presumed to stay as it is.
"""

from typing import Any

from bot.dialogue.choices import choice
from bot.dialogue.question import Question
from bot.questions import event_audience, event_follow_ups, event_places, event_seats
from bot.questions.event_amounts import LongText, Photo
from bot.questions.event_asking import QuestionsToPeople
from bot.questions.event_dates import EventDates
from bot.questions.plan_lines import Lines
from bot.questions.profile_lines import OneLine
from bot.screens import event_date_words as date_words
from bot.screens import event_plan_words as screens
from bot.screens import event_question_words as question_words
from programme.event_checks import Span
from programme.event_kinds import EventKind
from programme.events import (
    LONGEST_TEXT,
    LONGEST_TITLE,
)
from services.event_plans import EventPlan, spanning
from storage.event_questions import NewQuestion
from storage.events import NewEvent


async def plan_of_lines(lines: Lines) -> EventPlan:
    """In the order in which people think of an event."""
    kind = await _kind(lines)
    title, said = await _title(lines), await _text(lines)
    dates = await _dates(lines, kind)
    place = await event_places.place_of_lines(lines)
    seats = await event_seats.seats_of_lines(lines)
    starts_at, ends_at = spanning(dates)
    event = NewEvent(
        kind=kind,
        title=await _english(lines, "title_en", title, LONGEST_TITLE),
        text=await _english(lines, "text_en", said, LONGEST_TEXT),
        starts_at=starts_at,
        ends_at=ends_at,
        photo=await _photo(lines),
        **place,
        **await event_places.spot_of_lines(lines, place),
        **await event_audience.audience_of_lines(lines),
        **await event_audience.window_of_lines(lines, dates),
        guests=await event_seats.guests_of_lines(lines),
        reminders=await event_follow_ups.reminders_of_lines(lines),
        survey=await event_follow_ups.survey_of_lines(lines),
        call=await event_follow_ups.call_of_lines(lines, kind),
    )
    return EventPlan(event=event, dates=dates, pools=seats, questions=await _questions(lines))


async def _kind(lines: Lines) -> EventKind:
    asked = choice("kind", screens.which_kind(), EventKind, label=screens.kind_label, name=screens.names("kind"), columns=2)
    return await lines.first(asked, lambda was: was.event.kind)


async def _title(lines: Lines) -> str:
    asked = OneLine(
        key="title", words=screens.which_title(), at_most=LONGEST_TITLE, example=screens.title_example(), name=screens.names("title")
    )
    return await lines.first(asked, lambda was: was.event.title["ko"])


async def _text(lines: Lines) -> str | None:
    asked: Question[Any] = LongText(key="text", words=screens.what_is_it(), at_most=LONGEST_TEXT, optional=True, name=screens.names("text"))
    return await lines.first(asked, lambda was: was.event.text.get("ko") or None)


async def _english(lines: Lines, key: str, korean: str | None, longest: int) -> dict[str, str]:
    """By language. Without a wording of its own the English reader sees the Korean."""
    asked: Question[Any] = LongText(key=key, words=screens.in_english(key), at_most=longest, optional=True, name=screens.names(key))
    english = await lines.usual(asked, None, lambda was: (was.event.title if key == "title_en" else was.event.text).get("en") or None)
    return ({"en": english} if english else {}) | ({"ko": korean} if korean else {})


async def _dates(lines: Lines, kind: EventKind) -> tuple[Span, ...]:
    several = kind is EventKind.COURSE
    asked = EventDates(
        key="dates",
        words=date_words.which_dates() if several else date_words.which_date(),
        now=lines.ask.now,
        today=lines.ask.today,
        several=several,
        before=lines.was.dates if lines.was is not None and lines.stands else (),
        about=(several,),
        name=screens.names("dates"),
    )
    dates = await lines.first(asked, lambda was: was.dates)
    if not several and len(dates) > 1:
        lines.ask.again(asked, date_words.one_date_only())
    return dates


async def _photo(lines: Lines) -> str:
    asked: Question[Any] = Photo(key="photo", words=screens.which_photo(), optional=True, name=screens.names("photo"))
    return await lines.usual(asked, None, lambda was: was.event.photo or None) or ""


async def _questions(lines: Lines) -> tuple[NewQuestion, ...]:
    asked = QuestionsToPeople(
        key="questions", words=question_words.which_questions(), fixed=lines.answered, name=screens.names("questions")
    )
    return await lines.usual(asked, (), lambda was: was.questions)
