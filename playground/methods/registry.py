"""Which methods there are, and which parameters each one knows."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.emulator import Emulator
from playground.parameters import Parameters
from playground.refusals import Refused

Run = Callable[[Emulator, Parameters], Any]


@dataclass(frozen=True)
class Method:
    name: str
    run: Run
    known: frozenset[str]
    sends: bool

    async def __call__(self, town: Emulator, given: Parameters) -> Any:
        strangers = sorted(set(given.given) - self.known)
        if strangers:
            raise Refused(400, f'Bad Request: method "{self.name}" knows no parameter "{strangers[0]}"')
        answer = self.run(town, given)
        return await answer if inspect.isawaitable(answer) else answer


METHODS: dict[str, Method] = {}  # by lower-case name: Telegram does not mind the case


def method(name: str, known: str = "", *, sends: bool = False) -> Callable[[Run], Run]:
    """`sends`: counts as sending, so that floods hit it."""

    def register(run: Run) -> Run:
        METHODS[name.lower()] = Method(name, run, frozenset(known.split()), sends)
        return run

    return register
