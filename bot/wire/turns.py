"""python-telegram-bot as the router: one handler class of ours, and an application that does not swallow errors."""

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import Application, BaseHandler, CallbackContext

from bot.happenings import Happening
from bot.turn import Reply, Turn
from bot.wire.arrivals import Arrived

Receive = Callable[[Turn, Happening], Awaitable[Reply]]


class Conversations(BaseHandler[Update, "CallbackContext[Any, Any, Any, Any]", None]):
    """Hands each update, with the turn that was laid ready for it, to `receive`, and keeps the reply.

    The library's ConversationHandler keeps states in memory and mixes them up under concurrent updates; here a turn has none.
    """

    def __init__(self, receive: Receive) -> None:
        super().__init__(callback=_never)
        self._receive = receive
        self._turns: dict[int, tuple[Turn, Arrived]] = {}
        self._replies: dict[int, Reply] = {}

    def lay_ready(self, update_id: int, turn: Turn, arrived: Arrived) -> None:
        self._turns[update_id] = (turn, arrived)

    def take_reply(self, update_id: int) -> Reply | None:
        self._turns.pop(update_id, None)
        return self._replies.pop(update_id, None)

    def check_update(self, update: object) -> tuple[Turn, Arrived] | None:
        return self._turns.get(update.update_id) if isinstance(update, Update) else None

    async def handle_update(  # type: ignore[override]
        self,
        update: Update,
        application: "Application[Any, Any, Any, Any, Any, Any]",  # noqa: ARG002 - the library's signature
        check_result: tuple[Turn, Arrived],
        context: "CallbackContext[Any, Any, Any, Any]",  # noqa: ARG002
    ) -> None:
        turn, arrived = check_result
        self._replies[update.update_id] = await self._receive(turn, arrived.happening)


class Routing(Application[Any, Any, Any, Any, Any, Any]):
    """An error of a handler belongs to the unit of work it happened in: it is raised, not logged away."""

    async def process_error(self, update: object | None, error: Exception, job: Any = None, coroutine: Any = None) -> bool:  # noqa: ARG002
        raise error


async def route(application: Routing, conversations: Conversations, update: Update, turn: Turn, arrived: Arrived) -> Reply | None:
    """What the reception says to one update. Raises whatever the reception raises."""
    conversations.lay_ready(update.update_id, turn, arrived)
    try:
        await application.process_update(update)
    finally:
        reply = conversations.take_reply(update.update_id)
    return reply


async def _never(*_: object) -> None:
    raise AssertionError("Conversations handles updates itself")
