"""A session in a few lines, for its member: when, what about, with whom, where."""

from bot.screens.booking_search import ShowMonth
from bot.screens.consulting import topic_name, way_name
from bot.screens.screen import Venue
from bot.words import Words, lines, t
from programme.topics import Topic, Way
from services.my_sessions import MySession
from storage.sessions import Session, State


def facts(one: MySession) -> Words:
    session = one.session
    return lines(
        t("• {at:datetime}–{ends:time}", at=session.starts_at, ends=session.ends_at),
        t("• {topic} · {name}", topic=topic_name(session.topic), name=one.by.name),
        where(one),
        t("• 🔒 Confidential: only {name} reads what you write.", name=one.by.name) if session.confidential else None,
    )


def where(one: MySession) -> Words:
    """The video room is told to who has booked."""
    match Way(one.session.way):
        case Way.SITE:
            return t("• {way}: {place}, {address}", way=way_name(Way.SITE), place=one.by.place, address=one.by.address)
        case Way.VIDEO if one.by.link and one.session.state is State.BOOKED:
            return t("• {way}: {link}", way=way_name(Way.VIDEO), link=one.by.link)
        case way:
            return t("• {way}", way=way_name(way))


def venue(one: MySession) -> Venue | None:
    """Where it is on site and the place is on the map."""
    by = one.by
    if one.session.way != Way.SITE or not by.place or by.latitude is None or by.longitude is None:
        return None
    return Venue(title=by.place, address=by.address, latitude=by.latitude, longitude=by.longitude)


def search_of(session: Session) -> ShowMonth:
    """The calendar on which its time was chosen."""
    return ShowMonth(topic=Topic(session.topic), consultant=session.consultant, way=session.way, moving=session.moves or 0)
