"""The collaboration agreement: looking at it, fetching the file, confirming it, drawing it up."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import agreement_files as files
from bot.screens import agreements as screens
from bot.screens.agreements import ConfirmThisAgreement, DrawUp, EditableAgreement, ReadAgreement, ShowAgreement
from bot.screens.screen import Screen
from bot.turn import Begin, Shown, Turn
from bot.words import Words
from programme.agreement import Paper
from programme.seoul import seoul_day
from services.agreement_confirming import (
    Agreed,
    ConfirmAgreement,
    Confirmed,
    ConfirmedAlready,
    ConfirmOutcome,
    NewerVersion,
    Overtaken,
)
from services.agreement_papers import AgreementOf, AgreementPage, AgreementToDrawUp, PaperFor, ToDrawUp
from services.members import NotAMember


@on_tap(ShowAgreement)
async def show(turn: Turn, wish: ShowAgreement) -> Screen:
    return await _page(turn, wish.consortium)


@on_tap(ReadAgreement)
async def read(turn: Turn, wish: ReadAgreement) -> Screen:
    paper = await _paper(turn, wish.consortium, wish.version)
    page = await AgreementOf(by=turn.person.id, consortium=wish.consortium)(turn.work)
    if isinstance(paper, Screen) or not isinstance(page, AgreementPage):
        return paper if isinstance(paper, Screen) else screens.not_a_member()
    return files.to_read(page, paper, turn.language)


@on_tap(EditableAgreement)
async def edit(turn: Turn, wish: EditableAgreement) -> Screen:
    paper = await _paper(turn, wish.consortium, wish.version)
    page = await AgreementOf(by=turn.person.id, consortium=wish.consortium)(turn.work)
    if isinstance(paper, Screen) or not isinstance(page, AgreementPage):
        return paper if isinstance(paper, Screen) else screens.not_a_member()
    return files.to_edit(page, paper)


@on_tap(ConfirmThisAgreement)
async def confirm(turn: Turn, wish: ConfirmThisAgreement) -> Screen:
    outcome = await ConfirmAgreement(by=turn.person.id, consortium=wish.consortium, version=wish.version)(turn.work)
    return await _page(turn, wish.consortium, _told(outcome))


@on_tap(DrawUp)
async def draw_up(turn: Turn, wish: DrawUp) -> Shown:
    """What the former version said is the answer beforehand, where it still can be."""
    found = await AgreementToDrawUp(by=turn.person.id, consortium=wish.consortium)(turn.work)
    return Begin(story="draw_up_agreement", subject=str(wish.consortium), seeds=_former(turn, found))


def _former(turn: Turn, found: object) -> dict[str, object]:
    if not isinstance(found, ToDrawUp) or not found.fields:
        return {}
    later = found.ends_on is not None and found.ends_on > seoul_day(turn.work.now)
    return {"fields": list(found.fields)} | ({"ends_on": found.ends_on.isoformat()} if later and found.ends_on is not None else {})


async def _paper(turn: Turn, consortium: int, version: int) -> Paper | Screen:
    match await PaperFor(by=turn.person.id, consortium=consortium, version=version)(turn.work):
        case Paper() as paper:
            return paper
        case NewerVersion(version=newer):
            return await _page(turn, consortium, screens.newer_version(newer))
        case Overtaken():
            return await _page(turn, consortium, screens.overtaken())
        case NotAMember():
            return screens.not_a_member()


async def _page(turn: Turn, consortium: int, said: Words | None = None) -> Screen:
    found = await AgreementOf(by=turn.person.id, consortium=consortium)(turn.work)
    return screens.not_a_member() if isinstance(found, NotAMember) else screens.page(found, said)


def _told(outcome: ConfirmOutcome) -> Words | None:
    match outcome:
        case Confirmed(waiting=waiting):
            return screens.confirmed(waiting)
        case Agreed():
            return screens.all_agreed()
        case ConfirmedAlready():
            return screens.confirmed_already()
        case NewerVersion(version=version):
            return screens.newer_version(version)
        case Overtaken():
            return screens.overtaken()
        case NotAMember():
            return None
        case _:
            assert_never(outcome)
