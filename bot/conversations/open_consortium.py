"""Opening a consortium: which call, which shop leads, what it is called, what it is for."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.story import AskAgain, story
from bot.dialogue.typed import text
from bot.questions.consortium_name import ConsortiumName
from bot.questions.explained import explained
from bot.screens import not_trading
from bot.screens import opening as screens
from bot.screens.screen import Screen
from programme.call import Call
from programme.tracks import Track
from services.chosen_call import reference
from services.consortia import CallOver, OpenConsortium, Opened, ShopGone
from services.preparing import CallsToPrepareFor, MyShopsInRound, NameIsTaken, NameTaken, ShopsForRound, TracksOfMyShops, round_of
from services.seats import NotTrading, PlacedElsewhere, WrongKind
from storage.consortia import LONGEST_IDEA
from storage.shops import Shop

NEXT = "next"  # prepares for a call that is not out yet


@story("open_consortium", screens.open_a_consortium())
async def open_consortium(ask: Ask) -> OpenConsortium | Screen:
    track = await _track(ask)
    if track is None:
        return screens.no_shop_yet()
    call = await _call(ask, track)
    round_ = round_of(track, call)
    mine = await ask.look(ShopsForRound(person=ask.person.id, track=track, round=round_))
    if not mine.free:
        return screens.none_free(mine)
    shop = await _shop(ask, mine, round_)
    name = await _name(ask, round_)
    idea = await ask(
        text(
            "idea",
            screens.what_idea(),
            why=screens.why_idea(),
            at_least=10,
            at_most=LONGEST_IDEA,
            example=screens.idea_example(),
            name=screens.names("idea"),
        )
    )
    await ask.sure(screens.shall_i_open(), yes=screens.open_it(), below=screens.what_happens(shop, prepares=call is None))
    return OpenConsortium(by=ask.person.id, shop=shop.id, track=track, call=reference(call) if call else None, name=name, idea=idea)


async def _track(ask: Ask) -> Track | None:
    """Not asked where all of one's shops are of one kind."""
    tracks = await ask.look(TracksOfMyShops(ask.person.id))
    if len(tracks) < len(Track):
        return tracks[0] if tracks else None
    return await ask(choice("track", screens.which_track(), tracks, label=screens.track, name=screens.names("track")))


async def _call(ask: Ask, track: Track) -> Call | None:
    calls = {reference(call): call for call in await ask.look(CallsToPrepareFor(track))}
    if not calls and "call" not in ask.draft.answers:
        return None  # nothing to choose; but who has chosen a call that is over by now is told so
    chosen = await ask(
        choice(
            "call",
            screens.which_call(),
            [*calls, NEXT],
            label=lambda named: screens.call(calls.get(named), ask.now),
            why=screens.why_call(),
            gone=screens.call_gone(),
            about=(track.value,),
            name=screens.names("call"),
        )
    )
    return calls.get(chosen)


async def _shop(ask: Ask, mine: MyShopsInRound, round_: str) -> Shop:
    if len(mine.free) == 1:
        return mine.free[0]
    return await ask(
        explained(
            "shop",
            screens.which_shop(),
            mine.free,
            label=screens.shop,
            token=lambda shop: str(shop.id),
            why=screens.why_shop(),
            gone=screens.shop_gone(),
            about=(round_,),
            below=screens.others_below(mine),
            name=screens.names("shop"),
        )
    )


async def _name(ask: Ask, round_: str) -> str:
    question = ConsortiumName(key="name", words=screens.what_name(), why=screens.why_name(), name=screens.names("name"))
    name: str = await ask(question)
    taken = await ask.look(NameIsTaken(round=round_, name=name))
    if taken is not None:
        free = (taken.free,) if taken.free is not None else ()
        ask.again(ConsortiumName(key="name", words=question.words, why=question.why, suggestions=free), screens.name_taken(taken))
    return name


Outcome = Opened | NameTaken | PlacedElsewhere | WrongKind | NotTrading | ShopGone | CallOver


@open_consortium.ends
def consortium_opened(outcome: Outcome) -> Screen | AskAgain:  # noqa: PLR0911 - one screen an outcome
    match outcome:
        case Opened():
            return screens.opened(outcome)
        case NameTaken():
            return AskAgain(("name",), screens.name_taken(outcome))
        case PlacedElsewhere():
            return screens.all_placed([outcome])
        case WrongKind(track=track):
            return screens.wrong_kind(Track(track))
        case NotTrading(shop=shop):
            return not_trading.no_seat([shop])
        case ShopGone():
            return screens.shop_gone_screen()
        case CallOver():
            return AskAgain(("call",), screens.call_gone())
        case _:
            assert_never(outcome)
