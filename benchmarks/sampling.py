"""A sampling profile: every millisecond of CPU time the process looks where it is. Hardly slower, so its shares can be believed."""

import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

EVERY = 0.001  # seconds of CPU time of the whole process
OURS = Path(__file__).parent.parent
ROOMS = ("bot", "programme", "services", "storage")


@contextmanager
def sampled(lines: int) -> Iterator[list[str]]:
    """The list is filled at the end. Samples of the database's own thread count as waiting in the loop."""
    places, libraries, text = Counter[str](), Counter[str](), list[str]()

    def look(_signal: int, frame: FrameType | None) -> None:
        libraries[_library(frame)] += 1
        places[_place(frame)] += 1

    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    try:
        yield text
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        text.append(_told("whose code was running", libraries, lines))
        text.append(_told("the innermost function of ours that caused it", places, lines))


def _library(frame: FrameType | None) -> str:
    path = Path(frame.f_code.co_filename) if frame is not None else Path()
    if "site-packages" in path.parts:
        return path.parts[path.parts.index("site-packages") + 1]
    return _room(path) or path.stem


def _place(frame: FrameType | None) -> str:
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if _room(path):
            return f"{path.relative_to(OURS)}:{frame.f_code.co_name}"
        frame = frame.f_back
    return "(the loop and what it calls)"


def _room(path: Path) -> str:
    if not path.is_relative_to(OURS) or "site-packages" in path.parts:
        return ""
    first = path.relative_to(OURS).parts[0]
    return first if first in ROOMS else ""


def _told(title: str, counts: Counter[str], lines: int) -> str:
    total = max(counts.total(), 1)
    shown = [f"{count * 100 / total:6.1f} %  {name}" for name, count in counts.most_common(lines)]
    return "\n".join([f"\n{title} ({total} samples)", *shown, ""])
