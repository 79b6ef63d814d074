"""A town to try the bot in: a strict Bot API emulator and a page that looks like a messenger. It knows nothing of the bot's own code."""
