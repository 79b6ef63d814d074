"""A published event is told to those it concerns."""

from storage.events import Event
from storage.work import Work


async def tell_published(work: Work, event: Event) -> None:
    """Nothing is sent: from now on the list of events shows it to everybody, and the office sees it published."""
