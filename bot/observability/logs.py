"""Logs: one line an event, for a console or as JSON. Secrets are taken out at the last moment, whoever wrote the line."""

import logging
import re
import sys
from collections.abc import Iterable
from traceback import extract_tb
from typing import IO, Any

import structlog
from structlog.typing import EventDict, Processor

HIDDEN = "‹hidden›"
_ANY_TOKEN = re.compile(r"\d{6,20}:[A-Za-z0-9_-]{20,}")
# They say at INFO what only matters to their own authors, and httpx says it with the whole address.
CHATTY = ("aiohttp.access", "alembic", "apscheduler", "asyncio", "httpcore", "httpx", "telegram")


class Redacting(structlog.stdlib.ProcessorFormatter):
    """Takes secrets out of the finished line, and leaves of an exception only its kind and its places."""

    def __init__(self, secrets: Iterable[str], **more: Any) -> None:
        super().__init__(**more)
        self._secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        return _ANY_TOKEN.sub(HIDDEN, line)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name
        return _where(ei)


def set_up_logs(*, level: str, as_json: bool, secrets: Iterable[str], stream: IO[str] | None = None) -> None:
    """Replaces every handler of the root logger: whatever any library logs goes through the same formatter."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _exceptions_without_words,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    out = stream or sys.stderr
    last: Processor = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer(colors=out.isatty())
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        Redacting(secrets, foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last])
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))


def _exceptions_without_words(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """The text of an exception may hold what somebody typed; its kind and its places do not."""
    given = event.pop("exc_info", None)
    if given:
        event["exception"] = _where(given)
    return event


def _where(given: Any) -> str:
    error = given[1] if isinstance(given, tuple) else given if isinstance(given, BaseException) else sys.exc_info()[1]
    if error is None:
        return "no exception"
    places = " < ".join(
        f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in reversed(extract_tb(error.__traceback__))
    )
    return f"{type(error).__name__} at {places}"
