"""What the bot says in the office's own group."""

from bot.screens import office_only
from bot.screens.screen import Screen
from bot.words import lines, t


def made() -> Screen:
    return Screen(
        words=lines(
            t("✓ This is the office’s group now. Each question gets a topic of its own here."),
            t("For that I have to be an administrator who may manage topics. If I am one already, you are done."),
            t("“/staff off” ends it."),
        )
    )


def ended() -> Screen:
    return Screen(words=t("This is the office’s group no longer. Coordinators hear of questions in private again."))


def needs_topics() -> Screen:
    return Screen(words=t("Please turn on topics in the settings of this group, then write /staff again."))


def shops_form_here() -> Screen:
    return Screen(words=t("A consortium forms in this group, so it cannot be the office’s: what people ask is for coordinators alone."))


def unknown_group() -> Screen:
    return Screen(words=t("I was not seen coming into this group. Please remove me and add me again, then write /staff."))


def beyond_role() -> Screen:
    return Screen(words=lines(office_only.beyond_role(), office_only.whom_to_ask()))


def only_coordinators() -> Screen:
    return Screen(words=t("Only coordinators are heard here."))


def nobodys_topic() -> Screen:
    return Screen(words=t("No question belongs to this topic, so nobody gets what is written here."))


def not_talking() -> Screen:
    return Screen(words=t("This person had already turned to the bot again."))


def no_resident_numbers() -> Screen:
    return Screen(words=t("That looked like a resident registration number. It was not passed on, and the message is deleted."))
