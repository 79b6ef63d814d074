"""Taking part in a consortium one is invited into. The subject is the number of the invitation."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.explained import explained
from bot.screens import closed_invitations as closed
from bot.screens import invited as screens
from bot.screens import not_trading, opening
from bot.screens.screen import Screen
from bot.taps import numbered
from programme.tracks import Track
from services.consortia import ShopGone
from services.invitation_cards import Dissolved, Ended, InvitationCard, NoInvitation, NotForYou, OwnInvitation, SitsThere
from services.invited import Accepted, AcceptInvitation, AllTaken, InvitationFor
from services.preparing import MyShopsInRound, ShopsForRound, TracksOfMyShops
from services.seats import NotTrading, PlacedElsewhere, WrongKind
from storage.shops import Shop


@story("accept_invitation", screens.take_part(), takes_a_subject=True)
async def accept_invitation(ask: Ask) -> AcceptInvitation | Screen:
    found = await ask.look(InvitationFor(person=ask.person.id, number=numbered(ask.draft.subject)))
    if not isinstance(found, InvitationCard):
        return closed.not_open(found)
    track = Track(found.consortium.track)
    tracks = await ask.look(TracksOfMyShops(ask.person.id))
    if not tracks:
        return screens.register_first(found)
    if track not in tracks:
        return opening.wrong_kind(track)
    mine = await ask.look(ShopsForRound(person=ask.person.id, track=track, round=found.consortium.round))
    if not mine.free:
        return opening.none_free(mine)
    shop = await _shop(ask, mine)
    await ask.sure(screens.shall_i(), yes=screens.yes_take_part(), below=screens.what_it_means(found, shop))
    return AcceptInvitation(by=ask.person.id, number=found.number, shop=shop.id)


async def _shop(ask: Ask, mine: MyShopsInRound) -> Shop:
    if len(mine.free) == 1:
        return mine.free[0]
    return await ask(
        explained(
            "shop",
            screens.which_shop(),
            mine.free,
            label=opening.shop,
            token=lambda shop: str(shop.id),
            gone=opening.shop_gone(),
            below=opening.others_below(mine),
            name=screens.names("shop"),
        )
    )


Outcome = (
    Accepted
    | NoInvitation
    | NotForYou
    | OwnInvitation
    | SitsThere
    | Dissolved
    | Ended
    | AllTaken
    | PlacedElsewhere
    | WrongKind
    | NotTrading
    | ShopGone
)


@accept_invitation.ends
def invitation_accepted(outcome: Outcome) -> Screen:  # noqa: PLR0911 - one screen an outcome
    match outcome:
        case Accepted():
            return screens.accepted(outcome)
        case AllTaken(consortium=consortium, most=most):
            return screens.full(consortium, most)
        case PlacedElsewhere():
            return opening.all_placed([outcome])
        case WrongKind(track=track):
            return opening.wrong_kind(Track(track))
        case NotTrading(shop=shop):
            return not_trading.no_seat([shop])
        case ShopGone():
            return opening.shop_gone_screen()
        case NoInvitation() | NotForYou() | OwnInvitation() | SitsThere() | Dissolved() | Ended():
            return closed.not_open(outcome)
        case _:
            assert_never(outcome)
