"""Invitations, from the side of the lead: making one, the list, one of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.dialogue.taps import BeginStory
from bot.pictures.qr import QrCode
from bot.screens.consortia import MY_CONSORTIA, ShowConsortium, to_card
from bot.screens.finder import FINDER
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Link, Screen, button, column
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t, tn, verbatim
from services.invitations import Invited
from services.sent_invitations import InvitationPage, SentInvitation, State
from storage.invitations import Invitation


class Means(StrEnum):
    """How an invitation reaches the other shop. The values lie in drafts."""

    LINK = "link"
    CONTACT = "contact"


@tap("ki")
@dataclass(frozen=True)
class ShowInvitations(Tap):
    """The invitations of a consortium I lead."""

    consortium: int
    page: int = 0


@tap("ks")
@dataclass(frozen=True)
class ShowSentInvitation(Tap):
    number: int


@tap("kw")
@dataclass(frozen=True)
class TakeBackInvitation(Tap):
    number: int


@tap("kn")
@dataclass(frozen=True)
class SendAgain(Tap):
    """A new link instead of the old one."""

    number: int


@tap("km")
@dataclass(frozen=True)
class RemindThem(Tap):
    number: int


def invite_a_shop() -> Words:
    return t("Invite a shop")


def which_means() -> Words:
    return t("How do you want to invite them?")


def means(one: Means) -> Words:
    match one:
        case Means.LINK:
            return t("🔗 With a link or QR")
        case Means.CONTACT:
            return t("👤 From my contacts")


def which_person() -> Words:
    return t("Whom do you want to invite? They are not told before you have finished here.")


def for_whom() -> Words:
    return t("Who is this invitation for?")


def why_for_whom() -> Words:
    return t("only you see it, so that you can tell your invitations apart.")


def for_whom_example() -> Words:
    return t("the flower shop")


def invite_button(consortium: int) -> Button:
    return button(t("✉️ Invite a shop"), BeginStory("invite", str(consortium)))


def all_invitations(consortium: int) -> Button:
    return button(t("📬 All invitations"), ShowInvitations(consortium))


def made(found: Invited) -> Screen:
    return _on_its_way(found) if found.written else _to_be_sent(found)


def _on_its_way(found: Invited) -> Screen:
    return Screen(
        words=lines(
            t("<b>The invitation is on its way.</b>"),
            t("They get it here in Telegram and can answer until {expires:datetime}. I tell you at once.", expires=found.expires),
        ),
        rows=_after(found),
    )


def _to_be_sent(found: Invited) -> Screen:
    """The link is shown here once and never again: only what it hashes to is kept."""
    link = Link(f"inv_{found.token}")
    share = Button(label=t("📤 Send the invitation"), shares=link, shared_words=_shared(found))
    return Screen(
        words=lines(
            t("<b>An invitation for {who}</b>", who=called(found.label)),
            _cannot_write() if found.for_one_person else None,
            t("Send the link, or let them scan the picture with their phone's camera."),
            t("It works for one shop, until {expires:datetime}. Keep it to yourself: whoever has it can answer.", expires=found.expires),
        ),
        spells=link,
        picture=QrCode(payload=link.payload),
        rows=((share,), *_after(found)),
        stays=True,
    )


def _cannot_write() -> Words:
    return t("I cannot write to this person myself. Send them this link: it works for nobody else.")


def _shared(found: Invited) -> Words:
    return t(
        "{shop} invites your shop into the consortium “{name}”. Tap the link to see it and to answer, until {expires:date}.",
        shop=found.shop,
        name=found.consortium.name,
        expires=found.expires,
    )


def _after(found: Invited) -> tuple[tuple[Button, ...], ...]:
    number = found.consortium.id
    another = button(t("✉️ Invite another shop"), BeginStory("invite", str(number)))
    return column([another, all_invitations(number), to_card(number, found.consortium.name), HOME])


def called(label: str) -> Words:
    return verbatim(label) if label else t("another shop")


def not_yours() -> Screen:
    return Screen(
        words=t("Only the lead business of a consortium can do this, and only while it stands."),
        rows=column([MY_CONSORTIA, HOME]),
    )


def too_many(consortium: int, most: int) -> Screen:
    return Screen(
        words=t("{n} invitations are waiting for an answer: that is the most at one time. Take one back first, or remind them.", n=most),
        rows=column([all_invitations(consortium), HOME]),
    )


def member_already(consortium: int) -> Screen:
    return Screen(
        words=t("This person is a member of the consortium already."),
        rows=column([button(t("🤝 Open the consortium"), ShowConsortium(consortium)), HOME]),
    )


def invited_already(number: int, consortium: int) -> Screen:
    return Screen(
        words=t("This person has an invitation already and has not answered yet. You can remind them or send it again."),
        rows=column([button(t("See that invitation"), ShowSentInvitation(number)), all_invitations(consortium), HOME]),
    )


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
