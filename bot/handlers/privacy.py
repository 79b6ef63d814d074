"""What is kept about a person, and deleting it."""

from bot.dialogue import drafting
from bot.routes import on_command, on_tap
from bot.screens import privacy
from bot.screens.privacy import AskToForget, Forget
from bot.screens.screen import Screen
from bot.screens.taps import ShowPrivacy
from bot.turn import Turn
from services.privacy import ForgetPerson


@on_command("privacy")
@on_tap(ShowPrivacy)
async def show(turn: Turn, wish: object) -> Screen:
    return privacy.page()


@on_tap(AskToForget)
async def ask_to_forget(turn: Turn, wish: AskToForget) -> Screen:
    return privacy.really_forget()


@on_tap(Forget)
async def forget(turn: Turn, wish: Forget) -> Screen:
    for draft in tuple(turn.desk.drafts):
        drafting.throw_away(turn, draft)
    await ForgetPerson(by=turn.person.id)(turn.work)
    return privacy.forgotten()
