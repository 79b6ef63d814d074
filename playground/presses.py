"""What a person presses: inline buttons, keys, results of inline mode."""

from collections.abc import Sequence
from typing import Any

from playground.chats import TALK, Chat
from playground.eyes import NotPossible
from playground.inline import LONGEST_QUERY, Question, Result
from playground.messages import Button, Message
from playground.speech import NOTHING, Speaker
from playground.topics import in_topic

_CHAT_KINDS = {"private": "sender", TALK: "private"}


class Presser(Speaker):
    def presses(self, message_id: int, button: str, *, chat: int | None = None) -> int:
        """An inline button by its label or its callback data."""
        place = self._chat(chat)
        message = self._message(message_id, place)
        found = message.button(button)
        if found is None or found.data is None:
            raise NotPossible(f"No such button to press on message {message_id}: {button!r}\n{self.transcript(place.id)}")
        _, update_id = self.presses_data(message, found.data)
        return update_id

    def presses_data(self, message: Message, data: str) -> tuple[str, int]:
        """Sends any callback data, as a forged client could. Answers the callback's id and the update's."""
        place = self._town.chats[message.chat_id]
        if place.private:
            self._unless_blocked()
        press = self._town.presses.add(self.id, message.chat_id, message.id, self._town.clock.now())
        where = {"inline_message_id": message.inline_id} if message.inline_id else {"message": dict(message.json)}
        body = {"id": press.id, "from": self.account.user(), **where, "chat_instance": place.instance, "data": data}
        return press.id, self._town.update("callback_query", body)

    def presses_key(self, label: str, *, chat: int | None = None, latitude: float = 37.5665, longitude: float = 126.978) -> int:
        """A key of the reply keyboard."""
        place = self._chat(chat)
        key = next((key for row in self.reply_keyboard(place.id) for key in row if key["text"] == label), None)
        if key is None:
            raise NotPossible(f"No key {label!r} under the text field of {self.name}\n{self.transcript(place.id)}")
        if key.get("request_contact"):
            return self.shares_contact(chat=place.id)
        if key.get("request_location"):
            return self.shares_place(latitude, longitude, chat=place.id)
        if key.get("request_users"):
            raise NotPossible(f"{label!r} asks for people: use shares_people")
        return self.sends(label, chat=place.id)

    def shares_people(self, people: "Sequence[Presser]", *, request_id: int | None = None) -> int:
        """Picks people of the town for a key that asks for them (without a number: the first such key)."""
        asked = [key["request_users"] for row in self.reply_keyboard() for key in row if "request_users" in key]
        wanted = next((one for one in asked if request_id in (None, one["request_id"])), None)
        if wanted is None:
            raise NotPossible(f"No key asks {self.name} for people\n{self.transcript()}")
        most = max(wanted.get("max_quantity", 1), 1)
        if not 1 <= len(people) <= most:
            raise NotPossible(f"This key takes between 1 and {most} people, not {len(people)}")
        if wanted.get("user_is_bot"):
            raise NotPossible("This key asks for bots, and no other bot lives here")
        shared = [_shared(one, wanted) for one in people]
        content = {"users_shared": {"request_id": wanted["request_id"], "user_ids": [one.id for one in people], "users": shared}}
        alone = {"user_shared": {"request_id": wanted["request_id"], "user_id": people[0].id}} if len(people) == 1 else {}
        return self._says(alone | content, None)

    # -- inline mode

    @property
    def inline_results(self) -> list[Result]:
        """What the bot offers for what was typed last."""
        question = self._town.inline.on_phone.get(self.id)
        return list(question.shown) if question is not None else []

    def types_inline(self, query: str = "", *, chat: int | None = None, offset: str = "", topic: int | None = None) -> int:
        """Types `@bot query` in any chat. NOTHING when an earlier answer is still good."""
        town, place = self._town, self._chat(chat)
        if not town.inline.enabled:
            raise NotPossible(f"@{town.username} has no inline mode")
        if len(query) > LONGEST_QUERY:
            raise NotPossible(f"An inline query has at most {LONGEST_QUERY} characters")
        question = town.inline.ask(self.id, place.id, query, offset, town.clock.now())
        question.topic = topic
        town.tell("inline_results", person_id=self.id, inline=question.view())
        if question.offer is not None:
            return NOTHING
        body = {"id": question.id, "from": self.account.user(), "chat_type": _CHAT_KINDS.get(place.type, place.type)}
        return town.update("inline_query", body | {"query": query, "offset": offset})

    def scrolls_results(self) -> int:
        """Asks for more of them, where there are."""
        question = self._question()
        if question.offer is None or not question.offer.next_offset:
            raise NotPossible("There are no more results")
        return self.types_inline(question.text, chat=question.chat_id, offset=question.offer.next_offset, topic=question.topic)

    def picks_result(self, number: int = 0) -> int:
        """Puts the result into the chat. The id is that of the update about the choice (with feedback off: about the message)."""
        town, question = self._town, self._question()
        if not 0 <= number < len(question.shown):
            raise NotPossible(f"There is no result {number} among {[result.title for result in question.shown]}")
        result, place = question.shown[number], self._chat(question.chat_id)
        if place.private:
            self._unless_blocked()
        self._unless_closed(place, question.topic)
        content = in_topic(place, question.topic) | {"via_bot": town.bot_user(), **result.content}
        message = town.post(place, self.account.user(), content, markup=result.markup)
        message.inline_id = town.inline.sign(place.id, message.id) if result.markup else None
        del town.inline.on_phone[self.id]
        heard = self._told(place, message)
        if not town.inline.feedback:
            return heard
        signed = {"inline_message_id": message.inline_id} if message.inline_id else {}
        chosen = {"from": self.account.user(), **signed, "query": question.text, "result_id": result.id}
        return town.update("chosen_inline_result", chosen)

    def presses_results_button(self) -> str:
        """The button above the results: the payload with which the chat with the bot is to be started."""
        question = self._question()
        if question.offer is None or question.offer.button is None:
            raise NotPossible("There is no button above the results")
        return str(question.offer.button["start_parameter"])

    def switches_inline(self, message_id: int, button: str, *, chat: int | None = None, to: int | None = None) -> int:
        """Presses a button that switches to inline mode; `to`: the chat chosen for it."""
        place = self._chat(chat)
        found = self._message(message_id, place).button(button)
        if found is None or found.inline_query is None:
            raise NotPossible(f"No such switch on message {message_id}: {button!r}\n{self.transcript(place.id)}")
        return self.types_inline(found.inline_query, chat=self._target(found, place, to))

    def _target(self, button: Button, place: Chat, to: int | None) -> int:
        if not button.inline_chats:
            return place.id
        if to is None:
            raise NotPossible("This switch asks for a chat")
        if may_switch(button, self._chat(to)):
            return to
        raise NotPossible(f"This switch does not lead to chat {to}")

    def _question(self) -> Question:
        question = self._town.inline.on_phone.get(self.id)
        if question is None:
            raise NotPossible(f"{self.name} has typed nothing to @{self._town.username} in any chat")
        return question


def may_switch(button: Button, place: Chat) -> bool:
    kinds = {"private": "allow_bot_chats", TALK: "allow_user_chats"}
    return kinds.get(place.type, "allow_group_chats") in button.inline_chats


def _shared(person: Presser, wanted: dict[str, Any]) -> dict[str, Any]:
    """A `SharedUser`: names only where they were asked for."""
    account = person.account
    names = {"first_name": account.first_name, "last_name": account.last_name} if wanted.get("request_name") else {}
    names |= {"username": account.username} if wanted.get("request_username") else {}
    return {"user_id": account.id} | {name: value for name, value in names.items() if value}
