"""How long to wait before trying again."""

import random

LONGEST = 60.0


def backoff(failures: int, *, first: float = 1.0, longest: float = LONGEST) -> float:
    """Seconds: doubled with each failure, and jittered so that many do not come back at once."""
    return min(longest, first * 2.0 ** min(failures, 16)) * random.uniform(0.5, 1.0)  # noqa: S311 - not a secret
