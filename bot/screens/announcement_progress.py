"""How far an announcement has come, in the live message and on its page."""

from dataclasses import dataclass

from bot.screens.announcement_after_taps import ShowAmendments, ShowOutcomes
from bot.screens.announcement_sending_taps import AskToCancel, CancelIt, GoOnWithIt, PauseIt
from bot.screens.announcement_taps import CloneIt, ShowAnnouncement, ShowAnnouncements
from bot.screens.announcement_words import standing, state_name
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, verbatim
from programme.announcements import ERRORS, UNDER_WAY, AnnouncementState, Outcome
from services.announcement_looks import OneSeen
from services.announcement_progress import AnnouncementProgress

S = AnnouncementState
BAR = 10  # cells
ALL = button(t("📣 All announcements"), ShowAnnouncements())


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    people: int
    waiting: int
    delivered: int
    blocked: int
    refused: int
    unknown: int
    withdrawn: int


def live(fact: AnnouncementProgress) -> Screen:
    numbers = Numbers(
        people=fact.people,
        waiting=fact.waiting,
        delivered=fact.delivered,
        blocked=fact.blocked,
        refused=fact.refused,
        unknown=fact.unknown,
        withdrawn=fact.withdrawn,
    )
    pace = [_pace(fact)] if fact.state is S.SENDING else []
    return Screen(
        words=lines(*_told(fact.announcement, state_name(fact.state), numbers), _why_paused(fact.state, fact.paused_why), *pace),
        rows=column([*_ways(fact.announcement, fact.state), *_after(fact.announcement, fact.state)]),
    )


def going(seen: OneSeen, said: Words | None = None) -> Screen:
    """On the page of one that has begun."""
    of = {outcome: seen.outcomes.get(outcome, 0) for outcome in Outcome}
    numbers = Numbers(
        people=seen.people,
        waiting=of[Outcome.WAITING] + of[Outcome.LEASED],
        delivered=of[Outcome.DELIVERED],
        blocked=of[Outcome.BLOCKED],
        refused=of[Outcome.REFUSED],
        unknown=of[Outcome.UNKNOWN],
        withdrawn=of[Outcome.WITHDRAWN],
    )
    one = seen.one
    ways = _ways(one.id, one.state) if seen.may_send else []
    clone = [button(t("📄 Use it again"), CloneIt(one.id))] if seen.may_compose else []
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            *_told(one.id, standing(one), numbers),
            _why_paused(one.state, one.paused_why),
        ),
        rows=column(
            [
                *ways,
                button(t("👥 Who got it"), ShowOutcomes(one.id)),
                *_amending(seen),
                *clone,
                ALL,
                HOME,
            ]
        ),
    )


def _told(number: int, state: Words, of: Numbers) -> list[Words | None]:
    done = of.people - of.waiting
    share = done * 100 // of.people if of.people else 100
    full = share * BAR // 100
    return [
        t("<b>Announcement {n}</b> · {state}", n=number, state=state),
        t("{bar} {share} %", bar=verbatim("▓" * full + "░" * (BAR - full)), share=share),
        t("{done:number} of {all:number}", done=done, all=of.people),
        t("✅ Arrived: {n:number}", n=of.delivered),
        t("🚫 Have blocked the bot or are gone: {n:number}", n=of.blocked) if of.blocked else None,
        t("⚠️ Refused by Telegram: {n:number}", n=of.refused) if of.refused else None,
        t("❓ Unknown, not sent again: {n:number}", n=of.unknown) if of.unknown else None,
        t("↩️ Cancelled or turned off before their turn: {n:number}", n=of.withdrawn) if of.withdrawn else None,
    ]


def _why_paused(state: AnnouncementState, why: str) -> Words | None:
    if state is not S.PAUSED or why != ERRORS:
        return None
    return t("\nToo many failed, so it has paused by itself. Please look at the text, then go on or cancel.")


def _pace(fact: AnnouncementProgress) -> Words:
    per_second, left = fact.per_second, fact.left_seconds
    if fact.goes_on is not None:
        return t("🌙 By night nobody is woken. It goes on {at:datetime}.", at=fact.goes_on)
    if not per_second or left is None:
        return t("It is going out.")
    if left < 60:  # noqa: PLR2004 - seconds of a minute
        return t("{n:number} a second, less than a minute left", n=per_second)
    return tn(
        "{n:number} a second, about {count} minute left", "{n:number} a second, about {count} minutes left", -(-left // 60), n=per_second
    )


def _ways(number: int, state: AnnouncementState) -> list[Button]:
    cancel = button(t("⏹ Cancel it"), AskToCancel(number))
    match state:
        case S.SENDING:
            return [button(t("⏸ Pause sending"), PauseIt(number)), cancel]
        case S.PAUSED:
            return [button(t("▶️ Go on"), GoOnWithIt(number)), cancel]
        case _:
            return []


def _after(number: int, state: AnnouncementState) -> list[Button]:
    if state in UNDER_WAY:
        return []
    return [button(t("👥 Who got it"), ShowOutcomes(number)), button(t("📣 Open the announcement"), ShowAnnouncement(number))]


def _amending(seen: OneSeen) -> list[Button]:
    return [] if seen.one.state in UNDER_WAY else [button(t("🛠 Correct or withdraw"), ShowAmendments(seen.one.id))]


def left(seen: OneSeen) -> int:
    return seen.outcomes.get(Outcome.WAITING, 0) + seen.outcomes.get(Outcome.LEASED, 0)


def sure_to_cancel(number: int, left: int) -> Screen:
    return Screen(
        words=lines(
            tn(
                "<b>Cancel it? {count:number} person has not got it yet.</b>",
                "<b>Cancel it? {count:number} people have not got it yet.</b>",
                left,
            ),
            t("Whoever has it keeps it. It cannot be gone on with afterwards."),
        ),
        rows=column([button(t("⏹ Yes, cancel it"), CancelIt(number)), button(t("◀ No, go on"), ShowAnnouncement(number))]),
    )


def begun(people: int) -> Words:
    return tn(
        "📤 It is going out to {count:number} person. The message below tells how far it is.",
        "📤 It is going out to {count:number} people. The message below tells how far it is.",
        people,
    )
