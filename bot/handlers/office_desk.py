"""Looking after a question, handing a person back to the bot, and the list of saved replies."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import answering as office
from bot.screens import office_desk as screens
from bot.screens.office_desk import DropSavedReply, HandBackTalk, LookAfter, ShowSavedReplies
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.answering import QuestionForOffice, WholeQuestion
from services.coordinators import Forbidden
from services.looking_after import LetGo, Taken, TakenByColleague, TakeQuestion
from services.saved_replies import DropReply, SavedReplies
from services.talks import HandBack, NotTalking, TalkEnded


@on_tap(LookAfter)
async def look_after(turn: Turn, wish: LookAfter) -> Screen:
    match await TakeQuestion(by=turn.person.id, number=wish.number, take=wish.take)(turn.work):
        case Forbidden():
            return office.not_yours()
        case Taken():
            return await _question(turn, wish.number, screens.taken())
        case LetGo():
            return await _question(turn, wish.number, screens.let_go())
        case TakenByColleague():
            return await _question(turn, wish.number, screens.taken_by_colleague())
        case outcome:
            assert_never(outcome)


@on_tap(HandBackTalk)
async def hand_back(turn: Turn, wish: HandBackTalk) -> Screen:
    match await HandBack(by=turn.person.id, number=wish.number)(turn.work):
        case Forbidden():
            return office.not_yours()
        case TalkEnded():
            return await _question(turn, wish.number, screens.handed_back())
        case NotTalking():
            return await _question(turn, wish.number, screens.not_talking())
        case outcome:
            assert_never(outcome)


@on_tap(ShowSavedReplies)
async def show_saved(turn: Turn, wish: ShowSavedReplies) -> Screen:
    found = await SavedReplies(by=turn.person.id)(turn.work)
    return office.not_yours() if isinstance(found, Forbidden) else screens.saved_replies(found)


@on_tap(DropSavedReply)
async def drop_saved(turn: Turn, wish: DropSavedReply) -> Screen:
    if isinstance(await DropReply(by=turn.person.id, number=wish.number)(turn.work), Forbidden):
        return office.not_yours()
    screen = await show_saved(turn, ShowSavedReplies())
    return screen.with_notice(screens.dropped())


async def _question(turn: Turn, number: int, said: Words) -> Screen:
    whole = await QuestionForOffice(by=turn.person.id, number=number)(turn.work)
    return office.question(whole).with_notice(said) if isinstance(whole, WholeQuestion) else office.gone()
