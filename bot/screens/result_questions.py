"""Making known that the selection of a round is out: the questions and the end."""

from bot.dialogue.taps import BeginStory
from bot.screens.notice_taps import ReadOnBoard
from bot.screens.screen import Button, Screen, button, column
from bot.screens.taps import ShowCalls
from bot.screens.ways import HOME
from bot.words import Words, t


def results_are_out() -> Words:
    return t("Selection results are out")


def results_button(call: str) -> Button:
    return button(t("🏁 Results are out"), BeginStory("tell_results", call))


def which_round() -> Words:
    return t("The results of which round are out?")


def round_name(number: int) -> Words:
    return t("Round {n}", n=number)


def selected_on() -> Words:
    return t("On which day was the selection made?")


def what_to_say() -> Words:
    return t("Anything to say with it? For example how many were selected. No names of people.")


def where_it_stands() -> Words:
    return t("Where can it be read in full? The address of the page.")


def names(key: str) -> Words:
    return {"round": t("Round"), "on": t("Selected on"), "text": t("Text"), "link": t("Address")}[key]


def only_https() -> Words:
    return t("Please type the whole address of the page, beginning with https://")


def shall_i_tell() -> Words:
    return t("Shall I tell everybody whom it concerns?")


def to_whom() -> Words:
    return t("It goes to those who take part in this call and to those who want to hear of calls of this track.")


def tell_them() -> Words:
    return t("Tell them")


def told(notice: int) -> Screen:
    return Screen(
        words=t("<b>It is on the board and on its way.</b>\nA mistake? Take the notice down: what has not gone out does not go."),
        rows=column([button(t("Read the notice"), ReadOnBoard(notice)), CALLS, HOME]),
    )


def told_already(number: int) -> Screen:
    return Screen(
        words=t("The results of round {n} have been told already. To correct them, take that notice down first.", n=number),
        rows=column([CALLS, HOME]),
    )


def nothing_to_tell() -> Screen:
    return Screen(words=t("No round of this call has closed without its results being told."), rows=column([CALLS, HOME]))


CALLS = button(t("◀ Calls and dates"), ShowCalls())
