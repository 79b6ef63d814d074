"""A coordinator cancels an event: the reason, and then once more whether it shall be. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import AskAgain, story
from bot.dialogue.typed import text
from bot.screens import event_making as screens
from bot.screens.event_desk import refused
from bot.screens.screen import Screen
from bot.taps import numbered
from programme.events import EventState
from services.coordinators import Forbidden
from services.event_cancelling import CancelEvent, EventIsOff, NoReason, StillDraft
from services.event_dates import NoSuchEvent
from services.event_desk import EventToChange, ToChange
from services.event_making import IsCancelled, IsOver, TooWide
from storage.events import LONGEST_WHY

WHY = "why"


@story("cancel_event", screens.cancel_it(), takes_a_subject=True, offers_a_person=False)
async def cancel_event(ask: Ask) -> CancelEvent | Screen:
    found = await ask.look(EventToChange(by=ask.person.id, event=numbered(ask.draft.subject) or 0))
    if not isinstance(found, ToChange):
        return refused(found)
    event = found.event
    if event.state is EventState.DRAFT:
        return screens.still_draft(event)
    why = await ask(
        text(
            WHY,
            screens.why_cancelled(event),
            why=screens.everybody_reads_it(),
            example=screens.reason_example(),
            at_least=3,
            at_most=LONGEST_WHY,
            name=screens.names(WHY),
        )
    )
    await ask.sure(screens.really_cancel(event), yes=screens.yes_cancel(), below=screens.who_is_told(found.hear))
    return CancelEvent(by=ask.person.id, event=event.id, why=why)


@cancel_event.ends
def event_cancelled(
    outcome: EventIsOff | IsCancelled | StillDraft | IsOver | NoReason | TooWide | NoSuchEvent | Forbidden,
) -> Screen | AskAgain:
    match outcome:
        case EventIsOff():
            return screens.cancelled(outcome)
        case StillDraft(event=event):
            return screens.still_draft(event)
        case NoReason():
            return AskAgain((WHY,), screens.everybody_reads_it())
        case TooWide() | IsOver() | IsCancelled() | NoSuchEvent() | Forbidden():
            return refused(outcome)
        case _:
            assert_never(outcome)
