"""At the door, for coordinators: which dates there are, the list of one, and who came without the bot."""

from bot.dialogue.taps import BeginStory
from bot.screens.check_in_taps import (
    AskTakeBack,
    CheckInName,
    CountMore,
    GetAttendance,
    ShowAttendees,
    ShowCompletions,
    ShowDoor,
    ShowParticipation,
    ShowWall,
)
from bot.screens.check_in_words import how_many, person, what
from bot.screens.event_words import short_title, title_of
from bot.screens.office_only import refused
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.ways import HOME
from bot.words import Fact, Words, lines, t
from programme.check_in import When
from programme.event_kinds import EventKind
from programme.events import Answer
from services.attendance_lists import DateList
from services.check_in_desk import DoorDate, DoorDates
from services.coordinators import Forbidden
from services.event_dates import NoSuchDate
from services.event_walk_ins import WalkInsCounted
from storage.attendees import Attendee

DOOR = button(t("🎫 All dates"), ShowDoor())
SEARCH = "find_attendee"


def to_list(date: int, page: int = 0) -> Button:
    return button(t("📋 The list"), ShowAttendees(date, page))


def door(found: DoorDates) -> Screen:
    figures = [button(t("📊 Participation of the year"), ShowParticipation())] if found.reads else []
    if not found.dates:
        return Screen(
            words=lines(t("<b>🎫 Check-in</b>"), t("No event takes place within two weeks, and none did in the last 30 days.")),
            rows=column([*figures, HOME]),
        )
    return Screen(
        words=lines(
            t("<b>🎫 Check-in</b>"),
            t("Scan the picture people show you with your phone's camera, or open a date and tap their names."),
            *(_door_line(one) for one in found.dates),
        ),
        rows=(
            *column([button(_door_label(one), ShowAttendees(one.date.id)) for one in found.dates]),
            *page_row(found.page, more=found.more, to=ShowDoor),
            *column([*figures, HOME]),
        ),
    )


def _door_line(one: DoorDate) -> Words:
    facts: dict[str, Fact] = {"at": one.date.starts_at, "title": title_of(one.event)}
    match one.moment:
        case When.OPEN:
            here = t("{here} of {coming} are here", here=one.counts.here, coming=one.counts.coming)
            return t("• <b>On now</b>: {title}, {here}", here=here, **facts)
        case When.TOO_EARLY:
            return t("• {at:datetime}: {title}, {n} come", n=one.counts.coming, **facts)
        case When.TOO_LATE:
            return t("• {at:datetime}: {title}, {n} were there", n=one.counts.people, **facts)


def _door_label(one: DoorDate) -> Words:
    return t("{on:short_date} {title}", on=one.date.starts_at, title=short_title(one.event))


def date_list(found: DateList, said: Words | None = None) -> Screen:
    date, event = found.date, found.event
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            what(event, date),
            how_many(found.counts),
            _what_to_do(found),
        ),
        rows=(
            *column([_row(found, one) for one in found.attendees]),
            *page_row(found.page, more=found.more, to=lambda page: ShowAttendees(date.id, page)),
            beside(button(t("🔎 Search"), BeginStory(SEARCH, str(date.id))), button(t("🙋 Without the bot"), CountMore(date.id, 0))),
            (button(t("🖼 Wall code"), ShowWall(date.id)), *([button(t("📥 As a sheet"), GetAttendance(event.id))] if found.reads else [])),
            *_of_course(found),
            (DOOR, HOME),
        ),
    )


def _what_to_do(found: DateList) -> Words:
    if not found.attendees:
        return t("Nobody has registered yet.")
    match found.moment:
        case When.OPEN:
            return t("Tap a name to check them in. ✓ is here; tap again to take it back.")
        case When.TOO_EARLY:
            return t("The doors open an hour before it begins; then a tap checks in.")
        case When.TOO_LATE:
            return t("This list is closed: it was more than 30 days ago.")


def _row(found: DateList, one: Attendee) -> Button:
    return attendee_button(found.date.id, one)


def attendee_button(date: int, one: Attendee) -> Button:
    if one.at is not None:
        return button(t("✓ {who}", who=person(one)), AskTakeBack(date, one.registration))
    mark = _MARKS.get(one.answer)
    label = t("☐ {who}", who=person(one)) if mark is None else t("☐ {who} ({mark})", who=person(one), mark=mark)
    return button(label, CheckInName(date, one.registration))


_MARKS = {
    Answer.MAYBE: t("perhaps"),
    Answer.NOT_COMING: t("no"),
    Answer.WAITING: t("waits"),
    Answer.OFFERED: t("offered"),
    Answer.LAPSED: t("no seat"),
}


def _of_course(found: DateList) -> tuple[tuple[Button, ...], ...]:
    """The other dates of it, and who has completed it."""
    if found.event.kind is not EventKind.COURSE:
        return ()
    others = [
        button(t("{n}. {on:short_date}", n=n, on=date.starts_at), ShowAttendees(date.id))
        for n, date in enumerate(found.dates, 1)
        if date.id != found.date.id
    ]
    rows = tuple(tuple(others[at : at + 3]) for at in range(0, len(others), 3))
    return (*rows, (button(t("🎓 Who completed it"), ShowCompletions(found.event.id)),)) if found.coordinates else rows


def walk_ins(found: WalkInsCounted) -> Screen:
    date = found.date.id
    fewer = [button(t("− 1"), CountMore(date, -1))] if found.counts.walk_ins else []
    return Screen(
        words=lines(
            what(found.event, found.date),
            t("\n🙋 <b>Without the bot: {n}</b>", n=found.counts.walk_ins),
            t("Only the number is kept, for the figures of participation."),
            how_many(found.counts),
        ),
        rows=(
            (*fewer, button(t("+ 1"), CountMore(date, 1)), button(t("+ 5"), CountMore(date, 5)), button(t("+ 10"), CountMore(date, 10))),
            *column([to_list(date), HOME]),
        ),
    )


def not_now(date: int) -> Screen:
    return Screen(
        words=t("People can be counted from an hour before it begins until 30 days after it."), rows=column([to_list(date), DOOR, HOME])
    )


def no_such_date() -> Screen:
    return Screen(words=t("There is no such date any more: the event was changed, cancelled or deleted."), rows=column([DOOR, HOME]))


def list_refused(found: Forbidden | NoSuchDate) -> Screen:
    return refused(found, t("Only the coordinators of the office see this."), DOOR) if isinstance(found, Forbidden) else no_such_date()
