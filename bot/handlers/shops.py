"""My shops and my details."""

from bot.routes import on_command, on_tap
from bot.screens import details, shop_card
from bot.screens import shops as screens
from bot.screens.screen import Screen
from bot.screens.shops import AskToRemove, ChooseLine, RemoveThisShop, ShowDetails, ShowNumber, ShowPaper, ShowShop, ShowShops
from bot.turn import Turn
from bot.words import Words
from services.owners import MyDetails
from services.shop_changes import Removed, RemoveShop, ShopGone, SitsIn
from services.shops import MyShop, MyShops, MyWholeShop
from storage.shops import Shop


@on_command("shops")
@on_tap(ShowShops)
async def show_all(turn: Turn, wish: object) -> Screen:
    return await _all(turn)


@on_tap(ShowShop)
async def show_one(turn: Turn, wish: ShowShop) -> Screen:
    return await _one(turn, wish.number)


@on_tap(ShowNumber)
async def show_number(turn: Turn, wish: ShowNumber) -> Screen:
    return await _one(turn, wish.shop, in_full=True)


@on_tap(ShowPaper)
async def show_paper(turn: Turn, wish: ShowPaper) -> Screen:
    return await _one(turn, wish.shop, with_paper=True)


@on_tap(ChooseLine)
async def choose_line(turn: Turn, wish: ChooseLine) -> Screen:
    shop = await _mine(turn, wish.shop)
    return shop_card.which_line(shop) if shop is not None else await _all(turn, screens.not_there())


@on_tap(AskToRemove)
async def ask_to_remove(turn: Turn, wish: AskToRemove) -> Screen:
    shop = await _mine(turn, wish.shop)
    return screens.really_remove(shop) if shop is not None else await _all(turn, screens.not_there())


@on_tap(RemoveThisShop)
async def remove(turn: Turn, wish: RemoveThisShop) -> Screen:
    match await RemoveShop(by=turn.person.id, shop=wish.shop)(turn.work):
        case Removed(name=name):
            return await _all(turn, screens.removed(name))
        case SitsIn() as outcome:
            return screens.sits_in(outcome)
        case ShopGone():
            return await _all(turn, screens.not_there())


@on_tap(ShowDetails)
async def show_details(turn: Turn, wish: ShowDetails) -> Screen:
    owner = await MyDetails(person=turn.person.id)(turn.work)
    return details.mine(owner) if owner is not None else details.not_registered()


async def _mine(turn: Turn, number: int) -> Shop | None:
    return await MyShop(person=turn.person.id, number=number)(turn.work)


async def _one(turn: Turn, number: int, *, in_full: bool = False, with_paper: bool = False) -> Screen:
    found = await MyWholeShop(person=turn.person.id, number=number)(turn.work)
    if found is None:
        return await _all(turn, screens.not_there())
    return shop_card.one(found, in_full=in_full, with_paper=with_paper)


async def _all(turn: Turn, said: Words | None = None) -> Screen:
    return screens.my_shops(await MyShops(person=turn.person.id)(turn.work), said)
