"""What a person can do with the phone in hand. Every deed answers the id of the update the bot will get, as Telegram would send it."""

import re
from urllib.parse import parse_qs, urlsplit

from playground.eyes import NotPossible
from playground.membership import bot_member, told_of_change
from playground.presses import Presser
from playground.speech import NOTHING

__all__ = ["NOTHING", "NotPossible", "Person"]

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Person(Presser):
    def start(self, payload: str = "") -> int:
        """START, with the payload of a deep link. Comes back to a blocked bot."""
        if not _PAYLOAD.fullmatch(payload):
            raise NotPossible(f"A start payload is at most 64 of A-Z a-z 0-9 _ -, not {payload!r}")
        if self.account.blocked:
            self.unblocks()
        return self.sends(f"/start {payload}".strip())

    def opens(self, url: str) -> int:
        """Follows a deep link to the bot and presses START."""
        parts = urlsplit(url)
        if parts.netloc not in {"t.me", "telegram.me"} or parts.path.strip("/").lower() != self._town.username.lower():
            raise NotPossible(f"{url} does not lead to @{self._town.username}")
        return self.start(parse_qs(parts.query).get("start", [""])[0])

    # -- leaving and coming back

    def blocks(self) -> int:
        return self._membership(blocked=True)

    def unblocks(self) -> int:
        return self._membership(blocked=False)

    def deactivates(self) -> None:
        """The account is gone; nothing can be sent to it."""
        self.account.deactivated = True
        self._town.tell("person", person=self.account)

    def _membership(self, *, blocked: bool) -> int:
        if self.account.blocked == blocked:
            return NOTHING
        place = self._chat(None)
        before = bot_member(self._town, place)
        self.account.blocked = blocked
        self._town.tell("person", person=self.account)
        return told_of_change(self._town, place, self.account, before)
