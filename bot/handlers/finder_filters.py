"""Choosing what the list of the best matches is narrowed to. Nothing of anybody is shown here."""

from bot.routes import on_tap
from bot.screens import finder_filters as screens
from bot.screens.finder_taps import ChooseGu, ChooseShare, ChooseTrade, ShowFilters, read
from bot.screens.screen import Screen
from bot.turn import Turn


@on_tap(ShowFilters)
async def show_filters(turn: Turn, wish: ShowFilters) -> Screen:
    return screens.filters(wish.mine, read(wish.only))


@on_tap(ChooseGu)
async def choose_gu(turn: Turn, wish: ChooseGu) -> Screen:
    return screens.choose_gu(wish.mine, read(wish.only))


@on_tap(ChooseTrade)
async def choose_trade(turn: Turn, wish: ChooseTrade) -> Screen:
    return screens.choose_trade(wish.mine, read(wish.only))


@on_tap(ChooseShare)
async def choose_share(turn: Turn, wish: ChooseShare) -> Screen:
    return screens.choose_share(wish.mine, read(wish.only))
