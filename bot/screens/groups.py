"""What is said in a group chat, and, in private, about linking one with a consortium. In a group: nothing personal."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screens.consortia import MY_CONSORTIA, OPEN_ONE
from bot.screens.recruiting import recruiting_button
from bot.screens.screen import Button, Link, Screen, button, column
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from services.group_linking import Led

OPEN_NEW = Link("newcon")
PRIVATELY = Link("group")


@tap("gl")
@dataclass(frozen=True)
class LinkOurGroup(Tap):
    """`code`: of the group, from its set-up link."""

    code: str
    consortium: int


def set_up(code: str) -> Screen:
    return Screen(
        words=lines(
            t("Hello! I help small shops apply together for the city’s support."),
            t("Is this the chat of a consortium? Then I show here how far you are, in numbers."),
            t("Everything personal stays in private chats."),
        ),
        rows=column(
            [
                Button(label=t("This is our group"), opens=Link(f"grp_{code}")),
                Button(label=t("➕ Open a consortium"), opens=OPEN_NEW),
                _privately(),
            ]
        ),
    )


def help_page() -> Screen:
    return Screen(
        words=lines(
            t("<b>What I do in a group</b>"),
            t("• /status shows how far your consortium is, or links this group with one."),
            t("• “Join” on the card leads into a private chat, where each shop joins and confirms by itself."),
            t("• I say no names and no numbers of people or shops here. Personal things belong into the private chat."),
        ),
        rows=((_privately(),),),
    )


def talk_to_me_alone() -> Screen:
    return Screen(
        words=t("I answer questions in a private chat, where nobody else can read them. Here I know /status and /help."),
        rows=((_privately(),),),
    )


def only_privately() -> Words:
    return t("This button works in our private chat only. Find me there: tap my name, then “Message”.")


def _privately() -> Button:
    return Button(label=t("Talk to me privately"), opens=PRIVATELY)


def unlinked_card() -> Screen:
    """What the card of a group becomes."""
    return Screen(words=t("This group and the consortium are no longer linked. /status sets it up anew."))


# -- in private


def which_consortium(code: str, led: Sequence[Led]) -> Screen:
    if not led:
        return Screen(
            words=lines(
                t("<b>You lead no consortium yet.</b>"),
                t("Open one first. Then tap “This is our group” in the group once more."),
            ),
            rows=column([OPEN_ONE, MY_CONSORTIA, HOME]),
        )
    return Screen(
        words=lines(
            t("<b>Which of your consortia forms in that group?</b>"),
            t("Everybody there then sees its card: the name, the first line of your idea, how many shops, their trades and gu. No names."),
        ),
        rows=column([*(button(t("👥 {name}", name=one.name), LinkOurGroup(code, one.number)) for one in led), HOME]),
    )


def linked(consortium: int, name: str) -> Screen:
    return Screen(
        words=lines(
            t("✅ <b>The group and “{name}” belong together now.</b>", name=name),
            t("I show the card there and keep it current. Pin rights help: then it stays on top."),
        ),
        rows=column([recruiting_button(consortium), HOME]),
    )


def link_gone() -> Screen:
    return Screen(
        words=t("This link does not work any more. Type /status in the group, and tap “This is our group” there."),
        rows=column([MY_CONSORTIA, HOME]),
    )


def others_group() -> Screen:
    return Screen(
        words=t("Another consortium forms in that group. Only its lead can unlink it; you can also make a group of your own."),
        rows=column([MY_CONSORTIA, HOME]),
    )


def unlinked(name: str) -> Words:
    return t("The group is no longer linked with “{name}”.", name=name)


def no_group() -> Words:
    return t("There is no linked group.")
