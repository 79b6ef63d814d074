"""The link by which somebody comes into the office: made, followed, taken up or declined."""

from typing import assert_never

from bot.screens.check_in_taps import ShowDoor
from bot.screens.menu import OF_THE_OFFICE
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.office_taps import ShowOffice
from bot.screens.role_taps import DeclineOfficeNow, JoinOfficeNow
from bot.screens.roles import ALL, INVITE, role_name, what_it_may, where
from bot.screens.screen import Button, Link, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from programme.rights import Role
from services.office_links import RoleLink
from storage.role_invitations import RoleInvitation
from storage.roles import Grant

PREFIX = "ro"  # of the deep link


def made(found: RoleLink) -> Screen:
    """Shown once: the token is kept nowhere."""
    one_ = found.invitation
    share = Button(
        label=t("📤 Send the link"),
        shares=Link(f"{PREFIX}_{found.token}"),
        shared_words=t("You are invited to work with the office of the shops' programme. Tap the link to begin:"),
    )
    return Screen(
        words=lines(
            t("<b>A link for {name}: {role}</b>", name=one_.name, role=role_name(one_.role)),
            t("It works for one person, once, until {expires:datetime}. Send it to that person alone.", expires=one_.expires_at),
            t("I tell you when it was used. You can withdraw it before, and take the role away at any time."),
        ),
        rows=column([share, ALL, HOME]),
        stays=True,
    )


def invited(found: RoleInvitation, token_hash: str) -> Screen:
    return Screen(
        words=lines(
            t("<b>The office invites you: {role}</b>", role=role_name(found.role)),
            t("You may: {what}", what=what_it_may(found.role)),
            t("Where: {where}", where=where(found.scope)),
            t("Until {until:datetime}", until=found.until) if found.until is not None else None,
            t("\nWhat you do for the office is recorded: who, what, when. What people write to the office stays in the office."),
        ),
        rows=column(
            [button(t("✅ I take part"), JoinOfficeNow(token_hash)), button(t("✖️ No, thank you"), DeclineOfficeNow(token_hash)), HOME]
        ),
    )


def welcome(grant: Grant) -> Screen:
    where_to, way = _first_steps(grant.role)
    return Screen(
        words=lines(t("<b>Welcome to the office: {role}</b>", role=role_name(grant.role)), where_to),
        rows=column([way, HOME]),
        menu=OF_THE_OFFICE,
        stays=True,
    )


def _first_steps(role: Role) -> tuple[Words, Button]:
    office = button(t("🗂 Office"), ShowOffice())
    match role:
        case Role.OWNER | Role.COORDINATOR:
            return t("Everything lies behind “Office” on the home screen. /today shows what waits for you."), office
        case Role.EVENT_STAFF:
            words = t("“Check-in” stands on the home screen; the list of an event opens an hour before it begins.")
            return words, button(t("🎫 Check-in"), ShowDoor())
        case Role.AUDITOR:
            return t("Figures and the record lie behind “Office” on the home screen."), office
        case _:
            assert_never(role)


def declined() -> Screen:
    return Screen(
        words=t("You said no, and the office hears of it. The link does not work any more; nothing else has changed."),
        rows=column([HOME]),
    )


def link_over() -> Screen:
    return Screen(words=t("This link does not work any more. Ask the office for a new one."), rows=column([ASK_A_PERSON, HOME]))


def would_end() -> Screen:
    return Screen(
        words=t(
            "You are the last owner without an end. With this link your role would end one day, so it was not used. Let another in first."
        ),
        rows=column([INVITE, ALL, HOME]),
    )


def own_link() -> Screen:
    return Screen(words=t("This is a link you have made yourself. Send it to the person it is meant for."), rows=column([ALL, HOME]))
