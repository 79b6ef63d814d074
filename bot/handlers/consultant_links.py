"""Links for new consultants that are still open: seen, and withdrawn."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import consultant_links as screens
from bot.screens.consultant_taps import ShowOpenLinks, WithdrawOpenLink
from bot.screens.consultants import not_yours
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.consultant_links import LinkWithdrawn, NoSuchLink, OpenLinks, WithdrawLink
from services.coordinators import Forbidden


@on_tap(ShowOpenLinks)
async def show_links(turn: Turn, wish: ShowOpenLinks) -> Screen:
    return await _links(turn, wish.page)


@on_tap(WithdrawOpenLink)
async def withdraw(turn: Turn, wish: WithdrawOpenLink) -> Screen:
    match await WithdrawLink(by=turn.person.id, link=wish.link)(turn.work):
        case LinkWithdrawn():
            return await _links(turn, said=screens.withdrawn())
        case NoSuchLink():
            return await _links(turn, said=screens.gone_before())
        case Forbidden() as refused:
            return not_yours(refused)
        case outcome:
            assert_never(outcome)


async def _links(turn: Turn, page: int = 0, said: Words | None = None) -> Screen:
    found = await OpenLinks(by=turn.person.id, page=page)(turn.work)
    return not_yours(found) if isinstance(found, Forbidden) else screens.listed(found, said)
