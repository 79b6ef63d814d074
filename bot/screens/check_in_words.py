"""What all screens of checking in say alike: who somebody is at the door, how many are here, and why somebody is not let in."""

from datetime import datetime
from typing import assert_never

from bot.screens.event_words import title_of, when_words
from bot.words import Words, lines, t, tn, verbatim
from programme.check_in import WhyNot, doors_open
from services.check_in import Counts, NotIn
from storage.attendees import Attendee
from storage.event_dates import EventDate
from storage.events import Event


def person(one: Attendee) -> Words:
    """For coordinators."""
    if one.shop and one.name:
        return t("{shop} · {name}", shop=one.shop, name=one.name)
    known = one.shop or one.name
    return verbatim(known) if known else t("Without a shop, No. {n}", n=one.registration)


def what(event: Event, date: EventDate) -> Words:
    return lines(t("<b>{title}</b>", title=title_of(event)), t("🗓 {when}", when=when_words(date)))


def how_many(counts: Counts) -> Words:
    """The live figures of one date."""
    here = t("👥 <b>{here} of {coming} are here</b>", here=counts.here, coming=counts.coming)
    beside = [
        tn("{count} guest", "{count} guests", counts.guests) if counts.guests else None,
        tn("{count} without the bot", "{count} without the bot", counts.nameless) if counts.nameless else None,
    ]
    known = [one for one in beside if one is not None]
    if not known:
        return here
    return lines(here, *(t("+ {who}", who=one) for one in known), t("Together: {n}", n=counts.people))


def why_at_the_door(found: NotIn) -> Words:
    """To whoever stands there for the office."""
    return _why(found)[0]


def why_to_them(found: NotIn) -> Words:
    """To somebody who checks themselves in."""
    return _why(found)[1]


def _why(found: NotIn) -> tuple[Words, Words]:  # noqa: C901, PLR0911, PLR0912 - one reason a line, and what to do
    """Each reason twice: to whoever stands at the door, and to the one who is not let in."""
    match found.why:
        case WhyNot.UNKNOWN:
            return (
                t("Nobody has this code, or it is of an event that was deleted. Look for the person in the list."),
                t("This code is not right, or a new one has been drawn. Please read the six digits on the wall once more."),
            )
        case WhyNot.NOT_REGISTERED:
            nobody_expects_them = t(
                "They did not take the seat that was held for them, so they have none. You may let them in all the same."
            )
            return nobody_expects_them, _not_registered()
        case WhyNot.MAYBE:
            return t("They said “perhaps”, so no seat is kept for them. You may let them in all the same."), _not_registered()
        case WhyNot.SAID_NO:
            return t("They said that they do not come. You may let them in all the same."), _not_registered()
        case WhyNot.WAITING:
            return (
                t("They are on the waiting list. You may let them in where a chair is free."),
                t("You are on the waiting list, and no seat is free for you yet. Please see the desk at the entrance."),
            )
        case WhyNot.OFFERED:
            return (
                t("A seat is held for them, but they have not taken it yet. You may let them in."),
                t("The seat that was held for you is for the next now. Please see the desk at the entrance."),
            )
        case WhyNot.CANCELLED:
            return t("This event is cancelled. Nobody is checked in."), t("This event is cancelled, so nobody is checked in.")
        case WhyNot.OTHER_EVENT:
            return (
                t("This is the code of another event. On now: {title}.", title=_other(found)),
                t("That is the code of another event: {title}. Are you there?", title=_other(found)),
            )
        case WhyNot.OTHER_DATE:
            return t("This is the code of another day."), t("That is the code of another day. Please read today's code on the wall.")
        case WhyNot.TOO_EARLY:
            return (
                t("It is too early. People can be checked in from {from_:datetime} on.", from_=_doors(found)),
                t("It is too early. You can check in from {from_:datetime} on; the same code works then.", from_=_doors(found)),
            )
        case WhyNot.TOO_LATE:
            return (
                t("It is over. Who was there can still be written down in the list for 30 days."),
                t("It is over, so you cannot check yourself in any more. Were you there? Tell the office, and they write it down."),
            )
        case WhyNot.FULL:
            full = t("You are not registered, and all seats are taken. Please see the desk at the entrance.")
            return t("All seats are taken."), full
        case WhyNot.NOT_FOR_THEM:
            not_for_you = t("You are not registered, and this event is for others. Please see the desk at the entrance.")
            return t("This event is for others."), not_for_you
        case WhyNot.PAUSED:
            return t("Too many wrong codes."), _paused(found.until)
        case WhyNot.NOT_A_COORDINATOR:
            return t("Only a coordinator checks people in."), t("Only a coordinator checks people in.")
        case WhyNot.OUT_OF_REACH:
            not_here = t(
                "This event lies beyond your role: another gu, or both tracks. Please ask a colleague whose role reaches that far."
            )
            return not_here, not_here
        case why:
            assert_never(why)


def _not_registered() -> Words:
    return t("You are not registered for it. Please see the desk at the entrance.")


def _paused(until: datetime | None) -> Words:
    if until is None:
        return t("Those were too many wrong codes. Please see the desk at the entrance.")
    return t("Those were too many wrong codes. Please try again at {until:time}, or see the desk at the entrance.", until=until)


def _other(found: NotIn) -> Words:
    return title_of(found.other) if found.other is not None else t("another event")


def _doors(found: NotIn) -> datetime:
    assert found.date is not None
    return doors_open(found.date)
