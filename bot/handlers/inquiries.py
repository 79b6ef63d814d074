"""One's own questions to the office, and the office's list of those that wait."""

from bot.dialogue import drafting
from bot.routes import on_tap
from bot.screens import answering as office
from bot.screens import inquiries as screens
from bot.screens.answering import ReadQuestion, ShowFiles, ShowWaiting
from bot.screens.inquiries import ShowMyQuestion, ShowMyQuestions, TakeBack, ThankFor
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.answering import QuestionForOffice, QuestionGone, WaitingQuestions
from services.coordinators import Forbidden
from services.inquiries import MyQuestion, MyQuestions, MyThread, TakeBackQuestion, TakenBack, Thanked, ThankForAnswer


@on_tap(ShowMyQuestions)
async def show_mine(turn: Turn, wish: ShowMyQuestions) -> Screen:
    return screens.my_questions(await MyQuestions(person=turn.person.id, page=wish.page)(turn.work))


@on_tap(ShowMyQuestion)
async def show_one(turn: Turn, wish: ShowMyQuestion) -> Screen:
    return await _mine(turn, wish.number)


@on_tap(TakeBack)
async def take_back(turn: Turn, wish: TakeBack) -> Screen:
    outcome = await TakeBackQuestion(by=turn.person.id, number=wish.number)(turn.work)
    if isinstance(outcome, TakenBack):
        return screens.taken_back(outcome.number)
    return await _mine(turn, wish.number, screens.answered_meanwhile())


@on_tap(ThankFor)
async def thank(turn: Turn, wish: ThankFor) -> Screen:
    outcome = await ThankForAnswer(by=turn.person.id, number=wish.number)(turn.work)
    screen = await _mine(turn, wish.number)
    return screen.with_notice(screens.glad()) if isinstance(outcome, Thanked) else screen


@on_tap(ShowWaiting)
async def show_waiting(turn: Turn, wish: ShowWaiting) -> Screen:
    found = await WaitingQuestions(by=turn.person.id, page=wish.page)(turn.work)
    return office.not_yours() if isinstance(found, Forbidden) else office.waiting(found)


@on_tap(ReadQuestion)
async def read(turn: Turn, wish: ReadQuestion) -> Screen:
    return await _for_office(turn, wish.number, with_files=False)


@on_tap(ShowFiles)
async def show_files(turn: Turn, wish: ShowFiles) -> Screen:
    return await _for_office(turn, wish.number, with_files=True)


async def _for_office(turn: Turn, number: int, *, with_files: bool) -> Screen:
    match await QuestionForOffice(by=turn.person.id, number=number)(turn.work):
        case Forbidden():
            return office.not_yours()
        case QuestionGone():
            return office.gone()
        case whole:
            return office.question(whole, with_files=with_files)


async def _mine(turn: Turn, number: int, said: Words | None = None) -> Screen:
    found = await MyQuestion(person=turn.person.id, number=number)(turn.work)
    if found is None:
        return screens.not_there()
    thread = await MyThread(person=turn.person.id, number=number)(turn.work)
    return screens.my_question(found, thread, said, back=drafting.way_back(turn))
