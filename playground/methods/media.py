"""Messages with files, and fetching what people sent."""

from secrets import randbelow
from typing import Any

from playground.emulator import Emulator
from playground.files import MOST_DOWNLOAD, MOST_UPLOAD
from playground.methods.places import chat_of, reply_of, topic_of
from playground.methods.registry import method
from playground.methods.sending import SEND, TO, send
from playground.parameters import Parameters, Upload
from playground.refusals import bad
from playground.texts import caption_text

CAPTION = "caption parse_mode caption_entities"
_ALBUM = range(2, 11)
_INPUT_FIELDS = frozenset(
    ["type", "media", "caption", "parse_mode", "caption_entities", "show_caption_above_media", "has_spoiler", "thumbnail"]
)


@method("sendPhoto", f"{SEND} {CAPTION} photo show_caption_above_media has_spoiler", sends=True)
def send_photo(town: Emulator, given: Parameters) -> dict[str, Any]:
    content = photo(town, given, "photo") | captioned(town, given.given)
    return send(town, given, chat_of(town, given), content)


@method("sendDocument", f"{SEND} {CAPTION} document thumbnail disable_content_type_detection", sends=True)
def send_document(town: Emulator, given: Parameters) -> dict[str, Any]:
    content = document(town, given, "document") | captioned(town, given.given)
    return send(town, given, chat_of(town, given), content)


@method("sendMediaGroup", f"{TO} media reply_parameters allow_sending_without_reply reply_to_message_id", sends=True)
def send_media_group(town: Emulator, given: Parameters) -> list[dict[str, Any]]:
    chat = chat_of(town, given)
    media = given.array("media")
    if len(media) not in _ALBUM:
        raise bad("there are no messages to send" if not media else "wrong number of messages to send as an album")
    if len({one.get("type") if isinstance(one, dict) else None for one in media}) != 1:
        raise bad("the album can't be mixed of different media types")
    more = topic_of(chat, given) | reply_of(town, chat, given) | {"media_group_id": str(randbelow(10**16))}
    contents = [input_media(town, given, one) for one in media]
    town.limits.charge(chat.id, len(contents))
    return [dict(town.post(chat, town.bot_user(), {**content, **more}).json) for content in contents]


@method("getFile", "file_id")
def get_file(town: Emulator, given: Parameters) -> dict[str, Any]:
    if not given.text("file_id"):
        raise bad("file_id not specified")
    file = town.files.known.get(given.text("file_id"))
    if file is None:
        raise bad("invalid file_id")
    if file.size > MOST_DOWNLOAD:
        raise bad("file is too big")
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size, "file_path": file.path}


def input_media(town: Emulator, given: Parameters, media: object) -> dict[str, Any]:
    """What an `InputMediaPhoto` or `InputMediaDocument` becomes in a message."""
    if not isinstance(media, dict):
        raise bad("can't parse InputMedia: expected an Object")
    strangers = sorted(set(media) - _INPUT_FIELDS)
    if strangers:
        raise bad(f'can\'t parse InputMedia: unknown field "{strangers[0]}"')
    named = Parameters({"media": media.get("media")}, given.files)
    match media.get("type"):
        case "photo":
            return photo(town, named, "media") | captioned(town, media)
        case "document":
            return document(town, named, "media") | captioned(town, media)
        case other:
            raise bad(f'can\'t parse InputMedia: type "{other}" is unsupported')


def photo(town: Emulator, given: Parameters, name: str) -> dict[str, Any]:
    upload = _uploaded(given, name)
    if upload is not None:
        return {"photo": town.files.photo(_checked(upload).content)}
    known = town.files.known.get(given.text(name))
    if known is None or known.kind not in {"photo", "thumbnail"}:
        raise _no_such_file(given, name, "photo")
    return {"photo": [known.spelt()]}


def document(town: Emulator, given: Parameters, name: str) -> dict[str, Any]:
    upload = _uploaded(given, name)
    if upload is not None:
        return {"document": town.files.document(_checked(upload).content, upload.name, upload.mime)}
    known = town.files.known.get(given.text(name))
    if known is None or known.kind != "document":
        raise _no_such_file(given, name, "document")
    return {"document": town.files.described(known)}


def captioned(town: Emulator, given: dict[str, Any]) -> dict[str, Any]:
    caption = caption_text(str(given.get("caption") or ""), str(given.get("parse_mode") or ""), given.get("caption_entities"))
    content: dict[str, Any] = {"caption": caption.plain} if caption.plain else {}
    return content | ({"caption_entities": caption.json(town.users())} if caption.entities else {})


def _uploaded(given: Parameters, name: str) -> Upload | None:
    return given.files.get(name) or given.attached(given.given.get(name))


def _checked(upload: Upload) -> Upload:
    if not upload.content:
        raise bad("file must be non-empty")
    if len(upload.content) > MOST_UPLOAD:
        raise bad("file is too big")
    return upload


def _no_such_file(given: Parameters, name: str, kind: str) -> Exception:
    wanted = given.text(name)
    if not wanted:
        return bad(f"there is no {kind} in the request")
    if wanted.startswith(("http://", "https://")):
        return bad("failed to get HTTP URL content")
    return bad("wrong file identifier/HTTP URL specified")
