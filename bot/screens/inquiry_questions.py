"""Asking a person of the office: what the story asks."""

from enum import StrEnum

from bot.words import Words, t


class Reach(StrEnum):
    """How the one who asks is answered."""

    CHAT = "chat"
    PHONE = "phone"


def ask_a_person() -> Words:
    return t("Ask a person")


def which_topic() -> Words:
    return t("What is it about?")


def what_is_it() -> Words:
    return t("What would you like to know?")


def an_example() -> Words:
    return t("Two of us run one shop together. Do we count as one?")


def any_files() -> Words:
    return t("Would you like to add photos or files?")


def why_files() -> Words:
    return t("a photo of a letter or a form often says it faster.")


def how_to_answer() -> Words:
    return t("How shall we answer you?")


def reach(one: Reach) -> Words:
    return {Reach.CHAT: t("Here in this chat"), Reach.PHONE: t("Call me, too")}[one]


def which_number() -> Words:
    return t("Which number may we call?")


def why_number() -> Words:
    return t("only for this question. It is deleted together with it.")


def shall_i_send() -> Words:
    return t("Shall I send this to the office?")


def send_it() -> Words:
    return t("Send it")


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {
        "topic": t("Topic"),
        "question": t("Question"),
        "files": t("Photos and files"),
        "reach": t("How we answer"),
        "phone": t("Phone"),
    }[key]
