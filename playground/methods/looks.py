"""What a bot may know of a chat and its people."""

from typing import Any

from playground.chats import Chat
from playground.emulator import Emulator
from playground.membership import bot_member
from playground.methods.places import chat_of
from playground.methods.registry import method
from playground.parameters import Parameters
from playground.refusals import bad


@method("getChat", "chat_id")
def get_chat(town: Emulator, given: Parameters) -> dict[str, Any]:
    chat = chat_of(town, given, write=False)
    accepted = {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    }
    told = {**town.chat_json(chat), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": accepted}
    return told | ({"pinned_message": chat.messages[chat.pinned[-1]].json} if chat.pinned else {})


@method("getChatMember", "chat_id user_id")
def get_chat_member(town: Emulator, given: Parameters) -> dict[str, Any]:
    chat = chat_of(town, given, write=False)
    user_id = given.integer("user_id")
    if user_id == town.bot_id:
        return bot_member(town, chat)
    if user_id not in town.accounts:
        raise bad("user not found" if chat.private else "PARTICIPANT_ID_INVALID")
    return member(town, chat, user_id)


@method("getChatMemberCount", "chat_id")
def get_chat_member_count(town: Emulator, given: Parameters) -> int:
    chat = chat_of(town, given, write=False)
    return len(chat.people) + chat.with_bot


@method("getChatAdministrators", "chat_id")
def get_chat_administrators(town: Emulator, given: Parameters) -> list[dict[str, Any]]:
    chat = chat_of(town, given, write=False)
    if chat.private:
        raise bad("there are no administrators in the private chat")
    owner = [member(town, chat, chat.people[0])] if chat.people else []
    return owner + ([bot_member(town, chat)] if chat.bot_rights is not None else [])


def member(town: Emulator, chat: Chat, person_id: int) -> dict[str, Any]:
    """A `ChatMember`: who made a group owns it."""
    user = town.accounts[person_id].user()
    if chat.private:
        return {"user": user, "status": "kicked" if town.accounts[person_id].blocked else "member"}
    if person_id not in chat.people:
        return {"user": user, "status": "left"}
    return {"user": user, "status": "creator", "is_anonymous": False} if person_id == chat.people[0] else {"user": user, "status": "member"}
