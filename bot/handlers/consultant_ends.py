"""A consultant stops, by themselves or by the office."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import consultants as screens
from bot.screens.consultant_taps import AskToEnd, EndConsultant
from bot.screens.screen import Screen
from bot.turn import Turn
from services import consultant_ends as deeds
from services.consultant_ends import Ended
from services.consultants import ConsultantSheet, MyProfile, NotConsultant, OneConsultant
from services.coordinators import Forbidden


@on_tap(AskToEnd)
async def ask(turn: Turn, wish: AskToEnd) -> Screen:
    own = wish.person == turn.person.id
    look = MyProfile(person=wish.person) if own else OneConsultant(by=turn.person.id, person=wish.person)
    match await look(turn.work):
        case ConsultantSheet(consultant=one) as sheet if one.left_at is None:
            return screens.really_end(sheet, own=own)
        case ConsultantSheet() | NotConsultant():
            return screens.not_there()
        case Forbidden() as refused:
            return screens.not_yours(refused)
        case outcome:
            assert_never(outcome)


@on_tap(EndConsultant)
async def end(turn: Turn, wish: EndConsultant) -> Screen:
    match await deeds.EndConsultant(by=turn.person.id, person=wish.person)(turn.work):
        case Ended(consultant=one, cancelled=cancelled):
            return screens.ended(one.profile.name, cancelled, own=wish.person == turn.person.id)
        case NotConsultant():
            return screens.not_there()
        case Forbidden() as refused:
            return screens.not_yours(refused)
        case outcome:
            assert_never(outcome)
