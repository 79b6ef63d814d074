"""The words that all screens of events share: kinds, groups, for whom, when, where, how many seats."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.screens.wording import worded
from bot.words import Words, joined, lines, t, tn, told
from programme.districts import District
from programme.event_kinds import EventKind
from programme.events import Answer, Audience, Group, NotForYou
from programme.seoul import seoul_day
from programme.tracks import Track
from services.event_titles import Title
from storage.events import NewEvent

LONGEST_LABEL = 16  # of a title on a button


class Span(Protocol):
    """A date of an event: `storage.event_dates.EventDate`, or what is going to be one."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...


def kind_name(kind: EventKind | str) -> Words:
    return _KINDS[EventKind(kind)]


def group_name(group: Group | str) -> Words:
    return _GROUPS[Group(group)]


def title_name(title: Title) -> Words:
    """As a letter carries it."""
    languages = dict(zip(("ko", "en"), title, strict=False))
    return told({"ko": "", **{language: text for language, text in languages.items() if text}})


def title_of(event: NewEvent) -> Words:
    return told(event.title)


def audience_words(event: NewEvent) -> Words:
    """For whom it is: "owners with a shop, in Mapo-gu, of the collaboration track"."""
    parts = [_AUDIENCES[event.audience]]
    if event.gus:
        parts.append(_gus(event.gus))
    if event.track is not None:
        parts.append(t("track: {track}", track=_track(event)))
    return joined(parts, " · ")


def not_for_words(why: NotForYou, event: NewEvent) -> Words:
    """Why it is for others, and what would change that."""
    match why:
        case NotForYou.OWNERS_ONLY:
            return t("This event is for owners with a registered shop. Register yours, and you can answer.")
        case NotForYou.MEMBERS_ONLY:
            return t("This event is for members of a consortium. Once you sit in one, you can answer.")
        case NotForYou.OTHER_GU:
            return t("This event is for shops in {gus}. Yours is elsewhere.", gus=_gus(event.gus))
        case NotForYou.OTHER_TRACK:
            return t("This event is for consortia of the track {track}. Yours belongs to another.", track=_track(event))


def _track(event: NewEvent) -> Words:
    return worded(Track(event.track or Track.COLLABORATION).wording)


def _gus(gus: Collection[str]) -> Words:
    return joined([worded(District(gu).wording) for gu in gus], ", ")


def when_words(date: Span) -> Words:
    return from_to(date.starts_at, date.ends_at)


def from_to(starts_at: datetime, ends_at: datetime) -> Words:
    """Over midnight with both days."""
    if seoul_day(starts_at) == seoul_day(ends_at):
        return t("{at:datetime}–{end:time}", at=starts_at, end=ends_at)
    return t("{at:datetime} – {end:datetime}", at=starts_at, end=ends_at)


def when_lines(dates: Sequence[Span]) -> Words:
    """All dates, one below the other."""
    if len(dates) == 1:
        return t("🗓 {when}", when=when_words(dates[0]))
    heading = tn("🗓 {count} date", "🗓 {count} dates", len(dates))
    return lines(heading, *(t("{n}. {when}", n=n, when=when_words(date)) for n, date in enumerate(dates, 1)))


def where_lines(event: NewEvent, *, comes: bool) -> Words:
    """The online room is told to those who come."""
    found = [_place(event)] if event.place else []
    if event.link:
        found.append(t("💻 {link}", link=event.link) if comes else t("💻 Online. The link is told to those who come."))
    return lines(*found) if found else t("📍 The place is told later.")


def _place(event: NewEvent) -> Words:
    if event.address and event.address != event.place:
        return t("📍 {place}, {address}", place=event.place, address=event.address)
    return t("📍 {place}", place=event.place)


def seats_words(left: int | None) -> Words:
    """How many are left for who reads it."""
    if left is None:
        return t("Seats for everybody")
    return tn("{count} seat left", "{count} seats left", left) if left else t("Full, waiting list")


def party_words(guests: int) -> Words:
    """How many come: "you and 2 guests"."""
    return tn("you and {count} guest", "you and {count} guests", guests) if guests else t("you alone")


def answer_name(answer: Answer | str) -> Words:
    return _ANSWERS[Answer(answer)]


def short_title(event: NewEvent) -> Words:
    """For a button."""
    return told({language: _cut(text) for language, text in event.title.items()})


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1].rstrip()}…"


_KINDS = {
    EventKind.BRIEFING: t("Briefing"),
    EventKind.HEARING: t("Hearing"),
    EventKind.NETWORKING: t("Networking"),
    EventKind.COURSE: t("Course"),
    EventKind.CASES: t("Case presentation"),
    EventKind.ADVISORY: t("Advisory meeting"),
}
_GROUPS = {
    Group.ALL: t("Everybody"),
    Group.MEMBERS: t("Members of consortia"),
    Group.OWNERS: t("Owners without a consortium"),
    Group.OTHERS: t("Without a shop"),
}
_AUDIENCES = {
    Audience.EVERYBODY: t("For everybody"),
    Audience.OWNERS: t("For owners with a shop"),
    Audience.MEMBERS: t("For members of consortia"),
}
_ANSWERS = {
    Answer.COMING: t("comes"),
    Answer.MAYBE: t("perhaps"),
    Answer.NOT_COMING: t("does not come"),
    Answer.WAITING: t("waits"),
    Answer.OFFERED: t("a seat is held"),
    Answer.LAPSED: t("offer lapsed"),
}
