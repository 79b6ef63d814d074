"""The office's side: questions that wait, one question in full, answering it."""

from dataclasses import dataclass

from bot.dialogue.sent import dashed
from bot.dialogue.taps import BeginStory
from bot.happenings import FileKind
from bot.screens import inquiries as asked
from bot.screens import office_desk, threads
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Enclosure, Screen, button, column
from bot.screens.today_ways import TODAY
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t, tn
from services.answering import WholeQuestion
from services.inquiries import QuestionPage, Topic
from storage.inquiries import Inquiry
from storage.talks import Side

FORMER = 300  # characters shown of the exchange before


@tap("qw")
@dataclass(frozen=True)
class ShowWaiting(Tap):
    page: int = 0


@tap("qf")
@dataclass(frozen=True)
class ShowFiles(Tap):
    """Show me what was sent with this question."""

    number: int


@tap("qr")
@dataclass(frozen=True)
class ReadQuestion(Tap):
    number: int


def answer_a_question() -> Words:
    return t("Answer a question")


def waiting_button(waiting: int) -> Button:
    label = t("📨 Questions waiting ({n})", n=waiting) if waiting else t("📨 No questions waiting")
    return button(label, ShowWaiting())


def waiting(found: QuestionPage) -> Screen:
    if not found.questions:
        return Screen(words=t("No question is waiting. Every one has its answer."), rows=column([*_of_the_office(found), HOME]))
    listed = [
        button(t("No. {number} · {topic}", number=one.id, topic=asked.topic(Topic(one.topic))), ReadQuestion(one.id))
        for one in found.questions
    ]
    return Screen(
        words=lines(t("<b>Questions waiting</b>\nThe oldest comes first."), *(_listed(one) for one in found.questions)),
        rows=(
            *column(listed),
            *page_row(found.page, more=found.more, to=ShowWaiting),
            *column([*_of_the_office(found), HOME]),
        ),
    )


def _of_the_office(found: QuestionPage) -> tuple[Button, ...]:
    return (button(t("Saved replies"), office_desk.ShowSavedReplies()),) if found.for_office else ()


def _listed(one: Inquiry) -> Words:
    return t(
        "\n<b>No. {number}</b> · {asked_at:datetime}\n{excerpt}",
        number=one.id,
        asked_at=one.asked_at,
        excerpt=asked.excerpt(one.question, asked.EXCERPT),
    )


def question(whole: WholeQuestion, *, with_files: bool = False) -> Screen:
    """`with_files`: what was sent with it, and since, is shown first."""
    one = whole.inquiry
    files = [*one.files, *(file for said in whole.thread for file in said.files)]
    return Screen(
        words=lines(
            asked.heading(one),
            office_desk.standing(whole),
            _phone(one),
            *_before(whole.former),
            asked.asked(one.question),
            asked.files_sent(one),
            *(threads.thread(whole.thread) or (asked.answered(one),)),
        ),
        encloses=tuple(Enclosure(FileKind(file.kind), file.file_id) for file in files) if with_files else (),
        rows=column(
            [
                *_answering(one),
                *(() if with_files else _files(one.id, len(files))),
                *office_desk.tools(whole),
                button(t("All questions waiting"), ShowWaiting()),
                HOME,
            ]
        ),
    )


def _answering(one: Inquiry) -> tuple[Button, ...]:
    return (answer_button(one.id),) if one.answered_at is None else ()


def _files(number: int, count: int) -> tuple[Button, ...]:
    return (button(tn("Show {count} photo or file", "Show {count} photos or files", count), ShowFiles(number)),) if count else ()


def answer_button(number: int) -> Button:
    return button(t("✍️ Answer"), BeginStory("answer_inquiry", str(number)))


def _phone(one: Inquiry) -> Words | None:
    if one.phone is None:
        return None
    if one.phone_verified:
        return t("Wants a call, too: {phone} (confirmed by Telegram)", phone=dashed(one.phone))
    return t("Wants a call, too: {phone} (typed)", phone=dashed(one.phone))


def _before(former: Inquiry | None) -> tuple[Words, ...]:
    """What was asked and answered before, when somebody asks again."""
    if former is None:
        return ()
    return (
        t(
            "\nAsks again about No. {number}:\n<i>{question}</i>\n→ {answer}",
            number=former.id,
            question=asked.excerpt(former.question, FORMER),
            answer=asked.excerpt(former.answer or "–", FORMER),
        ),
    )


def what_do_you_answer(number: int) -> Words:
    return t("What is your answer to No. {number}?", number=number)


def add_to_the_answer() -> Words:
    return t("Add to the answer")


def what_do_you_add(number: int) -> Words:
    return t("What would you like to add on No. {number}?", number=number)


def quoted(whole: WholeQuestion) -> Words:
    """What the asker said last."""
    said = [one.words for one in whole.thread if one.side is Side.ASKER and one.words]
    last = said[-1] if said else whole.inquiry.question
    return t("<blockquote>{question}</blockquote>\nType your answer below.", question=asked.excerpt(last, 2 * FORMER))


def your_answer() -> Words:
    return t("Your answer")


def shall_i_send() -> Words:
    return t("Shall I send this answer?")


def send_it() -> Words:
    return t("Send it")


def sent(number: int, *, live: bool = False) -> Screen:
    """`live`: the one who asked is still talking with the office; the answer may have been the last word."""
    back = [office_desk.hand_back(number)] if live else []
    return Screen(
        words=t("Your answer to No. {number} is sent. At night it waits until 08:00.", number=number),
        rows=column([*back, button(t("All questions waiting"), ShowWaiting()), TODAY, HOME]),
    )


def somebody_was_faster(number: int) -> Screen:
    return Screen(
        words=t("Question No. {number} has been answered by a colleague in the meantime. Nothing more was sent.", number=number),
        rows=column([button(t("Read the answer"), ReadQuestion(number)), button(t("All questions waiting"), ShowWaiting()), HOME]),
    )


def gone() -> Screen:
    return Screen(
        words=t("This question is no longer there: the person who asked took it back."),
        rows=column([button(t("All questions waiting"), ShowWaiting()), HOME]),
    )


def not_yours() -> Screen:
    return Screen(words=t("Only the coordinators of the office can read and answer questions."), rows=column([HOME]))
