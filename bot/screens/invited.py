"""An invitation, from the side of those who are invited: what it says, accepting, declining, why it may be closed."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.taps import BeginStory
from bot.screens.call_choice import call_line
from bot.screens.consortia import MY_CONSORTIA, how_many, to_card
from bot.screens.next_steps import REGISTER
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.waiting_seats import WaitForSeat
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from services.invitation_cards import InvitationCard
from services.invited import Accepted
from storage.invitation_questions import InvitationQuestion
from storage.shops import Shop


@tap("kv")
@dataclass(frozen=True)
class ShowInvitation(Tap):
    """An invitation I was sent."""

    number: int


@tap("ka")
@dataclass(frozen=True)
class AnswerLater(Tap):
    number: int


@tap("kd")
@dataclass(frozen=True)
class AskToDecline(Tap):
    number: int


@tap("kx")
@dataclass(frozen=True)
class Decline(Tap):
    number: int


def to_answer(card: InvitationCard) -> Button:
    return answer_button(card.number, card.consortium.name)


def answer_button(number: int, name: str) -> Button:
    return button(t("✉️ Answer: {name}", name=name), ShowInvitation(number))


def card(found: InvitationCard, now: datetime, said: Words | None = None) -> Screen:
    number = found.number
    above = t("{said}\n", said=said) if said is not None else None
    return Screen(
        words=lines(
            above,
            t("✉️ <b>{shop} invites your shop into “{name}”.</b>", shop=found.shop, name=found.consortium.name),
            t("\n<blockquote>{idea}</blockquote>", idea=found.consortium.idea),
            _call(found, now),
            _members(found),
            t("You can answer until {expires:datetime}.", expires=found.expires),
            _full(found),
            *(_question(one) for one in found.questions),
        ),
        rows=(
            (_wait(found.consortium.id) if found.is_full else button(t("✅ Take part"), BeginStory("accept_invitation", str(number))),),
            (button(t("💬 Ask a question first"), BeginStory("ask_inviter", str(number))),),
            beside(button(t("Not now"), AnswerLater(number)), button(t("Decline"), AskToDecline(number))),
            (HOME,),
        ),
    )


def _wait(consortium: int) -> Button:
    return button(t("⏳ Wait for a seat"), WaitForSeat(consortium))


def _call(found: InvitationCard, now: datetime) -> Words:
    if found.call is None:
        return t("Call: they prepare for the next one.")
    return t("Call: {call}", call=call_line(found.call, now))


def _members(found: InvitationCard) -> Words:
    far = how_many(len(found.members), found.size.fewest)
    return t("So far {far}: {members}", far=far, members=found.members)


def _full(found: InvitationCard) -> Words | None:
    return t("\nAll {n} seats are taken just now.", n=found.size.most) if found.is_full else None


def _question(one: InvitationQuestion) -> Words:
    if one.answer is None:
        return t("\n<i>Your question:</i> {question}\n<i>Not answered yet.</i>", question=one.question)
    return t("\n<i>Your question:</i> {question}\n<i>Answer:</i> {answer}", question=one.question, answer=one.answer)


def later(found: InvitationCard) -> Screen:
    return Screen(
        words=lines(
            t("No hurry: I keep the invitation of {shop} until {expires:datetime}.", shop=found.shop, expires=found.expires),
            t("You find it under “My consortia”, and I remind you before it ends."),
        ),
        rows=column([to_answer(found), HOME]),
    )


def really_decline(found: InvitationCard) -> Screen:
    return Screen(
        words=lines(
            t("<b>Decline the invitation into “{name}”?</b>", name=found.consortium.name),
            t("{shop} hears of it at once. To come in later you would need a new invitation.", shop=found.shop),
        ),
        rows=(
            beside(button(t("Yes, decline"), Decline(found.number)), button(t("No, keep it"), ShowInvitation(found.number))),
            (HOME,),
        ),
    )


def declined(name: str) -> Screen:
    return Screen(
        words=t("You have declined the invitation into “{name}”, and they know. Thank you for answering.", name=name),
        rows=column([MY_CONSORTIA, HOME]),
    )


# -- accepting


def take_part() -> Words:
    return t("Take part in a consortium")


def which_shop() -> Words:
    return t("With which of your shops do you want to take part?")


def shall_i() -> Words:
    return t("Shall your shop take part?")


def yes_take_part() -> Words:
    return t("Yes, take part")


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {"shop": t("Shop")}[key]


def what_it_means(found: InvitationCard, shop: Shop) -> Words:
    """Below the summary: what accepting means."""
    points = (
        t("{shop} becomes a member of “{name}”.", shop=shop.name, name=found.consortium.name),
        t("The other members see your shop's name, trade and gu, but not your phone number."),
        t("Only the agreement, which all of you confirm later, says your name and your business number."),
        t("In this round the shop can sit in this consortium only."),
        t("You promise no money yet: the own share is divided later, and you confirm your part yourself."),
        t("You can leave again."),
    )
    return t("{points:bullets}", points=points)


def accepted(found: Accepted) -> Screen:
    return Screen(
        words=lines(
            t("<b>{shop} is a member of “{name}”.</b>", shop=found.shop, name=found.consortium.name),
            t("Now: {members}. The lead business has been told.", members=how_many(found.members, found.size.fewest)),
            t("\nOpen the consortium to see what is still missing and what you can do."),
        ),
        rows=column([to_card(found.consortium.id, found.consortium.name), HOME]),
        stays=True,
    )


def register_first(found: InvitationCard) -> Screen:
    return Screen(
        words=lines(
            t("To take part in “{name}” you need a registered shop. That takes about five minutes.", name=found.consortium.name),
            t("I keep the invitation until {expires:datetime} and bring it back when your shop is registered.", expires=found.expires),
        ),
        rows=column([REGISTER, to_answer(found), HOME]),
    )


def full(consortium: int, most: int) -> Screen:
    return Screen(
        words=t("All {n} seats are taken just now. You can wait for one: when it is your turn, I hold it for you.", n=most),
        rows=column([_wait(consortium), MY_CONSORTIA, HOME]),
    )
