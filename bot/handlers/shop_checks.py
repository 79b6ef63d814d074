"""Confirming shops by hand, and having the tax office asked again."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import shop_checks, shop_proofs
from bot.screens.front import old_button
from bot.screens.screen import Screen
from bot.screens.shop_checks import AskAgain, ChooseProof, ChooseReason, Confirm, Refuse, ShowCertificateOf, ShowCheck, ShowChecks
from bot.turn import Turn
from bot.words import Words
from services.coordinators import Forbidden
from services.shop_proofs import (
    ChangedMeanwhile,
    OwnShop,
    Proven,
    RecordProof,
    Refused,
    RefuseShop,
    ShopForOffice,
    ShopGone,
    ShopsToConfirm,
    Undecided,
)
from services.shop_rechecks import AskedAgain, CheckAgain, FreshEnough, NobodyToAsk, TooSoon
from storage.shop_checks import ShopToConfirm


@on_tap(ShowChecks)
async def show_all(turn: Turn, wish: ShowChecks) -> Screen:
    return await _all(turn, wish.page)


@on_tap(ShowCheck)
async def show_one(turn: Turn, wish: ShowCheck) -> Screen:
    return await _one(turn, wish.shop)


@on_tap(ShowCertificateOf)
async def show_paper(turn: Turn, wish: ShowCertificateOf) -> Screen:
    found = await ShopForOffice(by=turn.person.id, shop=wish.shop)(turn.work)
    return _page(turn, found, with_paper=True) if isinstance(found, ShopToConfirm) else await _not_found(turn, found)


@on_tap(ChooseProof)
async def choose_proof(turn: Turn, wish: ChooseProof) -> Screen:
    found = await ShopForOffice(by=turn.person.id, shop=wish.shop)(turn.work)
    return shop_proofs.which_proof(found) if isinstance(found, ShopToConfirm) else await _not_found(turn, found)


@on_tap(ChooseReason)
async def choose_reason(turn: Turn, wish: ChooseReason) -> Screen:
    found = await ShopForOffice(by=turn.person.id, shop=wish.shop)(turn.work)
    return shop_proofs.which_reason(found) if isinstance(found, ShopToConfirm) else await _not_found(turn, found)


@on_tap(Confirm)
async def confirm(turn: Turn, wish: Confirm) -> Screen:
    seen = shop_proofs.seen_at(wish.seen)
    if seen is None:
        return await _one(turn, wish.shop, old_button())
    outcome = await RecordProof(by=turn.person.id, shop=wish.shop, proof=wish.proof, seen=seen)(turn.work)
    return await _decided(turn, wish.shop, outcome)


@on_tap(Refuse)
async def refuse(turn: Turn, wish: Refuse) -> Screen:
    seen = shop_proofs.seen_at(wish.seen)
    if seen is None:
        return await _one(turn, wish.shop, old_button())
    outcome = await RefuseShop(by=turn.person.id, shop=wish.shop, why=wish.why, seen=seen)(turn.work)
    return await _decided(turn, wish.shop, outcome)


async def _decided(turn: Turn, shop: int, outcome: Proven | Refused | Undecided) -> Screen:
    match outcome:
        case Proven(name=name):
            return await _all(turn, 0, shop_proofs.proven(name))
        case Refused(name=name):
            return await _all(turn, 0, shop_proofs.refused(name))
        case ChangedMeanwhile():
            return await _one(turn, shop, shop_proofs.changed_meanwhile())
        case OwnShop():
            return await _one(turn, shop, shop_proofs.own_shop())
        case ShopGone() | Forbidden():
            return await _not_found(turn, outcome)
        case _:
            assert_never(outcome)


@on_tap(AskAgain)
async def ask_again(turn: Turn, wish: AskAgain) -> Screen:
    """The owner sees the shop in the list of their own, a coordinator in the list of those to confirm."""
    match await CheckAgain(by=turn.person.id, shop=wish.shop)(turn.work):
        case AskedAgain():
            return await _after_asking(turn, wish.shop, shop_proofs.asked_again())
        case FreshEnough():
            return await _after_asking(turn, wish.shop, shop_proofs.fresh_enough())
        case TooSoon():
            return await _after_asking(turn, wish.shop, shop_proofs.too_soon())
        case NobodyToAsk():
            return await _after_asking(turn, wish.shop, shop_proofs.nobody_to_ask())
        case ShopGone() | Forbidden():
            return shop_proofs.not_there_any_more()
        case outcome:
            assert_never(outcome)


async def _after_asking(turn: Turn, shop: int, said: Words) -> Screen:
    found = await ShopForOffice(by=turn.person.id, shop=shop)(turn.work)
    return _page(turn, found, said) if isinstance(found, ShopToConfirm) else shop_proofs.said_of(said, shop)


async def _all(turn: Turn, page: int, said: Words | None = None) -> Screen:
    found = await ShopsToConfirm(by=turn.person.id, page=page)(turn.work)
    return shop_proofs.not_yours(found) if isinstance(found, Forbidden) else shop_checks.waiting(found, said)


async def _one(turn: Turn, shop: int, said: Words | None = None) -> Screen:
    found = await ShopForOffice(by=turn.person.id, shop=shop)(turn.work)
    return _page(turn, found, said) if isinstance(found, ShopToConfirm) else await _not_found(turn, found)


async def _not_found(turn: Turn, found: ShopGone | Forbidden) -> Screen:
    return shop_proofs.not_yours(found) if isinstance(found, Forbidden) else await _all(turn, 0, shop_proofs.gone())


def _page(turn: Turn, found: ShopToConfirm, said: Words | None = None, *, with_paper: bool = False) -> Screen:
    return shop_proofs.one(found, can_ask=turn.work.house.asks_tax_office, with_paper=with_paper, said=said)
