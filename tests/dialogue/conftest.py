import bot.handlers.house
import bot.handlers.privacy  # noqa: F401 - the house's own commands answer
