"""A person at the reception, without the wire: every turn is a unit of work of its own, as after a restart.

For sequences too long for the emulator (property tests); whole journeys are played in `tests.cast`.
"""

from dataclasses import dataclass, field

from bot.happenings import Commanded, Edited, Happening, Said, Tapped
from bot.reception import receive
from bot.screens.screen import Button, Screen
from bot.taps import Tap, decode, encode
from bot.turn import Reply, Turn
from services.office import Office
from storage import people


@dataclass
class Player:
    office: Office
    id: int = 1
    language: str = "en"
    screen: Screen | None = None
    reply: Reply | None = None
    messages: int = 100
    written: list[str] = field(default_factory=list)

    async def does(self, happening: Happening) -> Screen:
        self.reply = await self._turn(happening)
        assert self.reply.screen is not None
        self.screen = self.reply.screen
        self._renders(self.screen)
        return self.screen

    async def tries(self, wish: Tap) -> Reply:
        """A tap that may lead nowhere."""
        return await self.gives(Tapped(tap=wish))

    async def gives(self, happening: Happening) -> Reply:
        """Whatever comes of it."""
        return await self._turn(happening)

    async def _turn(self, happening: Happening) -> Reply:
        async with self.office.work() as work:
            desks = await people.desks(work, {self.id: self.language})
            turn = Turn(work=work, desk=desks[self.id], bot_username="golmok_bot")
            return await receive(turn, happening)

    async def says(self, text: str) -> Screen:
        self.messages += 1
        return await self.does(Said(text=text, message_id=self.messages))

    async def edits(self, message_id: int, text: str) -> Screen:
        return await self.does(Edited(text=text, message_id=message_id))

    async def commands(self, name: str, argument: str = "") -> Screen:
        return await self.does(Commanded(name=name, argument=argument))

    async def taps(self, *labels: str) -> Screen:
        for label in labels:
            found = next((b for b in self.buttons() if self.label(b) == label), None)
            assert found is not None, f"no button {label!r} on:\n{self.text()}\n{[self.label(b) for b in self.buttons()]}"
            await self.presses(found)
        assert self.screen is not None
        return self.screen

    async def presses(self, button: Button) -> Screen:
        assert button.tap is not None
        return await self.wishes(button.tap)

    async def wishes(self, wish: Tap) -> Screen:
        """Through the codec, as on the wire."""
        read = decode(encode(wish))
        assert read == wish
        return await self.does(Tapped(tap=read))

    def buttons(self) -> list[Button]:
        assert self.screen is not None
        return [button for row in self.screen.rows for button in row]

    def label(self, button: Button) -> str:
        return button.label.in_(self.language)

    def labels(self) -> list[str]:
        return [self.label(button) for button in self.buttons()]

    def text(self) -> str:
        assert self.screen is not None
        return self.screen.words.in_(self.language)

    def sees(self, text: str) -> None:
        assert text in self.text(), f"{text!r} is not on:\n{self.text()}"

    def _renders(self, screen: Screen) -> None:
        for language in ("ko", "en"):
            assert screen.words.html(language).strip()
            assert len(screen.words.in_(language)) <= 4096
            for row in screen.rows:
                for button in row:
                    assert button.label.in_(language).strip()
