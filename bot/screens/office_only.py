"""What somebody reads who opens what only the office may see, or what lies beyond their role, wherever it was."""

from bot.screens.role_taps import ShowOfficePeople
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.coordinators import Forbidden, OutOfReach


def for_the_office(found: Forbidden | None = None) -> Screen:
    return refused(found, t("Only the coordinators of the office see this."))


def refused(found: Forbidden | None, otherwise: Words, *ways: Button) -> Screen:
    """`otherwise`: what whoever has no such right at all reads. `ways`: instead of the people of the office, for who cannot see them."""
    if not isinstance(found, OutOfReach):
        return Screen(words=otherwise, rows=column([HOME]))
    people = button(t("👥 People of the office"), ShowOfficePeople())
    return Screen(words=lines(beyond_role(), whom_to_ask()), rows=column([*(ways or (people,)), HOME]))


def beyond_role() -> Words:
    return t("This lies beyond your role, which is for some gu, or one track, alone.")


def whom_to_ask() -> Words:
    return t("Please ask a colleague whose role reaches it: an owner of the office, or who is responsible there.")
