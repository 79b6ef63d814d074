"""Any message as it could be sent on to others: a method of the Bot API with its parameters."""

from collections.abc import Sequence
from typing import Any

from telegram import Message, MessageEntity, Poll, Update, Venue

from bot.happenings import PartSent
from programme.announcement_parts import DOCUMENT, PHOTO, POLL, TEXT, VENUE, Composed, Part, Unfit, WhyNot

# What Telegram finds in every text by itself, and what a bot may not send.
_NOT_SENT_ON = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "custom_emoji", "text_mention"})


def part_of(update: Update) -> PartSent | None:
    """None for what is no message of anybody: a service message, a contact."""
    message = update.message or update.edited_message
    found = _composed(message) if message is not None else None
    if found is None or message is None:
        return None
    return PartSent(composed=found, message_id=message.message_id, edited=update.edited_message is not None)


def _composed(message: Message) -> Composed | None:
    if message.text is not None:
        return _text(message, message.text)
    if message.photo:
        return _captioned(PHOTO, {"photo": message.photo[-1].file_id}, message)
    if message.document is not None and message.animation is None:
        return _captioned(DOCUMENT, {"document": message.document.file_id}, message)
    return _other(message)


def _other(message: Message) -> Composed | None:
    if message.venue is not None:
        return _venue(message.venue)
    if message.poll is not None:
        return _poll(message.poll)
    return Composed(part=Unfit(WhyNot.OTHER)) if message.location is not None else _unfit(message)


def _text(message: Message, text: str) -> Composed:
    params = {"text": text} | _marked("entities", message.entities) | _looks(message)
    return Composed(part=Part(method=TEXT, params=params, message=message.message_id), words=[text])


def _captioned(method: str, content: dict[str, Any], message: Message) -> Composed:
    caption = message.caption or ""
    params = content | ({"caption": caption} if caption else {}) | _marked("caption_entities", message.caption_entities) | _looks(message)
    named = (message.document.file_name or "") if message.document is not None else ""
    part = Part(method=method, params=params, album=message.media_group_id or "", message=message.message_id)
    return Composed(part=part, words=[caption, named])


def _marked(name: str, entities: Sequence[MessageEntity]) -> dict[str, Any]:
    marked = [one.to_dict() for one in entities if one.type not in _NOT_SENT_ON]
    return {name: marked} if marked else {}


def _looks(message: Message) -> dict[str, Any]:
    """How it is shown, as its writer chose."""
    found: dict[str, Any] = {}
    if message.link_preview_options is not None:
        found["link_preview_options"] = message.link_preview_options.to_dict()
    if message.has_media_spoiler:
        found["has_spoiler"] = True
    if message.show_caption_above_media:
        found["show_caption_above_media"] = True
    return found


def _venue(venue: Venue) -> Composed:
    place = {"latitude": venue.location.latitude, "longitude": venue.location.longitude}
    params = place | {"title": venue.title, "address": venue.address}
    return Composed(part=Part(method=VENUE, params=params), words=[venue.title, venue.address])


def _poll(poll: Poll) -> Composed:
    words = [poll.question, *(option.text for option in poll.options)]
    if poll.type == Poll.QUIZ:
        return Composed(part=Unfit(WhyNot.QUIZ), words=words)
    if poll.is_closed:
        return Composed(part=Unfit(WhyNot.CLOSED_POLL), words=words)
    params = {
        "question": poll.question,
        "options": [{"text": option.text} for option in poll.options],
        "is_anonymous": poll.is_anonymous,
        "allows_multiple_answers": poll.allows_multiple_answers,
    }
    return Composed(part=Part(method=POLL, params=params), words=words)


def _unfit(message: Message) -> Composed | None:
    kinds = (
        (message.sticker, WhyNot.STICKER),
        (message.voice or message.audio, WhyNot.VOICE),
        (message.video or message.video_note or message.animation, WhyNot.VIDEO),
    )
    for found, why in kinds:
        if found is not None:
            return Composed(part=Unfit(why), words=[message.caption or ""])
    return None
