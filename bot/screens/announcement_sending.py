"""Sending an announcement: asked once more, and in words whatever came of it."""

from datetime import datetime
from typing import assert_never

from bot.screens.announcement_sending_taps import SendIt
from bot.screens.announcement_taps import ShowAnnouncement
from bot.screens.announcement_words import category_name, languages, state_name, to_whom
from bot.screens.announcements import LONGEST_LINE, begins
from bot.screens.screen import Screen, button, column
from bot.words import Words, lines, t, tn
from programme.announcements import AnnouncementState
from programme.quiet_hours import may_go_at
from services.announcement_approval import Approved, Asked, NobodyElse, NotTested, OwnText, SentBack
from services.announcement_audience import NoSuchValue, OutsideYourScope
from services.announcement_buttons import EnoughButtons
from services.announcement_changes import Changed
from services.announcement_deeds import ChangedMeanwhile, NotNow
from services.announcement_looks import OneSeen
from services.announcement_scheduling import NotThen, Scheduled
from services.announcement_sending import NeedsApproval, NobodyThere
from services.announcement_steering import Cancelled, GoesOn, Paused
from services.announcement_writing import LastLanguage


def ask_to_send(seen: OneSeen) -> Screen:
    one = seen.one
    night = seen.goes_at > seen.now
    yes = t("🌅 Yes, at {at:time}", at=seen.goes_at) if night else t("📤 Yes, send it")
    return Screen(
        words=lines(
            tn("<b>Send to {count:number} person?</b>", "<b>Send to {count:number} people?</b>", seen.people),
            t("“{begins}”", begins=begins(one, LONGEST_LINE)),
            t("👥 To {whom}", whom=to_whom(one.audience, seen.event_titles)),
            t("🏷 {category}", category=category_name(one.category)),
            t("\nFrom 21:00 to 08:00 nobody is woken: it goes on {at:datetime}.", at=seen.goes_at) if night else None,
            t("\nWhat has gone out cannot be called back with certainty."),
        ),
        rows=column([button(yes, SendIt(one.id, one.digest)), button(t("◀ No, not yet"), ShowAnnouncement(one.id))]),
    )


def then(due: datetime) -> Words:
    """The time wished, and the time it will be."""
    goes_at = may_go_at(due)
    if goes_at > due:
        return t("{due:datetime} (by night: it goes on {at:datetime})", due=due, at=goes_at)
    return t("{due:datetime}", due=due)


Sending = Scheduled | NotThen | NotTested | NeedsApproval | NobodyThere | ChangedMeanwhile | NotNow


def what_came_of_sending(outcome: Sending) -> Words:
    match outcome:
        case Scheduled(due=due):
            return t("🕑 It goes {then}.", then=then(due))
        case NotThen():
            return t("That time is over already, or more than a year away. Please choose another one.")
        case NeedsApproval(people=people):
            return tn(
                "It would reach {count:number} person now. So many need a second person of the office who approves it. Nothing was sent.",
                "It would reach {count:number} people now. So many need a second person of the office who approves it. Nothing was sent.",
                people,
            )
        case NotTested() | NobodyThere() | ChangedMeanwhile() | NotNow():
            return why_not(outcome)
        case _:
            assert_never(outcome)


def why_not(outcome: NotTested | NobodyThere | ChangedMeanwhile | NotNow) -> Words:
    match outcome:
        case NotTested(languages=missing):
            return t("Look at it first as it will be sent, in {languages}. Nothing was sent.", languages=languages(missing))
        case NobodyThere():
            return t("There is nobody to whom this applies. Please change to whom it goes. Nothing was sent.")
        case ChangedMeanwhile():
            return t(
                "It has been changed since you looked at it. Below is how it stands now. Please read it, then tap again. Nothing was sent."
            )
        case NotNow(state=state):
            return not_now(state)
        case _:
            assert_never(outcome)


def not_now(state: AnnouncementState) -> Words:
    """A colleague was faster, or they tapped twice: then it is as they wished."""
    match state:
        case AnnouncementState.SENDING:
            return t("It is being sent already. Nobody gets it twice.")
        case AnnouncementState.PAUSED:
            return t("It is paused already. Nobody else gets it until you go on.")
        case AnnouncementState.ASKED:
            return t("It waits for a second person already.")
        case AnnouncementState.DONE:
            return t("It has gone out already. Nobody gets it twice.")
        case AnnouncementState.DRAFT:
            return t("That is decided already: it is a draft now.")
        case _:
            return t("This is how it stands already: {state}.", state=state_name(state))


def what_came_of_change(outcome: Changed | NotNow | OutsideYourScope | EnoughButtons | LastLanguage | NoSuchValue) -> Words | None:
    match outcome:
        case Changed():
            return _undone(outcome)
        case NotNow(state=state):
            return not_now(state)
        case OutsideYourScope():
            return t(
                "Your role covers only some gu or one track, so this cannot be left out. Choose within it, or ask an owner of the office."
            )
        case EnoughButtons(most=most):
            return t("{most} buttons are the most. Please take one away first.", most=most)
        case LastLanguage():
            return t("It has to say something in one language at least. Write another one first.")
        case NoSuchValue():
            return t("That cannot be chosen.")
        case _:
            assert_never(outcome)


def _undone(changed: Changed) -> Words | None:
    if changed.before is AnnouncementState.SCHEDULED:
        return t("Changed. It was scheduled and is a draft again: please set its time once more.")
    if changed.before is AnnouncementState.ASKED:
        return t("Changed. It waited for approval and is a draft again: please ask once more.")
    return t("Changed. The approval was for the text before: please ask once more.") if changed.was_approved else None


def what_came_of_asking(outcome: Asked | NobodyElse | NotTested | NobodyThere | ChangedMeanwhile | NotNow) -> Words:
    match outcome:
        case Asked(others=others):
            return tn("🙋 {count} colleague was asked to approve it.", "🙋 {count} colleagues were asked to approve it.", others)
        case NobodyElse():
            return t(
                "Nobody else of the office could approve it: whoever wrote in it cannot. "
                "An owner can let a second coordinator in (🗂 Office, 👥 People of the office), or you choose fewer people."
            )
        case NotTested() | NobodyThere() | ChangedMeanwhile() | NotNow():
            return why_not(outcome)
        case _:
            assert_never(outcome)


def what_came_of_judging(outcome: Approved | SentBack | OwnText | ChangedMeanwhile | NotNow) -> Words:
    match outcome:
        case Approved():
            return t("✅ Approved. The person who wrote it hears of it and can send it.")
        case SentBack():
            return t("↩️ Sent back. The person who wrote it reads your words.")
        case OwnText():
            return t("You had a part in this text, so somebody else has to approve it.")
        case ChangedMeanwhile() | NotNow():
            return why_not(outcome)
        case _:
            assert_never(outcome)


def what_came_of_steering(outcome: Paused | GoesOn | Cancelled | NotNow) -> Words:
    match outcome:
        case Paused():
            return t("⏸ Paused. Nobody else gets it until you go on.")
        case GoesOn():
            return goes_on()
        case Cancelled(withdrawn=withdrawn):
            return tn(
                "⏹ Cancelled. {count:number} person does not get it any more.",
                "⏹ Cancelled. {count:number} people do not get it any more.",
                withdrawn,
            )
        case NotNow(state=state):
            return not_now(state)
        case _:
            assert_never(outcome)


def goes_on() -> Words:
    return t("▶️ It goes on where it was.")
