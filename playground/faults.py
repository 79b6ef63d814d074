"""Bad weather: what the Bot API does on its worse days. Each is called for by a test or from the page."""

import asyncio
import random
from dataclasses import asdict, dataclass, field
from typing import Any

from playground.refusals import Refused, too_many, unauthorized

_REASONS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


class ConnectionCut(Exception):
    """The answer never arrives."""


@dataclass
class Faults:
    flood_seconds: int = 0
    flood_times: int = 0
    fail_times: int = 0
    fail_status: int = 500
    slow_seconds: float = 0.0
    drop_times: int = 0
    drop_after: bool = False  # the call takes effect, only its answer is lost
    fail_percent: int = 0  # of all calls, for as long as it lasts
    cut_percent: int = 0
    seed: int = 0
    revoked: bool = False
    _chance: random.Random = field(default_factory=random.Random, repr=False)

    def before(self, *, sends: bool) -> None:
        """Raises what stands in the way of this call. Floods hit sending methods only."""
        if self.revoked:
            raise unauthorized()
        if self.drop_times and not self.drop_after:
            self.drop_times -= 1
            raise ConnectionCut
        if self.fail_times:
            self.fail_times -= 1
            raise Refused(self.fail_status, _REASONS.get(self.fail_status, "Internal Server Error"))
        self._often(sends=sends)
        if sends and self.flood_times:
            self.flood_times -= 1
            raise too_many(self.flood_seconds)

    def often(self, fail_percent: int, cut_percent: int, seed: int) -> None:
        """Of the sending calls so many are answered 500, and of so many the connection is cut before they take effect."""
        self.fail_percent, self.cut_percent, self.seed = fail_percent, cut_percent, seed
        self._chance = random.Random(seed)  # noqa: S311 - weather, no secret

    def _often(self, *, sends: bool) -> None:
        if not sends or not (self.fail_percent or self.cut_percent):
            return
        drawn = self._chance.randrange(100)
        if drawn < self.fail_percent:
            raise Refused(500, _REASONS[500])
        if drawn < self.fail_percent + self.cut_percent:
            raise ConnectionCut

    async def after(self) -> None:
        if self.slow_seconds:
            await asyncio.sleep(self.slow_seconds)
        if self.drop_times and self.drop_after:
            self.drop_times -= 1
            raise ConnectionCut

    def json(self) -> dict[str, Any]:
        known = {name: value for name, value in asdict(self).items() if not name.startswith("_")}
        return known | {"flood_seconds": self.flood_seconds if self.flood_times else 0}
