"""The certificates a person has me watch."""

from dataclasses import replace

from bot.routes import on_tap
from bot.screens import certificates as screens
from bot.screens.certificates import ShowCertificate, ShowCertificates, StopReminding
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words, lines
from programme.seoul import seoul_day
from services.certificates import MyCertificate, MyCertificates, Stopped, StopWatching


@on_tap(ShowCertificates)
async def show_all(turn: Turn, wish: ShowCertificates) -> Screen:
    return await _all(turn, wish.page)


@on_tap(ShowCertificate)
async def show_one(turn: Turn, wish: ShowCertificate) -> Screen:
    found = await MyCertificate(person=turn.person.id, number=wish.number)(turn.work)
    if found is None:
        return await _all(turn, said=screens.not_watched())
    return screens.certificate(found, seoul_day(turn.work.now))


@on_tap(StopReminding)
async def stop(turn: Turn, wish: StopReminding) -> Screen:
    outcome = await StopWatching(by=turn.person.id, number=wish.number)(turn.work)
    return await _all(turn, said=screens.stopped() if isinstance(outcome, Stopped) else screens.not_watched())


async def _all(turn: Turn, page: int = 0, said: Words | None = None) -> Screen:
    found = await MyCertificates(person=turn.person.id, page=page)(turn.work)
    screen = screens.all_of_them(found, seoul_day(turn.work.now))
    return screen if said is None else replace(screen, words=lines(said, screen.words))
