"""Announcements on the office's desk: which lie where."""

from bot.dialogue.taps import BeginStory
from bot.screens.announcement_progress import ALL
from bot.screens.announcement_taps import ShowAnnouncement, ShowShelf
from bot.screens.announcement_words import standing
from bot.screens.announcements import LONGEST_LINE, begins
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, verbatim
from programme import announcement_parts
from programme.announcements import AnnouncementState
from programme.widths import narrowed
from services.announcement_shelves import OnShelves, Shelf, ShelfPage
from storage.announcements import Announcement

NEW = "new_announcement"  # the story
WIDEST_LABEL = 26  # half letters of the Latin kind, beside the number
S = AnnouncementState


def of_story(subject: str) -> Button:  # noqa: ARG001 - a new one is about nothing yet
    """Where a new one is begun."""
    return ALL


def hub(found: OnShelves, said: Words | None = None) -> Screen:
    shelves = [button(_shelf(shelf, found.counts[shelf]), ShowShelf(shelf)) for shelf in Shelf if found.counts[shelf]]
    new = [button(t("➕ New announcement"), BeginStory(NEW))] if found.may_compose else []
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>📣 Announcements</b>"),
            t("What the office says to many at once. Nobody gets one twice, and everybody can do without a kind."),
            None if shelves else t("\nThere are none yet."),
        ),
        rows=column([*new, *shelves, HOME]),
    )


def _shelf(shelf: Shelf, n: int) -> Words:
    return {
        Shelf.DRAFTS: t("📝 Drafts ({n})", n=n),
        Shelf.ASKED: t("🙋 Waiting for approval ({n})", n=n),
        Shelf.SCHEDULED: t("🕑 Scheduled ({n})", n=n),
        Shelf.SENDING: t("📤 Being sent ({n})", n=n),
        Shelf.SENT: t("✅ Sent ({n})", n=n),
    }[shelf]


def shelf_page(found: ShelfPage) -> Screen:
    return Screen(
        words=lines(t("<b>📣 Announcements</b>"), *(_line(one) for one in found.found), None if found.found else t("There are none here.")),
        rows=(
            *column(button(t("{n}. {begins}", n=one.id, begins=_label(one)), ShowAnnouncement(one.id)) for one in found.found),
            *page_row(found.page, more=found.more, to=lambda page: ShowShelf(found.shelf, page)),
            *column([ALL, HOME]),
        ),
    )


def _line(one: Announcement) -> Words:
    when = one.due_at if one.state in {S.SCHEDULED, S.HELD} and one.due_at is not None else one.started_at or one.changed_at
    return t(
        "• <b>{n}.</b> {begins} · {state} · {when:datetime}",
        n=one.id,
        begins=begins(one, LONGEST_LINE),
        state=standing(one),
        when=when,
    )


def _label(one: Announcement) -> Words:
    """As much as fits on a button."""
    words = announcement_parts.begins(one.parts)
    return verbatim(narrowed(words, WIDEST_LABEL)) if words else t("(without words)")
