"""The door, for coordinators: dates, lists, the code on the wall, who came without the bot, and the sheets of it."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import door as screens
from bot.screens import door_results as results
from bot.screens import participation, wall_codes
from bot.screens.check_in_taps import (
    AskTakeBack,
    CheckInName,
    CountMore,
    GetParticipation,
    NewWallCode,
    ShowAttendees,
    ShowDoor,
    ShowEventDoor,
    ShowParticipation,
    ShowWall,
    TakeBackNow,
)
from bot.screens.office_only import for_the_office
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.attendance_lists import Certified, ListOfDate, ListOfEvent, OneAttendee, Settled, TakeBack, TakenBack, WasNotIn
from services.attendance_sheets import ExportParticipation, ParticipationOf
from services.check_in import CheckInByName
from services.check_in_desk import DatesAtTheDoor
from services.coordinators import Forbidden
from services.event_dates import NoSuchDate
from services.event_walk_ins import CountWalkIns, DoorsClosed, WalkInsCounted
from services.wall_codes import DrawWallCode, WallOf


@on_tap(ShowDoor)
async def show_door(turn: Turn, wish: ShowDoor) -> Screen:
    found = await DatesAtTheDoor(by=turn.person.id, page=wish.page)(turn.work)
    return for_the_office() if isinstance(found, Forbidden) else screens.door(found)


@on_tap(ShowAttendees)
async def show_attendees(turn: Turn, wish: ShowAttendees) -> Screen:
    return await _list(turn, wish.date, wish.page)


async def _list(turn: Turn, date: int, page: int = 0, said: Words | None = None) -> Screen:
    found = await ListOfDate(by=turn.person.id, date=date, page=page)(turn.work)
    return screens.list_refused(found) if isinstance(found, Forbidden | NoSuchDate) else screens.date_list(found, said)


@on_tap(ShowEventDoor)
async def show_event_door(turn: Turn, wish: ShowEventDoor) -> Screen:
    found = await ListOfEvent(by=turn.person.id, event=wish.event)(turn.work)
    return screens.list_refused(found) if isinstance(found, Forbidden | NoSuchDate) else screens.date_list(found)


@on_tap(CheckInName)
async def check_in_by_name(turn: Turn, wish: CheckInName) -> Screen:
    deed = CheckInByName(by=turn.person.id, date=wish.date, registration=wish.registration, anyway=wish.anyway)
    return results.at_the_door(await deed(turn.work))


@on_tap(AskTakeBack)
async def ask_take_back(turn: Turn, wish: AskTakeBack) -> Screen:
    found = await OneAttendee(by=turn.person.id, date=wish.date, registration=wish.registration)(turn.work)
    return screens.list_refused(found) if isinstance(found, Forbidden | NoSuchDate) else results.take_back(wish.date, found)


@on_tap(TakeBackNow)
async def take_back(turn: Turn, wish: TakeBackNow) -> Screen:
    match await TakeBack(by=turn.person.id, date=wish.date, registration=wish.registration)(turn.work):
        case TakenBack(attendee=one):
            return await _list(turn, wish.date, said=results.taken_back(one))
        case WasNotIn():
            return await _list(turn, wish.date, said=results.was_not_in())
        case Certified() as found:
            return await _list(turn, wish.date, said=results.certified(found))
        case Settled():
            return await _list(turn, wish.date, said=results.settled())
        case (Forbidden() | NoSuchDate()) as refused:
            return screens.list_refused(refused)
        case outcome:
            assert_never(outcome)


@on_tap(CountMore)
async def count_more(turn: Turn, wish: CountMore) -> Screen:
    match await CountWalkIns(by=turn.person.id, date=wish.date, more=wish.more)(turn.work):
        case WalkInsCounted() as found:
            return screens.walk_ins(found)
        case DoorsClosed():
            return screens.not_now(wish.date)
        case (Forbidden() | NoSuchDate()) as refused:
            return screens.list_refused(refused)
        case outcome:
            assert_never(outcome)


@on_tap(ShowWall)
async def show_wall(turn: Turn, wish: ShowWall) -> Screen:
    found = await WallOf(by=turn.person.id, date=wish.date)(turn.work)
    return screens.list_refused(found) if isinstance(found, Forbidden | NoSuchDate) else wall_codes.wall(found)


@on_tap(NewWallCode)
async def new_wall_code(turn: Turn, wish: NewWallCode) -> Screen:
    found = await DrawWallCode(by=turn.person.id, date=wish.date)(turn.work)
    return screens.list_refused(found) if isinstance(found, Forbidden | NoSuchDate) else wall_codes.wall(found, wall_codes.new_code())


@on_tap(ShowParticipation)
async def show_participation(turn: Turn, wish: ShowParticipation) -> Screen:
    found = await ParticipationOf(by=turn.person.id, year=wish.year)(turn.work)
    return for_the_office() if isinstance(found, Forbidden) else participation.participation(found)


@on_tap(GetParticipation)
async def get_participation(turn: Turn, wish: GetParticipation) -> Screen:
    found = await ExportParticipation(by=turn.person.id, year=wish.year)(turn.work)
    return for_the_office() if isinstance(found, Forbidden) else participation.as_sheet(found, turn.language)
