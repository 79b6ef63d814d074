"""The notices board: the list, one notice in full, narrowing and searching; pinning and taking down for coordinators."""

from collections.abc import Sequence

from bot.dialogue.taps import BeginStory
from bot.screens.letters import describe
from bot.screens.notice_taps import AllRead, AskToTakeDown, NarrowBoard, Pin, ReadOnBoard, ShowBoard, TakeDown
from bot.screens.notice_titles import title
from bot.screens.office_only import beyond_role, whom_to_ask
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.subscription_taps import StopTelling
from bot.screens.subscriptions import settings_button, subject_name
from bot.screens.taps import GoHome
from bot.screens.ways import HOME
from bot.words import SHIPPED, Words, lines, t, tn, verbatim
from programme.subscriptions import Subject
from services.coordinators import Forbidden, OutOfReach
from services.notice_board import Board, NoticeToRead, OnBoard

LONGEST_SOUGHT = 40  # letters
MOST_BYTES = 42  # what a button can carry of them through all pages


def board_button(unread: int) -> Button:
    return button(t("📢 Notices ({n} new)", n=unread) if unread else t("📢 Notices"), ShowBoard())


def board(found: Board, said: Words | None = None) -> Screen:
    at = ShowBoard(found.page, found.subject.value if found.subject else "", found.sought)
    above = t("{said}\n", said=said) if said is not None else None
    return Screen(
        words=lines(above, t("<b>📢 Notices</b>"), _narrowed(found, at), *_listed(found, at)),
        rows=(
            *column(button(title(one.fact), ReadOnBoard(one.notice.id)) for one in found.shown),
            *page_row(found.page, more=found.more, to=lambda page: ShowBoard(page, at.subject, at.sought)),
            *_ways(found, at),
        ),
    )


def _narrowed(found: Board, at: ShowBoard) -> Words | None:
    if not at.subject and not at.sought:
        return None
    about = subject_name(Subject(at.subject)) if at.subject else t("everything")
    if not at.sought:
        return tn("About: {about} ({count})", "About: {about} ({count})", found.total, about=about)
    return tn("“{sought}” in {about}: {count} notice", "“{sought}” in {about}: {count} notices", found.total, sought=at.sought, about=about)


def _listed(found: Board, at: ShowBoard) -> tuple[Words, ...]:
    if found.shown:
        return tuple(_line(one) for one in found.shown)
    if at.sought:
        return (t("Nothing was found. Try one shorter word, or look through all notices."),)
    return (t("There is no notice yet. What is sent to many stands here and can be read again."),)


def _line(one: OnBoard) -> Words:
    pinned = t("📌 pinned · ") if one.notice.pinned_at is not None else verbatim("")
    if one.unread:
        return t("\n{pinned}<b>{title}</b>\n{at:date} · new", pinned=pinned, title=title(one.fact), at=one.notice.posted_at)
    return t("\n{pinned}{title}\n{at:date}", pinned=pinned, title=title(one.fact), at=one.notice.posted_at)


def _ways(found: Board, at: ShowBoard) -> tuple[tuple[Button, ...], ...]:
    office = [button(t("✍️ Write a notice"), BeginStory("write_notice"))] if found.coordinator else []
    every = [button(t("All notices"), ShowBoard())] if at.subject or at.sought else []
    read = [button(t("✓ Mark all as read"), AllRead())] if found.unread else []
    narrow = [button(t("🔧 By subject"), NarrowBoard())] if found.subjects else []
    return (
        *column([*office, *every]),
        (button(t("🔍 Search"), BeginStory("search_notices")), *narrow),
        *column([*read, settings_button(), HOME]),
    )


def narrow(subjects: Sequence[Subject]) -> Screen:
    chosen = [button(subject_name(subject), ShowBoard(0, subject.value)) for subject in Subject if subject in subjects]
    return Screen(words=t("<b>Notices about what?</b>"), rows=column([button(t("All notices"), ShowBoard()), *chosen, HOME]))


def whole(found: NoticeToRead) -> Screen:
    """As the letter says it, with what can be done from there, and with how things stand with the reader now."""
    one, told = found.one, describe(found.one.fact)
    rows = [row for row in told.rows if not any(isinstance(way.tap, GoHome | ShowBoard | StopTelling) for way in row)]
    return Screen(
        words=lines(told.words, t("\n<i>Posted {at:datetime}</i>", at=one.notice.posted_at), _reached(found)),
        rows=(*rows, *column([*_of_the_office(found), button(t("◀ All notices"), ShowBoard()), HOME])),
        picture=told.picture,
        encloses=told.encloses,
    )


def _reached(found: NoticeToRead) -> Words | None:
    """For coordinators."""
    notice = found.one.notice
    if found.office is not None or not notice.tells:
        return None
    if notice.told_at is None:
        return tn("Being sent: {count} letter so far.", "Being sent: {count} letters so far.", notice.told)
    return tn("Sent to {count} person.", "Sent to {count} people.", notice.told)


def _of_the_office(found: NoticeToRead) -> tuple[Button, ...]:
    if found.office is not None:
        return ()
    number, pinned = found.one.notice.id, found.one.notice.pinned_at is not None
    return (button(t("Unpin") if pinned else t("📌 Pin"), Pin(number, not pinned)), button(t("🗑 Take down"), AskToTakeDown(number)))


def really_take_down(number: int) -> Screen:
    return Screen(
        words=lines(
            t("<b>Take this notice down?</b>"),
            t("It goes from the board, and letters that have not gone out do not go. Who has read it has read it."),
        ),
        rows=column([button(t("Yes, take it down"), TakeDown(number)), button(t("◀ Back"), ReadOnBoard(number)), HOME]),
    )


def taken_down() -> Words:
    return t("The notice is taken down.")


def gone() -> Words:
    return t("That notice has been taken down.")


def not_yours(found: Forbidden) -> Words:
    if isinstance(found, OutOfReach):
        return lines(beyond_role(), whom_to_ask())
    return t("Only coordinators write, pin and take down notices.")


def all_read() -> Words:
    return t("All read.")


def in_words(one: OnBoard) -> str:
    """All it says in every language, for the search."""
    told = (title(one.fact), describe(one.fact).words)
    return " ".join(words.in_(language) for language in SHIPPED for words in told)


def search() -> Words:
    return t("Search the notices")


def which_words() -> Words:
    return t("What are you looking for?")


def why_words() -> Words:
    return t("One word, or two: I look in titles and texts, in Korean and in English.")


def words_example() -> Words:
    return t("results")


def sought(text: str) -> str:
    """As much of what was typed as the buttons below can carry."""
    plain = " ".join("".join(letter if letter.isprintable() and letter != ":" else " " for letter in text).split())
    return plain.encode()[:MOST_BYTES].decode(errors="ignore").strip()
