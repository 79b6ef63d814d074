"""What a person says: texts, numbers, places, pictures, files; and how the bot hears of it."""

import io
import re
from collections.abc import Sequence
from typing import Any

from PIL import Image

from playground.chats import Chat
from playground.eyes import NotPossible, Onlooker
from playground.messages import Message
from playground.texts import formatted, typed
from playground.topics import in_topic, quoted

_SILENCE = b"OggS\x00\x02" + bytes(20)
NOTHING = 0  # the bot does not hear of it


class Speaker(Onlooker):
    def sends(self, text: str, *, chat: int | None = None, reply_to: int | None = None, topic: int | None = None) -> int:
        """A text; longer than a message may be, it goes in several, as phones do. The id is the last one's."""
        pieces = [text[begin : begin + 4096] for begin in range(0, len(text), 4096)]
        said = [typed(piece) for piece in pieces]
        if not said or not all(piece.plain for piece in said):
            raise NotPossible("Telegram does not send an empty message")
        ids = []
        for piece in said:
            entities = piece.json(self._town.users())
            ids.append(self._says({"text": piece.plain} | ({"entities": entities} if entities else {}), chat, reply_to, topic))
        return ids[-1]

    def sends_formatted(self, source: str, *, chat: int | None = None, topic: int | None = None) -> int:
        """A text as somebody formats it with the phone's own menu; written here as HTML."""
        said = formatted(source, "HTML")
        return self._says({"text": said.plain, "entities": said.json(self._town.users())}, chat, topic=topic)

    def sends_venue(
        self, title: str, address: str, latitude: float, longitude: float, *, chat: int | None = None, topic: int | None = None
    ) -> int:
        place = {"latitude": latitude, "longitude": longitude}
        return self._says({"location": place, "venue": {"location": place, "title": title, "address": address}}, chat, topic=topic)

    def sends_poll(
        self,
        question: str,
        options: Sequence[str],
        *,
        anonymous: bool = True,
        several: bool = False,
        quiz: bool = False,
        chat: int | None = None,
        topic: int | None = None,
    ) -> int:
        poll = {
            "id": "1",
            "question": question,
            "options": [{"text": option, "voter_count": 0, "persistent_id": str(number)} for number, option in enumerate(options)],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": anonymous,
            "type": "quiz" if quiz else "regular",
            "allows_multiple_answers": several,
            "allows_revoting": False,
            "members_only": False,
        }
        return self._says({"poll": poll}, chat, topic=topic)

    def sends_video(self, content: bytes = _SILENCE, *, caption: str = "", album: str = "", chat: int | None = None) -> int:
        file = self._town.files.keep(content, kind="video", mime="video/mp4", width=640, height=480)
        more = self._caption(caption) | ({"media_group_id": album} if album else {})
        return self._says({"video": {**file.spelt(), "duration": 3, "mime_type": "video/mp4"}, **more}, chat)

    def shares_contact(
        self, *, own: bool = True, phone_number: str = "", first_name: str = "", chat: int | None = None, topic: int | None = None
    ) -> int:
        """The own number, or somebody else's card. Only the server says whose Telegram account it is."""
        account = self.account
        if own:
            contact: dict[str, Any] = {"phone_number": account.phone_number, "first_name": account.first_name, "user_id": account.id}
            return self._says({"contact": contact}, chat, topic=topic)
        contact = {"phone_number": phone_number or "+821098765432", "first_name": first_name or "이웃"}
        known = next((other for other in self._town.accounts.values() if other.phone_number == contact["phone_number"]), None)
        return self._says({"contact": contact | ({"user_id": known.id} if known else {})}, chat, topic=topic)

    def shares_place(self, latitude: float, longitude: float, *, chat: int | None = None, topic: int | None = None) -> int:
        return self._says({"location": {"latitude": latitude, "longitude": longitude}}, chat, topic=topic)

    def sends_photo(
        self, content: bytes | None = None, *, caption: str = "", chat: int | None = None, album: str = "", topic: int | None = None
    ) -> int:
        more = self._caption(caption) | ({"media_group_id": album} if album else {})
        return self._says({"photo": self._town.files.photo(content or _grey()), **more}, chat, topic=topic)

    def sends_file(
        self,
        name: str,
        content: bytes,
        mime: str = "",
        *,
        caption: str = "",
        chat: int | None = None,
        album: str = "",
        topic: int | None = None,
    ) -> int:
        more = self._caption(caption) | ({"media_group_id": album} if album else {})
        return self._says({"document": self._town.files.document(content, name, mime), **more}, chat, topic=topic)

    def sends_sticker(self, *, chat: int | None = None, topic: int | None = None) -> int:
        image = io.BytesIO()
        Image.new("RGBA", (512, 512), (255, 200, 0, 255)).save(image, "WEBP")
        file = self._town.files.keep(image.getvalue(), kind="sticker", mime="image/webp", width=512, height=512)
        sticker = {**file.spelt(), "type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"}
        return self._says({"sticker": sticker}, chat, topic=topic)

    def sends_voice(self, content: bytes = _SILENCE, *, seconds: int = 3, chat: int | None = None, topic: int | None = None) -> int:
        file = self._town.files.keep(content, kind="voice", mime="audio/ogg")
        return self._says({"voice": {**file.spelt(), "duration": seconds, "mime_type": "audio/ogg"}}, chat, topic=topic)

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

    # -- inside

    def _says(self, content: dict[str, Any], chat: int | None, reply_to: int | None = None, topic: int | None = None) -> int:
        place = self._chat(chat)
        if place.private:
            self._unless_blocked()
        replied = self._message(reply_to, place) if reply_to else None
        topic = topic or (replied.json.get("message_thread_id") if replied is not None else None)
        self._unless_closed(place, topic)
        if replied is not None:
            content = content | {"reply_to_message": quoted(replied)}
        message = self._town.post(place, self.account.user(), in_topic(place, topic) | content)
        return self._told(place, message)

    def _told(self, place: Chat, message: Message) -> int:
        return self._town.update("message", dict(message.json)) if self._bot_hears(place, message) else NOTHING

    def _bot_hears(self, chat: Chat, message: Message) -> bool:
        """In groups with privacy only what is meant for it, unless it is an administrator there."""
        if not chat.with_bot or chat.private or not self._town.privacy or chat.bot_rights is not None:
            return chat.with_bot
        addressed = message.json.get("reply_to_message", {}).get("from", {}).get("id") == self._town.bot_id
        mentioned = f"@{self._town.username}".lower() in message.text.lower()
        to_another = re.match(r"/\w+@", message.text) and not mentioned
        return addressed or mentioned or "via_bot" in message.json or (message.text.startswith("/") and not to_another)

    def _unless_closed(self, place: Chat, topic: int | None) -> None:
        """Who made the group may still write in a closed topic."""
        if topic is None:
            return
        if topic not in place.topics:
            raise NotPossible(f"There is no topic {topic} in {place.title}")
        if place.topics[topic].closed and self.id != place.people[0]:
            raise NotPossible(f"The topic {place.topics[topic].name} is closed")

    def _unless_blocked(self) -> None:
        if self.account.blocked:
            raise NotPossible(f"{self.name} has blocked the bot and cannot write to it")

    def _caption(self, caption: str) -> dict[str, Any]:
        said = typed(caption)
        return (
            ({"caption": said.plain} | ({"caption_entities": said.json(self._town.users())} if said.entities else {})) if said.plain else {}
        )


def _grey() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), (160, 160, 160)).save(out, "JPEG")
    return out.getvalue()
