"""Pinning, topics, leaving; and inline queries, which nobody in town sends."""

from playground.emulator import Emulator
from playground.methods.places import chat_of, message_of
from playground.methods.registry import method
from playground.parameters import Parameters
from playground.refusals import bad

_LONGEST_TOPIC = 128


@method("pinChatMessage", "chat_id message_id disable_notification")
def pin_chat_message(town: Emulator, given: Parameters) -> bool:
    chat = chat_of(town, given)
    message = message_of(chat, given, "message to pin")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        pinned = {key: value for key, value in message.json.items() if key not in {"reply_to_message", "pinned_message"}}
        town.post(chat, town.bot_user(), {"pinned_message": pinned})
    town.tell("chat", chat=chat)
    return True


@method("unpinChatMessage", "chat_id message_id")
def unpin_chat_message(town: Emulator, given: Parameters) -> bool:
    """Without a number: the one pinned last."""
    chat = chat_of(town, given)
    number = given.integer("message_id") if "message_id" in given else (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(number)
    town.tell("chat", chat=chat)
    return True


@method("unpinAllChatMessages", "chat_id")
def unpin_all_chat_messages(town: Emulator, given: Parameters) -> bool:
    chat = chat_of(town, given)
    chat.pinned.clear()
    town.tell("chat", chat=chat)
    return True


@method("leaveChat", "chat_id")
def leave_chat(town: Emulator, given: Parameters) -> bool:
    chat = chat_of(town, given)
    if chat.private:
        raise bad("chat member status can't be changed in private chats")
    chat.with_bot = False
    chat.kicked = False
    town.post(chat, town.bot_user(), {"left_chat_member": town.bot_user()})
    town.tell("chat", chat=chat)
    return True


@method("createForumTopic", "chat_id name icon_color icon_custom_emoji_id")
def create_forum_topic(town: Emulator, given: Parameters) -> dict[str, object]:
    chat = chat_of(town, given)
    if not chat.is_forum:
        raise bad("the chat is not a forum")
    name = given.required("name")
    if len(name) > _LONGEST_TOPIC:
        raise bad("TOPIC_TITLE_TOO_LONG")
    color = given.integer("icon_color", 0x6FB9F0)
    created = {"forum_topic_created": {"name": name, "icon_color": color}}
    message = town.post(chat, town.bot_user(), created)
    chat.topics[message.id] = name
    return {"message_thread_id": message.id, "name": name, "icon_color": color}


@method("answerInlineQuery", "inline_query_id results cache_time is_personal next_offset button")
def answer_inline_query(town: Emulator, given: Parameters) -> bool:  # noqa: ARG001 - every query is unknown
    if not isinstance(given.json("results"), list):
        raise bad("expected an Array of inline query results")
    raise bad("query is too old and response timeout expired or query ID is invalid")
