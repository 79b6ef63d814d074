"""The questions about the call, the name and the idea of a consortium, and about dissolving it; and what each "yes" means."""

from bot.screens.consortia import MY_CONSORTIA
from bot.screens.consortium_card import to_card_again
from bot.screens.pledges import to_own_share
from bot.screens.screen import Screen, column
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, lines, t, tn
from programme.call import Call
from services.consortium_card import Card
from services.consortium_terms import ShopsPlacedElsewhere
from services.preparing import NameTaken


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {"call": t("Call")}[key]


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
