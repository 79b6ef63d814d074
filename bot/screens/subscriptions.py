"""What I want to be told of: the question asked once, the ticks, and stopping."""

from bot.screens.screen import Button, Screen, button, column
from bot.screens.subscription_taps import Everywhere, InGu, OfTrack, ShowGus, ShowSubscriptions, StopTelling, TellMe, TellOn, Tick
from bot.screens.taps import ShowCalls
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, joined, lines, t, verbatim
from programme.districts import District
from programme.subscriptions import SUBSCRIBED, Subject
from programme.tracks import Track
from services.subscriptions import Stopped, Subscriptions

GU_COLUMNS = 3


def subject_name(subject: Subject) -> Words:  # noqa: PLR0911 - one name for each
    match subject:
        case Subject.CALLS:
            return t("Calls and deadlines")
        case Subject.BRIEFING:
            return t("Briefings")
        case Subject.HEARING:
            return t("Hearings")
        case Subject.NETWORKING:
            return t("Networking meetings")
        case Subject.COURSE:
            return t("Courses")
        case Subject.CASES:
            return t("Case presentations")
        case Subject.ADVISORY:
            return t("Advisory meetings")
        case Subject.OWN:
            return t("Deadlines of my consortium")
        case Subject.OFFICE:
            return t("From the office")


def asked_once() -> Words:
    return t("\n🔔 Shall I tell you when a call opens, 7, 3 and 1 days before it closes, and when a briefing is planned?")


def first_answers() -> tuple[Button, ...]:
    return (button(t("🔔 Yes, tell me"), TellMe(yes=True)), button(t("No, thank you"), TellMe(yes=False)))


def ticks(found: Subscriptions) -> Screen:
    ticked = [_tick(subject, on=subject in found.subjects) for subject in SUBSCRIBED]
    both = found.track is None
    tracks = [
        button(_marked(t("Both tracks"), on=both), OfTrack("")),
        *(button(_marked(worded(one.wording), on=found.track is one), OfTrack(one.value)) for one in Track),
    ]
    return Screen(
        words=lines(
            t("<b>🔔 What shall I tell you about?</b>"),
            t("Tap to tick or untick. By day only, and never twice a day about the same call."),
            t("\nNow: {subjects}", subjects=_listed(found)),
            t("Track: {track}", track=worded(found.track.wording) if found.track else t("both")),
            t("Events in: {gus}", gus=_gus(found)),
        ),
        rows=(
            *_in_twos([_tick(Subject.OWN, on=found.own), *ticked]),
            tuple(tracks),
            *column([button(t("📍 Events in: {gus}", gus=_short(found)), ShowGus()), button(t("◀ Calls and dates"), ShowCalls()), HOME]),
        ),
    )


def _in_twos(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _tick(subject: Subject, *, on: bool) -> Button:
    return button(joined([verbatim("☑ " if on else "☐ "), subject_name(subject)], ""), Tick(subject.value, not on))


def _marked(words: Words, *, on: bool) -> Words:
    return joined([verbatim("● " if on else "○ "), words], "")


def _listed(found: Subscriptions) -> Words:
    told = [subject_name(subject) for subject in SUBSCRIBED if subject in found.subjects]
    if found.own:
        told.append(subject_name(Subject.OWN))
    return joined(told, ", ") if told else t("nothing")


def _gus(found: Subscriptions) -> Words:
    return joined(_names(found), ", ") if found.gus else t("all of Seoul")


def _short(found: Subscriptions) -> Words:
    """For a button: not all of them."""
    names = _names(found)
    if not names:
        return t("all of Seoul")
    return names[0] if len(names) == 1 else t("{gu} and {n} more", gu=names[0], n=len(names) - 1)


def _names(found: Subscriptions) -> list[Words]:
    return [worded(gu.wording) for gu in District if gu in found.gus]


def gus(found: Subscriptions) -> Screen:
    buttons = [
        button(joined([verbatim("☑ " if gu in found.gus else "☐ "), worded(gu.wording)], ""), InGu(gu.value, gu not in found.gus))
        for gu in District
    ]
    rows = tuple(tuple(buttons[at : at + GU_COLUMNS]) for at in range(0, len(buttons), GU_COLUMNS))
    return Screen(
        words=lines(
            t("<b>📍 Events in which gu?</b>"),
            t("Now: {gus}. Calls are for all of Seoul.", gus=_gus(found)),
        ),
        rows=((button(t("All of Seoul"), Everywhere()),), *rows, (button(t("◀ Back"), ShowSubscriptions()), HOME)),
    )


def answered(found: Subscriptions) -> Words:
    if found.any:
        return t("Good, I will. You can change it here at any time, and stop from every notice.\n")
    return t("Good, I will not. If you change your mind, tick it here.\n")


def stopped(outcome: Stopped, found: Subscriptions) -> Screen:
    screen = ticks(found)
    told = t("<b>Stopped: {subject}.</b> I will not write about it any more.\n", subject=subject_name(outcome.subject))
    undo = button(t("↩ Undo"), TellOn(outcome.subject.value, outcome.wanted))
    return Screen(words=lines(told, screen.words), rows=((undo,), *screen.rows))


def stop_button(subject: Subject) -> Button:
    return button(t("🔕 Stop these notices"), StopTelling(subject.value))


def settings_button() -> Button:
    return button(t("🔔 Which notices I get"), ShowSubscriptions())
