"""What was said once is said again: copies without a sender, and forwards."""

from secrets import randbelow
from typing import Any

from playground.emulator import Emulator
from playground.messages import Message
from playground.methods.places import chat_of, message_ids, message_of
from playground.methods.registry import method
from playground.methods.sending import SEND, TO, send
from playground.parameters import Parameters
from playground.refusals import bad
from playground.texts import caption_text

_KINDS = ("text", "caption", "photo", "document", "voice", "sticker", "contact", "location", "venue", "poll")
_TAKEN_OVER = (*_KINDS, "entities", "caption_entities", "link_preview_options")


@method("copyMessage", f"{SEND} from_chat_id message_id caption parse_mode caption_entities show_caption_above_media", sends=True)
def copy_message(town: Emulator, given: Parameters) -> dict[str, int]:
    original = message_of(chat_of(town, given, "from_chat_id", write=False), given, "message to copy")
    content = _contents(original)
    if not content:
        raise bad("The message can't be copied")
    if "caption" in given and original.is_media:
        content |= _new_caption(town, given)
    return _number(send(town, given, chat_of(town, given), content))


@method("copyMessages", f"{TO} from_chat_id message_ids remove_caption", sends=True)
def copy_messages(town: Emulator, given: Parameters) -> list[dict[str, int]]:
    dropped = ("caption", "caption_entities") if given.flag("remove_caption") else ()
    contents = [(message, _contents(message)) for message in _originals(town, given)]
    kept = [(message, {name: value for name, value in content.items() if name not in dropped}) for message, content in contents if content]
    return _several(town, given, kept)


@method("forwardMessage", f"{TO} from_chat_id message_id", sends=True)
def forward_message(town: Emulator, given: Parameters) -> dict[str, Any]:
    original = message_of(chat_of(town, given, "from_chat_id", write=False), given, "message to forward")
    if not _may_forward(original):
        raise bad("The message can't be forwarded")
    return send(town, given, chat_of(town, given), _forwarded(original))


@method("forwardMessages", f"{TO} from_chat_id message_ids", sends=True)
def forward_messages(town: Emulator, given: Parameters) -> list[dict[str, int]]:
    originals = [message for message in _originals(town, given) if _may_forward(message)]
    return _several(town, given, [(message, _forwarded(message)) for message in originals])


def _originals(town: Emulator, given: Parameters) -> list[Message]:
    """Those that are still there: what is gone is left out."""
    source = chat_of(town, given, "from_chat_id", write=False)
    wanted = message_ids(given)
    if wanted != sorted(set(wanted)):
        raise bad("Message identifiers must be in a strictly increasing order")
    found = [source.messages.get(message_id) for message_id in wanted]
    present = [message for message in found if message is not None and not message.deleted]
    if not present:
        raise bad("There are no messages to forward")
    return present


def _several(town: Emulator, given: Parameters, contents: list[tuple[Message, dict[str, Any]]]) -> list[dict[str, int]]:
    """Albums stay albums."""
    if not contents:
        raise bad("Messages can't be forwarded")
    chat = chat_of(town, given)
    albums: dict[str, str] = {}
    return [_number(send(town, given, chat, content | _album(message, albums))) for message, content in contents]


def _album(message: Message, albums: dict[str, str]) -> dict[str, str]:
    before = message.json.get("media_group_id")
    return {"media_group_id": albums.setdefault(before, str(randbelow(10**16)))} if before else {}


def _contents(message: Message) -> dict[str, Any]:
    """What a copy takes over: neither sender nor keyboard; nothing of a service message."""
    return {name: message.json[name] for name in _TAKEN_OVER if name in message.json}


def _may_forward(message: Message) -> bool:
    return bool(_contents(message)) and not message.json.get("has_protected_content")


def _forwarded(original: Message) -> dict[str, Any]:
    origin = {"type": "user", "date": original.json["date"], "sender_user": original.json["from"]}
    return {**_contents(original), "forward_origin": original.json.get("forward_origin", origin)}


def _new_caption(town: Emulator, given: Parameters) -> dict[str, Any]:
    caption = caption_text(given.text("caption"), given.text("parse_mode"), given.json("caption_entities"))
    return {"caption": caption.plain, "caption_entities": caption.json(town.users())}


def _number(sent: dict[str, Any]) -> dict[str, int]:
    return {"message_id": sent["message_id"]}
