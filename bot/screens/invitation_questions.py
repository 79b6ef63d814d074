"""Questions about an invitation: asking the lead, and answering."""

from bot.dialogue.taps import BeginStory
from bot.screens.invitations import all_invitations
from bot.screens.invited import ShowInvitation
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, t


def ask_the_inviter() -> Words:
    return t("Ask about an invitation")


def what_to_ask(shop: str) -> Words:
    return t("What would you like to ask {shop}?", shop=shop)


def why_ask() -> Words:
    return t("they see your question and your shop's name, not your phone number.")


def question_example() -> Words:
    return t("Who pays for the oven, and when?")


def your_question() -> Words:
    return t("Your question")


def your_answer() -> Words:
    return t("Your answer")


def shall_i_send() -> Words:
    return t("Shall I send it?")


def send_it() -> Words:
    return t("Send it")


def asked(number: int) -> Screen:
    return Screen(
        words=t("Your question is sent. The answer comes here; the invitation stays open."),
        rows=column([button(t("Back to the invitation"), ShowInvitation(number)), HOME]),
    )


def too_many_asked(number: int, most: int) -> Screen:
    return Screen(
        words=t("{n} of your questions wait for an answer. Please wait for one before you ask more.", n=most),
        rows=column([button(t("Back to the invitation"), ShowInvitation(number)), HOME]),
    )


# -- answering


def answer_the_invited() -> Words:
    return t("Answer an invited shop")


def answer_button(number: int) -> Button:
    return button(t("✍️ Answer"), BeginStory("answer_invited", str(number)))


def what_to_answer() -> Words:
    return t("What is your answer?")


def quoted(question: str) -> Words:
    return t("<blockquote>{question}</blockquote>\nType your answer below.", question=question)


def answer_sent(consortium: int) -> Screen:
    return Screen(words=t("Your answer is sent."), rows=column([all_invitations(consortium), HOME]))


def answered_before(consortium: int) -> Screen:
    return Screen(words=t("This question has its answer already. Nothing more was sent."), rows=column([all_invitations(consortium), HOME]))
