"""The questions of the stories of a consortium, and what each "yes" means."""

from collections.abc import Mapping

from bot.screens.consortia import MY_CONSORTIA
from bot.screens.consortium_card import to_card_again
from bot.screens.invitations import invite_button
from bot.screens.pledges import to_own_share
from bot.screens.reckoning import bound
from bot.screens.screen import Screen, column
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, lines, t, tn, verbatim
from programme.call import Call
from programme.own_share import divide
from programme.subsidy import Grant, Vat, estimate
from services.consortium_card import Card
from services.consortium_terms import ShopsPlacedElsewhere
from services.preparing import NameTaken


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {
        "why": t("Reason"),
        "member": t("Member"),
        "cost": t("Project cost"),
        "amount": t("My promise"),
        "call": t("Call"),
    }[key]


def named(shop: str) -> Words:
    return verbatim(shop)


def nobody_else(consortium: int) -> Screen:
    return Screen(
        words=t("There is no other member yet. Invite somebody first."),
        rows=column([invite_button(consortium), to_card_again(consortium), HOME]),
    )


def member_left() -> Words:
    return t("That member has left in the meantime. Please choose again.")


# -- leaving, removing


def leave_a_consortium() -> Words:
    return t("Leave a consortium")


def why_leave() -> Words:
    return t("Would you like to say why you leave?")


def who_reads_why() -> Words:
    return t("only the lead reads it.")


def shall_you_leave(name: str) -> Words:
    return t("Leave “{name}”?", name=name)


def what_leaving_means() -> Words:
    return t("Your seat, your promise and your confirmation end, and the lead is told. The seat may go to another shop at once.")


def leave_it() -> Words:
    return t("🚪 Yes, leave")


def remove_a_member() -> Words:
    return t("Remove a member")


def why_remove(shop: str) -> Words:
    return t("Why shall {shop} no longer be a member?", shop=shop)


def they_read_why() -> Words:
    return t("they read exactly what you write here, and nobody else does.")


def removal_example() -> Words:
    return t("We did not hear from you for three weeks, and the call closes soon.")


def shall_i_remove(shop: str) -> Words:
    return t("Remove {shop}?", shop=shop)


def what_removing_means() -> Words:
    return t(
        "Their seat ends at once and they are told with your reason. The own share is divided anew, and the agreement has to be renewed."
    )


def remove_them() -> Words:
    return t("✂️ Yes, remove")


# -- the lead, the books


def hand_over_the_lead() -> Words:
    return t("Hand over the lead")


def who_shall_lead() -> Words:
    return t("Who shall lead from now on?")


def shall_i_offer_the_lead(shop: str) -> Words:
    return t("Offer the lead to {shop}?", shop=shop)


def what_handing_over_means() -> Words:
    return t("They have 72 hours to take it. Until then you lead and can take the offer back. Afterwards you are a member like the others.")


def offer_it() -> Words:
    return t("👑 Yes, offer it")


def name_an_accountant() -> Words:
    return t("Name an accountant")


def who_keeps_the_books() -> Words:
    return t("Who shall keep the books of the project?")


def why_books() -> Words:
    return t("the subsidy needs an account of its own and a receipt for every won; one member looks after both.")


# -- money


def set_the_cost() -> Words:
    return t("Set the project cost")


def how_much() -> Words:
    return t("How much does the whole joint project cost?")


def why_cost(call: Call | None) -> Words:
    if call is not None and call.vat.value is Vat.INSIDE:
        return t("subsidy and own share are reckoned from it. This call counts the price with VAT.")
    return t("subsidy and own share are reckoned from it. Give the price without VAT.")


def shall_i_set_it() -> Words:
    return t("Set the project cost?")


def what_it_makes(card: Card, cost: int) -> Words:
    told = t("Whoever bears another part by it is told, and earlier promises for another sum no longer count.")
    granted = None if card.call is None else estimate(cost, card.call.terms)
    if not isinstance(granted, Grant) or card.call is None:
        return told
    return lines(
        t("Subsidy at most {amount:won}, own share {own:won} for all of you together.", amount=granted.amount, own=granted.own),
        bound(card.call, granted),
        told,
    )


def set_it() -> Words:
    return t("💰 Set it")


def promise_an_amount() -> Words:
    return t("Promise an amount")


def how_much_do_you_promise() -> Words:
    return t("How much of the own share do you promise?")


