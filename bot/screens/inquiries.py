"""One's own questions to the office: the receipt, the list, one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.taps import BeginStory
from bot.screens import threads
from bot.screens.booking_search import ChooseWho
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t, tn
from programme.topics import DESK
from programme.topics import Topic as Subject
from services.inquiries import OFFICE_CLOSES, OFFICE_OPENS, QuestionPage, Topic
from storage.inquiries import Inquiry
from storage.talks import Said

EXCERPT = 60


@tap("qm")
@dataclass(frozen=True)
class ShowMyQuestions(Tap):
    page: int = 0


@tap("q")
@dataclass(frozen=True)
class ShowMyQuestion(Tap):
    number: int


@tap("qb")
@dataclass(frozen=True)
class TakeBack(Tap):
    """I no longer need an answer."""

    number: int


@tap("qt")
@dataclass(frozen=True)
class ThankFor(Tap):
    """That answer helped."""

    number: int


def topic(one: Topic) -> Words:
    return {
        Topic.ELIGIBILITY: t("Whether we can apply"),
        Topic.MONEY: t("Money"),
        Topic.DOCUMENTS: t("Documents"),
        Topic.OTHER: t("Something else"),
        Topic.TAX: t("Taxes"),
        Topic.ACCOUNTING: t("Accounts"),
    }[one]


def receipt(number: int) -> Screen:
    return Screen(
        words=lines(
            t("<b>Your question is with the office: No. {number}</b>", number=number),
            t("\nA coordinator reads it and answers here in this chat. You need not wait: I will write to you."),
            t("The office is open Monday to Friday, {opens}–{closes}.", opens=f"{OFFICE_OPENS:%H:%M}", closes=f"{OFFICE_CLOSES:%H:%M}"),
        ),
        rows=column([button(t("See my question"), ShowMyQuestion(number)), HOME]),
        stays=True,
    )


def too_many(most: int) -> Screen:
    return Screen(words=too_many_words(most), rows=column([button(t("📮 My questions"), ShowMyQuestions()), HOME]))


def too_many_words(most: int) -> Words:
    return t(
        "{n} of your questions are waiting for an answer: that is the most at one time. "
        "As soon as one is answered you can ask the next. You can also take one back.",
        n=most,
    )


def my_questions(found: QuestionPage) -> Screen:
    if not found.questions:
        return Screen(
            words=t("You have not asked the office anything yet."),
            rows=column([button(t("🙋 Ask a person"), BeginStory("ask_office")), HOME]),
        )
    listed = [button(t("No. {number} · {state}", number=one.id, state=state(one)), ShowMyQuestion(one.id)) for one in found.questions]
    return Screen(
        words=lines(t("<b>My questions</b>"), *(_listed(one) for one in found.questions)),
        rows=(*column(listed), *page_row(found.page, more=found.more, to=ShowMyQuestions), (HOME,)),
    )


def _listed(one: Inquiry) -> Words:
    return t(
        "\n<b>No. {number}</b> · {topic} · {asked_at:date} · {state}\n{excerpt}",
        number=one.id,
        topic=topic(Topic(one.topic)),
        asked_at=one.asked_at,
        state=state(one),
        excerpt=excerpt(one.question, EXCERPT),
    )


def my_question(one: Inquiry, thread: Sequence[Said] = (), said: Words | None = None, *, back: Sequence[Button] = ()) -> Screen:
    """`thread`: what was said since, notes of the office not among it. `back`: to what the person was doing before they asked."""
    above = t("{said}\n", said=said) if said is not None else None
    since = threads.thread(thread) or (answered(one),)
    return Screen(
        words=lines(above, heading(one), state(one), asked(one.question), files_sent(one), *since), rows=(*column(back), *_ways(one))
    )


def session_instead(one: Topic) -> list[Button]:
    """Where an answer of the desk is not enough."""
    return [button(t("🗓 Book a session"), ChooseWho(Subject(one.value)))] if one.value in DESK else []


def _ways(one: Inquiry) -> tuple[tuple[Button, ...], ...]:
    if one.answered_at is None:
        ways = [button(t("Take it back"), TakeBack(one.id))]
    else:
        ways = [*session_instead(Topic(one.topic)), button(t("Ask again"), BeginStory("ask_office", str(one.id)))]
        if one.helped_at is None:
            ways.insert(0, button(t("That helped"), ThankFor(one.id)))
    return column([*ways, button(t("📮 My questions"), ShowMyQuestions()), HOME])


def heading(one: Inquiry) -> Words:
    return t(
        "<b>Question No. {number}</b> · {topic}\n{asked_at:datetime}",
        number=one.id,
        topic=topic(Topic(one.topic)),
        asked_at=one.asked_at,
    )


def state(one: Inquiry) -> Words:
    return t("waiting") if one.answered_at is None else t("answered")


def asked(question: str) -> Words:
    return t("\n<blockquote>{question}</blockquote>", question=question)


def files_sent(one: Inquiry) -> Words | None:
    return tn("{count} photo or file", "{count} photos or files", len(one.files)) if one.files else None


def answered(one: Inquiry) -> Words | None:
    return t("\n<b>The office's answer</b>\n{answer}", answer=one.answer) if one.answer is not None else None


def taken_back(number: int) -> Screen:
    return Screen(
        words=t("Question No. {number} is taken back and deleted.", number=number),
        rows=column([button(t("🙋 Ask a person"), BeginStory("ask_office")), HOME]),
    )


def not_there() -> Screen:
    return Screen(words=t("This question is no longer there."), rows=column([button(t("📮 My questions"), ShowMyQuestions()), HOME]))


def answered_meanwhile() -> Words:
    return t("The office has answered in the meantime, so it stays.")


def glad() -> Words:
    return t("Glad that it helped. Thank you for telling us.")


def excerpt(text: str, longest: int) -> str:
    """The beginning, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
