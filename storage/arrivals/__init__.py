"""Arrivals: every update, kept before Telegram is told that it came, and worked off in order per lane.

A lane is a person, or a group by its chat id. A claim is a row lock inside the worker's own transaction, never a lease: a killed
worker rolls back and the arrival waits again.
"""

from storage.arrivals.claiming import claim
from storage.arrivals.keeping import mark_done, mark_failed, store_all
from storage.arrivals.record import Arrival, ArrivalBacklog, ArrivalRecord, DeadArrival, NewArrival
from storage.arrivals.upkeep import backlog, dead, forget, forget_dead_of, replay_dead

__all__ = [
    "Arrival",
    "ArrivalBacklog",
    "ArrivalRecord",
    "DeadArrival",
    "NewArrival",
    "backlog",
    "claim",
    "dead",
    "forget",
    "forget_dead_of",
    "mark_done",
    "mark_failed",
    "replay_dead",
    "store_all",
]
