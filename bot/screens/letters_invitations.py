"""What the letters about invitations say."""

from bot.dialogue.taps import BeginStory
from bot.screens import invitation_questions as questions
from bot.screens.consortia import how_many, to_card
from bot.screens.invitation_taps import SendAgain
from bot.screens.invitations import all_invitations
from bot.screens.invited import ShowInvitation, answer_button
from bot.screens.letters import says
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, verbatim
from services.invitation_letters import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationExpired,
    InvitationReceived,
    InvitationWaits,
    InvitedAsks,
    InviterAnswers,
    MayAnswerNow,
)


@says(InvitationReceived)
def invitation_received(fact: InvitationReceived) -> Screen:
    return Screen(
        words=lines(
            t("✉️ <b>{shop} invites your shop into the consortium “{name}”.</b>", shop=fact.shop, name=fact.consortium),
            t("Have a look who takes part and what they plan. You can answer until {expires:datetime}.", expires=fact.expires),
        ),
        rows=column([button(t("See the invitation"), ShowInvitation(fact.number)), HOME]),
    )


@says(InvitationWaits)
def invitation_waits(fact: InvitationWaits) -> Screen:
    return Screen(
        words=lines(
            t("🔔 <b>{shop} waits for your answer about “{name}”.</b>", shop=fact.shop, name=fact.consortium),
            t("You can answer until {expires:datetime}. A “no” helps them, too.", expires=fact.expires),
        ),
        rows=column([answer_button(fact.number, fact.consortium), HOME]),
    )


@says(MayAnswerNow)
def may_answer_now(fact: MayAnswerNow) -> Screen:
    return Screen(
        words=t("✉️ Your shop is registered. Now you can answer the invitation into <b>“{name}”</b>.", name=fact.name),
        rows=column([answer_button(fact.number, fact.name), HOME]),
    )


@says(InvitationAccepted)
def invitation_accepted(fact: InvitationAccepted) -> Screen:
    return Screen(
        words=lines(
            t("🎉 <b>{shop} takes part in “{name}”.</b>", shop=fact.shop, name=fact.name),
            t("Now: {members}.", members=how_many(fact.members, fact.fewest)),
        ),
        rows=column([to_card(fact.consortium, fact.name), HOME]),
    )


@says(InvitationDeclined)
def invitation_declined(fact: InvitationDeclined) -> Screen:
    return Screen(
        words=lines(
            t("{who} has declined your invitation into “{name}”.", who=_who(fact.who), name=fact.name),
            t("The seat is free for another shop."),
        ),
        rows=column(
            [button(t("✉️ Invite another shop"), BeginStory("invite", str(fact.consortium))), all_invitations(fact.consortium), HOME]
        ),
    )


@says(InvitationExpired)
def invitation_expired(fact: InvitationExpired) -> Screen:
    return Screen(
        words=lines(
            t("⏳ The invitation for {who} into “{name}” was not answered in time.", who=_who(fact.label), name=fact.name),
            t("You can send it again with a new link."),
        ),
        rows=column([button(t("🔄 Send it again"), SendAgain(fact.number)), all_invitations(fact.consortium), HOME]),
    )


@says(InvitedAsks)
def invited_asks(fact: InvitedAsks) -> Screen:
    return Screen(
        words=lines(
            t("💬 <b>{who} has a question before joining “{name}”:</b>", who=_who(fact.who), name=fact.name),
            t("\n<blockquote>{question}</blockquote>", question=fact.question),
        ),
        rows=column([questions.answer_button(fact.number), HOME]),
    )


@says(InviterAnswers)
def inviter_answers(fact: InviterAnswers) -> Screen:
    return Screen(
        words=lines(
            t("💬 <b>The lead business of “{name}” has answered your question:</b>", name=fact.name),
            t("\n<blockquote>{question}</blockquote>", question=fact.question),
            t("\n{answer}", answer=fact.answer),
        ),
        rows=column([button(t("Back to the invitation"), ShowInvitation(fact.invitation)), HOME]),
    )


def _who(known: str) -> Words:
    return verbatim(known) if known else t("a shop")
