"""One's own card in the partner finder."""

from bot.routes import on_command, on_tap
from bot.screens import finder as screens
from bot.screens.finder import ShowFinder
from bot.screens.finder_taps import AskToTakeDown, ChangeCard, Prolong, ShowBoard, TakeDown
from bot.screens.screen import Screen
from bot.turn import Begin, Shown, Turn
from bot.words import Words
from programme.matching import Share
from services.finder import NoCard, NotAgreed, NotYourShop, ProlongCard, TakeDownCard
from services.finder_board import MayTellPhone, MyBoard
from services.shops import MyShops
from storage.finder import Card


@on_command("finder")
@on_tap(ShowFinder)
async def show(turn: Turn, wish: object) -> Screen:
    shops = await MyShops(person=turn.person.id)(turn.work)
    if not shops:
        return screens.no_shop()
    return screens.which_shop(shops) if len(shops) > 1 else await _board(turn, shops[0].id)


@on_tap(ShowBoard)
async def show_board(turn: Turn, wish: ShowBoard) -> Screen:
    return await _board(turn, wish.shop)


@on_tap(ChangeCard)
async def change(turn: Turn, wish: ChangeCard) -> Shown:
    """What stands on the card is answered already: only its lines are changed."""
    found = await MyBoard(person=turn.person.id, shop=wish.shop)(turn.work)
    if isinstance(found, NotYourShop):
        return screens.not_yours()
    has_phone = await MayTellPhone(person=turn.person.id)(turn.work)
    seeds = _seeds(found.card, has_phone=has_phone) if found.card is not None and found.card.shares else {}
    return Begin(story="finder_card", subject=str(wish.shop), seeds=seeds)


def _seeds(card: Card, *, has_phone: bool) -> dict[str, object]:
    phone: dict[str, object] = {"phone": "1" if card.tells_phone else "0"} if has_phone else {}
    return {"shares": [share.value for share in Share if share in card.shares], "sentence": card.sentence, **phone}


@on_tap(Prolong)
async def prolong(turn: Turn, wish: Prolong) -> Screen:
    match await ProlongCard(by=turn.person.id, shop=wish.shop)(turn.work):
        case NotYourShop():
            return screens.not_yours()
        case NoCard():
            return await _board(turn, wish.shop, screens.no_card())
        case NotAgreed():
            return await _board(turn, wish.shop, screens.agree_first())
        case shown:
            return await _board(turn, wish.shop, screens.shown(shown.card))


@on_tap(AskToTakeDown)
async def ask_to_take_down(turn: Turn, wish: AskToTakeDown) -> Screen:
    return screens.really_take_down(wish.shop)


@on_tap(TakeDown)
async def take_down(turn: Turn, wish: TakeDown) -> Screen:
    match await TakeDownCard(by=turn.person.id, shop=wish.shop)(turn.work):
        case NotYourShop():
            return screens.not_yours()
        case NoCard():
            return await _board(turn, wish.shop, screens.no_card())
        case _:
            return await _board(turn, wish.shop, screens.taken_down())


async def _board(turn: Turn, shop: int, said: Words | None = None) -> Screen:
    found = await MyBoard(person=turn.person.id, shop=shop)(turn.work)
    return screens.not_yours() if isinstance(found, NotYourShop) else screens.board(found, said)
