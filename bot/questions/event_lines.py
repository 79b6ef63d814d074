"""All that is asked about an event. Making one, only the first few are; the rest is presumed and can be changed in the summary.

Changing one, each line is presumed to stay as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.dialogue.ask import Ask
from bot.dialogue.choices import MultiChoice, choice, yes_or_no
from bot.dialogue.question import Question
from bot.dialogue.typed import number, text
from bot.questions.event_amounts import LongText, Photo, Seats
from bot.questions.event_asking import QuestionsToPeople
from bot.questions.event_dates import EventDates, Moment
from bot.questions.profile_lines import HttpsLink, OneLine
from bot.questions.spots import Point, Spot
from bot.questions.ticked import ticked
from bot.screens import event_plan_words as screens
from bot.screens.event_plan_words import Where
from bot.words import Words
from programme.call import Call, Gate
from programme.districts import District
from programme.event_checks import MOST_SEATS, Span, kept_too_many, pools_for, seats_of, wrong_window
from programme.event_kinds import EventKind
from programme.events import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_GUESTS,
    Audience,
    Group,
    Reminder,
    Survey,
)
from programme.tracks import Track
from services.calls import AllCalls
from services.coordinators import Forbidden
from services.event_desk import PlacesBefore
from services.event_plans import EventPlan, spanning
from storage.event_questions import NewQuestion
from storage.events import LONGEST_LINK, LONGEST_PLACE, Event, NewEvent

T = TypeVar("T")
KEPT_FOR = (Group.MEMBERS, Group.OWNERS, Group.OTHERS)
USUAL_SEATS = (20, 30, 50, 100, None)
MORNING, EVENING = 9 * 60, 18 * 60
REMINDERS = (Reminder.DAY, Reminder.HOURS)


@dataclass
class Lines:
    """`was`: the plan of an event that is changed; `stands`: it is published; `answered`: so many questions have been answered already."""

    ask: Ask
    was: EventPlan | None = None
    stands: bool = False
    answered: int = 0
    before: dict[str, Any] = field(default_factory=dict)  # by the key of the question

    async def first(self, question: Question[T], of: Callable[[EventPlan], T]) -> T:
        """Asked of a new event."""
        return await self.ask(question) if self.was is None else await self._as_before(question, of(self.was))

    async def usual(self, question: Question[T], value: T, of: Callable[[EventPlan], T]) -> T:
        """`value`: what is presumed of a new event."""
        return await self.ask.presumed(question, value) if self.was is None else await self._as_before(question, of(self.was))

    async def _as_before(self, question: Question[T], value: T) -> T:
        self.before[question.key] = value
        return await self.ask.presumed(question, value)


async def plan_of_lines(lines: Lines) -> EventPlan:
    """In the order in which people think of an event."""
    kind = await _kind(lines)
    title, said = await _title(lines), await _text(lines)
    dates = await _dates(lines, kind)
    place = await _place(lines)
    seats = await _seats(lines)
    starts_at, ends_at = spanning(dates)
    event = NewEvent(
        kind=kind,
        title=await _english(lines, "title_en", title, LONGEST_TITLE),
        text=await _english(lines, "text_en", said, LONGEST_TEXT),
        starts_at=starts_at,
        ends_at=ends_at,
        photo=await _photo(lines),
        **place,
        **await _spot(lines, place),
        **await _audience(lines),
        **await _window(lines, dates),
        guests=await _guests(lines),
        reminders=await _reminders(lines),
        survey=await _survey(lines),
        call=await _call(lines, kind),
    )
    return EventPlan(event=event, dates=dates, pools=seats, questions=await _questions(lines))


async def _kind(lines: Lines) -> EventKind:
    asked = choice("kind", screens.which_kind(), EventKind, label=screens.kind_label, name=screens.names("kind"), columns=2)
    return await lines.first(asked, lambda was: was.event.kind)


async def _title(lines: Lines) -> str:
    asked = OneLine(
        key="title", words=screens.which_title(), at_most=LONGEST_TITLE, example=screens.title_example(), name=screens.names("title")
    )
    return await lines.first(asked, lambda was: was.event.title["ko"])


async def _text(lines: Lines) -> str | None:
    asked: Question[Any] = LongText(key="text", words=screens.what_is_it(), at_most=LONGEST_TEXT, optional=True, name=screens.names("text"))
    return await lines.first(asked, lambda was: was.event.text.get("ko") or None)


async def _english(lines: Lines, key: str, korean: str | None, longest: int) -> dict[str, str]:
    """By language. Without a wording of its own the English reader sees the Korean."""
    asked: Question[Any] = LongText(key=key, words=screens.in_english(key), at_most=longest, optional=True, name=screens.names(key))
    english = await lines.usual(asked, None, lambda was: (was.event.title if key == "title_en" else was.event.text).get("en") or None)
    return ({"en": english} if english else {}) | ({"ko": korean} if korean else {})


async def _dates(lines: Lines, kind: EventKind) -> tuple[Span, ...]:
    several = kind is EventKind.COURSE
    asked = EventDates(
        key="dates",
        words=screens.which_dates() if several else screens.which_date(),
        now=lines.ask.now,
        today=lines.ask.today,
        several=several,
        before=lines.was.dates if lines.was is not None and lines.stands else (),
        about=(several,),
        name=screens.names("dates"),
    )
    dates = await lines.first(asked, lambda was: was.dates)
    if not several and len(dates) > 1:
        lines.ask.again(asked, screens.one_date_only())
    return dates


async def _place(lines: Lines) -> dict[str, Any]:
    known = await lines.ask.look(PlacesBefore(by=lines.ask.person.id))
    before = () if isinstance(known, Forbidden) else known
    asked = choice(
        "where",
        screens.where(),
        (*before, *Where),
        label=screens.where_label,
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
        text("place", screens.which_place(), at_most=LONGEST_PLACE, example=screens.place_example(), name=screens.names("place")),
        lambda was: was.event.place,
    )
    address = await _needed(
        lines,
        text("address", screens.which_address(), at_most=LONGEST_PLACE, example=screens.address_example(), name=screens.names("address")),
        lambda was: was.event.address,
    )
    return {"place": place, "address": address}


async def _spot(lines: Lines, place: dict[str, Any]) -> dict[str, Any]:
    """Of a place that was typed; one used before has its own."""
    if "address" not in place or "latitude" in place:
        return {}
    asked: Question[Any] = Spot(
        key="spot", words=screens.where_on_the_map(), why=screens.why_spot(), optional=True, name=screens.names("spot")
    )
    point: Point | None = await lines.usual(asked, None, lambda was: _point_of(was.event))
    return {"latitude": point.latitude, "longitude": point.longitude} if point is not None else {}


async def _link(lines: Lines) -> str:
    asked = HttpsLink(
        key="link",
        words=screens.which_link(),
        why=screens.why_link(),
        at_most=LONGEST_LINK,
        example=screens.link_example(),
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


async def _seats(lines: Lines) -> dict[Group, int | None]:
    asked = Seats(
        key="seats",
        words=screens.how_many_seats(),
        smallest=1,
        largest=MOST_SEATS,
        suggestions=USUAL_SEATS,
        columns=3,
        name=screens.names("seats"),
    )
    seats: int | None = await lines.first(asked, lambda was: seats_of(was.pools))
    if seats is None:
        return pools_for(None, {})
    apart = yes_or_no(
        "apart", screens.shall_some_be_kept(), yes=screens.yes_kept(), no=screens.not_kept(), about=(), name=screens.names("apart")
    )
    if not await lines.usual(apart, False, _keeps):  # noqa: FBT003 - the answer itself
        return pools_for(seats, {})
    return await _kept(lines, seats)


async def _kept(lines: Lines, seats: int) -> dict[Group, int | None]:
    kept = dict[Group, int]()
    for group in KEPT_FOR:
        asked = number(
            f"kept_{group.value}",
            screens.how_many_kept(group, seats),
            largest=seats,
            suggestions=(0, 5, 10, 20),
            columns=4,
            counted=screens.seats,
            name=screens.kept_name(group),
        )
        kept[group] = await lines.first(asked, _kept_before(group)) if _keeps(lines.was) else await lines.ask(asked)
        if kept_too_many(seats, kept):
            lines.ask.again(asked, screens.kept_too_many(seats))
    return pools_for(seats, kept)


def _keeps(was: EventPlan | None) -> bool:
    return was is not None and any(group in was.pools for group in KEPT_FOR)


def _kept_before(group: Group) -> Callable[[EventPlan], int]:
    return lambda was: was.pools.get(group) or 0


async def _photo(lines: Lines) -> str:
    asked: Question[Any] = Photo(key="photo", words=screens.which_photo(), optional=True, name=screens.names("photo"))
    return await lines.usual(asked, None, lambda was: was.event.photo or None) or ""


async def _audience(lines: Lines) -> dict[str, Any]:
    asked = choice("audience", screens.for_whom(), Audience, label=screens.audience_label, name=screens.names("audience"))
    audience = await lines.usual(asked, Audience.EVERYBODY, lambda was: was.event.audience)
    gus = await lines.usual(_gus(lines), (), lambda was: tuple(District(gu) for gu in was.event.gus))
    tracks = choice(
        "track",
        screens.which_track(),
        (None, *Track),
        label=screens.track_label,
        token=lambda one: one.value if one is not None else "-",
        name=screens.names("track"),
    )
    track: Track | None = await lines.usual(tracks, None, lambda was: Track(was.event.track) if was.event.track is not None else None)
    return {"audience": audience, "gus": tuple(gu.value for gu in gus), "track": track.value if track is not None else None}


def _gus(lines: Lines) -> MultiChoice[District]:
    before = lines.was.event.gus if lines.was is not None else ()
    return ticked(
        "gus",
        screens.which_gus(),
        District,
        label=screens.gu_label,
        before=before,
        at_least=0,
        none=screens.all_of_seoul(),
        name=screens.names("gus"),
    )


async def _window(lines: Lines, dates: tuple[Span, ...]) -> dict[str, Any]:
    starts_at = dates[0][0]
    opens = _moment(lines, "opens", screens.from_publishing(), MORNING)
    opens_at = await lines.usual(opens, None, lambda was: was.event.opens_at)
    if wrong := wrong_window(opens_at, None, starts_at):
        lines.ask.again(opens, screens.wrong(wrong))
    closes = _moment(lines, "closes", screens.until_it_begins(), EVENING)
    closes_at = await lines.usual(closes, None, lambda was: was.event.closes_at)
    if wrong := wrong_window(opens_at, closes_at, starts_at):
        lines.ask.again(closes, screens.wrong(wrong))
    return {"opens_at": opens_at, "closes_at": closes_at}


def _moment(lines: Lines, key: str, never: Words, usual: int) -> Moment:
    return Moment(
        key=key,
        words=screens.which_moment(key),
        today=lines.ask.today,
        usual=usual,
        never=never,
        suggestions=(None,),
        name=screens.names(key),
    )


async def _guests(lines: Lines) -> int:
    asked = number(
        "guests",
        screens.how_many_guests(),
        largest=MOST_GUESTS,
        suggestions=tuple(range(MOST_GUESTS + 1)),
        columns=3,
        counted=screens.guests,
        name=screens.names("guests"),
    )
    return await lines.usual(asked, 0, lambda was: was.event.guests)


async def _reminders(lines: Lines) -> tuple[Reminder, ...]:
    before = lines.was.event.reminders if lines.was is not None else REMINDERS
    asked = ticked(
        "reminders",
        screens.which_reminders(),
        Reminder,
        label=screens.reminder_label,
        before=[one.value for one in before],
        at_least=0,
        none=screens.no_reminders(),
        name=screens.names("reminders"),
    )
    return await lines.usual(asked, REMINDERS, lambda was: was.event.reminders)


async def _survey(lines: Lines) -> Survey | None:
    asked = choice(
        "survey",
        screens.which_survey(),
        (*Survey, None),
        label=screens.survey_label,
        token=lambda one: one.value if one is not None else "-",
        name=screens.names("survey"),
    )
    return await lines.usual(asked, Survey.ANONYMOUS, lambda was: was.event.survey)


async def _call(lines: Lines, kind: EventKind) -> str | None:
    """Only a briefing, and only of a call that wants one to have been attended."""
    if kind is not EventKind.BRIEFING:
        return None
    calls = [call for call in await lines.ask.look(AllCalls()) if any(row.gate is Gate.BRIEFING for row in call.gates)]
    if not calls:
        return None
    asked = choice(
        "call",
        screens.which_call(),
        (None, *calls),
        label=screens.call_label,
        token=lambda one: one.key if one is not None else "-",
        name=screens.names("call"),
    )
    found: Call | None = await lines.usual(asked, None, lambda was: next((one for one in calls if one.key == was.event.call), None))
    return found.key if found is not None else None


async def _questions(lines: Lines) -> tuple[NewQuestion, ...]:
    asked = QuestionsToPeople(key="questions", words=screens.which_questions(), fixed=lines.answered, name=screens.names("questions"))
    return await lines.usual(asked, (), lambda was: was.questions)
