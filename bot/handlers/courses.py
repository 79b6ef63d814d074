"""Courses: mine with their certificates, and for a coordinator who completed one."""

from bot.routes import on_tap
from bot.screens import courses as screens
from bot.screens.check_in_taps import GetCertificate, ShowCompletions, ShowMyCourse, ShowMyCourses
from bot.screens.office_only import for_the_office
from bot.screens.screen import Screen
from bot.turn import Turn
from services.coordinators import Forbidden
from services.course_completions import WhoCompleted
from services.courses import CourseOf, Issued, MyCourses, NoCourse


@on_tap(ShowMyCourses)
async def show_courses(turn: Turn, wish: ShowMyCourses) -> Screen:
    return screens.courses(await MyCourses(person=turn.person.id)(turn.work))


@on_tap(ShowMyCourse)
async def show_course(turn: Turn, wish: ShowMyCourse) -> Screen:
    found = await CourseOf(person=turn.person.id, event=wish.event)(turn.work)
    return screens.no_course() if isinstance(found, NoCourse) else screens.course(found)


@on_tap(GetCertificate)
async def get_certificate(turn: Turn, wish: GetCertificate) -> Screen:
    """Once it has been issued; issuing it is a question of its own."""
    found = await CourseOf(person=turn.person.id, event=wish.event)(turn.work)
    if isinstance(found, NoCourse):
        return screens.no_course()
    if found.certificate is None:
        return screens.course(found)
    return screens.paper(Issued(found, found.certificate), english=wish.english)


@on_tap(ShowCompletions)
async def show_completions(turn: Turn, wish: ShowCompletions) -> Screen:
    found = await WhoCompleted(by=turn.person.id, event=wish.event, page=wish.page)(turn.work)
    if isinstance(found, Forbidden):
        return for_the_office(found)
    return screens.no_course() if isinstance(found, NoCourse) else screens.completions(found)
