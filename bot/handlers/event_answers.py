"""Answering an event: come, perhaps, not; with guests; onto the waiting list."""

from bot.routes import on_tap
from bot.screens import event_answers as screens
from bot.screens.event_page import STORY
from bot.screens.event_taps import AnswerTo, BringGuests, WaitForSeat
from bot.screens.screen import Screen
from bot.turn import Begin, Shown, Turn
from programme.events import HOLD_SEATS, Answer
from services.event_pages import EventSeen, SeeEvent
from services.registrations import AnswerEvent


@on_tap(AnswerTo)
async def answer(turn: Turn, wish: AnswerTo) -> Shown:
    if wish.answer is Answer.COMING:
        seen = await SeeEvent(person=turn.person.id, event=wish.event)(turn.work)
        if seen is not None and _asks_first(seen):
            return Begin(story=STORY, subject=str(wish.event))
    return screens.answered(await AnswerEvent(by=turn.person.id, event=wish.event, answer=wish.answer)(turn.work))


def _asks_first(seen: EventSeen) -> bool:
    """Guests, or something they have not said; not of those whose seats are held already."""
    if seen.mine is not None and seen.mine.answer in HOLD_SEATS:
        return False
    return bool(seen.event.guests) or any(question.id not in seen.said for question in seen.questions)


@on_tap(BringGuests)
async def bring_guests(turn: Turn, wish: BringGuests) -> Screen:
    deed = AnswerEvent(by=turn.person.id, event=wish.event, answer=Answer.COMING, guests=wish.guests)
    return screens.answered(await deed(turn.work))


@on_tap(WaitForSeat)
async def wait(turn: Turn, wish: WaitForSeat) -> Screen:
    deed = AnswerEvent(by=turn.person.id, event=wish.event, answer=Answer.COMING, guests=wish.guests, waits=True)
    return screens.answered(await deed(turn.work))
