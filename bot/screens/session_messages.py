"""Writing to the other side of a session, and what arrives there."""

from bot.dialogue.taps import BeginStory
from bot.screens.booking_taps import ShowSession, ShowSessions
from bot.screens.consultant_taps import ShowDeskSession
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, t, verbatim
from services.session_messages import Correspondence, NoLonger, Written


def write_to_member(session: int) -> Button:
    return button(t("✉️ Write to the member"), BeginStory("session_message", str(session)))


def write_to_consultant(session: int) -> Button:
    return button(t("✉️ Write a message"), BeginStory("session_message", str(session)))


def answer(session: int) -> Button:
    return button(t("↩️ Answer"), BeginStory("session_message", str(session)))


def see(session: int, *, as_consultant: bool) -> Button:
    return button(t("🗓 See the session"), ShowDeskSession(session) if as_consultant else ShowSession(session))


def a_message() -> Words:
    return t("A message")


def what_to_write(found: Correspondence) -> Words:
    who = verbatim(found.name) if found.name else t("the member")
    return t("What do you want to write to {who}?", who=who)


def why_write(found: Correspondence) -> Words:
    return t("it is about the session on {at:datetime}. They read it here and can answer you the same way.", at=found.session.starts_at)


def shall_i_send() -> Words:
    return t("Shall I send this?")


def send_it() -> Words:
    return t("Send it")


def names(key: str) -> Words:
    return {"words": t("Message")}[key]


def written(outcome: Written) -> Screen:
    return Screen(
        words=t("Sent. An answer comes to you here."),
        rows=column([see(outcome.session, as_consultant=not outcome.to_consultant), HOME]),
    )


def no_longer(outcome: NoLonger) -> Screen:
    return Screen(
        words=t("This session was cancelled or moved, or is long over: nothing can be written about it any more."),
        rows=column([see(outcome.session, as_consultant=outcome.by_consultant), ASK_A_PERSON, HOME]),
    )


def no_such_session() -> Screen:
    return Screen(
        words=t("There is no such session of yours."),
        rows=column([button(t("🗓 My sessions"), ShowSessions()), HOME]),
    )
