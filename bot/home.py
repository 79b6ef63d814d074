"""The home screen as it stands for this person now."""

from bot.dialogue import drafting
from bot.dialogue.story import known
from bot.screens import front
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.answering import AtTheDesk
from services.front import AtTheFront


async def home(turn: Turn, said: Words | None = None) -> Screen:
    """Going home puts the open draft aside, never away."""
    drafting.put_aside(turn)
    found = await AtTheFront(person=turn.person.id)(turn.work)
    desk = await AtTheDesk(person=turn.person.id)(turn.work)
    unfinished = [front.Unfinished(draft=d.id, title=s.title) for d in turn.desk.drafts if (s := known(d.story)) is not None]
    facts = front.HomeFacts(
        unfinished=unfinished,
        results=found.results,
        open_calls=found.open_calls,
        trial_calls=found.trial_calls,
        questions=desk.asked,
        coordinator=desk.coordinator,
        questions_waiting=desk.waiting,
    )
    return front.home(facts, said)
