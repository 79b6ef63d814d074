"""Where an event takes place: at a place that was used before, at another one, or online."""

from collections.abc import Callable
from typing import Any

from bot.dialogue.choices import choice
from bot.dialogue.question import Question
from bot.dialogue.typed import text
from bot.questions.plan_lines import Lines
from bot.questions.profile_lines import HttpsLink
from bot.questions.spots import Point, Spot
from bot.screens import event_place_words as words
from bot.screens import event_plan_words as screens
from bot.screens.event_place_words import Where
from services.coordinators import Forbidden
from services.event_desk import PlacesBefore
from services.event_plans import EventPlan
from storage.events import LONGEST_LINK, LONGEST_PLACE, Event, NewEvent


async def place_of_lines(lines: Lines) -> dict[str, Any]:
    known = await lines.ask.look(PlacesBefore(by=lines.ask.person.id))
    before = () if isinstance(known, Forbidden) else known
    asked = choice(
        "where",
        words.where(),
        (*before, *Where),
        label=words.where_label,
        token=lambda one: one.value if isinstance(one, Where) else f"as:{one.id}",
        name=screens.names("where"),
    )
    where: Where | Event = await lines.first(asked, lambda was: _where_of(was.event))
    if isinstance(where, Event):
        online = lines.was is not None and bool(lines.was.event.link)  # another room alone does not end that
        room = {name: getattr(where, name) for name in ("place", "address", "latitude", "longitude")}
        return room | ({"link": await _link(lines)} if online else {})
    room = await _room(lines) if where is not Where.ONLINE else {}
    return room | ({"link": await _link(lines)} if where is not Where.PLACE else {})


def _where_of(event: NewEvent) -> Where:
    if not event.place:
        return Where.ONLINE
    return Where.BOTH if event.link else Where.PLACE


async def _room(lines: Lines) -> dict[str, Any]:
    place = await _needed(
        lines,
        text("place", words.which_place(), at_most=LONGEST_PLACE, example=words.place_example(), name=screens.names("place")),
        lambda was: was.event.place,
    )
    address = await _needed(
        lines,
        text("address", words.which_address(), at_most=LONGEST_PLACE, example=words.address_example(), name=screens.names("address")),
        lambda was: was.event.address,
    )
    return {"place": place, "address": address}


async def spot_of_lines(lines: Lines, place: dict[str, Any]) -> dict[str, Any]:
    """Of a place that was typed; one used before has its own."""
    if "address" not in place or "latitude" in place:
        return {}
    asked: Question[Any] = Spot(key="spot", words=words.where_on_the_map(), why=words.why_spot(), optional=True, name=screens.names("spot"))
    point: Point | None = await lines.usual(asked, None, lambda was: _point_of(was.event))
    return {"latitude": point.latitude, "longitude": point.longitude} if point is not None else {}


async def _link(lines: Lines) -> str:
    asked = HttpsLink(
        key="link",
        words=words.which_link(),
        why=words.why_link(),
        at_most=LONGEST_LINK,
        example=words.link_example(),
        name=screens.names("link"),
    )
    return await _needed(lines, asked, lambda was: was.event.link)


async def _needed(lines: Lines, asked: Question[str], of: Callable[[EventPlan], str]) -> str:
    """Asked of an event that had none, too: it was online, and now has a room."""
    missing = lines.was is not None and not of(lines.was)
    return await lines.ask(asked) if missing else await lines.first(asked, of)


def _point_of(event: NewEvent) -> Point | None:
    if event.latitude is None or event.longitude is None:
        return None
    return Point(latitude=event.latitude, longitude=event.longitude)
