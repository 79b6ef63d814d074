"""Why an invitation is closed to somebody, and the way on."""

from typing import assert_never

from bot.screens.consortia import MY_CONSORTIA, to_card
from bot.screens.invitations import all_invitations
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Screen, column
from bot.screens.ways import HOME
from bot.words import Words, t
from services.invitation_cards import Dissolved, Ended, NoInvitation, NotForYou, NotOpen, OwnInvitation, SitsThere
from services.sent_invitations import State


def not_open(found: NotOpen) -> Screen:
    match found:
        case NoInvitation():
            return _closed(t("This invitation cannot be found. Links are made new now and then: ask for the latest one."))
        case NotForYou():
            return _closed(t("This invitation is meant for somebody else. If you want to take part, ask for one of your own."))
        case OwnInvitation(consortium=consortium):
            return _own(consortium)
        case SitsThere(consortium=consortium, name=name):
            return Screen(words=t("Your shop is a member of “{name}” already.", name=name), rows=column([to_card(consortium, name), HOME]))
        case Dissolved(name=name):
            return _closed(t("The consortium “{name}” has been dissolved, so this invitation has ended.", name=name))
        case Ended():
            return _closed(_ended(found))
        case _:
            assert_never(found)


def _own(consortium: int) -> Screen:
    return Screen(
        words=t("This is an invitation you have made yourself. Send it to the shop you want to invite."),
        rows=column([all_invitations(consortium), HOME]),
    )


def _ended(found: Ended) -> Words:
    match found.state:
        case State.ACCEPTED:
            return t("This invitation has been used: it works once. Ask for one of your own.")
        case State.DECLINED if found.by_me:
            return t("You have declined this invitation. If you have changed your mind, ask for a new one.")
        case State.DECLINED:
            return t("This invitation has been declined. Ask for a new one if you want to take part.")
        case State.WITHDRAWN:
            return t("This invitation has been taken back. Ask whoever sent it what has changed.")
        case State.EXPIRED | State.WAITING:
            return t("This invitation was not answered in time. Ask for a new one: it takes them one tap.")


def _closed(words: Words) -> Screen:
    return Screen(words=words, rows=column([MY_CONSORTIA, ASK_A_PERSON, HOME]))
