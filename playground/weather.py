"""Bad days, made at will: floods, failures, slowness, lost connections, a tax office that hangs up."""

from abc import ABC, abstractmethod
from typing import Any

from playground.faults import Faults
from playground.tax_office import TaxOffice
from playground.updates import Updates


class Weather(ABC):
    """The part of the town that goes wrong."""

    faults: Faults
    tax_office: TaxOffice
    updates: Updates

    @abstractmethod
    def tell(self, event: str, **facts: Any) -> None: ...

    def floods(self, seconds: int = 3, times: int = 1) -> None:
        """The next so many sending calls are answered 429 with `retry_after` of so many seconds."""
        self.faults.flood_seconds, self.faults.flood_times = seconds, times
        self._weather()

    def fails(self, times: int = 1, status: int = 500) -> None:
        self.faults.fail_times, self.faults.fail_status = times, status
        self._weather()

    def storms(self, fail_percent: int = 0, cut_percent: int = 0, *, seed: int = 0) -> None:
        """Of sending calls so many are answered 500, and of so many the connection is cut. 0 and 0 end it."""
        self.faults.often(fail_percent, cut_percent, seed)
        self._weather()

    def slow(self, seconds: float) -> None:
        """Every answer takes so long, after the call has taken effect. 0 ends it."""
        self.faults.slow_seconds = seconds
        self._weather()

    def drops_connections(self, times: int = 1, *, after_effect: bool = False) -> None:
        self.faults.drop_times, self.faults.drop_after = times, after_effect
        self._weather()

    def revokes_token(self) -> None:
        self.faults.revoked = True
        self.updates.interrupt()
        self._weather()

    def _weather(self) -> None:
        self.tell("faults", faults=self.weather())

    def weather(self) -> dict[str, Any]:
        return self.faults.json() | {"tax_office_away": self.tax_office.is_away}

    def closes_tax_office(self, *, closed: bool = True) -> None:
        """It hangs up on everybody until it is opened again."""
        if closed:
            self.tax_office.goes_away()
        else:
            self.tax_office.comes_back()
        self._weather()
