"""The tax and accounting desk: a quick question first, a session where that is not enough."""

from bot.dialogue.taps import BeginStory
from bot.screens.booking_search import ChooseWho
from bot.screens.booking_taps import ShowBooking
from bot.screens.consulting import topic_name
from bot.screens.inquiries import ShowMyQuestion, ShowMyQuestions
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from programme.topics import Topic

STORY = "ask_desk"


def desk(topic: Topic) -> Screen:
    return Screen(
        words=lines(
            t("<b>{topic}: quick question or session?</b>", topic=topic_name(topic)),
            t("\n• A <b>quick question</b>: you write it now and are answered here in the chat. It uses up no session."),
            t("• A <b>session</b>: somebody takes an hour for you, with your papers on the table."),
            t("\nIf the answer is not enough, you can still book."),
        ),
        rows=column(
            [
                button(t("✍️ Quick question first"), BeginStory(STORY, topic.value)),
                button(t("🗓 Book a session"), ChooseWho(topic)),
                button(t("◀ Another topic"), ShowBooking()),
                HOME,
            ]
        ),
    )


def title() -> Words:
    return t("Quick question")


def who_reads(topic: Topic) -> Words:
    return t("Consultants for {topic} and the coordinators read it, without your name.", topic=topic_name(topic))


def an_example() -> Words:
    return t("We bought an oven together. Whose books does it go into?")


def shall_i_send() -> Words:
    return t("Shall I send this question?")


def send_it() -> Words:
    return t("Send it")


def receipt(number: int, topic: Topic) -> Screen:
    return Screen(
        words=lines(
            t("<b>Your question is on its way: No. {number}</b>", number=number),
            t("\nA consultant or a coordinator answers here in this chat. You need not wait: I will write to you."),
            t("If you would rather talk about it, book a session at any time."),
        ),
        rows=column(
            [
                button(t("See my question"), ShowMyQuestion(number)),
                button(t("🗓 Book a session"), ChooseWho(topic)),
                button(t("📮 My questions"), ShowMyQuestions()),
                HOME,
            ]
        ),
        stays=True,
    )


def no_such_desk() -> Screen:
    return Screen(
        words=t("There is no desk for this topic. Choose what it is about."), rows=column([button(t("🗓 All topics"), ShowBooking()), HOME])
    )
