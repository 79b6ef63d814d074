"""Turning to a person of the office, and back to the bot."""

from bot.dialogue import drafting
from bot.home import home
from bot.routes import on_tap
from bot.screens import inquiries, talks
from bot.screens.screen import Screen
from bot.screens.talks import BackToBot, TalkNow, WriteBack
from bot.turn import Turn
from services.inquiries import TooManyOpen
from services.talks import BeginTalk, EndTalk


@on_tap(TalkNow)
async def talk_now(turn: Turn, wish: TalkNow) -> Screen:
    return await _begun(turn, BeginTalk(by=turn.person.id, about=_story_in_front(turn)))


@on_tap(WriteBack)
async def write_back(turn: Turn, wish: WriteBack) -> Screen:
    return await _begun(turn, BeginTalk(by=turn.person.id, number=wish.number))


async def _begun(turn: Turn, deed: BeginTalk) -> Screen:
    outcome = await deed(turn.work)
    if isinstance(outcome, TooManyOpen):
        return inquiries.too_many(outcome.most)
    return talks.talking(open_now=outcome.open_now)


@on_tap(BackToBot)
async def back_to_bot(turn: Turn, wish: BackToBot) -> Screen:
    """The question that was open comes back; without one, home."""
    await EndTalk(by=turn.person.id)(turn.work)
    said = talks.listening_again()
    return await drafting.open_question_or_none(turn, said) or await home(turn, said)


def _story_in_front(turn: Turn) -> str:
    return next((draft.story for draft in turn.desk.drafts if draft.id == turn.person.active_draft), "")
