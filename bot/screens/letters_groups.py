"""Letters about recruiting cards and groups."""

from bot.screens import groups, recruiting
from bot.screens.consortia import to_card
from bot.screens.consortium_taps import ShowMembers
from bot.screens.letters import says
from bot.screens.recruiting import join_link, recruiting_button
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import lines, t
from services.group_letters import CardTakenDown, GroupLost, GroupSetUp
from services.joining import MayJoinNow, ShopJoined
from services.recruiting import CardChanged


@says(CardChanged)
def card_changed(fact: CardChanged) -> Screen:
    return recruiting.card(fact)


@says(CardTakenDown)
def card_taken_down(fact: CardTakenDown) -> Screen:  # noqa: ARG001 - it says the same of every card
    return groups.unlinked_card()


@says(GroupSetUp)
def group_set_up(fact: GroupSetUp) -> Screen:
    return groups.set_up(fact.code)


@says(GroupLost)
def group_lost(fact: GroupLost) -> Screen:
    return Screen(
        words=lines(
            t("👥 <b>I was taken out of the group of “{name}”.</b>", name=fact.name),
            t("The consortium itself is as it was. Add me to a group again whenever you like."),
        ),
        rows=column([recruiting_button(fact.consortium), HOME]),
    )


@says(ShopJoined)
def shop_joined(fact: ShopJoined) -> Screen:
    return Screen(
        words=lines(
            t("🙋 <b>{shop} has joined “{name}”</b> by the recruiting card.", shop=fact.shop, name=fact.name),
            t("You are {n} now; at least {needed} are needed.", n=fact.joined, needed=fact.needed),
            t("If you do not know that shop, look at the members. You can remove it again."),
        ),
        rows=column(
            [
                to_card(fact.consortium, fact.name),
                button(t("👥 Members"), ShowMembers(fact.consortium)),
                recruiting_button(fact.consortium),
                HOME,
            ]
        ),
    )


@says(MayJoinNow)
def may_join_now(fact: MayJoinNow) -> Screen:
    return Screen(
        words=t("🏪 Your shop is registered. You wanted to join “{name}”: one more tap.", name=fact.name),
        rows=column([Button(label=t("🙋 Go on to joining"), opens=join_link(fact.code)), HOME]),
    )
