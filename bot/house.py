"""Opens every door of the house: importing this registers all handlers and stories."""

from importlib import import_module
from pkgutil import iter_modules

import bot.conversations
import bot.handlers

for rooms in (bot.handlers, bot.conversations):
    for room in iter_modules(rooms.__path__, f"{rooms.__name__}."):
        import_module(room.name)
