"""Announcements as they stand for who taps: the hub, and the page of one with what has just been done."""

from bot.screens import announcement_shelves
from bot.screens import announcements as screens
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.announcement_deeds import NoSuchAnnouncement
from services.announcement_looks import OneSeen, SeeAnnouncement
from services.announcement_shelves import SeeShelves
from services.coordinators import Forbidden


async def hub(turn: Turn, said: Words | None = None) -> Screen:
    found = await SeeShelves(by=turn.person.id)(turn.work)
    return screens.not_yours() if isinstance(found, Forbidden) else announcement_shelves.hub(found, said)


async def page(turn: Turn, number: int, said: Words | None = None) -> Screen:
    found = await seen(turn, number)
    return screens.page(found, said) if isinstance(found, OneSeen) else found


async def seen(turn: Turn, number: int) -> OneSeen | Screen:
    found = await SeeAnnouncement(by=turn.person.id, announcement=number)(turn.work)
    return found if isinstance(found, OneSeen) else await refused(turn, found)


async def to_change(turn: Turn, number: int) -> OneSeen | Screen:
    """Only who may change it, while it can be, is shown how."""
    found = await seen(turn, number)
    if isinstance(found, OneSeen) and (not found.may_change or found.outcomes):
        return screens.page(found)
    return found


async def refused(turn: Turn, outcome: NoSuchAnnouncement | Forbidden) -> Screen:
    return screens.not_yours() if isinstance(outcome, Forbidden) else await hub(turn, screens.gone())
