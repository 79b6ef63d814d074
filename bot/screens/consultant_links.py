"""The links for new consultants that are still open, for the office's coordinators."""

from bot.screens.consultant_taps import ShowOpenLinks, WithdrawOpenLink
from bot.screens.consulting import calling_name
from bot.screens.joining_consultants import ALL_CONSULTANTS
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.consultant_links import LinkPage, name_of_link
from storage.consultant_invitations import ConsultantInvitation

OPEN_LINKS = button(t("🔗 Open links"), ShowOpenLinks())


def listed(found: LinkPage, said: Words | None = None) -> Screen:
    hint = (
        t("Nobody has used these yet. One that went to the wrong person can be withdrawn: it then opens nothing.")
        if found.links
        else t("No link is open: each has been used, is over, or was withdrawn.")
    )
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>Open links for consultants and mentors</b>"),
            hint,
            *(_line(one) for one in found.links),
        ),
        rows=(
            *column([_withdraw(one) for one in found.links]),
            *page_row(found.page, more=found.more, to=ShowOpenLinks),
            *column([ALL_CONSULTANTS, HOME]),
        ),
    )


def _line(one: ConsultantInvitation) -> Words:
    return t(
        "• {calling}: made on {made:datetime}, works until {until:datetime}",
        calling=calling_name(one.calling),
        made=one.made_at,
        until=one.expires_at,
    )


def _withdraw(one: ConsultantInvitation) -> Button:
    return button(t("✖️ Withdraw: {made:datetime}", made=one.made_at), WithdrawOpenLink(name_of_link(one)))


def withdrawn() -> Words:
    return t("Withdrawn: the link opens nothing any more.")


def gone_before() -> Words:
    return t("That link is not open any more: it was used, is over, or was withdrawn.")
