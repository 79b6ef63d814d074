"""The home screen as it stands for this person now."""

from bot.dialogue import drafting
from bot.dialogue.story import known
from bot.screens import home as screens
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.front import AtTheFront

MOST_UNFINISHED = 5  # the newest; each result can have drafts of its own, and Telegram refuses a message with over 100 buttons


async def home(turn: Turn, said: Words | None = None) -> Screen:
    """Going home puts the open draft aside, never away."""
    drafting.put_aside(turn)
    found = await AtTheFront(person=turn.person.id)(turn.work)
    drafts = sorted(turn.desk.drafts, key=lambda draft: draft.saved_at, reverse=True)
    unfinished = [screens.Unfinished(draft=d.id, title=s.title) for d in drafts if (s := known(d.story)) is not None][:MOST_UNFINISHED]
    facts = screens.HomeFacts(unfinished=unfinished, found=found)
    return screens.home(facts, said)
