"""A coordinator changes an event, a draft or one that people have registered for. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.questions.event_lines import plan_of_lines
from bot.questions.event_summary import SURE, agreed
from bot.questions.plan_lines import Lines
from bot.screens import event_making as screens
from bot.screens import event_plan_words as words
from bot.screens.event_desk import refused
from bot.screens.screen import Screen
from bot.taps import numbered
from bot.words import Words
from services.coordinators import Forbidden
from services.event_changing import AnsweredAlready, Changed, ChangeEvent, NothingChanged, SeatsTaken
from services.event_dates import NoSuchEvent
from services.event_desk import EventToChange, HolidaysOn, ToChange
from services.event_letters import changed as heard
from services.event_making import ChangedMeanwhile, IsCancelled, IsOver, TooWide, Unfit
from services.event_plans import EventPlan


@story("change_event", screens.change_it(), takes_a_subject=True, offers_a_person=False)
async def change_event(ask: Ask) -> ChangeEvent | Screen:
    found = await ask.look(EventToChange(by=ask.person.id, event=numbered(ask.draft.subject) or 0))
    if not isinstance(found, ToChange):
        return refused(found)
    lines = Lines(ask, was=found.plan, stands=found.stands, answered=found.answered)
    plan = await plan_of_lines(lines)
    below = await _what_it_means(ask, found, plan)
    await agreed(ask, screens.which_lines(), yes=screens.change_now(), below=below, seen=found.plan.seen, before=lines.before)
    return ChangeEvent(by=ask.person.id, event=found.event.id, plan=plan, seen=found.plan.seen)


async def _what_it_means(ask: Ask, found: ToChange, plan: EventPlan) -> Words:
    if plan == found.plan:
        return screens.nothing_yet()
    holidays = await ask.look(HolidaysOn(dates=plan.dates)) if plan.dates != found.plan.dates else ()
    return screens.who_hears(found.hear, anything=heard(found.event.id, found.plan, plan) is not None, holidays=holidays)


@change_event.ends
def event_changed(
    outcome: Changed
    | NothingChanged
    | ChangedMeanwhile
    | SeatsTaken
    | AnsweredAlready
    | Unfit
    | TooWide
    | IsOver
    | IsCancelled
    | NoSuchEvent
    | Forbidden,
) -> Screen | AskAgain:
    match outcome:
        case Changed():
            return screens.changed(outcome)
        case NothingChanged(event=event):
            return screens.nothing_changed(event)
        case ChangedMeanwhile() | SeatsTaken() | AnsweredAlready() | Unfit() | TooWide():
            return AskAgain((SURE,), _why_not(outcome))
        case IsOver() | IsCancelled() | NoSuchEvent() | Forbidden():
            return refused(outcome)
        case _:
            assert_never(outcome)


def _why_not(outcome: ChangedMeanwhile | SeatsTaken | AnsweredAlready | Unfit | TooWide) -> Words:
    match outcome:
        case ChangedMeanwhile():
            return words.changed_meanwhile()
        case SeatsTaken(group=group, taken=taken):
            return screens.seats_taken(group, taken)
        case AnsweredAlready():
            return screens.answered_already()
        case TooWide():
            return screens.too_wide()
        case Unfit(why=why):
            return words.wrong(why)
        case _:
            assert_never(outcome)
