"""The bot reacts to a message with one of the emoji Telegram knows for it."""

from typing import Any

from playground.emulator import Emulator
from playground.methods.places import chat_of, message_of
from playground.methods.registry import method
from playground.parameters import Parameters
from playground.refusals import bad

_SPELT = """
👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥
🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨
🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
KNOWN = frozenset(_SPELT.split())
_VARIATION = "\ufe0f"  # "show it as a picture": Telegram takes an emoji with it and without
_MOST = 1  # of a bot


@method("setMessageReaction", "chat_id message_id reaction is_big")
def set_message_reaction(town: Emulator, given: Parameters) -> bool:
    chat = chat_of(town, given)
    reactions = [_checked(one) for one in _listed(given)]
    message = message_of(chat, given, "message to react")
    if len(reactions) > _MOST:
        raise bad("REACTIONS_TOO_MANY")
    if message.is_service or not all(one["emoji"].replace(_VARIATION, "") in KNOWN for one in reactions):
        raise bad("REACTION_INVALID")
    message.reactions = reactions
    town.tell("message_edited", chat_id=chat.id, message=message)
    return True


def _listed(given: Parameters) -> list[object]:
    reactions = given.json("reaction") or []
    if not isinstance(reactions, list):
        raise bad("Expected an Array of ReactionType")
    return reactions


def _checked(one: object) -> dict[str, Any]:
    if not isinstance(one, dict):
        raise bad("Can't parse ReactionType: expected an Object")
    if one.get("type") != "emoji":
        raise bad("Can't parse ReactionType: invalid reaction type specified")
    if not isinstance(one.get("emoji"), str):
        raise bad("Can't parse ReactionType: Can't find field \"emoji\"")
    return {"type": "emoji", "emoji": one["emoji"]}
