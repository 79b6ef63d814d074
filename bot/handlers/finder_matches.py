"""The cards of others: the best matches, saying that one is interested, hiding and reporting."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import finder, finder_partners, finder_reports
from bot.screens import finder_matches as screens
from bot.screens.finder_taps import (
    AskWhy,
    InviteThem,
    NotForMe,
    Report,
    SayInterested,
    ShowContact,
    ShowHidden,
    ShowMatches,
    ShowOther,
    ShowPartners,
    TakeInterestBack,
    Unhide,
    read,
)
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.finder import NotYourShop
from services.finder_board import MyBoard
from services.finder_matches import BestMatches, CardGone, Hidden, HiddenCards, HideCard, NotShown, OneCard, UnhideCard
from services.finder_meetings import (
    BeInterested,
    BothInterested,
    InterestTold,
    InterestWithdrawn,
    NotInterested,
    TooManyUnanswered,
    WithdrawInterest,
)
from services.finder_partners import ContactOf, InvitePartner, NotMet, PartnersOf
from services.finder_reports import ReportCard, ReportedBefore, ReportTaken


@on_tap(ShowMatches)
async def show(turn: Turn, wish: ShowMatches) -> Screen:
    return await _matches(turn, wish)


@on_tap(ShowOther)
async def show_other(turn: Turn, wish: ShowOther) -> Screen:
    return await _one(turn, wish.mine, wish.other, ShowMatches(wish.mine, wish.only, wish.page))


@on_tap(SayInterested)
async def say_interested(turn: Turn, wish: SayInterested) -> Screen:
    match await BeInterested(by=turn.person.id, mine=wish.mine, other=wish.other)(turn.work):
        case BothInterested():
            return await _contact(turn, wish.mine, wish.other)
        case InterestTold():
            return await _one(turn, wish.mine, wish.other, ShowMatches(wish.mine), screens.told_them())
        case TooManyUnanswered(most=most):
            return await _one(turn, wish.mine, wish.other, ShowMatches(wish.mine), screens.too_many(most))
        case CardGone():
            return await _matches(turn, ShowMatches(wish.mine), screens.gone())
        case NotShown():
            return await _board(turn, wish.mine, screens.show_yours_first())
        case outcome:
            assert_never(outcome)


@on_tap(TakeInterestBack)
async def take_interest_back(turn: Turn, wish: TakeInterestBack) -> Screen:
    match await WithdrawInterest(by=turn.person.id, mine=wish.mine, other=wish.other)(turn.work):
        case NotYourShop():
            return finder.not_yours()
        case InterestWithdrawn():
            return await _matches(turn, ShowMatches(wish.mine), screens.taken_back())
        case NotInterested():
            return await _matches(turn, ShowMatches(wish.mine), screens.nothing_to_take_back())
        case outcome:
            assert_never(outcome)


@on_tap(NotForMe)
async def hide(turn: Turn, wish: NotForMe) -> Screen:
    match await HideCard(by=turn.person.id, mine=wish.mine, other=wish.other)(turn.work):
        case NotYourShop():
            return finder.not_yours()
        case Hidden():
            return await _matches(turn, ShowMatches(wish.mine), screens.hidden())
        case CardGone():
            return await _matches(turn, ShowMatches(wish.mine), screens.gone())
        case outcome:
            assert_never(outcome)


@on_tap(ShowHidden)
async def show_hidden(turn: Turn, wish: ShowHidden) -> Screen:
    return await _hidden(turn, wish.mine, wish.page)


@on_tap(Unhide)
async def unhide(turn: Turn, wish: Unhide) -> Screen:
    outcome = await UnhideCard(by=turn.person.id, other=wish.other)(turn.work)
    return await _hidden(turn, wish.mine, said=screens.gone() if isinstance(outcome, CardGone) else screens.unhidden())


@on_tap(AskWhy)
async def ask_why(turn: Turn, wish: AskWhy) -> Screen:
    return finder_reports.why(wish.mine, wish.other)


@on_tap(Report)
async def report(turn: Turn, wish: Report) -> Screen:
    match await ReportCard(by=turn.person.id, mine=wish.mine, other=wish.other, reason=wish.reason)(turn.work):
        case ReportTaken():
            return await _matches(turn, ShowMatches(wish.mine), finder_reports.thanks(again=False))
        case ReportedBefore():
            return await _matches(turn, ShowMatches(wish.mine), finder_reports.thanks(again=True))
        case CardGone():
            return await _matches(turn, ShowMatches(wish.mine), screens.gone())
        case NotShown():
            return await _board(turn, wish.mine, screens.show_yours_first())
        case outcome:
            assert_never(outcome)


@on_tap(ShowPartners)
async def show_partners(turn: Turn, wish: ShowPartners) -> Screen:
    return await _partners(turn, wish.mine, wish.page)


@on_tap(ShowContact)
async def show_contact(turn: Turn, wish: ShowContact) -> Screen:
    return await _contact(turn, wish.mine, wish.other)


@on_tap(InviteThem)
async def invite(turn: Turn, wish: InviteThem) -> Screen:
    deed = InvitePartner(by=turn.person.id, mine=wish.mine, other=wish.other, consortium=wish.consortium)
    outcome = await deed(turn.work)
    if isinstance(outcome, NotMet):
        return await _partners(turn, wish.mine, said=finder_partners.not_met())
    return await _contact(turn, wish.mine, wish.other, finder_partners.invited(outcome))


async def _matches(turn: Turn, wish: ShowMatches, said: Words | None = None) -> Screen:
    found = await BestMatches(person=turn.person.id, mine=wish.mine, only=read(wish.only), page=wish.page)(turn.work)
    if isinstance(found, NotShown):
        return await _board(turn, wish.mine, said or screens.show_yours_first())
    return screens.matches(found, said)


async def _one(turn: Turn, mine: int, other: int, back: ShowMatches, said: Words | None = None) -> Screen:
    match await OneCard(person=turn.person.id, mine=mine, other=other)(turn.work):
        case NotShown():
            return await _board(turn, mine, screens.show_yours_first())
        case CardGone():
            return await _matches(turn, back, screens.gone())
        case found:
            return screens.one(found, mine, back, said)


async def _hidden(turn: Turn, mine: int, page: int = 0, said: Words | None = None) -> Screen:
    found = await HiddenCards(person=turn.person.id, mine=mine, page=page)(turn.work)
    if isinstance(found, NotShown):
        return await _board(turn, mine, said or screens.show_yours_first())
    return screens.hidden_ones(found, said)


async def _partners(turn: Turn, mine: int, page: int = 0, said: Words | None = None) -> Screen:
    found = await PartnersOf(person=turn.person.id, mine=mine, page=page)(turn.work)
    return finder.not_yours() if isinstance(found, NotYourShop) else finder_partners.met(found, said)


async def _contact(turn: Turn, mine: int, other: int, said: Words | None = None) -> Screen:
    found = await ContactOf(person=turn.person.id, mine=mine, other=other)(turn.work)
    if isinstance(found, NotMet):
        return await _partners(turn, mine, said=finder_partners.not_met())
    return finder_partners.contact(found, said)


async def _board(turn: Turn, shop: int, said: Words | None = None) -> Screen:
    found = await MyBoard(person=turn.person.id, shop=shop)(turn.work)
    return finder.not_yours() if isinstance(found, NotYourShop) else finder.board(found, said)
