"""What is asked about a session: what it is about, files for it, another time where the one that was kept has gone."""

from bot.screens.booking_taps import ShowSession
from bot.screens.calendar_files import calendar_button
from bot.screens.screen import Screen, button, column
from bot.screens.session_facts import facts, search_of
from bot.screens.session_waits import BOOKING, MY_SESSIONS
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.free_times import Slot
from services.my_sessions import MySession
from storage.sessions import Session


def what_it_is_about() -> Words:
    return t("What the session is about")


def which_goal() -> Words:
    return t("What do you want to have reached when the session is over?")


def why_goal(one: MySession) -> Words:
    if one.session.confidential:
        return t("{name} prepares with it. Nobody else reads it, not even the office.", name=one.by.name)
    return t("{name} prepares with it. Other members do not see it.", name=one.by.name)


def an_example(one: MySession) -> Words:
    if one.session.confidential:
        return t("We bought an oven together and cannot agree on who pays for its repair.")
    return t("We want to sell our bread together online and do not know where to start.")


def any_files() -> Words:
    return t("Is there a photo or a file that helps?")


def why_files(name: str) -> Words:
    return t("{name} can look at it before you meet.", name=name)


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {"goal": t("About"), "files": t("Files"), "instead": t("When")}[key]


def which_instead() -> Words:
    return t("The time I kept for you is not free any more. What you wrote is safe. Which of the nearest times do you take?")


def instead_label(slot: Slot, name: str) -> Words:
    return t("{at:short_date} {at:time} · {name}", at=slot.starts_at, name=name)


def gone_again() -> Words:
    return t("That time is not free any more. Here are the nearest.")


def none_left(one: MySession) -> Screen:
    return Screen(
        words=lines(t("The time I kept for you is not free any more, and there is no other near it:"), facts(one)),
        rows=column([button(t("📅 Calendar"), search_of(one.session)), BOOKING, HOME]),
    )


def shall_i_book() -> Words:
    return t("Shall I book it?")


def book_it() -> Words:
    return t("✅ Book it")


def kept_until(one: MySession) -> Words | None:
    until = one.session.held_until
    return t("{at:datetime}, kept for you until {until:time}.", at=one.session.starts_at, until=until) if until is not None else None


def shall_i_tell() -> Words:
    return t("Shall I pass it on?")


def pass_it_on() -> Words:
    return t("✅ Pass it on")


def told(session: Session) -> Screen:
    return Screen(
        words=lines(
            t("<b>Passed on.</b> It stands with your session on {at:datetime}.", at=session.starts_at),
            t("You can change it until the session begins."),
        ),
        rows=column([button(t("🗓 See the session"), ShowSession(session.id)), calendar_button(session.id), MY_SESSIONS, HOME]),
    )
