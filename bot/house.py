"""Opens every door of the house: importing this registers all handlers and stories, and the chores and letters of the services."""

from importlib import import_module
from pkgutil import iter_modules

import bot.conversations
import bot.handlers
import services

for rooms in (bot.handlers, bot.conversations, services):
    for room in iter_modules(rooms.__path__, f"{rooms.__name__}."):
        import_module(room.name)
