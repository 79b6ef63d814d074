"""An update becomes a happening: what happened, to whom, and where it is answered."""

import unicodedata
from dataclasses import dataclass

from telegram import CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType, MessageEntityType

from bot.happenings import (
    BlockChanged,
    Commanded,
    ContactShared,
    Edited,
    FileKind,
    FileSent,
    GroupMoved,
    GroupTalked,
    Happening,
    PlaceShared,
    Said,
    Tapped,
    Unreadable,
    UnreadableKind,
)
from bot.taps import decode

GONE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """`chat`: where the answer goes; `language_hint`: what the phone is set to; `callback`: the query to be answered."""

    happening: Happening
    person: int
    chat: int
    language_hint: str | None
    tapped_message: int | None = None
    callback: str | None = None


def read(update: Update, bot_username: str) -> Arrived | None:
    """None for what concerns nobody: service messages, other bots, talk in a group that was not meant for us."""
    if update.callback_query is not None:
        return _tapped(update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    if update.message is not None:
        return _message(update.message, bot_username)
    if update.edited_message is not None:
        return _edited(update.edited_message)
    return None


def _tapped(query: CallbackQuery) -> Arrived:
    message = query.message
    chat = message.chat.id if message is not None else query.from_user.id
    happening = Tapped(tap=decode(query.data or "")) if chat > 0 else GroupTalked(chat_id=chat)
    return _arrived(happening, query.from_user, chat, tapped_message=message.message_id if message is not None else None, callback=query.id)


def _membership(change: ChatMemberUpdated) -> Arrived | None:
    status = change.new_chat_member.status
    if change.chat.type == ChatType.PRIVATE:
        return _arrived(BlockChanged(blocked=status in GONE), change.from_user, change.chat.id)
    if status in GONE or change.old_chat_member.status not in GONE:
        return None
    return _arrived(GroupTalked(chat_id=change.chat.id), change.from_user, change.chat.id)


def _edited(message: Message) -> Arrived | None:
    if message.from_user is None or message.chat.type != ChatType.PRIVATE:
        return None
    text = message.text or message.caption
    if text is None:
        return None
    return _arrived(Edited(text=_normal(text), message_id=message.message_id), message.from_user, message.chat.id)


def _message(message: Message, bot_username: str) -> Arrived | None:
    if message.from_user is None or message.from_user.is_bot:
        return None
    happening = _in_private(message) if message.chat.type == ChatType.PRIVATE else _in_group(message, message.chat, bot_username)
    return None if happening is None else _arrived(happening, message.from_user, message.chat.id)


def _in_group(message: Message, chat: Chat, bot_username: str) -> Happening | None:
    if message.migrate_to_chat_id is not None:
        return GroupMoved(old_id=chat.id, new_id=message.migrate_to_chat_id)
    command = _command(message, bot_username)
    return GroupTalked(chat_id=chat.id, command=command.name) if command is not None else None


def _in_private(message: Message) -> Happening | None:
    if message.text is not None:
        return _command(message, None) or Said(text=_normal(message.text), message_id=message.message_id)
    if message.contact is not None:
        sender = message.from_user.id if message.from_user is not None else 0
        return ContactShared(phone=message.contact.phone_number, own=message.contact.user_id == sender)
    if message.venue is None and message.location is not None:
        return PlaceShared(latitude=str(message.location.latitude), longitude=str(message.location.longitude))
    return _file(message) or _unreadable(message)


def _command(message: Message, bot_username: str | None) -> Commanded | None:
    """`bot_username`: in a group a command may name another bot, and is then none of ours."""
    entities = message.entities
    if not message.text or not entities or entities[0].type != MessageEntityType.BOT_COMMAND or entities[0].offset != 0:
        return None
    name, _, addressee = message.parse_entity(entities[0]).removeprefix("/").partition("@")
    if bot_username is not None and addressee and addressee.lower() != bot_username.lower():
        return None
    argument = message.text[entities[0].length :]
    return Commanded(name=name.lower(), argument=_normal(argument), message_id=message.message_id)


def _file(message: Message) -> FileSent | None:
    caption = _normal(message.caption or "")
    if message.photo:
        largest = message.photo[-1]
        return FileSent(
            kind=FileKind.PHOTO,
            file_id=largest.file_id,
            unique_id=largest.file_unique_id,
            size=largest.file_size or 0,
            caption=caption,
            album=message.media_group_id or "",
            message_id=message.message_id,
        )
    if message.document is not None and message.animation is None:
        file = message.document
        return FileSent(
            kind=FileKind.DOCUMENT,
            file_id=file.file_id,
            unique_id=file.file_unique_id,
            size=file.file_size or 0,
            name=_normal(file.file_name or ""),
            caption=caption,
            album=message.media_group_id or "",
            message_id=message.message_id,
        )
    return None


def _unread(message: Message, kind: UnreadableKind) -> Unreadable:
    return Unreadable(kind=kind, caption=_normal(message.caption or ""), message_id=message.message_id)


def _unreadable(message: Message) -> Unreadable | None:
    if message.sticker is not None:
        return _unread(message, UnreadableKind.STICKER)
    if message.voice is not None or message.audio is not None:
        return _unread(message, UnreadableKind.VOICE)
    if message.video is not None or message.video_note is not None:
        return _unread(message, UnreadableKind.VIDEO)
    # Whatever has no attachment left is a service message: a pin, a changed title, a joining member.
    return _unread(message, UnreadableKind.OTHER) if message.effective_attachment is not None else None


def _arrived(happening: Happening, sender: User, chat: int, *, tapped_message: int | None = None, callback: str | None = None) -> Arrived:
    return Arrived(
        happening=happening,
        person=sender.id,
        chat=chat,
        language_hint=sender.language_code,
        tapped_message=tapped_message,
        callback=callback,
    )


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\0", "").strip()
