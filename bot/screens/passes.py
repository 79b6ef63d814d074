"""Checking in, for who comes: the picture to show at the door, the code on the wall, and what came of it."""

from bot.dialogue.taps import BeginStory
from bot.pictures.event_code import EventCode
from bot.screens.check_in_taps import HereAt, ShowPass
from bot.screens.check_in_words import what, why_to_them
from bot.screens.event_taps import ShowEvent, ShowMyEvents
from bot.screens.event_words import short_title
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from programme.check_in import When, WhyNot, when
from programme.event_kinds import EventKind
from programme.events import Answer, EventState
from services.check_in import AlreadyIn, CheckedIn, NotIn
from services.check_in_desk import NoPass, Pass
from services.event_pages import EventSeen

HERE = "here"
MY_EVENTS = button(t("🎟 My events"), ShowMyEvents())


def door_buttons(seen: EventSeen) -> list[Button]:
    """On the page of an event: what somebody needs at its door, as long as there is one."""
    event, mine = seen.event, seen.mine
    if event.state is not EventState.PUBLISHED or seen.now > event.ends_at:
        return []
    comes = mine is not None and mine.answer is Answer.COMING
    pass_button = [button(t("🎫 My entry code"), ShowPass(event.id))] if comes else []
    is_on = any(when(date, seen.now) is When.OPEN for date in seen.dates)
    return [*pass_button, *([here_button(event.id)] if is_on else [])]


def here_button(event: int) -> Button:
    return button(t("📍 I am here"), BeginStory(HERE, str(event)))


def entry(found: Pass) -> Screen:
    event = found.event
    return Screen(
        words=lines(
            t("🎫 <b>Your entry code</b>"),
            what(event, found.date),
            _state(found),
        ),
        picture=EventCode(
            payload=f"ci_{found.registration.code}",
            title=event.title["ko"],
            title_en=event.title.get("en", ""),
            starts_at=found.date.starts_at.isoformat(),
        ),
        rows=column([here_button(event.id), button(t("◀ The event"), ShowEvent(event.id)), HOME]),
        stays=True,
    )


def _state(found: Pass) -> Words:
    if found.is_here:
        return t("☑ You are checked in for this date. Nothing more to do.")
    guests = found.registration.guests
    return lines(
        t("Show this picture at the entrance: a coordinator scans it. It works without a network, as a screenshot, too."),
        tn("It is for you and {count} guest.", "It is for you and {count} guests.", guests) if guests else None,
        t("It is the same for all dates of the course.") if len(found.dates) > 1 else None,
    )


def no_entry(found: NoPass) -> Screen:
    there = [button(t("◀ The event"), ShowEvent(found.event.id))] if found.event is not None else []
    return Screen(words=_why_none(found), rows=column([*there, MY_EVENTS, HOME]))


def _why_none(found: NoPass) -> Words:
    if found.event is None:
        return t("There is no such event any more.")
    if found.event.state is EventState.CANCELLED:
        return t("This event is cancelled: you need no entry code.")
    return t("There is an entry code for who comes, until the event is over. See the event for what you can do now.")


# -- the code on the wall


def i_am_here() -> Words:
    return t("I am here")


def which_code() -> Words:
    return t("Which code do you see on the wall?")


def why_code() -> Words:
    return t("it shows that you are in the room. You can also scan the picture beside it with your camera.")


def code_example() -> Words:
    return t("482 913")


def in_now(found: CheckedIn) -> Screen:
    return Screen(
        words=lines(
            t("✅ <b>You are in. Welcome!</b>"),
            t("You had not registered; you have a seat now.") if found.walked_in else None,
            what(found.event, found.date),
            _towards_certificate(found),
        ),
        rows=column([button(t("◀ The event"), ShowEvent(found.event.id)), HOME]),
        stays=True,
    )


def _towards_certificate(found: CheckedIn) -> Words | None:
    return t("This date counts for your certificate.") if found.event.kind is EventKind.COURSE else None


def in_before(found: AlreadyIn) -> Screen:
    assert found.attendee.at is not None
    return Screen(
        words=lines(
            t("☑ <b>You are in already, since {at:time}.</b> Nothing more to do.", at=found.attendee.at), what(found.event, found.date)
        ),
        rows=column([button(t("◀ The event"), ShowEvent(found.event.id)), HOME]),
    )


def not_in(found: NotIn) -> Screen:
    event = [button(t("◀ The event"), ShowEvent(found.event.id))] if found.event is not None else []
    return Screen(
        words=lines(
            t("✋ <b>You are not checked in yet.</b>"),
            what(found.event, found.date) if found.event is not None and found.date is not None else None,
            why_to_them(found),
        ),
        rows=column([*_instead(found), *event, ASK_A_PERSON, HOME]),
    )


def _instead(found: NotIn) -> list[Button]:
    match found.why:
        case WhyNot.OTHER_EVENT if found.other is not None:
            return [button(t("✅ Yes: {title}", title=short_title(found.other)), HereAt(found.other.id, found.code))]
        case WhyNot.UNKNOWN | WhyNot.OTHER_DATE | WhyNot.PAUSED:
            return [button(t("🔢 Type the code"), BeginStory(HERE))]
        case _:
            return []


def here(outcome: CheckedIn | AlreadyIn | NotIn) -> Screen:
    match outcome:
        case CheckedIn():
            return in_now(outcome)
        case AlreadyIn():
            return in_before(outcome)
        case NotIn():
            return not_in(outcome)


# -- the link of an entry code, opened by somebody who is no coordinator


def own_code() -> Screen:
    return Screen(
        words=lines(
            t("🎫 <b>This is your own entry code.</b>"),
            t("Only a coordinator can check you in with it: show them the picture. Or use “I am here” with the code on the wall."),
        ),
        rows=column([MY_EVENTS, button(t("📍 I am here"), BeginStory(HERE)), HOME]),
    )


def for_coordinators() -> Screen:
    return Screen(
        words=lines(
            t("🎫 <b>This link is somebody's entry code for an event.</b>"),
            t("Only a coordinator of the office can use it, at the door. Nothing has been changed. To come yourself, see the events."),
        ),
        rows=column([MY_EVENTS, HOME]),
    )
