"""What who composes an announcement is asked, and what is kept of it."""

from bot.screens.announcement_words import category_name, what_it_holds
from bot.words import Words, lines, own_name, t
from programme.announcements import Category


def new() -> Words:
    return t("New announcement")


def new_words() -> Words:
    return t("Text of an announcement")


def sending_back() -> Words:
    return t("Sending an announcement back")


def which_category() -> Words:
    return t("What kind is it?")


def what_kinds_hold() -> Words:
    return lines(*(t("• <b>{category}</b>: {what}.", category=category_name(one), what=what_it_holds(one)) for one in Category))


def what_in(language: str) -> Words:
    return t("What does it say in {language}? Send it here just as readers are to see it.", language=own_name(language))


def names(key: str) -> Words:
    return {"category": t("Kind"), "words": t("Text"), "leads": t("Leads to"), "label": t("On the button"), "due": t("When")}[key]


def why_back() -> Words:
    return t("What should be changed? The person who wrote it reads your words.")


def no_numbers() -> Words:
    return t("There is a resident registration number in it. It must not be sent to anybody. Please take it out and send it again.")
