"""The list of one's own consortia, and of the invitations that wait for an answer."""

from bot.routes import on_tap
from bot.screens import consortia as screens
from bot.screens import invited
from bot.screens.consortia import ShowConsortia
from bot.screens.screen import Screen
from bot.turn import Turn
from services.consortia import MyConsortia
from services.invited import InvitationsForMe


@on_tap(ShowConsortia)
async def show_mine(turn: Turn, wish: ShowConsortia) -> Screen:
    waiting = await InvitationsForMe(person=turn.person.id)(turn.work)
    found = await MyConsortia(person=turn.person.id, page=wish.page)(turn.work)
    return screens.listed(found, tuple(invited.to_answer(card) for card in waiting))
