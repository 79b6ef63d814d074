"""What a message holds: a command, a file, or something no question takes."""

import unicodedata

from telegram import Message
from telegram.constants import MessageEntityType

from bot.happenings import Commanded, FileKind, FileSent, Unreadable, UnreadableKind


def command_of(message: Message, bot_username: str | None) -> Commanded | None:
    """`bot_username`: in a group a command may name another bot, and is then none of ours."""
    entities = message.entities
    if not message.text or not entities or entities[0].type != MessageEntityType.BOT_COMMAND or entities[0].offset != 0:
        return None
    name, _, addressee = message.parse_entity(entities[0]).removeprefix("/").partition("@")
    if bot_username is not None and addressee and addressee.lower() != bot_username.lower():
        return None
    argument = message.text[entities[0].length :]
    return Commanded(name=name.lower(), argument=normal(argument), message_id=message.message_id)


def file_of(message: Message) -> FileSent | None:
    caption = normal(message.caption or "")
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
            name=normal(file.file_name or ""),
            caption=caption,
            album=message.media_group_id or "",
            message_id=message.message_id,
        )
    return None


def _unread(message: Message, kind: UnreadableKind) -> Unreadable:
    return Unreadable(kind=kind, caption=normal(message.caption or ""), message_id=message.message_id)


def unreadable_of(message: Message) -> Unreadable | None:
    if message.sticker is not None:
        return _unread(message, UnreadableKind.STICKER)
    if message.voice is not None or message.audio is not None:
        return _unread(message, UnreadableKind.VOICE)
    if message.video is not None or message.video_note is not None:
        return _unread(message, UnreadableKind.VIDEO)
    # Whatever has no attachment left is a service message: a pin, a changed title, a joining member.
    return _unread(message, UnreadableKind.OTHER) if message.effective_attachment is not None else None


def normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\0", "").strip()
