"""The letters about announcements."""

from typing import assert_never

from bot.dialogue.taps import BeginStory
from bot.screens.announcement_keyboard import rows
from bot.screens.announcement_progress import live
from bot.screens.announcement_sending_taps import AskApproval, AskToSend
from bot.screens.announcement_taps import SeeAsReaders, ShowAnnouncement, ShowWords, TakeItBack
from bot.screens.announcements import TIME, judging
from bot.screens.letters import says
from bot.screens.screen import Button, Ready, Screen, button, column
from bot.screens.ways import HOME
from bot.words import DEFAULT, SHIPPED, Words, lines, own_name, t, tn, verbatim
from programme.announcements import Off
from services.announcement_approval import AnnouncementApproved, AnnouncementSentBack, AnnouncementToApprove
from services.announcement_progress import AnnouncementProgress
from services.announcement_reconciling import AnnouncementOff
from services.announcement_scheduling import APPROVAL, LATE, NOBODY, RIGHTS, AnnouncementHeld
from services.announcement_testing import AnnouncementRefused, AnnouncementShown, Next


def _open(number: int) -> Button:
    return button(t("📣 Open the announcement"), ShowAnnouncement(number))


def _known(language: str) -> str:
    """A letter may be older than the languages the bot speaks now."""
    return language if language in SHIPPED else DEFAULT


def _named(language: str) -> Words:
    return own_name(language) if language in SHIPPED else verbatim(language)


@says(AnnouncementShown)
def announcement_shown(fact: AnnouncementShown) -> Screen:
    """Its messages just as they will be sent, and then a few words of ours."""
    below = rows(fact.announcement, fact.category, fact.labels, fact.leads)
    parts = list(zip(fact.methods, fact.parameters, strict=True))
    shown = [
        Ready(method=method, parameters=given, language=_known(fact.language), rows=below if place == len(parts) else ())
        for place, (method, given) in enumerate(parts, 1)
    ]
    return Screen(
        ready=tuple(shown),
        words=lines(
            t("👆 <b>Just so readers of {language} get it.</b>", language=_named(fact.language)),
            t("Telegram has taken it. Only you have got it, and taps on it are not counted."),
        ),
        rows=column([*_next(fact), _open(fact.announcement), HOME]),
    )


def _next(fact: AnnouncementShown) -> list[Button]:
    """The step after this one, so that nobody has to look for it on the page."""
    number = fact.announcement
    match fact.next:
        case Next.LOOK:
            return [
                button(t("👁 See it as sent: {language}", language=_named(fact.next_language)), SeeAsReaders(number, fact.next_language))
            ]
        case Next.SEND:
            return [button(t("📤 Send"), AskToSend(number)), button(t("🕑 At another time"), BeginStory(TIME, str(number)))]
        case Next.ASK:
            return [button(t("🙋 Ask for approval"), AskApproval(number, fact.whole))]
        case Next.JUDGE:
            return judging(number, fact.whole)
        case Next.NOTHING:
            return []
        case _:
            assert_never(fact.next)


@says(AnnouncementRefused)
def announcement_refused(fact: AnnouncementRefused) -> Screen:
    return Screen(
        words=lines(
            t("⚠️ <b>Telegram does not take it in {language}.</b> Nobody has got anything.", language=_named(fact.language)),
            t("Near “{near}”.", near=fact.near) if fact.near else None,
            t("Telegram says: {reason}", reason=fact.reason),
            t("Please write that part anew, or take the button away that does not work. Then look at it once more."),
        ),
        rows=column([button(t("✏️ Text and languages"), ShowWords(fact.announcement)), _open(fact.announcement), HOME]),
    )


@says(AnnouncementToApprove)
def announcement_to_approve(fact: AnnouncementToApprove) -> Screen:
    return Screen(
        words=lines(
            t("🙋 <b>An announcement waits for a second person.</b>"),
            t("“{begins}”", begins=fact.begins) if fact.begins else None,
            tn("It would go to {count:number} person.", "It would go to {count:number} people.", fact.people),
            t("Please look at it as it will be sent, then approve it or send it back."),
        ),
        rows=column([_open(fact.announcement), HOME]),
    )


@says(AnnouncementApproved)
def announcement_approved(fact: AnnouncementApproved) -> Screen:
    return Screen(
        words=lines(
            t("✅ <b>The announcement is approved.</b>"),
            t("“{begins}”", begins=fact.begins) if fact.begins else None,
            t("Send it now or at another time. If you change anything, it has to be approved again."),
        ),
        rows=column([_open(fact.announcement), HOME]),
    )


@says(AnnouncementSentBack)
def announcement_sent_back(fact: AnnouncementSentBack) -> Screen:
    return Screen(
        words=lines(
            t("↩️ <b>The announcement came back.</b>"),
            t("“{begins}”", begins=fact.begins) if fact.begins else None,
            t("What is to be changed: {why}", why=fact.why),
        ),
        rows=column([_open(fact.announcement), HOME]),
    )


@says(AnnouncementHeld)
def announcement_held(fact: AnnouncementHeld) -> Screen:
    number = fact.announcement
    return Screen(
        words=lines(
            t("⏸ <b>The announcement of {due:datetime} has not gone out.</b>", due=fact.due),
            t("“{begins}”", begins=fact.begins) if fact.begins else None,
            _why_held(fact.why),
            t("Please decide: nobody gets anything until then."),
        ),
        rows=column(
            [
                button(t("📤 Send now"), AskToSend(number)),
                button(t("🕑 Change the time"), BeginStory(TIME, str(number))),
                button(t("↩️ Back to the drafts"), TakeItBack(number)),
                _open(number),
                HOME,
            ]
        ),
    )


def _why_held(why: str) -> Words:
    reasons = {
        LATE: t("The bot was away at that time, and it would come more than an hour late."),
        RIGHTS: t("The role of the person who scheduled it has ended, or does not reach these people any more."),
        APPROVAL: t("It reaches so many people by now that a second person has to approve it."),
        NOBODY: t("There is nobody any more to whom it applies."),
    }
    return reasons.get(why, t("Something stood in the way."))


@says(AnnouncementOff)
def announcement_off(fact: AnnouncementOff) -> Screen:
    return Screen(
        words=lines(
            t("⚠️ <b>The ledger of announcement {n} is not right.</b>", n=fact.announcement),
            t("“{begins}”", begins=fact.begins) if fact.begins else None,
            *(_what_is_off(fact, one) for one in fact.off),
            t(
                "Please tell whoever runs the bot, and do not try those again whom it has not reached, until it is clear. "
                "They find it in the log under “{event}”.",
                event="announcement_off",
            ),
        ),
        rows=column([_open(fact.announcement), HOME]),
    )


def _what_is_off(fact: AnnouncementOff, off: Off) -> Words:
    match off:
        case Off.PEOPLE:
            return t("• It began with {audience:number} people; the ledger has {found:number}.", audience=fact.audience, found=fact.found)
        case Off.OPEN:
            return tn(
                "• It is over, and for {count:number} person nothing is settled.",
                "• It is over, and for {count:number} people nothing is settled.",
                fact.open,
            )
        case Off.LEASES:
            return t("• Some have been on their way for far too long.")
        case _:
            assert_never(off)


@says(AnnouncementProgress)
def announcement_progress(fact: AnnouncementProgress) -> Screen:
    return live(fact)
