"""One line of a consultant's profile at a time: joining and correcting ask the same questions."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.question import Place
from bot.dialogue.typed import Text, text
from bot.happenings import Happening
from bot.questions.owners import PersonName
from bot.questions.spots import Point, Spot
from bot.questions.ticked import ticked
from bot.screens import consulting
from bot.screens import profile_questions as screens
from bot.screens.wording import worded
from programme.districts import District
from programme.spoken import Spoken
from programme.topics import Topic, Way
from services.owners import LONGEST_NAME
from storage.consultants import LONGEST_LINE, LONGEST_LINK, LONGEST_PLACE, Profile

Lines = dict[str, Any]  # by the names of `Profile`


async def name_of(ask: Ask) -> Lines:
    question = PersonName(
        key="name",
        words=screens.your_name(),
        why=screens.why_name(),
        at_least=2,
        at_most=LONGEST_NAME,
        example=screens.name_example(),
        name=screens.names("name"),
    )
    return {"name": await ask(question)}


async def topics_of(ask: Ask, before: Profile | None = None) -> Lines:
    was = before.topics if before is not None else ()
    question = ticked("topics", screens.which_topics(), Topic, label=consulting.topic_name, before=was, name=screens.names("topics"))
    return {"topics": await ask(question)}


async def languages_of(ask: Ask, before: Profile | None = None) -> Lines:
    was = before.languages if before is not None else ()
    question = ticked(
        "languages", screens.which_languages(), Spoken, label=consulting.language_name, before=was, name=screens.names("languages")
    )
    return {"languages": await ask(question)}


async def gu_of(ask: Ask) -> Lines:
    question = choice("gu", screens.which_gu(), District, label=lambda one: worded(one.wording), columns=2, name=screens.names("gu"))
    return {"gu": (await ask(question)).value}


async def line_of(ask: Ask) -> Lines:
    question = OneLine(
        key="line",
        words=screens.a_line_about_you(),
        why=screens.why_line(),
        at_least=5,
        at_most=LONGEST_LINE,
        example=screens.line_example(),
        name=screens.names("line"),
    )
    return {"line": await ask(question)}


async def ways_of(ask: Ask, before: Profile | None = None) -> Lines:
    """With what the ways need: a place where one comes to, a room to meet in. What was told before is not asked again."""
    was = before.ways if before is not None else ()
    ways = await ask(ticked("ways", screens.which_ways(), Way, label=consulting.way_name, before=was, name=screens.names("ways")))
    lines: Lines = {"ways": ways}
    if Way.SITE in ways and not (before and before.place):
        lines |= await place_of(ask)
    if Way.VIDEO in ways and not (before and before.link):
        lines |= await link_of(ask)
    return lines


async def place_of(ask: Ask) -> Lines:
    place = await ask(
        text("place", screens.which_place(), at_most=LONGEST_PLACE, example=screens.place_example(), name=screens.names("place"))
    )
    address = await ask(
        text("address", screens.which_address(), at_most=LONGEST_PLACE, example=screens.address_example(), name=screens.names("address"))
    )
    spot: Point | None = await ask(
        Spot(key="spot", words=screens.where_on_the_map(), why=screens.why_spot(), optional=True, name=screens.names("spot"))
    )
    point = (spot.latitude, spot.longitude) if spot is not None else (None, None)
    return {"place": place, "address": address, "latitude": point[0], "longitude": point[1]}


async def link_of(ask: Ask) -> Lines:
    question = HttpsLink(
        key="link",
        words=screens.which_link(),
        why=screens.why_link(),
        at_most=LONGEST_LINK,
        example=screens.link_example(),
        name=screens.names("link"),
    )
    return {"link": await ask(question)}


@dataclass(frozen=True, kw_only=True)
class OneLine(Text):
    """Line breaks would push the other profiles off the screen."""

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        found = super().read(happening, place)
        return Accepted(" ".join(found.value.split())) if isinstance(found, Accepted) else found


@dataclass(frozen=True, kw_only=True)
class HttpsLink(Text):
    """Members tap it: nothing but an ordinary, encrypted address."""

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        found = super().read(happening, place)
        if isinstance(found, Accepted) and not is_https(found.value):
            return Refused(screens.only_https())
        return found


def is_https(link: str) -> bool:
    if any(letter.isspace() for letter in link) or not link.isprintable():
        return False
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:  # brackets that are no address, a port that is no number
        return False
    return parts.scheme == "https" and "." in host.strip(".") and "@" not in parts.netloc
