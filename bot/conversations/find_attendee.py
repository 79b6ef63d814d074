"""A coordinator looks for somebody in the list of a date. The subject is the date; what is typed goes with the draft."""

from dataclasses import dataclass

from bot.dialogue.ask import Ask
from bot.dialogue.sealing import Sealed
from bot.dialogue.story import story
from bot.dialogue.typed import Text
from bot.screens import door
from bot.screens import door_search as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from services.attendance_lists import Found, SearchList

LONGEST = 40


@dataclass(frozen=True, kw_only=True)
class Wanted(Sealed, Text):
    """It names somebody."""


@story(door.SEARCH, screens.look_for_somebody(), takes_a_subject=True)
async def find_attendee(ask: Ask) -> Screen:
    date = numbered(ask.draft.subject) or 0
    there = await ask.look(SearchList(by=ask.person.id, date=date))
    if not isinstance(there, Found):
        return door.list_refused(there)
    wanted = await ask(Wanted(key="wanted", words=screens.whom(), why=screens.why_whom(), at_most=LONGEST, example=screens.an_example()))
    found = await ask.look(SearchList(by=ask.person.id, date=date, wanted=wanted))
    return screens.found(found) if isinstance(found, Found) else door.list_refused(found)
