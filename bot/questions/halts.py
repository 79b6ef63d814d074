"""Fail early: a rule that is not met is told at once, with what would change it, and the person decides how to go on.

A soft gate: nobody is turned away here, a person checks every application.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.ask import Ask
from bot.dialogue.choices import options_of
from bot.dialogue.question import Place, digest
from bot.dialogue.taps import Change
from bot.questions.explained import Explained
from bot.screens import eligibility as screens
from bot.screens.screen import Button, button
from programme.call import Call
from programme.eligibility import Finding


class Going(StrEnum):
    """The values lie in drafts."""

    ON = "on"
    STOP = "stop"


@dataclass(frozen=True, kw_only=True)
class Halt(Explained[Going]):
    """`change`: the key of the question whose answer failed."""

    change: str

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        return ((button(screens.change_this(), Change(place.draft, digest(self.change))),), *super().options(place))


async def stops(ask: Ask, call: Call, finding: Finding, *, change: str) -> bool:
    """Whether the person stops at this failed rule; `change`: the question to go back to. Asked again when the answer changes."""
    halt = Halt(
        key=f"failed_{finding.rule.value}",
        words=screens.not_met(finding),
        choices=options_of(Going, lambda going: screens.go_on() if going is Going.ON else screens.stop_here()),
        below=screens.why_it_fails(call, finding),
        about=(call.key, str(finding.answer)),
        change=change,
    )
    return await ask(halt) is Going.STOP
