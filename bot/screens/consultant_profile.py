"""A consultant's own profile, line by line."""

from enum import StrEnum

from bot.dialogue.taps import BeginStory
from bot.screens.consultant_taps import ShowMyProfile
from bot.screens.consultants import end_button, pause_button
from bot.screens.consulting import MY_DESK, calling_name, profile_lines
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.consultants import ConsultantSheet
from storage.consultants import Profile

MY_PROFILE = button(t("👤 My profile"), ShowMyProfile())


class Line(StrEnum):
    """A line of the profile. The values lie in drafts and on buttons."""

    NAME = "name"
    LINE = "line"
    TOPICS = "topics"
    LANGUAGES = "languages"
    WAYS = "ways"
    GU = "gu"
    PLACE = "place"
    LINK = "link"


def profile(found: ConsultantSheet, said: Words | None = None) -> Screen:
    one = found.consultant
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>{name}</b>, {calling}", name=one.profile.name, calling=calling_name(one.profile.calling)),
            profile_lines(one.profile),
            t("\n<i>Members see this; place and video room only when they have booked.</i>"),
        ),
        rows=(*_corrections(one.profile), *column([pause_button(one), end_button(one), MY_DESK, HOME])),
    )


def _corrections(one: Profile) -> tuple[tuple[Button, ...], ...]:
    """Two in a row. A place is there to be corrected where one meets on site, a room where one meets by video."""
    shown = [line for line in Line if not (line is Line.PLACE and not one.place) and not (line is Line.LINK and not one.link)]
    buttons = [button(t("✏️ {line}", line=line_name(line)), BeginStory("correct_profile", line.value)) for line in shown]
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))


def line_name(line: Line) -> Words:
    return _LINES[line]


_LINES = {
    Line.NAME: t("Name"),
    Line.LINE: t("About me"),
    Line.TOPICS: t("Topics"),
    Line.LANGUAGES: t("Languages"),
    Line.WAYS: t("Ways to meet"),
    Line.GU: t("Gu"),
    Line.PLACE: t("Place"),
    Line.LINK: t("Video room"),
}


def corrected(told: int) -> Screen:
    """`told`: members whose session is touched."""
    touched = tn("{count} member with a session is told the new place.", "{count} members with a session are told the new place.", told)
    return Screen(
        words=lines(t("<b>Corrected.</b> Members see it from now on."), touched if told else None),
        rows=column([MY_PROFILE, MY_DESK, HOME]),
    )


def line_unknown() -> Screen:
    return Screen(words=t("That line is not part of your profile."), rows=column([MY_PROFILE, MY_DESK, HOME]))


def choose_again() -> Words:
    return t("That leaves something out which sessions need. Please choose once again.")
