"""What is asked when hours are changed, and why something typed could not be read."""

from datetime import date

from bot.screens import hours_words
from bot.words import Words, t
from programme.hours_terms import Term, Value
from programme.hours_text import Unread, Week, WhyUnread

_MORNING, _AFTERNOON = (600, 720), (780, 1080)  # 10–12, 13–18, as minutes from midnight


def presets() -> dict[Words, Week]:
    """Common weeks, by the words of their buttons."""
    return {
        t("Mon–Fri 10–12, 13–18"): dict.fromkeys(range(5), (_MORNING, _AFTERNOON)),
        t("Mon–Fri afternoons 13–18"): dict.fromkeys(range(5), (_AFTERNOON,)),
        t("Mon–Fri evenings 18–21"): dict.fromkeys(range(5), ((1080, 1260),)),
        t("Saturday mornings 10–13"): {5: ((600, 780),)},
        t("No hours on Sat and Sun"): {5: (), 6: ()},
    }


def my_week() -> Words:
    return t("My working week")


def which_hours() -> Words:
    return t("When do you work? Days you do not name stay as they are.")


def type_the_week() -> Words:
    return t("Tap one, or type it as you would say it, for example “Mon-Fri 10-12, 13-18” or “Wed off”.")


def type_the_hours() -> Words:
    return t("Tap one, or type the hours, for example “10-12, 14-16”.")


def type_the_time() -> Words:
    return t("Tap one, or type a time like 14:30.")


def not_a_time() -> Words:
    return t("I could not read that as a time. Please type it like 14:30, in steps of five minutes.")


def unread(found: Unread) -> Words:
    match found.why:
        case WhyUnread.UNKNOWN:
            return t("I could not read “{piece}”. Please write days and times, like “Mon-Fri 10-18”.", piece=found.piece)
        case WhyUnread.NO_TIMES:
            return t("I see no hours yet. Please write from when to when, like “Wed 10-18”, or “Wed off”.")
        case WhyUnread.BACKWARDS:
            return t(
                "“{piece}” cannot be: it must end after it begins, between 0:00 and 24:00. Please write it like “10:00-18:00”.",
                piece=found.piece,
            )
        case WhyUnread.NOT_FIVE:
            return t("Times go in steps of five minutes, like 10:05 or 10:30. Please change “{piece}”.", piece=found.piece)
        case WhyUnread.LONG:
            return t("That is too long for me. Please write one or two lines, like “Mon-Fri 10-12, 13-18”.")


def unread_of_day(found: Unread) -> Words:
    if found.why in {WhyUnread.UNKNOWN, WhyUnread.NO_TIMES}:
        return t("I could not read that as the hours of one day. Please write times alone, like “10-12, 14-16”.")
    return unread(found)


def one_day() -> Words:
    return t("One day differs")


def which_day() -> Words:
    return t("Which day is it?")


def hours_of(day: date) -> Words:
    return t("When do you work on {day:date}?", day=day)


def why_one_day() -> Words:
    return t("it counts for this day alone, even if it is a holiday. The week stays as it is.")


def as_the_weekday() -> Words:
    return t("↩️ As every week")


def day_off() -> Words:
    return t("🌴 Off the whole day")


def away() -> Words:
    return t("Block a time")


def first_day() -> Words:
    return t("From which day are you away?")


def last_day() -> Words:
    return t("Until which day? It is blocked, too.")


def whole_days() -> Words:
    return t("Are you away the whole day or days?")


def all_of_it() -> Words:
    return t("Yes, all day")


def only_times() -> Words:
    return t("No, from … to …")


def from_when(day: date) -> Words:
    return t("From what time on {day:date}?", day=day)


def until_when(day: date) -> Words:
    return t("Until what time on {day:date}?", day=day)


def ends_too_early() -> Words:
    return t("That is not after the beginning. Please choose a later time.")


def booking_terms() -> Words:
    return t("How I am booked")


def which_term() -> Words:
    return t("What do you want to change?")


def names(key: str) -> Words:
    """The short name of an answer."""
    return {
        "day": t("Day"),
        "hours": t("Hours"),
        "week": t("Hours"),
        "first": t("From"),
        "last": t("Until"),
        "whole": t("All day"),
        "starts": t("From what time"),
        "ends": t("Until what time"),
        "term": t("Change"),
        "value": t("New"),
    }[key]


def term(one: Term) -> Words:
    return {
        Term.SLOT: t("⏱ Length of a session"),
        Term.BEFORE: t("◀ Free time before"),
        Term.AFTER: t("▶ Free time after"),
        Term.NOTICE: t("⏰ Shortest notice"),
        Term.AHEAD: t("🔭 How far ahead"),
        Term.DAY: t("☀️ Most a day"),
        Term.WEEK: t("📅 Most a week"),
    }[one]


def how_much(one: Term, now: Value) -> Words:
    return t("{question} Now: {now}.", question=_how_much(one), now=value(one, now))


def _how_much(one: Term) -> Words:
    return {
        Term.SLOT: t("How long does a session last?"),
        Term.BEFORE: t("How much time stays free before a session?"),
        Term.AFTER: t("How much time stays free after a session?"),
        Term.NOTICE: t("How long before its start can a session be booked at the latest?"),
        Term.AHEAD: t("How many days ahead can a session be booked?"),
        Term.DAY: t("How many sessions do you give a day at most?"),
        Term.WEEK: t("How many sessions do you give a week at most?"),
    }[one]


def value(one: Term, chosen: Value) -> Words:
    match one:
        case Term.DAY | Term.WEEK:
            return hours_words.most(chosen)
        case Term.NOTICE:
            return hours_words.notice(chosen or 0)
        case Term.AHEAD:
            return hours_words.ahead(chosen or 0)
        case Term.SLOT | Term.BEFORE | Term.AFTER:
            return hours_words.minutes(chosen or 0)
