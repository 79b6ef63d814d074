"""People with phones: what each does next is decided by what they see, and every reaction is timed."""

from dataclasses import dataclass, field
from typing import Any

import orjson

BOT = {"id": 100_000_000, "is_bot": True, "first_name": "Golmok", "username": "golmok_bench_bot"}
FIRST_ID = 1_000
FIRST_LISTENER = 10_000_000  # whoever only hears announcements
DATE = 1_700_000_000
Json = dict[str, Any]


@dataclass(slots=True)
class Person:
    """`shown`: the message with the newest keyboard; `acted_at`: loop time of the wish nobody has answered yet.

    `wish`: what this one taps next, on an old message where nothing is shown yet; `then`: how the wish begins that they tap whenever it is
    offered. Who has neither walks on as they like.
    """

    id: int
    taps: bool
    message_id: int = 1
    wish: str | None = None
    then: str | None = None
    acted_at: float | None = None
    shown: Json | None = field(default=None, repr=False)

    def acts(self, update_id: int, at: float) -> Json:
        """The next update: a tap on an answer where there is one, a typed word otherwise."""
        self.acted_at = at
        wish = self.wish or (_chosen(self.shown["reply_markup"]) if self.shown is not None else None)
        if wish is not None:
            message = self.shown or {"message_id": 1, "from": BOT, "chat": self._chat(), "date": DATE, "text": "…"}
            query = {"id": str(update_id), "from": self._user(), "chat_instance": "1", "message": message, "data": wish}
            return {"update_id": update_id, "callback_query": query}
        return {"update_id": update_id, "message": self._typed("/start" if self.taps else "하나")}

    def offered(self) -> list[str]:
        """What can be tapped on the newest keyboard."""
        return _wishes(self.shown["reply_markup"]) if self.shown is not None else []

    def goes_on(self) -> bool:
        """Whether there is something left of what this one came for."""
        if self.then is None:
            return True
        self.wish = next((wish for wish in self.offered() if wish.startswith(self.then)), None)
        return self.wish is not None

    def sees(self, parameters: Json, *, edited: bool) -> Json:
        """A message of the bot, new or changed; the message as Telegram would answer."""
        if not edited:
            self.message_id += 1
        number = int(parameters["message_id"]) if edited else self.message_id
        message: Json = {"message_id": number, "from": BOT, "chat": self._chat(), "date": DATE, "text": parameters.get("text", "")}
        markup = parameters.get("reply_markup")
        if isinstance(markup, str):
            markup = orjson.loads(markup)
        if markup and markup.get("inline_keyboard"):
            message["reply_markup"] = markup
            self.shown = message
        return message

    def _typed(self, text: str) -> Json:
        self.message_id += 1
        message = {"message_id": self.message_id, "from": self._user(), "chat": self._chat(), "date": DATE, "text": text}
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        return message

    def _user(self) -> Json:
        return {"id": self.id, "is_bot": False, "first_name": "사장님", "username": f"owner{self.id}", "language_code": "en"}

    def _chat(self) -> Json:
        return {"id": self.id, "type": "private", "first_name": "사장님", "username": f"owner{self.id}"}


ANSWERS = ("a:", "ok:")  # the codes of bot.dialogue.taps.Pick and Done
WAYS = ("go:pre_check:", "h")


def _wishes(markup: Json) -> list[str]:
    return [str(button["callback_data"]) for row in markup["inline_keyboard"] for button in row if "callback_data" in button]


def _chosen(markup: Json) -> str | None:
    """The first answer of an open question, else the way into the pre-check, else home: so a walk goes round and round."""
    wishes = _wishes(markup)
    answers = (wish for start in ANSWERS for wish in wishes if wish.startswith(start))
    ways = (way for way in WAYS if way in wishes)
    return next(answers, None) or next(ways, None)
