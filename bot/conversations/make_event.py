"""A coordinator plans an event. It ends as a draft, which is looked at once more before anybody else sees it."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.questions.event_lines import plan_of_lines
from bot.questions.event_summary import SURE, agreed
from bot.questions.plan_lines import Lines
from bot.screens import event_making as screens
from bot.screens import event_plan_words as words
from bot.screens.event_desk import MAKE
from bot.screens.office_only import for_the_office
from bot.screens.screen import Screen
from services.coordinators import Forbidden
from services.event_desk import HolidaysOn, PlacesBefore
from services.event_making import Drafted, MakeEvent, TooWide, Unfit
from services.event_reach import ReachOfEvents


@story(MAKE, screens.new_event(), offers_a_person=False)
async def make_event(ask: Ask) -> MakeEvent | Screen:
    if isinstance(await ask.look(PlacesBefore(by=ask.person.id)), Forbidden):
        return for_the_office()
    reach = await ask.look(ReachOfEvents(by=ask.person.id))
    plan = await plan_of_lines(Lines(ask, reach=reach))
    holidays = await ask.look(HolidaysOn(dates=plan.dates))
    limited = {key for key, limit in (("gus", reach.gus), ("track", reach.tracks)) if limit}
    below = screens.what_follows(holidays)
    await agreed(ask, screens.is_it_right(), yes=screens.see_it(), below=below, seen="", also=frozenset(limited))
    return MakeEvent(by=ask.person.id, plan=plan)


@make_event.ends
def event_made(outcome: Drafted | Unfit | TooWide | Forbidden) -> Screen | AskAgain:
    match outcome:
        case Drafted(event=event, seen=seen):
            return screens.drafted(event, seen)
        case Unfit(why=why):
            return AskAgain((SURE,), words.wrong(why))
        case TooWide():
            return AskAgain((SURE,), screens.too_wide())
        case Forbidden():
            return for_the_office()
        case _:
            assert_never(outcome)
