"""My consents: seeing, giving, taking back."""

from bot.routes import on_tap
from bot.screens import consents as screens
from bot.screens.consents import AgreeTo, ShowConsent, ShowConsents, TakeConsentBack
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from programme.consents import Purpose
from services.consents import EndsAdvising, EndsRegistration, GiveConsents, MyConsents, NotGiven, WithdrawConsent, Withdrawn


@on_tap(ShowConsents)
async def show_all(turn: Turn, wish: ShowConsents) -> Screen:
    return screens.mine(await MyConsents(person=turn.person.id)(turn.work))


@on_tap(ShowConsent)
async def show_one(turn: Turn, wish: ShowConsent) -> Screen:
    return await _one(turn, wish.purpose)


@on_tap(AgreeTo)
async def agree(turn: Turn, wish: AgreeTo) -> Screen:
    await GiveConsents(by=turn.person.id, purposes=(wish.purpose,), language=turn.language)(turn.work)
    return await _one(turn, wish.purpose, screens.given(wish.purpose))


@on_tap(TakeConsentBack)
async def take_back(turn: Turn, wish: TakeConsentBack) -> Screen:
    match await WithdrawConsent(by=turn.person.id, purpose=wish.purpose)(turn.work):
        case Withdrawn(purpose=purpose):
            return await _one(turn, purpose, screens.taken_back(purpose))
        case NotGiven():
            return await _one(turn, wish.purpose, screens.was_not_given())
        case EndsRegistration(purpose=purpose):
            return screens.ends_registration(purpose)
        case EndsAdvising():
            return screens.ends_advising(turn.person.id)


async def _one(turn: Turn, purpose: Purpose, said: Words | None = None) -> Screen:
    given = await MyConsents(person=turn.person.id)(turn.work)
    return screens.one(purpose, given.get(purpose), said)
