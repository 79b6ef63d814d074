"""What is asked about the agreement: by the bot of the lead, and by a member of the lead."""

from bot.screens.agreements import to_agreement
from bot.screens.screen import Screen, column
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, t
from programme.tracks import SupportField


def draw_up() -> Words:
    return t("Draw up the agreement")


def which_fields() -> Words:
    return t("Which fields does your joint project belong to?")


def why_fields() -> Words:
    return t("the agreement and the application name them.")


def field(one: SupportField) -> Words:
    return worded(one.wording)


def until_when() -> Words:
    return t("Until when shall the agreement hold?")


def why_until() -> Words:
    return t("usually the day your joint project ends. Keeping the books lasts five years longer, and the agreement says so.")


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {"fields": t("Fields"), "ends_on": t("Holds until"), "words": t("Your words")}[key]


def shall_i_draw_it_up() -> Words:
    return t("Shall I draw up the agreement? Everything else comes from what you and the members have entered.")


def draw_it_up() -> Words:
    return t("Draw it up")


def something_is_wrong() -> Words:
    return t("Something is wrong in the agreement")


def what_is_wrong() -> Words:
    return t("What is wrong in it?")


def why_wrong() -> Words:
    return t("it goes to the lead business, who can change it and draw it up anew. You need not confirm before.")


def an_example() -> Words:
    return t("My part of the own share is too high.")


def shall_i_tell() -> Words:
    return t("Shall I tell the lead business?")


def tell() -> Words:
    return t("Tell them")


def lead_told(consortium: int) -> Screen:
    return Screen(
        words=t("The lead business knows. If they change something, a new version comes and everybody confirms again."),
        rows=column([to_agreement(consortium), HOME]),
    )


def nothing_to_doubt(consortium: int) -> Screen:
    return Screen(
        words=t("There is no agreement now that you could ask the lead business to change."),
        rows=column([to_agreement(consortium), HOME]),
    )
