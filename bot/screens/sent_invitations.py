"""The invitations of a consortium, from the side of the lead: the list, and one of them."""

from datetime import datetime

from bot.screens.consortia import to_card
from bot.screens.finder import FINDER
from bot.screens.invitation_taps import RemindThem, SendAgain, ShowInvitations, ShowSentInvitation, TakeBackInvitation
from bot.screens.invitations import all_invitations, invite_button
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, verbatim
from services.sent_invitations import InvitationPage, SentInvitation, State
from storage.invitations import Invitation


def listed(found: InvitationPage) -> Screen:
    number = found.consortium.id
    ways = [invite_button(number), FINDER, to_card(number, found.consortium.name), HOME]
    if not found.invitations:
        return Screen(
            words=lines(
                t("<b>Invitations into “{name}”</b>", name=found.consortium.name),
                t("Nobody is invited yet. Each shop gets a link of its own; I tell you what they answer."),
            ),
            rows=column(ways),
        )
    shown = [button(_label(one), ShowSentInvitation(one.invitation.id)) for one in found.invitations]
    to = lambda page: ShowInvitations(number, page)  # noqa: E731 - the tap with its consortium
    return Screen(
        words=lines(
            t("<b>Invitations into “{name}”</b>", name=found.consortium.name),
            tn("{count} waits for an answer.", "{count} wait for an answer.", found.waiting),
            *(_line(one) for one in found.invitations),
        ),
        rows=(*column(shown), *page_row(found.page, more=found.more, to=to), *column(ways)),
    )


def _line(one: SentInvitation) -> Words:
    return t("\n• <b>{who}</b> – {state}", who=who(one), state=state(one))


def _label(one: SentInvitation) -> Words:
    return t("{who} · {state}", who=who(one), state=_short(one.state))


def who(one: SentInvitation) -> Words:
    return verbatim(one.shop) if one.shop else named(one.invitation)


def named(one: Invitation) -> Words:
    return verbatim(one.label) if one.label else t("Invitation No. {number}", number=one.id)


def state(one: SentInvitation) -> Words:
    expires = one.invitation.expires_at
    match one.state:
        case State.WAITING if one.opened:
            return t("has looked at it, can answer until {expires:datetime}", expires=expires)
        case State.WAITING:
            return t("waiting, can answer until {expires:datetime}", expires=expires)
        case State.EXPIRED:
            return t("not answered in time, ended on {expires:date}", expires=expires)
        case settled:
            return _short(settled)


def _short(one: State) -> Words:
    return _STATES[one]


_STATES = {
    State.WAITING: t("waiting"),
    State.ACCEPTED: t("accepted"),
    State.DECLINED: t("declined"),
    State.WITHDRAWN: t("taken back"),
    State.EXPIRED: t("expired"),
}


def sent_one(one: SentInvitation, said: Words | None = None) -> Screen:
    above = t("{said}\n", said=said) if said is not None else None
    return Screen(
        words=lines(
            above,
            t("<b>{who}</b>", who=who(one)),
            t("Invited on {made_at:date} – {state}", made_at=one.invitation.made_at, state=state(one)),
        ),
        rows=column([*_ways(one), all_invitations(one.invitation.consortium), HOME]),
    )


def _ways(one: SentInvitation) -> list[Button]:
    number = one.invitation.id
    again = button(t("🔄 Send it again"), SendAgain(number))
    match one.state:
        case State.WAITING:
            return [
                button(t("🔔 Remind them"), RemindThem(number)),
                button(t("🔄 Make a new link"), SendAgain(number)),
                button(t("🗑 Take it back"), TakeBackInvitation(number)),
            ]
        case State.EXPIRED | State.DECLINED | State.WITHDRAWN:
            return [again]
        case State.ACCEPTED:
            return []


def taken_back() -> Words:
    return t("Taken back: the link does not work any more.")


def reminded() -> Words:
    return t("They are reminded. You can do that again tomorrow.")


def reminded_today(again_at: datetime) -> Words:
    return t("They were reminded less than a day ago. You can do it again from {again_at:datetime}.", again_at=again_at)


def nobody_to_remind() -> Words:
    return t("Nobody has opened the link yet, so I cannot write to anybody. Ask them yourself, or send it again.")


def answered_already() -> Words:
    return t("This invitation waits no longer. Here is how it stands.")
