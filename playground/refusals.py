"""How the Bot API says no. The texts are Telegram's own, so that a bot may read them as it reads the real ones."""

from typing import Any


class Refused(Exception):
    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})


def bad(reason: str) -> Refused:
    """400. Telegram lowers the first letter of its reasons, except before a capital or an underscore (`BUTTON_DATA_INVALID`)."""
    shouted = len(reason) > 1 and (reason[1] == "_" or reason[1].isupper())
    return Refused(400, f"Bad Request: {reason if shouted else reason[:1].lower() + reason[1:]}")


def forbidden(reason: str) -> Refused:
    return Refused(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refused:
    return Refused(409, f"Conflict: {reason}")


def too_many(seconds: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def unauthorized() -> Refused:
    return Refused(401, "Unauthorized")
