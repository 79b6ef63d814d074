"""The record of what was done, for those who may read it."""

from datetime import date

from bot.routes import on_tap
from bot.screens import month_calendar, record_files
from bot.screens import record as screens
from bot.screens.record_taps import (
    AskForRecord,
    ChooseCase,
    ChooseDay,
    ChooseKind,
    ChoosePerson,
    ShowRecord,
    TakeRecord,
    VerifyRecordNow,
)
from bot.screens.screen import Screen
from bot.turn import Turn
from programme.seoul import seoul_day
from services.audit_sealing import VerifyRecord
from services.coordinators import Forbidden
from services.record import CasesOfRecord, ExportRecord, MayRead, PeopleOfRecord, ReadRecord
from storage.audit_seals import Broken, Whole


@on_tap(ShowRecord)
async def show(turn: Turn, wish: ShowRecord) -> Screen:
    found = await ReadRecord(by=turn.person.id, wanted=wish.wanted, page=wish.page)(turn.work)
    return screens.not_yours() if isinstance(found, Forbidden) else screens.page(found)


@on_tap(ChoosePerson)
async def choose_person(turn: Turn, wish: ChoosePerson) -> Screen:
    found = await PeopleOfRecord(by=turn.person.id)(turn.work)
    return screens.not_yours() if isinstance(found, Forbidden) else screens.people(found, wish.wanted)


@on_tap(ChooseKind)
async def choose_kind(turn: Turn, wish: ChooseKind) -> Screen:
    return screens.kinds(wish.wanted) if await MayRead(by=turn.person.id)(turn.work) else screens.not_yours()


@on_tap(ChooseCase)
async def choose_case(turn: Turn, wish: ChooseCase) -> Screen:
    found = await CasesOfRecord(by=turn.person.id, case=wish.case)(turn.work)
    return screens.not_yours() if isinstance(found, Forbidden) else screens.cases(found, wish.wanted)


@on_tap(ChooseDay)
async def choose_day(turn: Turn, wish: ChooseDay) -> Screen:
    if not await MayRead(by=turn.person.id)(turn.work):
        return screens.not_yours()
    today = seoul_day(turn.work.now)
    return screens.days(wish.wanted, _month(wish.month, today), today)


def _month(written: int, today: date) -> date:
    """None to come: nothing was done in it."""
    year, month = divmod(written, 100)
    return min(month_calendar.read(f"{year:04d}-{month:02d}", otherwise=today), today.replace(day=1))


@on_tap(AskForRecord)
async def ask_for_file(turn: Turn, wish: AskForRecord) -> Screen:
    return screens.sure(wish.wanted) if await MayRead(by=turn.person.id)(turn.work) else screens.not_yours()


@on_tap(TakeRecord)
async def take_file(turn: Turn, wish: TakeRecord) -> Screen:
    found = await ExportRecord(by=turn.person.id, wanted=wish.wanted)(turn.work)
    return screens.not_yours() if isinstance(found, Forbidden) else record_files.as_sheet(found, turn.language)


@on_tap(VerifyRecordNow)
async def verify(turn: Turn, wish: VerifyRecordNow) -> Screen:
    match await VerifyRecord(by=turn.person.id)(turn.work):
        case Whole() as found:
            return record_files.whole(found)
        case Broken() as found:
            return record_files.broken(found)
        case Forbidden():
            return screens.not_yours()
