"""Making an invitation, from the side of the lead: what is asked, the link and its picture, why not."""

from enum import StrEnum

from bot.dialogue.taps import BeginStory
from bot.pictures.qr import QrCode
from bot.screens.consortia import MY_CONSORTIA, ShowConsortium, to_card
from bot.screens.invitation_taps import ShowInvitations, ShowSentInvitation
from bot.screens.screen import Button, Link, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, verbatim
from services.invitations import Invited


class Means(StrEnum):
    """How an invitation reaches the other shop. The values lie in drafts."""

    LINK = "link"
    CONTACT = "contact"


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
