"""Narrowing the list of the best matches."""

from dataclasses import replace

from bot.screens import finder_cards as cards
from bot.screens.finder_taps import ChooseGu, ChooseShare, ChooseTrade, ShowFilters, ShowMatches, written
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, t
from programme.districts import District
from programme.matching import Share
from programme.trades import Trade
from storage.finder_matches import Only

EVERYTHING = Only()
GU_COLUMNS, TRADE_COLUMNS = 3, 2


def told_filters(only: Only) -> list[Words]:
    return [worded(one.wording) for one in (only.gu, only.trade, only.share) if one is not None]


def filters(mine: int, only: Only) -> Screen:
    told = told_filters(only)
    code = written(only)
    ways = [
        button(t("Gu: {gu}", gu=worded(only.gu.wording) if only.gu else t("all")), ChooseGu(mine, code)),
        button(t("Trade: {trade}", trade=worded(only.trade.wording) if only.trade else t("all")), ChooseTrade(mine, code)),
        button(t("To share: {share}", share=cards.share_name(only.share) if only.share else t("all")), ChooseShare(mine, code)),
    ]
    if told:
        ways.append(button(t("Without a filter"), ShowFilters(mine, written(EVERYTHING))))
    return Screen(
        words=t("<b>🔧 Whom do you want to see?</b>\nTap a line to narrow the list."),
        rows=column([*ways, button(t("Show the list"), ShowMatches(mine, code)), HOME]),
    )


def choose_gu(mine: int, only: Only) -> Screen:
    chosen = [button(worded(gu.wording), ShowFilters(mine, written(replace(only, gu=gu)))) for gu in District]
    return _choosing(
        t("Which gu?"), chosen, GU_COLUMNS, ShowFilters(mine, written(replace(only, gu=None))), ShowFilters(mine, written(only))
    )


def choose_trade(mine: int, only: Only) -> Screen:
    chosen = [button(worded(trade.wording), ShowFilters(mine, written(replace(only, trade=trade)))) for trade in Trade]
    every = ShowFilters(mine, written(replace(only, trade=None)))
    return _choosing(t("Which trade?"), chosen, TRADE_COLUMNS, every, ShowFilters(mine, written(only)))


def choose_share(mine: int, only: Only) -> Screen:
    chosen = [button(cards.share_name(share), ShowFilters(mine, written(replace(only, share=share)))) for share in Share]
    every = ShowFilters(mine, written(replace(only, share=None)))
    return _choosing(t("What should they want to share?"), chosen, 1, every, ShowFilters(mine, written(only)))


def _choosing(asked: Words, chosen: list[Button], columns: int, every: ShowFilters, back: ShowFilters) -> Screen:
    rows = tuple(tuple(chosen[at : at + columns]) for at in range(0, len(chosen), columns))
    return Screen(
        words=t("<b>{asked}</b>", asked=asked), rows=((button(t("All of them"), every),), *rows, (button(t("◀ Back"), back), HOME))
    )
