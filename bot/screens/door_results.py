"""What came of checking somebody in at the door: in, in already, or not and why; and taking it back."""

from bot.dialogue.taps import BeginStory
from bot.screens.check_in_taps import AskTakeBack, CheckInName, ShowAttendees, TakeBackNow
from bot.screens.check_in_words import how_many, person, what, why_at_the_door
from bot.screens.door import DOOR, SEARCH, to_list
from bot.screens.event_words import short_title
from bot.screens.office_only import for_the_office
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from programme.check_in import WhyNot
from services.attendance_lists import Certified
from services.check_in import AlreadyIn, CheckedIn, NotIn
from storage.attendees import Attendee

ANYWAY = {WhyNot.NOT_REGISTERED, WhyNot.MAYBE, WhyNot.SAID_NO, WhyNot.WAITING, WhyNot.OFFERED}


def checked_in(found: CheckedIn) -> Screen:
    one = found.attendee
    return Screen(
        words=lines(
            t("✅ <b>In: {who}</b>", who=person(one)),
            tn("With {count} guest", "With {count} guests", one.guests) if one.guests else None,
            what(found.event, found.date),
            how_many(found.counts),
        ),
        rows=_after(found.date.id, one),
    )


def already_in(found: AlreadyIn) -> Screen:
    one = found.attendee
    assert one.at is not None
    return Screen(
        words=lines(
            t("☑ <b>In already, since {at:time}: {who}</b>", at=one.at, who=person(one)),
            what(found.event, found.date),
            how_many(found.counts),
        ),
        rows=_after(found.date.id, one),
    )


def _after(date: int, one: Attendee) -> tuple[tuple[Button, ...], ...]:
    return column(
        [
            button(t("🔎 Another name"), BeginStory(SEARCH, str(date))),
            to_list(date),
            button(t("↩ Take it back"), AskTakeBack(date, one.registration)),
            HOME,
        ]
    )


def not_in(found: NotIn) -> Screen:
    who = t("✋ <b>Not checked in: {who}</b>", who=person(found.attendee)) if found.attendee is not None else t("✋ <b>Not checked in</b>")
    return Screen(
        words=lines(
            who,
            what(found.event, found.date) if found.event is not None and found.date is not None else None,
            t("\n{why}", why=why_at_the_door(found)),
        ),
        rows=column([*_instead(found), *([to_list(found.date.id)] if found.date is not None else []), DOOR, HOME]),
    )


def _instead(found: NotIn) -> list[Button]:
    if found.why in ANYWAY and found.date is not None and found.attendee is not None:
        return [button(t("✅ Let them in"), CheckInName(found.date.id, found.attendee.registration, anyway=True))]
    if found.why is WhyNot.OTHER_EVENT and found.other is not None and found.other_date is not None:
        if found.other_registration is None:
            return [button(t("📋 List of {title}", title=short_title(found.other)), ShowAttendees(found.other_date.id))]
        return [button(t("✅ In at {title}", title=short_title(found.other)), CheckInName(found.other_date.id, found.other_registration))]
    return []


def at_the_door(outcome: CheckedIn | AlreadyIn | NotIn) -> Screen:
    match outcome:
        case CheckedIn():
            return checked_in(outcome)
        case AlreadyIn():
            return already_in(outcome)
        case NotIn(why=WhyNot.NOT_A_COORDINATOR):
            return for_the_office()
        case NotIn():
            return not_in(outcome)


def take_back(date: int, one: Attendee) -> Screen:
    if one.at is None:
        return Screen(words=t("{who} is not checked in.", who=person(one)), rows=column([to_list(date), HOME]))
    return Screen(
        words=lines(
            t("<b>{who} is in since {at:datetime}.</b>", who=person(one), at=one.at),
            t("Shall I take that back? Do it only where it was a mistake."),
        ),
        rows=column([button(t("↩ Yes, take it back"), TakeBackNow(date, one.registration)), to_list(date), HOME]),
    )


def taken_back(one: Attendee) -> Words:
    return t("↩ Taken back: {who}", who=person(one))


def was_not_in() -> Words:
    return t("That has been taken back already.")


def certified(found: Certified) -> Words:
    return t("It stays: certificate No. {n} counts on this date.", n=found.number)


def settled() -> Words:
    return t("It stays: after 30 days a list is closed.")
