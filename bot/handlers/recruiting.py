"""The recruiting card: shared inline, looked after by its consortium, followed by those who want to join."""

from typing import assert_never

from bot.happenings import InlineAsked, ResultChosen
from bot.home import home
from bot.routes import on_happening, on_link, on_tap
from bot.screens import consortia as list_screens
from bot.screens import joining
from bot.screens import recruiting as screens
from bot.screens.joining import JoinWith, RegisterToJoin
from bot.screens.recruiting import CardNow, Recruit, ShowRecruiting
from bot.screens.screen import Screen
from bot.turn import Begin, Reply, Shown, Turn, Way
from bot.words import Words
from services.consortia import MyConsortia
from services.joining import JoinByCard, Joined, LookAtCard, NoSuchCard, NotJoined, NotRecruiting, NotYourShop, TakenOut, WishToJoin
from services.members import NotAMember
from services.recruiting import CardsToShare, KeepInlineCopy
from services.recruiting_switch import MyRecruiting, RecruitingSet, SetRecruiting
from services.seats import AlreadyHere, Full, NotForming, NotTrading, PlacedElsewhere, WrongKind


@on_happening(InlineAsked)
async def offer(turn: Turn, happening: InlineAsked) -> Reply:
    cards = await CardsToShare(person=turn.person.id, wanted=happening.query)(turn.work)
    return Reply(screen=None, way=Way.NEW, offers=screens.offers(cards))


@on_happening(ResultChosen)
async def chosen(turn: Turn, happening: ResultChosen) -> Reply:
    await KeepInlineCopy(by=turn.person.id, code=happening.result, inline_message=happening.inline_message, language=turn.language)(
        turn.work
    )
    return Reply(screen=None, way=Way.NEW)


@on_link("cards")
async def my_consortia(turn: Turn, rest: str) -> Screen:
    return list_screens.listed(await MyConsortia(person=turn.person.id)(turn.work))


@on_tap(ShowRecruiting)
async def show(turn: Turn, wish: ShowRecruiting) -> Screen:
    return await _mine(turn, wish.consortium)


@on_tap(Recruit)
async def recruit(turn: Turn, wish: Recruit) -> Screen:
    outcome = await SetRecruiting(by=turn.person.id, consortium=wish.consortium, on=wish.on)(turn.work)
    said = screens.set_to(on=outcome.on) if isinstance(outcome, RecruitingSet) else screens.not_the_lead()
    return await _mine(turn, wish.consortium, said)


async def _mine(turn: Turn, consortium: int, said: Words | None = None) -> Screen:
    found = await MyRecruiting(person=turn.person.id, consortium=consortium)(turn.work)
    return screens.for_members_only() if isinstance(found, NotAMember) else screens.mine(found, said)


@on_tap(CardNow)
async def look_again(turn: Turn, wish: CardNow) -> Screen:
    return await _seen(turn, wish.code)


@on_link("con")
async def follow(turn: Turn, code: str) -> Screen:
    return await _seen(turn, code)


async def _seen(turn: Turn, code: str, said: Words | None = None) -> Screen:
    found = await LookAtCard(person=turn.person.id, code=code)(turn.work)
    return await home(turn, joining.no_such_card()) if isinstance(found, NoSuchCard) else joining.seen(found, said)


@on_tap(JoinWith)
async def join(turn: Turn, wish: JoinWith) -> Screen:
    match await JoinByCard(by=turn.person.id, code=wish.code, shop=wish.shop)(turn.work):
        case Joined() as joined:
            return joining.joined(joined)
        case refused:
            return await _seen(turn, wish.code, _why_not(refused))


def _why_not(refused: NotJoined) -> Words | None:
    """What cannot be seen on the card itself, which is shown as it is now."""
    match refused:
        case NotYourShop():
            return joining.not_your_shop()
        case AlreadyHere() | NoSuchCard() | TakenOut():
            return None
        case NotRecruiting() | Full() | PlacedElsewhere() | NotForming() | WrongKind() | NotTrading():
            return joining.just_changed()
        case _:
            assert_never(refused)


@on_tap(RegisterToJoin)
async def register(turn: Turn, wish: RegisterToJoin) -> Shown:
    outcome = await WishToJoin(by=turn.person.id, code=wish.code)(turn.work)
    return await home(turn, joining.no_such_card()) if isinstance(outcome, NoSuchCard) else Begin(story="register")
