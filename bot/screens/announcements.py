"""The page of an announcement on the office's desk, from which everything about it can be changed."""

from bot.dialogue.taps import BeginStory
from bot.screens.announcement_progress import ALL, begun, going
from bot.screens.announcement_sending_taps import ApproveIt, AskApproval, AskToSend
from bot.screens.announcement_taps import (
    AskToThrowAway,
    CloneIt,
    SeeAsReaders,
    ShowAnnouncement,
    ShowAudience,
    ShowButtons,
    ShowCategories,
    ShowWords,
    TakeItBack,
    ThrowItAway,
)
from bot.screens.announcement_words import category_name, languages, state_name, to_whom
from bot.screens.record_ways import record_of
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.ways import HOME
from bot.taps import numbered
from bot.words import SHIPPED, Words, lines, own_name, t, tn, verbatim
from programme import announcement_parts
from programme.announcements import AnnouncementState, spoken_in
from programme.quiet_hours import may_go_at
from services.announcement_looks import OneSeen
from services.record_cases import Case
from storage.announcements import Announcement

WORDS, BUTTON, TIME, BACK = (
    "announcement_words",
    "announcement_button",
    "announcement_time",
    "announcement_back",
)  # stories
LONGEST_LINE = 30
Row = tuple[Button, ...]
S = AnnouncementState


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
        t("\n🙋 A colleague reads it now. You hear as soon as it is approved or sent back.") if _waits(seen) else None,
        t("\n🙋 So many people need a second person of the office who approves it.")
        if seen.needs_approval and one.state in {S.DRAFT, S.HELD}
        else None,
        t("\n🕑 It goes on {due:datetime}.", due=may_go_at(one.due_at)) if one.state is S.SCHEDULED and one.due_at is not None else None,
        t("\nYour role does not reach all of these people: it covers only some gu or one track.")
        if seen.may_compose and not seen.may_send
        else None,
    ]


def _waits(seen: OneSeen) -> bool:
    return seen.one.state is S.ASKED and seen.is_author


def _ways(seen: OneSeen) -> list[Row]:
    """Short ways stand side by side, so that the words above stay in sight."""
    one = seen.one
    looks = column(
        button(t("👁 See it as sent: {language}", language=own_name(language)), SeeAsReaders(one.id, language)) for language in one.parts
    )
    clone = [button(t("📄 Use it again"), CloneIt(one.id))] if seen.may_compose else []
    if one.state is S.ASKED:
        return [*looks, *column([*_asked(seen), *clone])]
    if not seen.may_change:
        return [*looks, *column(clone)]
    if one.state in {S.SCHEDULED, S.HELD}:
        return [*looks, *column([*_deciding(seen), *clone])]
    throw = button(t("🗑 Throw it away"), AskToThrowAway(one.id))
    return [*_sections(seen), *looks, *column(_sending(seen)), (*clone, throw)]


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
    return [*now, button(t("🕑 Change the time"), BeginStory(TIME, str(number))), button(t("↩️ Back to the drafts"), TakeItBack(number))]


def _asked(seen: OneSeen) -> list[Button]:
    """Who judges it sends it back with a word; whose it is takes it back without one."""
    if seen.may_judge:
        return judging(seen.one.id, seen.one.digest)
    return [button(t("↩️ Take it back"), TakeItBack(seen.one.id))] if seen.may_change else []


def judging(number: int, digest: str) -> list[Button]:
    return [button(t("✅ Approve it"), ApproveIt(number, digest)), button(t("↩️ Send it back"), BeginStory(BACK, f"{number}-{digest}"))]


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


def of_story(subject: str) -> Button:
    """Where a story about it was begun: "12", or "12" with more behind a dash."""
    return button(t("📣 Open the announcement"), ShowAnnouncement(numbered(subject.partition("-")[0]) or 0))


def going_out(number: int, people: int) -> Screen:
    """The numbers stand in the live message below."""
    return Screen(words=begun(people), rows=column([button(t("📣 Open the announcement"), ShowAnnouncement(number)), ALL, HOME]))


def on_its_way() -> Words:
    return t("👁 It comes below, just as readers get it. Then you can go on from there.")
