"""Pages of a list that may have become shorter since its buttons were drawn."""


def within(page: int, count: int, size: int) -> int:
    """The page asked for (from 0), or the last one that holds something."""
    return min(max(page, 0), max(count - 1, 0) // size)
