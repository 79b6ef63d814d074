"""Errors to Sentry, only where a DSN is set, and without a word that a person typed."""

from typing import Any

import sentry_sdk


def set_up_sentry(dsn: str) -> None:
    sentry_sdk.init(
        dsn=dsn,
        send_default_pii=False,
        include_local_variables=False,
        max_breadcrumbs=0,
        before_send=without_words,  # type: ignore[arg-type]
        default_integrations=True,
    )


def without_words(event: dict[str, Any], _hint: dict[str, Any]) -> dict[str, Any]:
    """An exception's text may hold what somebody typed; its kind and places are enough to find the bug."""
    for error in event.get("exception", {}).get("values", []):
        error["value"] = ""
    for part in ("extra", "request", "user", "breadcrumbs", "server_name"):
        event.pop(part, None)
    return event
