"""Announcements on the office's desk: what lies where, and the page of one, from which everything about it can be changed."""

from bot.dialogue.taps import BeginStory
from bot.screens.announcement_progress import begun, going
from bot.screens.announcement_taps import (
    ApproveIt,
    AskApproval,
    AskToSend,
    AskToThrowAway,
    CloneIt,
    SeeAsReaders,
    ShowAnnouncement,
    ShowAnnouncements,
    ShowAudience,
    ShowButtons,
    ShowCategories,
    ShowShelf,
    ShowWords,
    TakeItBack,
    ThrowItAway,
)
from bot.screens.announcement_words import category_name, languages, state_name, to_whom
from bot.screens.page_row import page_row
from bot.screens.record_ways import record_of
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.ways import HOME
from bot.words import SHIPPED, Words, lines, own_name, t, tn, verbatim
from programme import announcement_parts
from programme.announcements import AnnouncementState, spoken_in
from programme.quiet_hours import may_go_at
from services.announcement_deeds import NoSuchAnnouncement
from services.announcement_looks import OneSeen, OnShelves, Shelf, ShelfPage
from services.coordinators import Forbidden
from services.record import Case
from storage.announcements import Announcement

NEW, WORDS, BUTTON, TIME, BACK = (
    "new_announcement",
    "announcement_words",
    "announcement_button",
    "announcement_time",
    "announcement_back",
)  # stories
ALL = button(t("📣 Announcements"), ShowAnnouncements())
LONGEST_LINE = 30
Row = tuple[Button, ...]
S = AnnouncementState


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
            *column(
                button(t("{n}. {begins}", n=one.id, begins=begins(one, LONGEST_LINE)), ShowAnnouncement(one.id)) for one in found.found
            ),
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
        state=state_name(one.state),
        when=when,
    )


def begins(one: Announcement, most: int) -> Words:
    words = announcement_parts.begins(one.parts, most)
    return verbatim(words) if words else t("(without words)")


def page(seen: OneSeen, said: Words | None = None) -> Screen:
    if seen.outcomes:
        return going(seen, said)
    return Screen(
        words=lines(t("{said}\n", said=said) if said is not None else None, *_told(seen)),
        rows=(*_ways(seen), beside(ALL, record_of(Case.ANNOUNCEMENT, seen.one.id)), (HOME,)),
    )


def _told(seen: OneSeen) -> list[Words | None]:
    one = seen.one
    return [
        t("<b>Announcement {n}</b> · {state}", n=one.id, state=state_name(one.state)),
        t("\n“{begins}”", begins=begins(one, 100)),
        t("🏷 {category}", category=category_name(one.category)),
        t("✏️ In {languages}", languages=languages(one.parts)),
        *(_falls_back(one, language) for language in SHIPPED if language not in one.parts),
        tn("🔘 {count} button", "🔘 {count} buttons", len(one.buttons)) if one.buttons else None,
        t("👥 To {whom}", whom=to_whom(one.audience, seen.event_titles)),
        _people(seen.people),
        *_standing(seen),
    ]


def _falls_back(one: Announcement, language: str) -> Words:
    read = spoken_in(one.parts, language)
    return t("⚠️ Readers of {language} get it in {other}.", language=own_name(language), other=own_name(read))


def _people(people: int) -> Words:
    if not people:
        return t("⚠️ <b>That is nobody at all.</b> Please change to whom it goes.")
    return tn("That is <b>{count:number} person</b> now.", "That is <b>{count:number} people</b> now.", people)


def _standing(seen: OneSeen) -> list[Words | None]:
    one = seen.one
    return [
        t(
            "\n👁 Not yet seen as it will be sent: {languages}. Look at it first: it is really sent, to you alone.",
            languages=languages(seen.untested),
        )
        if seen.untested and one.state is S.DRAFT
        else None,
        t("\n↩️ Sent back: {why}", why=one.sent_back_why) if one.sent_back_why else None,
        t("\n✅ A second person has approved it. Any change takes that back.") if one.approved_by is not None else None,
        t("\n🙋 So many people need a second person of the office who approves it.")
        if seen.needs_approval and one.state in {S.DRAFT, S.HELD}
        else None,
        t("\n🕑 It goes on {due:datetime}.", due=may_go_at(one.due_at)) if one.state is S.SCHEDULED and one.due_at is not None else None,
        None if seen.may_send else t("\nYour role does not reach all of these people: it covers only some gu or one track."),
    ]


