"""A title as a letter carries it: a letter keeps no mapping."""

from storage.events import NewEvent

Title = tuple[str, ...]  # Korean, then English, which may be ""


def title_of(event: NewEvent) -> Title:
    return event.title.get("ko", ""), event.title.get("en", "")
