"""A time that is held, and what becomes of it: booked, gone, or refused with a way on."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.dialogue.taps import BeginStory
from bot.screens.booking import year
from bot.screens.booking_hold_taps import BookNow, ReleaseTime
from bot.screens.booking_reasons import why as reason
from bot.screens.booking_search import ANYONE, HoldTime, Search, ShowMonth, ShowNextFree
from bot.screens.booking_taps import ShowSession
from bot.screens.booking_times import Those, asked, time_buttons
from bot.screens.calendar_files import calendar_button
from bot.screens.consulting import way_name
from bot.screens.next_steps import ASK_A_PERSON, REGISTER
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_facts import facts, search_of, venue
from bot.screens.session_waits import BOOKING, MY_SESSIONS, wait_button
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from programme.cells import cells
from programme.seoul import seoul_day
from programme.session_reminders import day_before
from programme.slots import WhyNone
from programme.topics import Topic, Way
from services.free_times import Slot
from services.hold_wishes import YearUsed
from services.my_sessions import MySession
from services.session_booking import Receipt
from storage.consultants import Calling
from storage.sessions import Session

A_MINUTE = timedelta(minutes=1)


def held(one: MySession, now: datetime) -> Screen:
    """The clock stands on a button: a tap on it brings it up to date."""
    session = one.session
    until = session.held_until or now
    return Screen(
        words=lines(
            t("<b>Kept for you until {until:time}.</b> After that others can take it.", until=until),
            facts(one),
            t("\nThe time you have now stays yours until you tap “Move it here”.") if session.moves else None,
        ),
        rows=column(
            [*_answers(session), *_ways(one), _clock(session, until - now), button(t("◀ Another time"), ReleaseTime(session.id)), HOME]
        ),
    )


def _answers(session: Session) -> list[Button]:
    """What was said of a session goes with it when it is moved."""
    if session.moves:
        return [button(t("✅ Move it here"), BookNow(session.id))]
    return [button(t("✅ Book without a note"), BookNow(session.id)), say_button(session.id)]


def say_button(session: int) -> Button:
    return button(t("✍️ Say what it is about"), BeginStory("book_session", str(session)))


def _clock(session: Session, left: timedelta) -> Button:
    """The minutes that have begun, too: nobody is told 0 while there is time."""
    minutes = max(-(-left // A_MINUTE), 0)
    return button(tn("⏱ {count} minute left", "⏱ {count} minutes left", minutes), ShowSession(session.id))


def _ways(one: MySession) -> list[Button]:
    """The same time, met in another way."""
    session, search = one.session, search_of(one.session)
    cell = cells(session.starts_at, session.ends_at).start
    others = [Way(way) for way in one.by.ways if way != session.way]
    return [button(t("Rather: {way}", way=way_name(way)), HoldTime(**{**asked(search), "way": way.value}, cell=cell)) for way in others]


def booked(outcome: Receipt) -> Screen:
    """The receipt: it stays in the chat."""
    one, session = outcome.one, outcome.one.session
    number = (
        t("✅ <b>Moved.</b> Your session No. {n}:", n=session.id)
        if session.moves
        else t("✅ <b>Booked.</b> Your session No. {n}:", n=session.id)
    )
    return Screen(
        words=lines(
            number,
            facts(one),
            None if session.confidential else _of_its_year(outcome),
            t("\n<b>What happens next</b>"),
            t("{name} is told.", name=one.by.name),
            t("You waited for such a time: you are taken off that waiting list.") if outcome.left_queue else None,
            _reminders(session, outcome.terms.change_until),
            _phone(session),
            until_when(session, session.booked_at or session.made_at, outcome.terms.change_until),
        ),
        rows=column(
            [
                *([] if session.goal else [say_button(session.id)]),
                calendar_button(session.id),
                button(t("🗓 See the session"), ShowSession(session.id)),
                HOME,
            ]
        ),
        venue=venue(one),
        stays=True,
    )


def _of_its_year(outcome: Receipt) -> Words:
    """In December one books for January, too."""
    session = outcome.one.session
    then, now = (seoul_day(moment).year for moment in (session.starts_at, session.booked_at or session.made_at))
    return year(Calling(session.calling), outcome.used, outcome.of, named=then if then != now else None)


def _reminders(session: Session, change_until: timedelta) -> Words:
    """Those whose time has passed when it is booked are not sent."""
    if day_before(session.starts_at, change_until) > (session.booked_at or session.made_at):
        return t("I remind you the day before and an hour before.")
    return t("I remind you an hour before.")


def until_when(session: Session, now: datetime, change_until: timedelta) -> Words:
    """Until when the member can change it alone."""
    until = session.starts_at - change_until
    if until <= now:
        return t("It is near: if you have to move or cancel it, the consultant decides. I ask for you.")
    return t("Until {until:datetime} you can move or cancel it yourself; later the consultant decides.", until=until)


def _phone(session: Session) -> Words | None:
    if session.way != Way.PHONE:
        return None
    return t("So that you can be called, write your number under “Say what it is about”.")


def just_taken(search: Search, slots: Sequence[Slot], those: Those) -> Screen:
    """The nearest ones stand in the same message."""
    nearest = t("These are the nearest free times:") if slots else t("There is no other free time near it.")
    waits = [] if slots or search.moving else [wait_button(search.topic, search.consultant, search.way)]
    return Screen(
        words=lines(t("<b>Somebody was faster: this time has just been taken.</b>"), nearest),
        rows=(*time_buttons(search, slots, those), *column(waits), (button(t("📅 Calendar"), ShowMonth(**asked(search))), HOME)),
    )


def year_used(search: Search, outcome: YearUsed) -> Screen:
    return Screen(
        words=lines(
            t("<b>All sessions of {year} are used.</b>", year=str(outcome.year)),
            year(outcome.calling, outcome.used, outcome.of, named=outcome.year),
            t("\nA coordinator can grant more. Ask a person and say what you need."),
        ),
        rows=column([ASK_A_PERSON, button(t("👥 Somebody else"), ShowNextFree(search.topic)), MY_SESSIONS, HOME]),
    )


def too_many_ahead(most: int) -> Screen:
    return Screen(
        words=tn(
            "You have {count} session in front of you, the most at one time. After it you can book the next, or cancel it.",
            "You have {count} sessions in front of you, the most at one time. After one of them you can book the next, or cancel one.",
            most,
        ),
        rows=column([MY_SESSIONS, HOME]),
    )


def held_too_often(search: Search, times: int, until: datetime) -> Screen:
    return Screen(
        words=lines(
            t("<b>Others have their turn for this time now.</b>"),
            tn(
                "It was kept for you {count} time in the last hour, and you did not book it.",
                "It was kept for you {count} times in the last hour, and you did not book it.",
                times,
            ),
            t("From {until:time} I can keep it for you again, any other time right now.", until=until),
        ),
        rows=column([button(t("🕐 Free times now"), ShowNextFree(**asked(search))), BOOKING, HOME]),
    )


def no_shop() -> Screen:
    return Screen(
        words=t(
            "Sessions are for owners with a registered shop. Register yours, then choose your time again: it takes about five minutes."
        ),
        rows=column([REGISTER, BOOKING, HOME]),
    )


def not_offered(search: Search, why: WhyNone | None) -> Screen:
    """An old message: the hours have changed since, the day is over, or the consultant has left."""
    said = (
        reason(why) if why is not None else t("The consultant's hours have changed since this message: this time is not offered any more.")
    )
    return Screen(
        words=lines(said, t("Here you see the times that are free now.")),
        rows=column(
            [
                button(t("🕐 Free times now"), ShowNextFree(**asked(search))),
                *([button(t("👥 Somebody else"), ShowNextFree(search.topic))] if search.consultant != ANYONE and not search.moving else []),
                BOOKING,
                HOME,
            ]
        ),
    )


def not_held(topic: Topic | None = None) -> Screen:
    again = button(t("🕐 Free times now"), ShowNextFree(topic)) if topic is not None else BOOKING
    return Screen(
        words=t("This time is not kept for you any more. Nothing was booked. Choose a time again: it takes two taps."),
        rows=column([again, MY_SESSIONS, HOME]),
    )