def _ways(seen: OneSeen) -> list[Row]:
    """Short ways stand side by side, so that the words above stay in sight."""
    one = seen.one
    looks = column(
        button(t("👁 See it as sent: {language}", language=own_name(language)), SeeAsReaders(one.id, language)) for language in one.parts
    )
    clone = button(t("📄 Use it again"), CloneIt(one.id))
    if one.state is S.ASKED:
        back = [button(t("↩️ Take it back"), TakeItBack(one.id))] if seen.may_change else []
        return [*looks, *column([*_judging(seen), *back, clone])]
    if not seen.may_change:
        return [*looks, (clone,)]
    if one.state in {S.SCHEDULED, S.HELD}:
        return [*looks, *column([*_deciding(seen), clone])]
    throw = button(t("🗑 Throw it away"), AskToThrowAway(one.id))
    return [*_sections(seen), *looks, *column(_sending(seen)), beside(clone, throw)]


def _sections(seen: OneSeen) -> list[Row]:
    number = seen.one.id
    words = button(t("✏️ Text and languages"), ShowWords(number))
    buttons = button(t("🔘 Buttons ({n})", n=len(seen.one.buttons)), ShowButtons(number))
    whom = button(t("👥 To whom ({n:number})", n=seen.people), ShowAudience(number))
    return [beside(words, buttons), beside(whom, button(t("🏷 Kind"), ShowCategories(number)))]


def _sending(seen: OneSeen) -> list[Button]:
    if seen.untested or not seen.people or not seen.may_send:
        return []
    if seen.needs_approval:
        return [button(t("🙋 Ask for approval"), AskApproval(seen.one.id, seen.one.digest))]
    return [button(t("📤 Send"), AskToSend(seen.one.id)), button(t("🕑 At another time"), BeginStory(TIME, str(seen.one.id)))]


def _deciding(seen: OneSeen) -> list[Button]:
    number = seen.one.id
    now = [button(t("📤 Send now"), AskToSend(number))] if seen.may_send else []
    return [*now, button(t("🕑 At another time"), BeginStory(TIME, str(number))), button(t("↩️ Back to the drafts"), TakeItBack(number))]


def _judging(seen: OneSeen) -> list[Button]:
    """Whoever had no part in it."""
    if seen.is_author or not seen.may_send:
        return []
    one = seen.one
    return [
        button(t("✅ Approve it"), ApproveIt(one.id, one.digest)),
        button(t("↩️ Send it back"), BeginStory(BACK, f"{one.id}-{one.digest}")),
    ]


def sure_to_throw_away(seen: OneSeen) -> Screen:
    number = seen.one.id
    return Screen(
        words=t("<b>Throw away the draft “{begins}”?</b>\nIt cannot be got back.", begins=begins(seen.one, LONGEST_LINE)),
        rows=column([button(t("🗑 Yes, throw it away"), ThrowItAway(number)), button(t("◀ No, keep it"), ShowAnnouncement(number))]),
    )


def thrown_away() -> Words:
    return t("The draft is thrown away.")


def cloned() -> Words:
    return t("This is a new draft with the same text, buttons and people. The old one stays as it is.")


def taken_back() -> Words:
    return t("It is a draft again and is not sent.")


def gone() -> Words:
    return t("That announcement is no longer there.")


def not_yours() -> Screen:
    return Screen(
        words=t(
            "Only coordinators of the office whose role covers this can do it. If your role has ended, an owner of the office can renew it."
        ),
        rows=((HOME,),),
    )


def going_out(number: int, people: int) -> Screen:
    """The numbers stand in the live message below."""
    return Screen(words=begun(people), rows=column([button(t("📣 Open the announcement"), ShowAnnouncement(number)), ALL, HOME]))


def refused(outcome: NoSuchAnnouncement | Forbidden) -> Screen:
    return not_yours() if isinstance(outcome, Forbidden) else Screen(words=gone(), rows=column([ALL, HOME]))


def on_its_way() -> Words:
    return t("👁 It comes below, just as readers get it. Then you can go on from there.")
