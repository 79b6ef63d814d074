"""The methods of the Bot API, one small function each."""

from playground.methods import chats, copies, editing, inline, looks, media, polling, profile, reactions, sending, topics
from playground.methods.registry import METHODS, Method

__all__ = [
    "METHODS",
    "Method",
    "chats",
    "copies",
    "editing",
    "inline",
    "looks",
    "media",
    "polling",
    "profile",
    "reactions",
    "sending",
    "topics",
]
