"""An update becomes a happening: what happened, to whom, and where it is answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from telegram import CallbackQuery, ChatMemberUpdated, ChosenInlineResult, InlineQuery, Message, Update, User
from telegram.constants import ChatID, ChatMemberStatus, ChatType

from bot.happenings import (
    AddedToGroup,
    BlockChanged,
    ContactShared,
    Edited,
    GroupMoved,
    GroupTalked,
    Happening,
    InlineAsked,
    PeoplePicked,
    PlaceShared,
    RemovedFromGroup,
    ResultChosen,
    Said,
    SaidInTopic,
    Tapped,
    TappedInGroup,
    TappedInline,
)
from bot.taps import decode
from bot.wire.contents import command_of, file_of, normal, unreadable_of

GONE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """`chat`: where the answer goes; `language_hint`: what the phone is set to; `callback`, `inline`: the query to be answered."""

    happening: Happening
    person: int
    chat: int
    language_hint: str | None
    tapped_message: int | None = None
    callback: str | None = None
    inline: str | None = None


def read(update: Update, bot_username: str) -> Arrived | GroupMoved | None:
    """None for what concerns nobody: service messages, other bots, talk in a group that was not meant for us."""
    if update.message is not None:
        return _message(update.message, bot_username)
    for kind, reads in _OTHERS.items():
        content = getattr(update, kind)
        if content is not None:
            return reads(content)
    return None


def _tapped(query: CallbackQuery) -> Arrived:
    message, tap = query.message, decode(query.data or "")
    if message is None:
        happening: Happening = TappedInline(tap=tap, inline_message=query.inline_message_id or "")
        return _arrived(happening, query.from_user, query.from_user.id, callback=query.id)
    chat, tapped = message.chat.id, message.message_id
    happening = Tapped(tap=tap) if chat > 0 else TappedInGroup(tap=tap, chat=chat, message=tapped)
    return _arrived(happening, query.from_user, chat, tapped_message=tapped, callback=query.id)


def _asked_inline(query: InlineQuery) -> Arrived:
    asked = InlineAsked(query=normal(query.query))
    return replace(_arrived(asked, query.from_user, query.from_user.id), inline=query.id)


def _chosen(chosen: ChosenInlineResult) -> Arrived | None:
    if chosen.inline_message_id is None:
        return None
    happening = ResultChosen(result=chosen.result_id, inline_message=chosen.inline_message_id)
    return _arrived(happening, chosen.from_user, chosen.from_user.id)


def _membership(change: ChatMemberUpdated) -> Arrived | None:
    gone, chat = change.new_chat_member.status in GONE, change.chat
    if chat.type == ChatType.PRIVATE:
        return _arrived(BlockChanged(blocked=gone), change.from_user, chat.id)
    if chat.type == ChatType.CHANNEL or gone == (change.old_chat_member.status in GONE):
        return None
    added = AddedToGroup(chat=chat.id, forum=bool(chat.is_forum), may_have_moved=chat.type == ChatType.SUPERGROUP)
    return _arrived(RemovedFromGroup(chat=chat.id) if gone else added, change.from_user, chat.id)


def _edited(message: Message) -> Arrived | None:
    if message.from_user is None or message.chat.type != ChatType.PRIVATE:
        return None
    text = message.text or message.caption
    if text is None:
        return None
    return _arrived(Edited(text=normal(text), message_id=message.message_id), message.from_user, message.chat.id)


def _message(message: Message, bot_username: str) -> Arrived | GroupMoved | None:
    # Before anybody is asked who says so: it is often said by the "anonymous administrator", who is a bot.
    if message.migrate_to_chat_id is not None:
        return GroupMoved(old_id=message.chat.id, new_id=message.migrate_to_chat_id)
    if message.migrate_from_chat_id is not None:
        return GroupMoved(old_id=message.migrate_from_chat_id, new_id=message.chat.id)
    if message.from_user is None or not _is_human(message.from_user):
        return None
    happening = _in_private(message) if message.chat.type == ChatType.PRIVATE else _in_group(message, bot_username)
    return None if happening is None else _arrived(happening, message.from_user, message.chat.id)


def _is_human(sender: User) -> bool:
    """A group's administrator may speak as the group; Telegram then names one and the same bot for all of them."""
    return not sender.is_bot or sender.id == ChatID.ANONYMOUS_ADMIN


def _in_group(message: Message, bot_username: str) -> Happening | None:
    topic = message.message_thread_id if message.is_topic_message else None
    command = command_of(message, bot_username)
    if command is not None:
        return GroupTalked(chat_id=message.chat.id, command=command.name, argument=command.argument, topic=topic)
    return _in_topic(message, topic) if topic is not None else None


def _in_topic(message: Message, topic: int) -> SaidInTopic | None:
    text, file = normal(message.text or message.caption or ""), file_of(message)
    if not text and file is None:
        return None
    answered = message.reply_to_message
    # What answers nothing answers, to Telegram, the message that opened the topic.
    to = answered.message_id if answered is not None and answered.message_id != topic else None
    return SaidInTopic(chat=message.chat.id, topic=topic, message_id=message.message_id, text=text, file=file, replies_to=to)


def _in_private(message: Message) -> Happening | None:
    if message.text is not None:
        return command_of(message, None) or Said(text=normal(message.text), message_id=message.message_id)
    if message.contact is not None:
        sender = message.from_user.id if message.from_user is not None else 0
        return ContactShared(phone=message.contact.phone_number, own=message.contact.user_id == sender)
    if message.users_shared is not None:
        return PeoplePicked(people=tuple(dict.fromkeys(user.user_id for user in message.users_shared.users)))
    if message.venue is None and message.location is not None:
        return PlaceShared(latitude=str(message.location.latitude), longitude=str(message.location.longitude))
    return file_of(message) or unreadable_of(message)


def _arrived(happening: Happening, sender: User, chat: int, *, tapped_message: int | None = None, callback: str | None = None) -> Arrived:
    return Arrived(
        happening=happening,
        person=sender.id,
        chat=chat,
        language_hint=sender.language_code,
        tapped_message=tapped_message,
        callback=callback,
    )


_OTHERS: Mapping[str, Callable[[Any], Arrived | None]] = {
    "callback_query": _tapped,
    "inline_query": _asked_inline,
    "chosen_inline_result": _chosen,
    "my_chat_member": _membership,
    "edited_message": _edited,
}
