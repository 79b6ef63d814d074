"""Conflict mediation: who reads what, said before anybody asks for it."""

from bot.screens.booking_search import ChooseWho
from bot.screens.booking_taps import ShowBooking
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import lines, t
from programme.topics import Topic

ANOTHER = button(t("◀ Another topic"), ShowBooking())


def mediation(mediators: int) -> Screen:
    if not mediators:
        return Screen(
            words=lines(
                t("<b>🕊 Conflict mediation</b>"),
                t(
                    "At the moment no mediator takes sessions who is not in your own consortium. A coordinator can look for one: "
                    "ask a person, and leave out what it is about."
                ),
            ),
            rows=column([ASK_A_PERSON, ANOTHER, HOME]),
        )
    return Screen(
        words=lines(
            t("<b>🕊 Conflict mediation</b>\nSomebody who takes no side helps you to talk with each other again."),
            t("\n<b>Who reads what</b>"),
            t("• What you write is read by your mediator alone. The office cannot open it."),
            t("• The others of your consortium are told nothing, not even that you asked."),
            t("• The office counts the hours of mediation, without names."),
            t("• Nobody who sits in a consortium with you is offered as a mediator."),
            t("\nIt does not count against the sessions of the year."),
        ),
        rows=column([button(t("🕊 Choose a mediator"), ChooseWho(Topic.CONFLICT)), ANOTHER, HOME]),
    )
