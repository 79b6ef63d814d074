"""Files about people, for those of the office who may have them: asked for with one tap, taken with another."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import door, event_desk, event_guests, participation, session_overview, survey_results
from bot.screens import exports as screens
from bot.screens.check_in_taps import GetAttendance
from bot.screens.event_desk_taps import ExportThis
from bot.screens.export_taps import File, TakeFile
from bot.screens.screen import Screen
from bot.screens.session_overview_taps import ExportSessions
from bot.screens.survey_taps import ExportAnswers
from bot.turn import Turn
from programme.rights import Right
from services.attendance_sheets import EventAttendance, ExportAttendance
from services.coordinators import Forbidden, may_answer
from services.event_guests import EventSheetFacts, ExportGuests
from services.event_reach import event_with_people
from services.session_overview import ExportYear
from services.survey_results import ExportSurvey, NothingYet


@on_tap(ExportSessions)
async def ask_for_sessions(turn: Turn, wish: ExportSessions) -> Screen:
    return await _asked(turn, File.SESSIONS, wish.year)


@on_tap(ExportThis)
async def ask_for_registrations(turn: Turn, wish: ExportThis) -> Screen:
    return await _asked(turn, File.REGISTRATIONS, wish.event)


@on_tap(GetAttendance)
async def ask_for_attendance(turn: Turn, wish: GetAttendance) -> Screen:
    return await _asked(turn, File.ATTENDANCE, wish.event)


@on_tap(ExportAnswers)
async def ask_for_answers(turn: Turn, wish: ExportAnswers) -> Screen:
    return await _asked(turn, File.SURVEY, wish.event)


async def _asked(turn: Turn, what: File, of: int) -> Screen:
    """Whoever may not have it is not asked; the deed looks again."""
    refused = await _why_not(turn, what, of)
    return screens.sure_to_take_file(what, of) if refused is None else screens.not_yours(refused)


async def _why_not(turn: Turn, what: File, of: int) -> Forbidden | None:
    if what is File.SESSIONS:
        return None if await may_answer(turn.work, turn.person.id) else Forbidden()
    right = Right.READ if what is File.ATTENDANCE else Right.COORDINATE
    found = await event_with_people(turn.work, turn.person.id, right, of)
    return found if isinstance(found, Forbidden) else None


@on_tap(TakeFile)
async def take(turn: Turn, wish: TakeFile) -> Screen:
    match wish.what:
        case File.SESSIONS:
            return await _sessions(turn, wish.of)
        case File.REGISTRATIONS:
            return await _registrations(turn, wish.of)
        case File.ATTENDANCE:
            return await _attendance(turn, wish.of)
        case File.SURVEY:
            return await _survey(turn, wish.of)
        case what:
            assert_never(what)


async def _sessions(turn: Turn, year: int) -> Screen:
    found = await ExportYear(by=turn.person.id, year=year)(turn.work)
    return screens.not_yours(found) if isinstance(found, Forbidden) else session_overview.as_sheet(found, turn.language)


async def _registrations(turn: Turn, event: int) -> Screen:
    found = await ExportGuests(by=turn.person.id, event=event)(turn.work)
    return event_guests.sheet(found, turn.language) if isinstance(found, EventSheetFacts) else event_desk.refused(found)


async def _attendance(turn: Turn, event: int) -> Screen:
    found = await ExportAttendance(by=turn.person.id, event=event)(turn.work)
    return participation.attendance_as_sheet(found, turn.language) if isinstance(found, EventAttendance) else door.list_refused(found)


async def _survey(turn: Turn, event: int) -> Screen:
    found = await ExportSurvey(by=turn.person.id, event=event)(turn.work)
    if isinstance(found, Forbidden):
        return screens.not_yours(found)
    return survey_results.nothing_yet() if isinstance(found, NothingYet) else survey_results.as_sheet(found, turn.language)
