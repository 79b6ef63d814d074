"""A person's own phone number, which nobody reads in the draft."""

from dataclasses import dataclass

from bot.dialogue.sealing import Sealed
from bot.dialogue.sent import Contact


@dataclass(frozen=True, kw_only=True)
class OwnPhone(Sealed, Contact):
    pass
