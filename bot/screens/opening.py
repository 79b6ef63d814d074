"""Opening a consortium: the questions of the story and how it ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.dialogue.taps import BeginStory
from bot.screens import not_trading
from bot.screens.call_choice import call_line
from bot.screens.consortia import MY_CONSORTIA, how_many, to_card
from bot.screens.next_steps import ASK_A_PERSON, REGISTER
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, lines, t, verbatim
from programme.call import Call
from programme.tracks import Track
from services.consortia import Opened
from services.preparing import MyShopsInRound, NameTaken
from services.seats import PlacedElsewhere
from storage.shops import Shop


def open_a_consortium() -> Words:
    return t("Open a consortium")


def which_track() -> Words:
    return t("You have shops and cooperatives. Who shall form this consortium?")


def track(one: Track) -> Words:
    match one:
        case Track.COLLABORATION:
            return t("🏪 Small shops")
        case Track.INNOVATION:
            return t("🤝 Cooperatives")


def which_call() -> Words:
    return t("For which call do you want to form it?")


def why_call() -> Words:
    return t("the call decides how many members there may be. You can change it later.")


def call(one: Call | None, now: datetime) -> Words:
    return call_line(one, now) if one is not None else t("Prepare for the next call")


def call_gone() -> Words:
    return t("That call can no longer be chosen: it has closed or has a newer version. Please choose again.")


def which_shop() -> Words:
    return t("Which of your shops shall lead it?")


def why_shop() -> Words:
    return t("the lead business invites the others and applies for all.")


def shop(one: Shop) -> Words:
    return verbatim(one.name)


def shop_gone() -> Words:
    return t("That shop can no longer be chosen. Please choose again.")


def what_name() -> Words:
    return t("What shall the consortium be called?")


def why_name() -> Words:
    return t("everybody you invite sees it. It must be free in this round.")


def name_hint(example: Words) -> Words:
    return t("Type it below, up to 30 characters. For example: {example}", example=example)


def name_example() -> Words:
    return t("Mangwon Morning Bread")


def no_letters() -> Words:
    return t("A name needs letters or digits. Please type another one.")


def name_too_long(length: int, most: int) -> Words:
    return t("That is {n} characters; up to {most} fit. Please shorten it a little.", n=length, most=most)


def name_taken(found: NameTaken) -> Words:
    if found.free is None:
        return t("“{name}” is taken in this round. Please choose another name.", name=found.name)
    return t("“{name}” is taken in this round. “{free}” would be free, or choose another name.", name=found.name, free=found.free)


def what_idea() -> Words:
    return t("What do you want to do together?")


def why_idea() -> Words:
    return t("whoever you invite reads it first. You can change it later.")


def idea_example() -> Words:
    return t("Three bakeries share one large oven and deliver under one name.")


def shall_i_open() -> Words:
    return t("Shall I open it?")


def open_it() -> Words:
    return t("Open it")


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {"track": t("Members"), "call": t("Call"), "shop": t("Lead business"), "name": t("Name"), "idea": t("Idea")}[key]


def what_happens(lead: Shop, *, prepares: bool) -> Words:
    """Below the summary: what opening it means."""
    return lines(
        t("{shop} becomes the lead business. Nobody is told until you invite somebody.", shop=lead.name),
        t("No call is chosen yet: the consortium prepares for the next one.") if prepares else None,
    )


def opened(found: Opened) -> Screen:
    return Screen(
        words=lines(
            t("<b>“{name}” is open.</b>", name=found.name),
            t("{shop} leads it. Now: {members}.", shop=found.shop, members=how_many(1, found.size.fewest)),
            t("\nNext: invite the other shops. Each gets a link of its own, and I tell you what they answer."),
        ),
        rows=column([button(t("✉️ Invite a shop now"), BeginStory("invite", str(found.number))), to_card(found.number, found.name), HOME]),
        stays=True,
    )


def no_shop_yet() -> Screen:
    return Screen(
        words=t("To open a consortium you need a registered shop. That takes about five minutes; then come back here."),
        rows=column([REGISTER, ASK_A_PERSON, HOME]),
    )


def none_free(mine: MyShopsInRound) -> Screen:
    """Each of one's shops sits somewhere in this round, or is closed or suspended."""
    if not mine.placed:
        return not_trading.no_seat(mine.not_trading)
    found = all_placed(mine.placed)
    return replace(found, words=lines(*map(not_trading.why_no_seat, mine.not_trading), found.words))


def all_placed(placed: Sequence[PlacedElsewhere]) -> Screen:
    """None of one's shops is free in this round."""
    return Screen(
        words=lines(*(sits_in(one) for one in placed), how_to_move()),
        rows=column([*(to_card(one.consortium.id, one.consortium.name) for one in placed), REGISTER, MY_CONSORTIA, HOME]),
    )


def others_below(mine: MyShopsInRound) -> Words | None:
    """Under the question which shop: why the others cannot be chosen."""
    told = [*map(sits_in, mine.placed), *map(not_trading.why_no_seat, mine.not_trading)]
    return lines(*told) if told else None


def sits_in(one: PlacedElsewhere) -> Words:
    return t("{shop} already sits in the consortium “{name}” of this round.", shop=one.shop.name, name=one.consortium.name)


def how_to_move() -> Words:
    return t("\nA shop can sit in one consortium per round. To move, open that consortium, leave it there, and come back.")


def wrong_kind(track_: Track) -> Screen:
    return Screen(
        words=t(
            "This consortium applies in the track “{track}”, and your shop is not of the kind that can take part there.",
            track=worded(track_.wording),
        ),
        rows=column([REGISTER, ASK_A_PERSON, HOME]),
    )


def shop_gone_screen() -> Screen:
    return Screen(
        words=t("That shop is no longer registered, so nothing was done."),
        rows=column([button(t("Start again"), BeginStory("open_consortium")), MY_CONSORTIA, HOME]),
    )
