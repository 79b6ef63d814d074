"""The town as its page gets it (PAGE_API.md)."""

from typing import Any

from playground.calls import Call
from playground.chats import Chat
from playground.clock import Clock
from playground.emulator import Emulator
from playground.messages import Message
from playground.people import Account
from playground.profile import scopes_of

_MOST_MESSAGES = 200
_MOST_CALLS = 200


def person_view(account: Account) -> dict[str, Any]:
    shown = ("id", "first_name", "last_name", "username", "language_code", "phone_number", "blocked", "deactivated")
    return {name: getattr(account, name) for name in shown}


def message_view(message: Message) -> dict[str, Any]:
    media = message.media_file_id
    shown = {**message.json, "keyboard_id": message.keyboard_id, "reactions": message.reactions}
    return shown | ({"media_url": f"/playground/files/{media}"} if media else {})


def chat_view(town: Emulator, chat: Chat) -> dict[str, Any]:
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "people": chat.people,
        "with_bot": chat.with_bot,
        "bot_is_admin": chat.bot_rights is not None,
        "migrated_to": chat.migrated_to,
        "is_forum": chat.is_forum,
        "topics": [{"id": number, "name": topic.name, "closed": topic.closed} for number, topic in chat.topics.items()],
        "started": chat.started,
        "commands": {str(person): _commands(town, chat, person) for person in chat.people} if chat.with_bot else {},
        "descriptions": {str(person): _description(town, person) for person in chat.people} if chat.private else {},
        "menu_button": chat.menu_button or town.profile.menu_button,
        "reply_keyboards": {str(person): markup for person, markup in chat.reply_keyboards.items()},
        "pinned_message_id": chat.pinned[-1] if chat.pinned else None,
    }


def _commands(town: Emulator, chat: Chat, person: int) -> list[dict[str, str]]:
    admin = bool(chat.people) and person == chat.people[0]
    scopes = scopes_of(chat_id=chat.id, person_id=person, private=chat.private, admin=admin)
    return town.profile.commands_for(scopes, town.accounts[person].language_code)


def _description(town: Emulator, person: int) -> str:
    return town.profile.word("description", town.accounts[person].language_code)


def bot_view(town: Emulator) -> dict[str, Any]:
    words = {kind: town.profile.word(kind, "") for kind in ("name", "description", "short_description")}
    return {"id": town.bot_id, "username": town.username, **words}


def clock_view(town: Emulator) -> dict[str, int]:
    shift = town.clock.shift_seconds if isinstance(town.clock, Clock) else 0
    return {"now_ms": round(town.clock.now().timestamp() * 1000), "shift_seconds": shift}


def snapshot(town: Emulator) -> dict[str, Any]:
    calls: list[Call] = [call for call in town.calls if not call.idle]
    return {
        "bot": bot_view(town),
        "clock": clock_view(town),
        "people": [person_view(account) for account in town.accounts.values()],
        "chats": [chat_view(town, chat) for chat in town.chats.values()],
        "messages": {str(chat.id): [message_view(message) for message in chat.visible[-_MOST_MESSAGES:]] for chat in town.chats.values()},
        "calls": [call.json() for call in calls[-_MOST_CALLS:]],
        "faults": town.weather(),
        "waiting_updates": len(town.updates.waiting),
    }


def event_view(town: Emulator, event: dict[str, Any]) -> dict[str, Any]:
    """An event of the town with its things spelt out."""
    shown: dict[str, Any] = {}
    for name, fact in event.items():
        match fact:
            case Account():
                shown[name] = person_view(fact)
            case Chat():
                shown[name] = chat_view(town, fact)
            case Message():
                shown[name] = message_view(fact)
            case Call():
                shown[name] = fact.json()
            case _:
                shown[name] = fact
    if event["event"] == "bot":
        shown["bot"] = bot_view(town)
    if event["event"] == "clock":
        shown |= clock_view(town)
    return shown
