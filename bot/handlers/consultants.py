"""The office and its consultants: the list, one of them, links for new ones, the days off; the link on the phone of who is invited."""

from datetime import date
from typing import assert_never

from bot.routes import on_link, on_tap
from bot.screens import consultants as screens
from bot.screens import joining_consultants as joining
from bot.screens import office_holidays
from bot.screens.consultant_desk import not_a_consultant
from bot.screens.consultant_profile import profile
from bot.screens.consultant_taps import (
    DropOfficeHoliday,
    InviteConsultant,
    PauseConsultant,
    ShowConsultant,
    ShowConsultants,
    ShowOfficeHolidays,
)
from bot.screens.screen import Screen
from bot.turn import Begin, Shown, Turn
from bot.words import Words
from services import consultant_invitations as invitations
from services import consultants as deeds
from services import office_holidays as holidays
from services.consultants import AllConsultants, NotConsultant, OneConsultant, Paused, TakesAgain
from services.coordinators import Forbidden
from services.link_tokens import hashed
from storage.consultant_invitations import ConsultantInvitation


@on_tap(ShowConsultants)
async def show_all(turn: Turn, wish: ShowConsultants) -> Screen:
    found = await AllConsultants(by=turn.person.id, page=wish.page)(turn.work)
    return screens.not_yours(found) if isinstance(found, Forbidden) else screens.listed(found)


@on_tap(ShowConsultant)
async def show_one(turn: Turn, wish: ShowConsultant) -> Screen:
    match await OneConsultant(by=turn.person.id, person=wish.person)(turn.work):
        case NotConsultant():
            return screens.not_there()
        case Forbidden() as refused:
            return screens.not_yours(refused)
        case found:
            return screens.sheet(found)


@on_tap(InviteConsultant)
async def invite(turn: Turn, wish: InviteConsultant) -> Screen:
    found = await invitations.InviteConsultant(by=turn.person.id, calling=wish.calling)(turn.work)
    return screens.not_yours(found) if isinstance(found, Forbidden) else joining.made(found)


@on_link(joining.PREFIX)
async def follow(turn: Turn, token: str) -> Shown:
    found = await invitations.InvitedToAdvise(person=turn.person.id, token_hash=hashed(token))(turn.work)
    if not isinstance(found, ConsultantInvitation):
        return joining.closed(found)
    return Begin(story="join_consultants", subject=hashed(token))


@on_tap(PauseConsultant)
async def pause(turn: Turn, wish: PauseConsultant) -> Screen:
    match await deeds.PauseConsultant(by=turn.person.id, person=wish.person, pauses=wish.pauses)(turn.work):
        case Paused(sheet=sheet) | TakesAgain(sheet=sheet) as outcome:
            shows = profile if sheet.consultant.person == turn.person.id else screens.sheet
            return shows(sheet, screens.paused(outcome))
        case NotConsultant():
            return not_a_consultant() if wish.person == turn.person.id else screens.not_there()
        case Forbidden() as refused:
            return screens.not_yours(refused)
        case outcome:
            assert_never(outcome)


@on_tap(ShowOfficeHolidays)
async def show_holidays(turn: Turn, wish: ShowOfficeHolidays) -> Screen:
    return await _holidays(turn, wish.page)


@on_tap(DropOfficeHoliday)
async def drop_holiday(turn: Turn, wish: DropOfficeHoliday) -> Screen:
    try:
        day = date.fromisoformat(wish.day)
    except ValueError:
        return await _holidays(turn)
    match await holidays.DropOfficeHoliday(by=turn.person.id, day=day)(turn.work):
        case holidays.HolidayDropped():
            return await _holidays(turn, said=office_holidays.dropped())
        case holidays.NoSuchHoliday():
            return await _holidays(turn, said=office_holidays.dropped_before())
        case Forbidden() as refused:
            return screens.not_yours(refused)
        case outcome:
            assert_never(outcome)


async def _holidays(turn: Turn, page: int = 0, said: Words | None = None) -> Screen:
    found = await holidays.OfficeHolidays(by=turn.person.id, page=page)(turn.work)
    return screens.not_yours(found) if isinstance(found, Forbidden) else office_holidays.listed(found, said)
