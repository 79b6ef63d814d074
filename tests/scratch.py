"""Where tests put their files: in memory where there is room, since hundreds of small databases are made and dropped."""

import os
import shutil
from pathlib import Path

IN_MEMORY = Path("/dev/shm")
ROOM = 2 * 2**30  # bytes


def root() -> str | None:
    """None: the machine's usual place."""
    roomy = IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ROOM
    return str(IN_MEMORY) if roomy else None
