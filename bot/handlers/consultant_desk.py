"""A consultant's own desk."""

from bot.routes import on_tap
from bot.screens import consultant_desk as screens
from bot.screens import consultant_profile
from bot.screens.consultant_taps import ShowDeskSession, ShowMyDesk, ShowMyProfile, ShowSessionFiles
from bot.screens.given_sessions import on_desk
from bot.screens.screen import Screen
from bot.turn import Turn
from services.answering import DeskQuestions
from services.consultant_desk import MyDesk, NotYours, SessionAtMyDesk
from services.consultants import MyProfile, NotConsultant
from services.session_logs import LogOfMine, ToLog


@on_tap(ShowMyDesk)
async def show_desk(turn: Turn, wish: ShowMyDesk) -> Screen:
    found = await MyDesk(person=turn.person.id, page=wish.page)(turn.work)
    if isinstance(found, NotConsultant):
        return screens.not_a_consultant()
    return screens.desk(found, questions=await DeskQuestions(person=turn.person.id)(turn.work))


@on_tap(ShowMyProfile)
async def show_profile(turn: Turn, wish: ShowMyProfile) -> Screen:
    found = await MyProfile(person=turn.person.id)(turn.work)
    return screens.not_a_consultant() if isinstance(found, NotConsultant) else consultant_profile.profile(found)


@on_tap(ShowDeskSession)
async def show_session(turn: Turn, wish: ShowDeskSession) -> Screen:
    found = await SessionAtMyDesk(person=turn.person.id, session=wish.session)(turn.work)
    if isinstance(found, NotYours):
        return screens.no_such_session()
    logged = await LogOfMine(person=turn.person.id, session=wish.session)(turn.work)
    return screens.session(found, on_desk(found.session, turn.work.now), logged.log if isinstance(logged, ToLog) else None)


@on_tap(ShowSessionFiles)
async def show_files(turn: Turn, wish: ShowSessionFiles) -> Screen:
    found = await SessionAtMyDesk(person=turn.person.id, session=wish.session)(turn.work)
    return screens.no_such_session() if isinstance(found, NotYours) else screens.files(found.session.id, found.files)
