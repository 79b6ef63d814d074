"""Inline mode: what people ask the bot in any chat, what it offered, and the messages that came of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import randbits, token_urlsafe
from typing import Any

from playground.refusals import bad

ANSWERED_WITHIN = timedelta(seconds=10)
LONGEST_QUERY = 256
_ID_BYTES = 24  # of an inline message's id, spelt in base64url
CHOSEN_CHATS = ("allow_user_chats", "allow_bot_chats", "allow_group_chats", "allow_channel_chats")


@dataclass(frozen=True, kw_only=True)
class Result:
    id: str
    kind: str  # article, photo, document
    title: str
    description: str
    content: dict[str, Any]  # of the message it becomes
    markup: dict[str, Any] | None

    def json(self) -> dict[str, Any]:
        """For the page; without a title what the message will say stands for it."""
        words = self.content.get("text") or self.content.get("caption") or ""
        return {"type": self.kind, "title": self.title or words, "description": self.description}


@dataclass(frozen=True, kw_only=True)
class Offer:
    results: tuple[Result, ...]
    next_offset: str = ""
    button: dict[str, Any] | None = None


@dataclass
class Question:
    """What one person typed after the bot's name. `shown`: with what was offered for earlier offsets."""

    id: str
    person_id: int
    chat_id: int
    text: str
    offset: str
    at: datetime
    offer: Offer | None = None
    shown: tuple[Result, ...] = ()
    topic: int | None = None

    def answer(self, offer: Offer) -> None:
        self.shown, self.offer = (*self.shown, *offer.results), offer

    def view(self) -> dict[str, Any]:
        """For the page; `answered` false: the bot has not answered yet."""
        offer = self.offer or Offer(results=())
        shown = {"query": self.text, "chat_id": self.chat_id, "results": [result.json() for result in self.shown]}
        return shown | {"answered": self.offer is not None, "more": bool(offer.next_offset), "button": offer.button}


_CacheKey = tuple[int | None, str, str]  # the person of a personal answer, the text, the offset


@dataclass
class Inline:
    """`enabled` and `feedback` are what one sets at BotFather; feedback: the bot hears which result was chosen."""

    enabled: bool = True
    feedback: bool = True
    asked: dict[str, Question] = field(default_factory=dict)
    on_phone: dict[int, Question] = field(default_factory=dict)  # by person: the last one typed
    messages: dict[str, tuple[int, int]] = field(default_factory=dict)  # inline id → chat, message
    _kept: dict[_CacheKey, tuple[datetime, Offer]] = field(default_factory=dict)

    def ask(self, person_id: int, chat_id: int, text: str, offset: str, now: datetime) -> Question:
        """A new question; answered already where an earlier answer may still be used."""
        before = self.on_phone.get(person_id)
        question = Question(str(randbits(62) + (1 << 62)), person_id, chat_id, text, offset, now)
        if offset and before is not None:
            question.shown = before.shown
        self.on_phone[person_id] = question
        kept = self._still_kept((None, text, offset), now) or self._still_kept((person_id, text, offset), now)
        if kept is not None:
            question.answer(kept)
        else:
            self.asked = {one.id: one for one in self.asked.values() if now - one.at <= ANSWERED_WITHIN} | {question.id: question}
        return question

    def answered(self, query_id: str, offer: Offer, now: datetime, *, keep_for: int, personal: bool) -> Question:
        """Raises Refused for a question that is unknown or too old."""
        question = self.asked.get(query_id)
        if question is None or now - question.at > ANSWERED_WITHIN:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        del self.asked[query_id]
        if keep_for:
            key = (question.person_id if personal else None, question.text, question.offset)
            self._kept[key] = (now + timedelta(seconds=keep_for), offer)
        question.answer(offer)
        return question

    def sign(self, chat_id: int, message_id: int) -> str:
        """The id under which the bot may change a message it has not sent itself."""
        inline_id = token_urlsafe(_ID_BYTES)
        self.messages[inline_id] = (chat_id, message_id)
        return inline_id

    def _still_kept(self, key: _CacheKey, now: datetime) -> Offer | None:
        until, offer = self._kept.get(key, (now, None))
        return offer if now < until else None
