"""Fetching the certificate of a course. The subject is the course; the name is asked where none is registered."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.owners import PersonName
from bot.screens import courses as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from services.courses import CourseOf, IssueCertificate, Issued, MyCourse, NoCourse, NotComplete, NotOver
from services.owners import LONGEST_NAME


@story(screens.STORY, screens.my_certificate(), takes_a_subject=True)
async def course_paper(ask: Ask) -> IssueCertificate | Screen:
    course = await ask.look(CourseOf(person=ask.person.id, event=numbered(ask.draft.subject)))
    if isinstance(course, NoCourse):
        return screens.no_course()
    if course.certificate is not None or not (course.is_over and course.is_complete):
        return screens.course(course)
    name = "" if course.known_name is not None else await _name(ask)
    await ask.sure(screens.shall_it_be_issued(), yes=screens.issue_it(), below=screens.what_it_says(course))
    return IssueCertificate(by=ask.person.id, event=course.event.id, name=name)


async def _name(ask: Ask) -> str:
    question = PersonName(
        key="name",
        words=screens.your_name(),
        why=screens.why_name(),
        at_least=2,
        at_most=LONGEST_NAME,
        example=screens.name_example(),
        name=screens.names("name"),
    )
    return await ask(question)


@course_paper.ends
def paper_issued(outcome: Issued | NotOver | NotComplete | NoCourse) -> Screen:
    match outcome:
        case Issued():
            return screens.issued(outcome)
        case NotOver(course=MyCourse() as course) | NotComplete(course=MyCourse() as course):
            return screens.course(course)
        case NoCourse():
            return screens.no_course()
        case _:
            assert_never(outcome)
