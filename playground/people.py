"""Who lives in town, as Telegram knows them."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False, kw_only=True)
class Account:
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "ko"
    phone_number: str = ""
    blocked: bool = False  # this person has blocked the bot
    deactivated: bool = False
    toasts: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)

    def user(self) -> dict[str, Any]:
        """A `User` of the Bot API; what is not set is left out."""
        named = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name} | {name: value for name, value in named.items() if value}
