"""What those who registered read when an event changes or is cancelled."""

from collections.abc import Sequence
from datetime import datetime

from bot.screens.event_page import EVENTS
from bot.screens.event_taps import AnswerTo, ShowEvent
from bot.screens.event_words import from_to, title_name
from bot.screens.letters import says
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, joined, lines, t, tn
from programme.events import Answer
from services.event_letters import EventCancelled, EventChanged


@says(EventChanged)
def event_changed(fact: EventChanged) -> Screen:
    return Screen(
        words=lines(
            t("<b>Something has changed: “{title}”</b>", title=title_name(fact.title)),
            *_what(fact),
            t("\nCan you still come?") if fact.asks else None,
        ),
        rows=column([*_still(fact), button(t("See the event"), ShowEvent(fact.event)), HOME]),
    )


def _what(fact: EventChanged) -> tuple[Words | None, ...]:
    """What was, and what is."""
    return (
        t("• Title: it was “{was}”", was=title_name(fact.was_title)) if fact.was_title else None,
        t("• When: {was} → <b>{now}</b>", was=_dates(fact.was_dates), now=_dates(fact.dates)) if fact.dates else None,
        _place(fact),
        _link(fact),
        t("• The description is new.") if fact.text else None,
        _window(fact),
        _guests(fact),
        tn("• There is {count} new question for you.", "• There are {count} new questions for you.", fact.questions)
        if fact.questions
        else None,
    )


def _dates(moments: Sequence[datetime]) -> Words:
    return joined([from_to(*span) for span in zip(moments[::2], moments[1::2], strict=False)], "; ")


def _place(fact: EventChanged) -> Words | None:
    if fact.moved_online:
        return t("• Where: {was} → <b>online</b>", was=fact.was_place)
    if fact.place and fact.was_place:
        return t("• Where: {was} → <b>{now}</b>", was=fact.was_place, now=fact.place)
    return t("• Where: <b>{now}</b>", now=fact.place) if fact.place else None


def _link(fact: EventChanged) -> Words | None:
    if not fact.new_link:
        return None
    if fact.link:
        return t("• The online room is here now: {link}", link=fact.link)
    return t("• There is a new online room. Its address is told to those who come.")


def _window(fact: EventChanged) -> Words | None:
    if not fact.window:
        return None
    if fact.closes_at is None:
        return t("• You can change your answer until it begins.")
    return t("• You can change your answer until {at:datetime}.", at=fact.closes_at)


def _guests(fact: EventChanged) -> Words | None:
    if fact.guests is None:
        return None
    return (
        tn("• You may bring {count} guest.", "• You may bring {count} guests.", fact.guests)
        if fact.guests
        else t("• Guests can no longer be brought.")
    )


def _still(fact: EventChanged) -> list[Button]:
    """Who waits for a seat is not asked: leaving the queue is on the event's own page."""
    if not fact.asks:
        return []
    stays = t("✅ I still come") if fact.answer is Answer.COMING else t("✅ I come")
    return [button(stays, AnswerTo(fact.event, Answer.COMING)), button(t("❌ I cannot come"), AnswerTo(fact.event, Answer.NOT_COMING))]


@says(EventCancelled)
def event_cancelled(fact: EventCancelled) -> Screen:
    return Screen(
        words=lines(
            t("🚫 <b>“{title}” does not take place.</b>", title=title_name(fact.title)),
            t("It was planned for {at:datetime}.", at=fact.starts_at),
            t("Why: {why}", why=fact.why),
            t("You need not do anything."),
        ),
        rows=column([EVENTS, HOME]),
    )
