"""Courses: at how many dates somebody was, the certificate of it, and for a coordinator who completed one."""

from bot.dialogue.taps import BeginStory
from bot.documents.course_paper import CoursePaper, course_paper, length, paper_number
from bot.screens.check_in_taps import GetCertificate, ShowCompletions, ShowMyCourse, ShowMyCourses
from bot.screens.check_in_words import person
from bot.screens.door import DOOR
from bot.screens.event_taps import ShowEvent, ShowMyEvents
from bot.screens.event_words import short_title, title_of
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import DEFAULT, Fact, Words, lines, t, tn
from programme.courses import ENOUGH
from services.course_completions import Completion, Completions
from services.courses import Issued, MyCourse

STORY = "course_paper"
MY_COURSES = button(t("🎓 My courses"), ShowMyCourses())


def courses(found: tuple[MyCourse, ...]) -> Screen:
    if not found:
        return Screen(
            words=lines(t("<b>🎓 My courses</b>"), t("You are in no course yet. See what is on among the events.")),
            rows=column([button(t("🎟 My events"), ShowMyEvents()), HOME]),
        )
    return Screen(
        words=lines(t("<b>🎓 My courses</b>"), *(t("• {title}: {state}", title=title_of(one.event), state=_state(one)) for one in found)),
        rows=column([*(button(t("{title}", title=short_title(one.event)), ShowMyCourse(one.event.id)) for one in found), HOME]),
    )


def _state(one: MyCourse) -> Words:
    if one.certificate is not None:
        return t("certificate issued")
    if one.is_over:
        return t("certificate ready") if one.is_complete else t("over, not completed")
    return _so_far(one)


def _so_far(one: MyCourse) -> Words:
    return t("at {attended} of {dates} dates", attended=len(one.attended), dates=len(one.dates))


def course(one: MyCourse, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>🎓 {title}</b>", title=title_of(one.event)),
            *(_date(one, n) for n in range(len(one.dates))),
            t("\nYou were {so_far}.", so_far=_so_far(one)),
            _towards(one),
        ),
        rows=column([*_papers(one), button(t("◀ The event"), ShowEvent(one.event.id)), MY_COURSES, HOME]),
    )


def _date(one: MyCourse, n: int) -> Words:
    date = one.dates[n]
    facts: dict[str, Fact] = {"n": n + 1, "at": date.starts_at}
    return t("{n}. {at:datetime} ✓ there", **facts) if date in one.attended else t("{n}. {at:datetime}", **facts)


def _towards(one: MyCourse) -> Words:
    if one.certificate is not None:
        number = paper_number(one.certificate.id, one.certificate.issued_at)
        return t("Your certificate: No. {number}, issued on {on:date}.", number=number, on=one.certificate.issued_at)
    if one.is_over:
        return t("You have completed it. Fetch your certificate.") if one.is_complete else _missed(one)
    return t(
        "A certificate is for who was at {needed} dates or more ({percent} %). You can fetch it when the course is over.", **_rule(one)
    )


def _missed(one: MyCourse) -> Words:
    return t(
        "A certificate is for who was at {needed} dates or more ({percent} %). Were you there more often? Tell the office.", **_rule(one)
    )


def _rule(one: MyCourse) -> dict[str, int]:
    return {"needed": one.needed, "percent": ENOUGH}


def _papers(one: MyCourse) -> list[Button]:
    if one.certificate is not None:
        return [paper_button(one.event.id), english_button(one.event.id)]
    if one.is_over and one.is_complete:
        return [fetch_button(one.event.id)]
    return [ASK_A_PERSON] if one.is_over else []


def fetch_button(event: int) -> Button:
    return button(t("🎓 Fetch my certificate"), BeginStory(STORY, str(event)))


def paper_button(event: int) -> Button:
    return button(t("📄 Certificate (Korean)"), GetCertificate(event))


def english_button(event: int) -> Button:
    return button(t("📄 Certificate (English)"), GetCertificate(event, english=True))


def no_course() -> Screen:
    return Screen(words=t("There is no such course of yours."), rows=column([MY_COURSES, HOME]))


# -- fetching it


def my_certificate() -> Words:
    return t("My certificate")


def your_name() -> Words:
    return t("Which name shall stand on the certificate?")


def why_name() -> Words:
    return t("a certificate is for one person. Write it as on your identity card; it cannot be changed later.")


def name_example() -> Words:
    return t("Kim Hanbit")


def names(key: str) -> Words:
    return {"name": t("Name")}[key]


def shall_it_be_issued() -> Words:
    return t("Shall the certificate be issued?")


def issue_it() -> Words:
    return t("Issue it")


def what_it_says(one: MyCourse) -> Words:
    """Below the question; the name as it was registered, where it was."""
    return lines(
        t("• Name: <b>{name}</b> (as you registered it)", name=one.known_name) if one.known_name is not None else None,
        t("• Course: {title}", title=title_of(one.event)),
        t("• Attendance: {so_far}", so_far=_so_far(one)),
        t("It gets a number and cannot be changed afterwards. A wrong name? Correct it first under My shops, My details."),
    )


def paper(one: Issued, *, english: bool = False) -> Screen:
    return _with_file(one, course_paper(one, "en" if english else DEFAULT))


def issued(one: Issued) -> Screen:
    return _with_file(one, course_paper(one, DEFAULT))


def _with_file(one: Issued, file: CoursePaper) -> Screen:
    other = english_button if file.tongue == DEFAULT else paper_button
    return Screen(
        words=lines(
            t("🎓 <b>Congratulations! Your certificate is the file above.</b>"),
            t("{title}, {length}", title=title_of(one.course.event), length=length(one.certificate.minutes)),
            t(
                "No. {number}. It was issued by the office through this bot and bears no seal; the office confirms the number.",
                number=file.number,
            ),
        ),
        rows=column([other(one.course.event.id), MY_COURSES, HOME]),
        documents=(file,),
        stays=True,
    )


# -- for a coordinator


def completions(found: Completions) -> Screen:
    number = found.event.id
    return Screen(
        words=lines(
            t("<b>🎓 {title}</b>", title=title_of(found.event)),
            tn("{count} has completed it", "{count} have completed it", found.complete),
            t("({needed} of {dates} dates or more)", needed=found.needed, dates=found.dates),
            *(_completion(found, one) for one in found.people),
            None if found.people else t("Nobody has registered yet."),
        ),
        rows=(*page_row(found.page, more=found.more, to=lambda page: ShowCompletions(number, page)), *column([DOOR, HOME])),
    )


def _completion(found: Completions, one: Completion) -> Words:
    facts: dict[str, Fact] = {"who": person(one.attendee), "attended": one.attended, "dates": found.dates}
    if one.certificate is not None:
        return t("• ✓ {who}: {attended} of {dates}, certificate fetched", **facts)
    if one.attended >= found.needed:
        return t("• ✓ {who}: {attended} of {dates}", **facts)
    return t("• {who}: {attended} of {dates}", **facts)
