"""The methods of the Bot API, one small function each."""

from playground.methods import chats, editing, looks, media, polling, profile, sending
from playground.methods.registry import METHODS, Method

__all__ = ["METHODS", "Method", "chats", "editing", "looks", "media", "polling", "profile", "sending"]
