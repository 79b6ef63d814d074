"""The list of one's own consortia, of the invitations that wait for an answer, and the way to the queues one stands in."""

from bot.routes import on_tap
from bot.screens import consortia as screens
from bot.screens import invited
from bot.screens.consortia import ShowConsortia
from bot.screens.screen import Screen
from bot.screens.waiting_seats import MY_QUEUES
from bot.turn import Turn
from services.consortia import MyConsortia
from services.invited import InvitationsForMe
from services.waiting_seats import MyQueues


@on_tap(ShowConsortia)
async def show_mine(turn: Turn, wish: ShowConsortia) -> Screen:
    waiting = await InvitationsForMe(person=turn.person.id)(turn.work)
    found = await MyConsortia(person=turn.person.id, page=wish.page)(turn.work)
    queues = (MY_QUEUES,) if await MyQueues(person=turn.person.id)(turn.work) else ()
    return screens.listed(found, (*(invited.to_answer(card) for card in waiting), *queues))
