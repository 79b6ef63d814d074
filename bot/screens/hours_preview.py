"""What a change of hours would do, before it is made, and what came of it."""

from bot.screens import hours_words
from bot.screens.hours_taps import MINE, ShowWorkMonth
from bot.screens.my_days import session_line
from bot.screens.my_hours import to_hours
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from programme.hours_changes import BlockTime, SetDay, SetTerms, SetWeek, WhyNot
from services.hours_changes import HoursChanged
from services.hours_preview import Preview
from services.working_hours import SessionLine

MOST_LINES = 8


def shall_it_be() -> Words:
    return t("Shall it be like this?")


def what_would_be(found: Preview) -> Words:
    return lines(
        _new(found),
        t("\n<b>What it changes until {until:date}</b>", until=found.until),
        _free(found),
        _lost(found),
        _held(found.held),
        *_touched(found.touched),
    )


def _new(found: Preview) -> Words:
    match found.change:
        case SetWeek():
            return lines(t("<b>Your week then</b>"), hours_words.week_lines({day: found.after.week.get(day, ()) for day in range(7)}))
        case SetDay(day=day):
            return t("<b>{day:date}</b>: {hours}", day=day, hours=hours_words.hours(found.after.hours(day)))
        case BlockTime(starts_at=starts_at, ends_at=ends_at):
            return t("⛔ <b>{time}</b>", time=hours_words.span(starts_at, ends_at))
        case SetTerms(terms=terms):
            return hours_words.terms(terms)


def _free(found: Preview) -> Words:
    return t("• Free times: {before:number} → {after:number}", before=found.free_before, after=found.free_after)


def _lost(found: Preview) -> Words | None:
    if not found.lost:
        return t("• No free time falls away.")
    return tn("• {count} of the free times of now falls away.", "• {count} of the free times of now fall away.", found.lost)


def _held(count: int) -> Words | None:
    if not count:
        return None
    return tn(
        "• {count} person is just booking such a time and is told that it is gone.",
        "• {count} people are just booking such a time and are told that it is gone.",
        count,
    )


def _touched(found: tuple[SessionLine, ...]) -> list[Words]:
    if not found:
        return [t("• No booked session is touched.")]
    rest = len(found) - MOST_LINES
    return [
        tn("• {count} booked session is touched:", "• {count} booked sessions are touched:", len(found)),
        *(t("   {line}", line=session_line(one)) for one in found[:MOST_LINES]),
        *([tn("   and {count} more", "   and {count} more", rest)] if rest > 0 else []),
        t("Kept, you give them although they lie outside. Or each member chooses another time by a letter from me."),
    ]


def keep_it() -> Words:
    return t("✅ Yes, change it")


def keep_sessions() -> Words:
    return t("✅ Sessions stay")


def offer_others() -> Words:
    return t("🔁 Offer other times")


def rather_not() -> Words:
    return t("✖️ Change nothing")


def has_changed() -> Words:
    return t("Meanwhile your hours or sessions have changed. Please look once more.")


def changed(found: HoursChanged) -> Screen:
    consultant = MINE if found.mine else found.consultant
    return Screen(
        words=lines(
            t("<b>Changed.</b> It counts from now on."),
            tn("{count} free time can be booked.", "{count} free times can be booked.", found.free),
            *_what_of_sessions(found),
        ),
        rows=column([to_hours(consultant), button(t("📆 Month"), ShowWorkMonth(consultant)), HOME]),
    )


def _what_of_sessions(found: HoursChanged) -> list[Words]:
    told = []
    if found.offered:
        told.append(
            tn(
                "{count} member is asked for another time. Until they choose, the session stands; if nobody answers, you are told.",
                "{count} members are asked for another time. Until they choose, the sessions stand; if nobody answers, you are told.",
                found.offered,
            )
        )
    if found.too_near:
        told.append(
            tn(
                "{count} session begins before I may write to its member: get in touch yourself, or give it.",
                "{count} sessions begin before I may write to their members: get in touch yourself, or give them.",
                found.too_near,
            )
        )
    kept = found.touched - found.offered - found.too_near
    if kept:
        told.append(tn("{count} booked session stays as it is.", "{count} booked sessions stay as they are.", kept))
    return told


def nothing_changed(consultant: int) -> Screen:
    return Screen(words=t("Nothing is changed."), rows=column([to_hours(consultant), HOME]))


def already_so() -> Words:
    return t("It is like this already. Choose something else, or leave it.")


def not_possible(why: WhyNot) -> Words:
    return {
        WhyNot.PAST: t("That is over already. Please choose a day from today on."),
        WhyNot.TOO_FAR: t("That is more than a year away. Please choose something nearer."),
        WhyNot.TOO_MANY: t("There are a hundred of these already. Please free some that are no longer needed."),
        WhyNot.NO_HOURS: t("These hours do not fit together. Please type them once more."),
        WhyNot.NO_TERMS: t("That cannot be chosen. Please choose one of the buttons."),
    }[why]
