"""Becoming a consultant or mentor, from the link to the end."""

from typing import assert_never

from bot.dialogue.choices import options_of
from bot.questions.explained import Explained
from bot.screens.consultant_taps import InviteConsultant, ShowConsultants, ShowMyProfile
from bot.screens.consulting import MY_DESK, calling_name
from bot.screens.hours_taps import ShowMyHours
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Link, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.consultant_invitations import Closed, ConsultantAlready, LinkExpired, LinkIsYours, LinkMade, LinkUnknown, LinkUsed
from storage.consultants import Calling, Consultant

PREFIX = "adv"  # of the deep link
ALL_CONSULTANTS = button(t("🧑‍🏫 Consultants"), ShowConsultants())


# -- the office's side


def made(found: LinkMade) -> Screen:
    """Shown once: the token is kept nowhere."""
    return Screen(
        words=lines(
            _made(found.calling),
            t("They open it in Telegram, say what they advise on and where, agree, and set their hours. I tell you when they have joined."),
            t("It works for one person, once, until {expires:datetime}. Send it to that person alone.", expires=found.expires),
        ),
        rows=column([_share(found), ALL_CONSULTANTS, HOME]),
        stays=True,
    )


def _made(calling: Calling) -> Words:
    match calling:
        case Calling.CONSULTANT:
            return t("<b>A link for a new consultant</b>")
        case Calling.MENTOR:
            return t("<b>A link for a new mentor</b>")


def _share(found: LinkMade) -> Button:
    return Button(label=t("📤 Send the link"), shares=Link(f"{PREFIX}_{found.token}"), shared_words=_goes_along(found.calling))


def _goes_along(calling: Calling) -> Words:
    match calling:
        case Calling.CONSULTANT:
            return t("The office invites you to advise small shops as a consultant. Tap the link to begin:")
        case Calling.MENTOR:
            return t("The office invites you to accompany small shops as a mentor. Tap the link to begin:")


# -- the side of who is invited


def begins(calling: Calling) -> Explained[bool]:
    return Explained(
        key="begins",
        words=_invites(calling),
        choices=options_of((True, False), lambda yes: t("Begin") if yes else t("No, thank you"), lambda yes: "1" if yes else "0"),
        below=lines(
            t("About five minutes: your name, what you advise on, languages, how and where you meet, a line about you. Then your hours."),
            t("Members book free times only, you get a letter for each, and you can pause or stop at any time."),
        ),
    )


def _invites(calling: Calling) -> Words:
    match calling:
        case Calling.CONSULTANT:
            return t("The office invites you as a consultant. Shall we begin?")
        case Calling.MENTOR:
            return t("The office invites you as a mentor. Shall we begin?")


def nothing_kept() -> Screen:
    return Screen(
        words=lines(
            t("<b>That is all right.</b> Nothing of what you answered was kept."),
            t("If you change your mind, open the link again: it works until it has been used."),
        ),
        rows=column([ASK_A_PERSON, HOME]),
    )


def choose_again() -> Words:
    return t("Something in your answers does not fit any more. Please choose once again.")


def joined(one: Consultant) -> Screen:
    return Screen(
        words=lines(
            t("<b>Welcome, {name}.</b> You take part now: {calling}.", name=one.profile.name, calling=calling_name(one.profile.calling)),
            t("One thing is missing: nobody can book before you have set your hours."),
        ),
        rows=column([*_first_steps(), MY_DESK, HOME]),
        stays=True,
    )


def _first_steps() -> list[Button]:
    return [button(t("🕘 Set my hours"), ShowMyHours()), button(t("👤 See my profile"), ShowMyProfile())]


def closed(found: Closed) -> Screen:
    match found:
        case LinkUnknown():
            return _no_way(t("This link does not work any more. Ask the office for a new one."))
        case LinkUsed():
            return _no_way(t("This link has been used already: it works for one person, once. Ask the office for one of your own."))
        case LinkExpired(on=on):
            return _no_way(t("This link ended on {on:date}. Ask the office for a new one.", on=on))
        case LinkIsYours():
            return Screen(
                words=t("This is a link you have made yourself. Send it to the person who is to advise."),
                rows=column([ALL_CONSULTANTS, HOME]),
            )
        case ConsultantAlready():
            return Screen(words=t("You take part as a consultant or mentor already. Here is your desk."), rows=column([MY_DESK, HOME]))
        case _:
            assert_never(found)


def _no_way(words: Words) -> Screen:
    return Screen(words=words, rows=column([ASK_A_PERSON, HOME]))


def invite_buttons() -> tuple[Button, ...]:
    return (
        button(t("➕ Invite a consultant"), InviteConsultant(Calling.CONSULTANT)),
        button(t("➕ Invite a mentor"), InviteConsultant(Calling.MENTOR)),
    )
