"""Why the command line stops, each in one sentence."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from bot.settings import BadSettings

WRONG_USE = 2


def stop(sentence: str, code: int = WRONG_USE) -> NoReturn:
    print(f"golmok: {sentence}", file=sys.stderr)  # noqa: T201 - the command line speaks
    raise SystemExit(code)


@contextmanager
def sentences() -> Iterator[None]:
    """What an operator can mend ends with one sentence and exit code 2, without a traceback."""
    from bot.wire.intake import TokenRevoked  # noqa: PLC0415 - imported late: the command line starts fast
    from bot.wire.leading import AnotherProcess  # noqa: PLC0415
    from storage.backup import CannotCopy  # noqa: PLC0415
    from storage.engine import BadDatabaseUrl, StoreUnavailable  # noqa: PLC0415

    try:
        yield
    except (BadSettings, BadDatabaseUrl, StoreUnavailable, CannotCopy) as error:
        stop(" ".join(str(error).split()))
    except TokenRevoked:
        stop("Telegram does not accept the token (any more): get the current one from @BotFather and set GOLMOK_BOT_TOKEN.")
    except AnotherProcess:
        stop("Another process has this SQLite database open: stop it first, or use PostgreSQL to run several.")
