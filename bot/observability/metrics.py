"""Figures for Prometheus, on a registry of our own."""

from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.wire.health import Health
from services.office import Office
from storage import announcements, arrivals, letters

BUCKETS = (0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """Ages are in seconds. What lies in the database is counted when somebody asks."""

    def __init__(self, office: Office, health: Health) -> None:
        self._office = office
        self._health = health
        self.registry = CollectorRegistry()
        self._waiting = self._gauge("arrivals_waiting", "Updates that are stored and not yet worked off")
        self._oldest_arrival = self._gauge("oldest_arrival_seconds", "How long the oldest of them has been waiting")
        self._dead = self._gauge("dead_letters", "Updates that failed too often and wait for an operator")
        self._due = self._gauge("letters_due", "Letters that should be on their way")
        self._oldest_letter = self._gauge("oldest_letter_seconds", "How late the oldest of them is")
        self._unknown = self._gauge("letters_unknown", "Broadcast letters nobody knows to have arrived")
        self._off = self._gauge("announcements_off", "Announcements whose ledgers were found wrong")
        self._reaction = Histogram(
            "golmok_reaction_seconds", "From storing an update to its screen", buckets=BUCKETS, registry=self.registry
        )
        self._polled = Gauge("golmok_last_successful_poll_age_seconds", "Age of the last good getUpdates", registry=self.registry)
        self._polled.set_function(lambda: _age(health, health.polled_at))
        self._steps = Counter("golmok_steps", "Updates worked off by this process", registry=self.registry)
        self._failures = Counter("golmok_failed_batches", "Units of work that were undone because of a bug", registry=self.registry)
        self._pauses = Gauge("golmok_gate_pauses", "How often Telegram made this process wait", registry=self.registry)
        self._pauses.set_function(health.paused_so_far)
        health.reactions.append(self._reaction.observe)
        self._seen = [0, 0]

    async def text(self) -> bytes:
        """In Prometheus' text format. Raises StoreUnavailable."""
        now = self._office.clock.now()
        async with self._office.store.reading() as connection:
            arrived = await arrivals.backlog(connection)
            posted = await letters.backlog(connection, now)
            off = await announcements.count_off(connection)
        self._waiting.set(arrived.waiting)
        self._oldest_arrival.set(_seconds(now, arrived.oldest))
        self._dead.set(arrived.dead)
        self._due.set(posted.due)
        self._oldest_letter.set(_seconds(now, posted.oldest_due))
        self._unknown.set(posted.unknown)
        self._off.set(off)
        self._steps.inc(self._health.steps - self._seen[0])
        self._failures.inc(self._health.failures - self._seen[1])
        self._seen = [self._health.steps, self._health.failures]
        return generate_latest(self.registry)

    def _gauge(self, name: str, what: str) -> Gauge:
        return Gauge(f"golmok_{name}", what, registry=self.registry)


def _seconds(now: datetime, since: datetime | None) -> float:
    return max(0.0, (now - since).total_seconds()) if since is not None else 0.0


def _age(health: Health, at: float | None) -> float:
    return float("nan") if at is None else health.clock() - at
