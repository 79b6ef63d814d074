"""A session in a few lines, for its member: when, what about, with whom, where."""

from bot.screens.booking_search import ShowMonth
from bot.screens.consulting import language_name, topic_name, way_name
from bot.screens.screen import Venue
from bot.screens.wording import worded
from bot.words import Words, joined, lines, t
from programme.districts import District
from programme.spoken import Spoken
from programme.topics import Topic, Way
from services.my_sessions import MySession
from storage.sessions import Session, State


def facts(one: MySession) -> Words:
    session = one.session
    return lines(
        t("• {at:datetime}–{ends:time}", at=session.starts_at, ends=session.ends_at),
        t("• {topic} · {name}", topic=topic_name(session.topic), name=one.by.name),
        where(one),
        _tongues(one) if one.foreign else None,
        t("• 🔒 Confidential: only {name} reads what you write.", name=one.by.name) if session.confidential else None,
    )


def _tongues(one: MySession) -> Words:
    """Who cannot be met in the language of this chat."""
    known = joined([language_name(code) for code in one.by.languages if code in set(Spoken)], ", ")
    return t("• 🗣 {name} speaks: {languages}", name=one.by.name, languages=known)


def where(one: MySession) -> Words:
    """Who has not booked hears the gu alone, as consultants were promised."""
    way, by = Way(one.session.way), one.by
    if way is Way.SITE and _tells_place(one):
        return t("• {way}: {place}, {address}", way=way_name(way), place=by.place, address=by.address)
    if way is Way.SITE and by.gu:
        return t("• {way}: {gu}", way=way_name(way), gu=worded(District(by.gu).wording))
    if way is Way.VIDEO and by.link and one.session.state is State.BOOKED:
        return t("• {way}: {link}", way=way_name(way), link=by.link)
    return t("• {way}", way=way_name(way))


def _tells_place(one: MySession) -> bool:
    return bool(one.by.place) and one.session.state is State.BOOKED


def venue(one: MySession) -> Venue | None:
    """Where it is on site, the place is on the map, and it has been booked."""
    by = one.by
    if one.session.way != Way.SITE or not _tells_place(one) or by.latitude is None or by.longitude is None:
        return None
    return Venue(title=by.place, address=by.address, latitude=by.latitude, longitude=by.longitude)


def search_of(session: Session) -> ShowMonth:
    """The calendar on which its time was chosen."""
    return ShowMonth(topic=Topic(session.topic), consultant=session.consultant, way=session.way, moving=session.moves or 0)
