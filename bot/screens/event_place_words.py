"""The words of where an event takes place."""

from enum import StrEnum
from typing import assert_never

from bot.words import Words, t
from storage.events import Event


class Where(StrEnum):
    """The values lie in drafts."""

    PLACE = "place"
    ONLINE = "online"
    BOTH = "both"


def where() -> Words:
    return t("Where does it take place?")


def where_label(one: Where | Event) -> Words:
    if isinstance(one, Event):
        return t("📍 {place}", place=one.place)
    match one:
        case Where.PLACE:
            return t("🏢 At a place")
        case Where.ONLINE:
            return t("💻 Online")
        case Where.BOTH:
            return t("🏢💻 Both")
        case _:
            assert_never(one)


def which_place() -> Words:
    return t("What is the place called?")


def place_example() -> Words:
    return t("Seoul Startup Hub, hall on the 10th floor")


def which_address() -> Words:
    return t("What is its address?")


def address_example() -> Words:
    return t("21 Baekbeom-ro 31-gil, Mapo-gu")


def where_on_the_map() -> Words:
    return t("Where is it on the map?")


def why_spot() -> Words:
    return t("then people’s phones show them the way.")


def which_link() -> Words:
    return t("What is the address of the online room?")


def why_link() -> Words:
    return t("it is told to those who come, and to nobody else.")


def link_example() -> Words:
    return t("https://meet.example/room")