def why_amount(due: int | None) -> Words:
    if due is None:
        return t("how much is needed is still open; say what your shop can bring.")
    return t("{due:won} falls to you. You may promise more or less; the others see what is missing.", due=due)


def shall_i_note_it() -> Words:
    return t("Shall I note your promise?")


def what_promising_means() -> Words:
    return t("You pay nothing now. All members see it, and it goes into the collaboration agreement.")


def i_promise() -> Words:
    return t("✅ Yes, I promise it")


def divide_by_shares() -> Words:
    return t("Divide by shares")


def how_many_shares(shop: str) -> Words:
    return t("How many shares does {shop} bear?", shop=shop)


def why_shares() -> Words:
    return t("with 2, 1 and 1 shares the first member pays half and the others a quarter each.")


def counted_shares(count: int) -> Words:
    return tn("{count} share", "{count} shares", count)


def shall_i_divide() -> Words:
    return t("Divide the own share like this?")


def what_the_shares_make(card: Card, given: Mapping[int, int]) -> Words:
    """`given`: shares by seat."""
    needed = card.money.share.needed
    if needed is None:
        return t("How much falls to each is known as soon as the cost and the call are.")
    parts = divide(needed, list(given.values())).parts
    listed = tuple(t("{shop}: {part:won}", shop=member.shop.name, part=part) for member, part in zip(card.members, parts, strict=True))
    return t("{parts:bullets}", parts=listed)


def divide_it() -> Words:
    return t("➗ Divide it so")


# -- call, name, idea


def choose_the_call() -> Words:
    return t("Choose the call")


def which_call() -> Words:
    return t("Under which call do you apply together?")


def why_call() -> Words:
    return t("it decides how many you must be, what is paid and until when. Name and shops have to be free in it.")


def no_call_to_choose(consortium: int) -> Screen:
    return Screen(
        words=t("No call of your track is open or announced right now. You can go on forming and choose it when one comes."),
        rows=column([to_card_again(consortium), HOME]),
    )


def shall_i_choose() -> Words:
    return t("Choose this call?")


def what_choosing_means(card: Card, call: Call) -> Words:
    told = t("Every member is told. Rules and amounts are those of this call from now on.")
    most = call.most.value
    if most is not None and len(card.members) > most:
        return lines(told, t("It takes {most} members at most, and you are {n}.", most=most, n=len(card.members)))
    return told


def choose_it() -> Words:
    return t("📅 Choose it")


def chosen(consortium: int, call: Call) -> Screen:
    return Screen(
        words=t("You apply under “{call}”. Every member has been told.", call=worded(call.title)),
        rows=column([to_own_share(consortium), to_card_again(consortium), HOME]),
    )


def name_taken_in_round(found: NameTaken) -> Words:
    return t("Another consortium in that call is called “{name}”. Rename yours first, or choose another call.", name=found.name)


def shops_placed_elsewhere(found: ShopsPlacedElsewhere) -> Words:
    return t(
        "Already in another consortium of that call: {shops}. A shop can be in one only; its owner can leave the other one.",
        shops=found.shops,
    )


def rename_a_consortium() -> Words:
    return t("Rename the consortium")


def what_new_name(former: str) -> Words:
    return t("What shall “{name}” be called from now on?", name=former)


def renamed(name: str) -> Words:
    return t("It is called “{name}” now, and every member has been told.", name=name)


def word_the_idea() -> Words:
    return t("Word the idea anew")


def described() -> Words:
    return t("The idea is worded anew.")


# -- dissolving


def dissolve_a_consortium() -> Words:
    return t("Dissolve a consortium")


def do_you_want_to_dissolve(name: str) -> Words:
    return t("Do you want to dissolve “{name}”?", name=name)


def what_dissolving_means(card: Card) -> Words:
    return tn(
        "it ends for {count} member: seat, promise and agreement.",
        "it ends for all {count} members: seats, promises and agreement.",
        len(card.members),
    )


def go_on() -> Words:
    return t("Yes, dissolve it")


def keep_it() -> Words:
    return t("No, keep it")


def kept(consortium: int) -> Screen:
    return Screen(words=t("Nothing has changed: the consortium stays."), rows=column([to_card_again(consortium), MY_CONSORTIA, HOME]))


def shall_i_dissolve(name: str) -> Words:
    return t("Really dissolve “{name}”?", name=name)


def cannot_be_undone() -> Words:
    return t("This cannot be undone. Every member is told at once, and every shop is free.")


def dissolve_it() -> Words:
    return t("🗑 Dissolve it now")
