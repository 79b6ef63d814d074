"""Waiting for something to happen in town, without polling."""

import asyncio
from collections.abc import Callable


class Bell:
    def __init__(self) -> None:
        self._listening: set[asyncio.Event] = set()

    def ring(self) -> None:
        for event in self._listening:
            event.set()

    async def until(self, happened: Callable[[], object], seconds: float | None = None) -> bool:
        """True as soon as `happened()` is true, False after so many seconds of real time."""
        event = asyncio.Event()
        self._listening.add(event)
        try:
            async with asyncio.timeout(seconds):
                while not happened():
                    event.clear()
                    await event.wait()
        except TimeoutError:
            return False
        else:
            return True
        finally:
            self._listening.discard(event)
