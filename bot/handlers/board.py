"""The notices board."""

from bot.routes import on_command, on_tap
from bot.screens import board as screens
from bot.screens.notice_taps import AllRead, AskToTakeDown, NarrowBoard, Pin, ReadOnBoard, ShowBoard, TakeDown
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from programme.subscriptions import Subject
from services.coordinators import Forbidden
from services.notice_board import KeepWords, LookAtBoard, MarkAllRead, NoticeToRead, ReadNotice, WordlessNotices
from services.notices import Changed, NoticeGone, PinNotice, TakeDownNotice


@on_command("notices")
async def show_all(turn: Turn, command: object) -> Screen:
    return await _board(turn, ShowBoard())


@on_tap(ShowBoard)
async def show(turn: Turn, wish: ShowBoard) -> Screen:
    return await _board(turn, wish)


@on_tap(ReadOnBoard)
async def read(turn: Turn, wish: ReadOnBoard) -> Screen:
    found = await ReadNotice(person=turn.person.id, number=wish.number)(turn.work)
    return screens.whole(found) if isinstance(found, NoticeToRead) else await _board(turn, ShowBoard(), screens.gone())


@on_tap(AllRead)
async def mark_read(turn: Turn, wish: AllRead) -> Screen:
    await MarkAllRead(person=turn.person.id, since=turn.person.started_at)(turn.work)
    return await _board(turn, ShowBoard(), screens.all_read())


@on_tap(NarrowBoard)
async def narrow(turn: Turn, wish: NarrowBoard) -> Screen:
    found = await LookAtBoard(person=turn.person.id, since=turn.person.started_at)(turn.work)
    return screens.narrow(found.subjects)


@on_tap(Pin)
async def pin(turn: Turn, wish: Pin) -> Screen:
    outcome = await PinNotice(by=turn.person.id, number=wish.number, pin=wish.pin)(turn.work)
    if not isinstance(outcome, Changed):
        return await _board(turn, ShowBoard(), _refused(outcome))
    return await read(turn, ReadOnBoard(wish.number))


@on_tap(AskToTakeDown)
async def ask_to_take_down(turn: Turn, wish: AskToTakeDown) -> Screen:
    found = await ReadNotice(person=turn.person.id, number=wish.number)(turn.work)
    if not isinstance(found, NoticeToRead):
        return await _board(turn, ShowBoard(), screens.gone())
    if found.office is not None:
        return await _board(turn, ShowBoard(), screens.not_yours(found.office))
    return screens.really_take_down(wish.number)


@on_tap(TakeDown)
async def take_down(turn: Turn, wish: TakeDown) -> Screen:
    outcome = await TakeDownNotice(by=turn.person.id, number=wish.number)(turn.work)
    said = screens.taken_down() if isinstance(outcome, Changed) else _refused(outcome)
    return await _board(turn, ShowBoard(), said)


def _refused(outcome: NoticeGone | Forbidden) -> Words:
    return screens.not_yours(outcome) if isinstance(outcome, Forbidden) else screens.gone()


async def _board(turn: Turn, wish: ShowBoard, said: Words | None = None) -> Screen:
    subject = next((one for one in Subject if one.value == wish.subject), None)
    if wish.sought:
        wordless = await WordlessNotices()(turn.work)
        await KeepWords(words={one.notice.id: screens.in_words(one) for one in wordless})(turn.work)
    look = LookAtBoard(person=turn.person.id, since=turn.person.started_at, page=wish.page, subject=subject, sought=wish.sought)
    return screens.board(await look(turn.work), said)
