"""Looking for somebody in the list of a date."""

from bot.dialogue.taps import BeginStory
from bot.screens.check_in_words import what
from bot.screens.door import DOOR, SEARCH, attendee_button, to_list
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.attendance_lists import Found


def look_for_somebody() -> Words:
    return t("Look for a name")


def whom() -> Words:
    return t("Whom are you looking for? Type a part of the name or of the shop.")


def why_whom() -> Words:
    return t("a long list is quicker searched than paged. What you type is not kept.")


def an_example() -> Words:
    return t("Hanbit")


def found(one: Found) -> Screen:
    date = one.date.id
    again = button(t("🔎 Another name"), BeginStory(SEARCH, str(date)))
    if not one.attendees:
        return Screen(
            words=lines(
                what(one.event, one.date),
                t("\nNobody in the list is called so. Try a shorter part of the name or of the shop, or count them without the bot."),
            ),
            rows=column([again, to_list(date), DOOR, HOME]),
        )
    return Screen(
        words=lines(
            what(one.event, one.date),
            tn("\n{count} found. Tap the name to check them in.", "\n{count} found. Tap a name to check them in.", len(one.attendees)),
            t("There are more: type a longer part.") if one.more else None,
        ),
        rows=(*column([attendee_button(date, each) for each in one.attendees]), *column([again, to_list(date), HOME])),
    )
