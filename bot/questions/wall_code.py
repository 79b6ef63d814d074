"""The code on the wall."""

from bot.dialogue.ask import Ask
from bot.dialogue.typed import text
from bot.screens import passes as screens

LONGEST = 40  # with spaces, dashes, or a word around it


async def code_on_the_wall(ask: Ask) -> str:
    return await ask(text("code", screens.which_code(), why=screens.why_code(), at_most=LONGEST, example=screens.code_example()))
