"""Who is what in a chat, and how the bot hears that it has changed."""

from typing import TYPE_CHECKING, Any

from playground.chats import SUPERGROUP, Chat
from playground.people import Account

if TYPE_CHECKING:
    from playground.emulator import Emulator

RIGHTS = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_pin_messages",
    "can_manage_topics",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_manage_tags",
    "is_anonymous",
)
USUAL_RIGHTS = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_video_chats",
)


def bot_member(town: "Emulator", chat: Chat) -> dict[str, Any]:
    """The bot as a `ChatMember` of this chat now."""
    if chat.private:
        return of_status(town, "kicked" if town.accounts[chat.id].blocked else "member")
    if not chat.with_bot:
        return of_status(town, "kicked" if chat.kicked else "left")
    if chat.bot_rights is None:
        return of_status(town, "member")
    names = [name for name in RIGHTS if name != "can_manage_topics" or chat.type == SUPERGROUP]
    rights = {name: name in chat.bot_rights for name in names}
    return {"user": town.bot_user(), "status": "administrator", "can_be_edited": False, **rights}


def of_status(town: "Emulator", status: str) -> dict[str, Any]:
    return {"user": town.bot_user(), "status": status} | ({"until_date": 0} if status == "kicked" else {})


def member_change(town: "Emulator", chat: Chat, by: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """A `ChatMemberUpdated` about the bot itself; `before`: the `ChatMember` it was."""
    told = {"chat": town.chat_json(chat), "from": by, "date": town.unix()}
    return told | {"old_chat_member": before, "new_chat_member": bot_member(town, chat)}


def told_of_change(town: "Emulator", chat: Chat, by: Account, before: dict[str, Any]) -> int:
    town.tell("chat", chat=chat)
    return town.update("my_chat_member", member_change(town, chat, by.user(), before))
