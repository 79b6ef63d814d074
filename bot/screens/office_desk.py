"""The office's own tools on a question: looking after it, notes, saved replies, handing back to the bot."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.taps import BeginStory
from bot.screens.record_ways import record_of
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from services.answering import WholeQuestion
from services.record_cases import Case
from storage.saved_replies import SavedReply

EXCERPT = 80


@tap("zk")
@dataclass(frozen=True)
class LookAfter(Tap):
    """`take` false: somebody else may."""

    number: int
    take: bool


@tap("zh")
@dataclass(frozen=True)
class HandBackTalk(Tap):
    number: int


@tap("zs")
@dataclass(frozen=True)
class ShowSavedReplies(Tap):
    pass


@tap("zd")
@dataclass(frozen=True)
class DropSavedReply(Tap):
    number: int


def tools(whole: WholeQuestion) -> tuple[Button, ...]:
    number = whole.inquiry.id
    found = [button(t("📝 Note for the office"), BeginStory("note_on_question", str(number)))] if whole.for_office else []
    if whole.inquiry.answered_at is not None:
        found.insert(0, button(t("✍️ Add to the answer"), BeginStory("add_to_answer", str(number))))
    if whole.mine:
        found.append(button(t("Let others take it"), LookAfter(number, take=False)))
    elif whole.inquiry.taken_by is None:
        found.append(button(t("✋ I look after it"), LookAfter(number, take=True)))
    if whole.live:
        found.append(hand_back(number))
    if whole.for_office:
        found.append(record_of(Case.QUESTION, number))
    return tuple(found)


def hand_back(number: int) -> Button:
    return button(t("🤖 Back to the bot"), HandBackTalk(number))


def standing(whole: WholeQuestion) -> Words | None:
    """Who looks after it, and whether the asker waits at the other end right now."""
    who = t("You look after it.") if whole.mine else t("A colleague looks after it.") if whole.inquiry.taken_by is not None else None
    live = t("🟢 The person is talking with the office now; the bot keeps silent.") if whole.live else None
    return lines(*(one for one in (who, live) if one is not None)) if who is not None or live is not None else None


def handed_back() -> Words:
    return t("Handed back. The bot listens to this person again.")


def not_talking() -> Words:
    return t("This person had already turned to the bot again.")


def taken() -> Words:
    return t("You look after it now. What the person adds comes to you alone.")


def let_go() -> Words:
    return t("Others may take it now.")


def taken_by_colleague() -> Words:
    return t("A colleague was faster and looks after it.")


def noted(number: int) -> Screen:
    from bot.screens.answering import ReadQuestion  # noqa: PLC0415 - the two screens lead to each other

    return Screen(
        words=t("The note is kept with No. {number}. Only the office sees it.", number=number),
        rows=column([button(t("Read the question"), ReadQuestion(number)), HOME]),
    )


def saved_replies(found: Sequence[SavedReply]) -> Screen:
    new = button(t("➕ New saved reply"), BeginStory("save_reply"))
    if not found:
        return Screen(
            words=t("<b>Saved replies</b>\nNone yet. Save what you write often: it is then one tap away when you answer."),
            rows=column([new, HOME]),
        )
    return Screen(
        words=lines(
            t("<b>Saved replies</b>"), *(t("\n<b>{title}</b>\n{words}", title=one.title, words=_excerpt(one.words)) for one in found)
        ),
        rows=column([*(button(t("🗑 {title}", title=one.title), DropSavedReply(one.id)) for one in found), new, HOME]),
    )


def _excerpt(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= EXCERPT else f"{line[: EXCERPT - 1].rstrip()}…"


def dropped() -> Words:
    return t("Deleted.")


def saved(title: str) -> Screen:
    return Screen(
        words=t("Saved: “{title}”. It is offered whenever you answer a question.", title=title),
        rows=column([button(t("Saved replies"), ShowSavedReplies()), HOME]),
    )


def title_taken(title: str) -> Words:
    return t("There is a saved reply called “{title}” already. Please choose another name.", title=title)


def too_many_saved(most: int) -> Screen:
    return Screen(
        words=t("{n} replies are saved: that is the most. Delete one first.", n=most),
        rows=column([button(t("Saved replies"), ShowSavedReplies()), HOME]),
    )


def a_note() -> Words:
    return t("Note for the office")


def what_to_note(number: int) -> Words:
    return t("What should the office know about No. {number}?", number=number)


def why_note() -> Words:
    return t("a colleague may answer next. The person who asked never sees it.")


def new_saved_reply() -> Words:
    return t("New saved reply")


def what_to_save() -> Words:
    return t("What does the reply say?")


def which_title() -> Words:
    return t("Under which name shall I offer it?")


def an_example() -> Words:
    return t("Which documents")


def shall_i_save() -> Words:
    return t("Shall I save this reply?")


def save_it() -> Words:
    return t("Save it")


def names(key: str) -> Words:
    return {"words": t("Reply"), "title": t("Name")}[key]
