"""What a person can do with the phone in hand. Every deed answers the id of the update the bot will get, as Telegram would send it."""

import io
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from PIL import Image

from playground.chats import Chat
from playground.eyes import NotPossible, Onlooker
from playground.messages import Message
from playground.people import Account
from playground.texts import typed

if TYPE_CHECKING:
    from playground.emulator import Emulator

__all__ = ["NOTHING", "NotPossible", "Person", "member_change"]

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
_SILENCE = b"OggS\x00\x02" + bytes(20)
NOTHING = 0  # the bot does not hear of it


class Person(Onlooker):
    # -- what is said

    def start(self, payload: str = "") -> int:
        """START, with the payload of a deep link. Comes back to a blocked bot."""
        if not _PAYLOAD.fullmatch(payload):
            raise NotPossible(f"A start payload is at most 64 of A-Z a-z 0-9 _ -, not {payload!r}")
        if self.account.blocked:
            self.unblocks()
        return self.sends(f"/start {payload}".strip())

    def opens(self, url: str) -> int:
        """Follows a deep link to the bot and presses START."""
        parts = urlsplit(url)
        if parts.netloc not in {"t.me", "telegram.me"} or parts.path.strip("/").lower() != self._town.username.lower():
            raise NotPossible(f"{url} does not lead to @{self._town.username}")
        return self.start(parse_qs(parts.query).get("start", [""])[0])

    def sends(self, text: str, *, chat: int | None = None, reply_to: int | None = None) -> int:
        """A text; longer than a message may be, it goes in several, as phones do. The id is the last one's."""
        pieces = [text[begin : begin + 4096] for begin in range(0, len(text), 4096)]
        said = [typed(piece) for piece in pieces]
        if not said or not all(piece.plain for piece in said):
            raise NotPossible("Telegram does not send an empty message")
        ids = []
        for piece in said:
            entities = piece.json(self._town.users())
            ids.append(self._says({"text": piece.plain} | ({"entities": entities} if entities else {}), chat, reply_to))
        return ids[-1]

    def shares_contact(self, *, own: bool = True, phone_number: str = "", first_name: str = "", chat: int | None = None) -> int:
        """The own number, or somebody else's card. Only the server says whose Telegram account it is."""
        account = self.account
        if own:
            contact: dict[str, Any] = {"phone_number": account.phone_number, "first_name": account.first_name, "user_id": account.id}
            return self._says({"contact": contact}, chat)
        contact = {"phone_number": phone_number or "+821098765432", "first_name": first_name or "이웃"}
        known = next((other for other in self._town.accounts.values() if other.phone_number == contact["phone_number"]), None)
        return self._says({"contact": contact | ({"user_id": known.id} if known else {})}, chat)

    def shares_place(self, latitude: float, longitude: float, *, chat: int | None = None) -> int:
        return self._says({"location": {"latitude": latitude, "longitude": longitude}}, chat)

    def sends_photo(self, content: bytes | None = None, *, caption: str = "", chat: int | None = None, album: str = "") -> int:
        more = self._caption(caption) | ({"media_group_id": album} if album else {})
        return self._says({"photo": self._town.files.photo(content or _grey()), **more}, chat)

    def sends_file(self, name: str, content: bytes, mime: str = "", *, caption: str = "", chat: int | None = None) -> int:
        return self._says({"document": self._town.files.document(content, name, mime), **self._caption(caption)}, chat)

    def sends_sticker(self, *, chat: int | None = None) -> int:
        image = io.BytesIO()
        Image.new("RGBA", (512, 512), (255, 200, 0, 255)).save(image, "WEBP")
        file = self._town.files.keep(image.getvalue(), kind="sticker", mime="image/webp", width=512, height=512)
        return self._says({"sticker": {**file.spelt(), "type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"}}, chat)

    def sends_voice(self, content: bytes = _SILENCE, *, seconds: int = 3, chat: int | None = None) -> int:
        file = self._town.files.keep(content, kind="voice", mime="audio/ogg")
        return self._says({"voice": {**file.spelt(), "duration": seconds, "mime_type": "audio/ogg"}}, chat)

    def edits(self, message_id: int, text: str, *, chat: int | None = None) -> int:
        """Changes what was said."""
        place = self._chat(chat)
        message = self._own(message_id, place)
        said = typed(text)
        if "text" not in message.json or not said.plain:
            raise NotPossible("Only a text can be edited, and not into nothing")
        message.json |= {"text": said.plain, "edit_date": self._town.unix(), "entities": said.json(self._town.users())}
        message.edits += 1
        self._town.tell("message_edited", chat_id=place.id, message=message)
        return self._town.update("edited_message", dict(message.json)) if self._bot_hears(place, message) else NOTHING

    def deletes(self, message_id: int, *, chat: int | None = None) -> None:
        """Takes a message away for both. Telegram does not tell bots."""
        place = self._chat(chat)
        self._message(message_id, place).deleted = True
        self._town.tell("messages_deleted", chat_id=place.id, message_ids=[message_id])

    # -- what is pressed

    def presses(self, message_id: int, button: str, *, chat: int | None = None) -> int:
        """An inline button by its label or its callback data."""
        place = self._chat(chat)
        message = self._message(message_id, place)
        found = message.button(button)
        if found is None or found.data is None:
            raise NotPossible(f"No such button to press on message {message_id}: {button!r}\n{self.transcript(place.id)}")
        _, update_id = self.presses_data(message, found.data)
        return update_id

    def presses_data(self, message: Message, data: str) -> tuple[str, int]:
        """Sends any callback data, as a forged client could. Answers the callback's id and the update's."""
        self._unless_blocked()
        press = self._town.presses.add(self.id, message.chat_id, message.id, self._town.clock.now())
        body = {
            "id": press.id,
            "from": self.account.user(),
            "message": dict(message.json),
            "chat_instance": str(message.chat_id),
            "data": data,
        }
        return press.id, self._town.update("callback_query", body)

    def presses_key(self, label: str, *, chat: int | None = None, latitude: float = 37.5665, longitude: float = 126.978) -> int:
        """A key of the reply keyboard."""
        place = self._chat(chat)
        key = next((key for row in self.reply_keyboard(place.id) for key in row if key["text"] == label), None)
        if key is None:
            raise NotPossible(f"No key {label!r} under the text field of {self.name}\n{self.transcript(place.id)}")
        if key.get("request_contact"):
            return self.shares_contact(chat=place.id)
        if key.get("request_location"):
            return self.shares_place(latitude, longitude, chat=place.id)
        return self.sends(label, chat=place.id)

    # -- leaving and coming back

    def blocks(self) -> int:
        return self._membership(blocked=True)

    def unblocks(self) -> int:
        return self._membership(blocked=False)

    def deactivates(self) -> None:
        """The account is gone; nothing can be sent to it."""
        self.account.deactivated = True
        self._town.tell("person", person=self.account)

    def _membership(self, *, blocked: bool) -> int:
        if self.account.blocked == blocked:
            return NOTHING
        self.account.blocked = blocked
        self._town.tell("person", person=self.account)
        before, after = ("member", "kicked") if blocked else ("kicked", "member")
        return self._town.update("my_chat_member", member_change(self._town, self._chat(None), self.account, before, after))

    # -- inside

    def _says(self, content: dict[str, Any], chat: int | None, reply_to: int | None = None) -> int:
        place = self._chat(chat)
        if place.private:
            self._unless_blocked()
        replied = self._message(reply_to, place) if reply_to else None
        if replied is not None:
            content = content | {"reply_to_message": {key: value for key, value in replied.json.items() if key != "reply_to_message"}}
        message = self._town.post(place, self.account.user(), content)
        return self._town.update("message", dict(message.json)) if self._bot_hears(place, message) else NOTHING

    def _bot_hears(self, chat: Chat, message: Message) -> bool:
        if not chat.with_bot or chat.private or not self._town.privacy:
            return chat.with_bot
        addressed = message.json.get("reply_to_message", {}).get("from", {}).get("id") == self._town.bot_id
        mentioned = f"@{self._town.username}".lower() in message.text.lower()
        to_another = re.match(r"/\w+@", message.text) and not mentioned
        return addressed or mentioned or (message.text.startswith("/") and not to_another)

    def _unless_blocked(self) -> None:
        if self.account.blocked:
            raise NotPossible(f"{self.name} has blocked the bot and cannot write to it")

    def _caption(self, caption: str) -> dict[str, Any]:
        said = typed(caption)
        return (
            ({"caption": said.plain} | ({"caption_entities": said.json(self._town.users())} if said.entities else {})) if said.plain else {}
        )


def member_change(town: "Emulator", chat: Chat, by: Account, before: str, after: str) -> dict[str, Any]:
    """A `ChatMemberUpdated` about the bot itself."""
    until = {"until_date": 0}
    return {
        "chat": town.chat_json(chat),
        "from": by.user(),
        "date": town.unix(),
        "old_chat_member": {"user": town.bot_user(), "status": before, **(until if before == "kicked" else {})},
        "new_chat_member": {"user": town.bot_user(), "status": after, **(until if after == "kicked" else {})},
    }


def _grey() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), (160, 160, 160)).save(out, "JPEG")
    return out.getvalue()
