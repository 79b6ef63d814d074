"""Which lane an update belongs to, read from the raw dictionary: the library's objects are only made once it is worked off."""

from typing import Any

import orjson

from storage.arrivals import NewArrival

Raw = dict[str, Any]
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "inline_query", "chosen_inline_result")
NOBODY = 0


def lane_of(update: Raw) -> int:
    """The person, or the group by its chat id; 0 for what belongs to nobody."""
    for content in update.values():
        if isinstance(content, dict):
            chat = _chat_id(content)
            return chat if chat < 0 else _sender_id(content) or chat
    return NOBODY


def as_arrival(update: Raw) -> NewArrival:
    return NewArrival(update_id=int(update["update_id"]), lane=lane_of(update), body=orjson.dumps(update))


def _chat_id(content: Raw) -> int:
    holder = content if "chat" in content else content.get("message", {})
    return int(holder.get("chat", {}).get("id", NOBODY))


def _sender_id(content: Raw) -> int:
    return int(content.get("from", {}).get("id", NOBODY))
