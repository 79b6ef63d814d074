"""What is asked of a consultant about themselves, in words: when they join, and when a line is corrected."""

from bot.words import Words, t
from storage.consultants import Calling


def join() -> Words:
    return t("Advise members")


def correct_my_profile() -> Words:
    return t("Correct my profile")


def your_name() -> Words:
    return t("What is your name?")


def why_name() -> Words:
    return t("members choose whom to talk with, and call you by it.")


def name_example() -> Words:
    return t("Yoon Sang-dam")


def which_topics() -> Words:
    return t("What do you advise on?")


def which_languages() -> Words:
    return t("In which languages?")


def which_ways() -> Words:
    return t("How do you meet?")


def which_gu() -> Words:
    return t("In which gu do you work?")


def which_place() -> Words:
    return t("Where do members come to?")


def place_example() -> Words:
    return t("Mapo Business Centre, room 302")


def which_address() -> Words:
    return t("What is its address?")


def address_example() -> Words:
    return t("10 World Cup-ro, Mapo-gu, Seoul")


def where_on_the_map() -> Words:
    return t("Where is that on the map?")


def why_spot() -> Words:
    return t("who booked gets the place as a map to find the way. Without it the address is enough.")


def spot_hint() -> Words:
    return t("Send it with the button at the bottom while you are there, or pick the point under 📎 → Location.")


def share_a_spot() -> Words:
    return t("Please share a location: with the button at the bottom, or under 📎 → Location. You can also leave it out.")


def not_in_korea() -> Words:
    return t("That point is not in Korea. Please share the place where members come to, or leave it out.")


def on_the_map() -> Words:
    return t("📍 marked")


def which_link() -> Words:
    return t("Which video room do you use?")


def why_link() -> Words:
    return t("only who has booked by video sees it.")


def link_example() -> Words:
    return t("https://meet.example/room")


def only_https() -> Words:
    return t("Please type the whole address of the room, beginning with https://")


def a_line_about_you() -> Words:
    return t("What should members know about you?")


def why_line() -> Words:
    return t("it stands on your card, below your name.")


def line_example() -> Words:
    return t("Tax accountant, 12 years with small shops. Bring your receipts, we sort them together.")


def shall_i_join(calling: Calling) -> Words:
    match calling:
        case Calling.CONSULTANT:
            return t("Is this right? Then you are a consultant of the programme.")
        case Calling.MENTOR:
            return t("Is this right? Then you are a mentor of the programme.")


def yes_join() -> Words:
    return t("Yes, I take part")


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return _NAMES[key]


_NAMES = {
    "name": t("Name"),
    "topics": t("Topics"),
    "languages": t("Languages"),
    "ways": t("Ways to meet"),
    "gu": t("Gu"),
    "place": t("Place"),
    "address": t("Address"),
    "spot": t("On the map"),
    "link": t("Video room"),
    "line": t("About me"),
}
