"""The methods of the Bot API, one small function each."""

from playground.methods import chats, editing, inline, looks, media, polling, profile, sending, topics
from playground.methods.registry import METHODS, Method

__all__ = ["METHODS", "Method", "chats", "editing", "inline", "looks", "media", "polling", "profile", "sending", "topics"]
