"""Every setting of the bot, read once from the environment and `.env`."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from programme.announcements import LARGE
from programme.booking import BookingTerms
from storage.seals import SHORTEST_KEY, Seal
from storage.work import House

TOKEN_SHAPE = r"^\d{3,20}:[A-Za-z0-9_-]{5,}$"  # noqa: S105 - the shape of a token, not a token
PREFIX = "GOLMOK_"


class BadSettings(Exception):
    """A setting cannot be used; the text is one sentence that names it and says what to write instead."""


class Settings(BaseSettings):
    """`GOLMOK_<NAME>` in capitals. Amounts of time are seconds."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", hide_input_in_errors=True)

    bot_token: SecretStr | None = None
    bot_api_url: str = "https://api.telegram.org"
    database_url: str = "sqlite+aiosqlite:///var/golmok.db"
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    language: str = "ko"
    secret_key: SecretStr | None = None
    nts_url: str = "https://api.odcloud.kr/api/nts-businessman/v1"
    nts_key: SecretStr | None = None
    accept_test_numbers: bool = False
    consulting_a_year: int = Field(default=5, ge=0, le=365)
    mentoring_a_year: int = Field(default=3, ge=0, le=365)
    change_hours: int = Field(default=24, ge=0, le=720)
    most_moves: int = Field(default=2, ge=0, le=20)
    quiet_nights: bool = True
    large_audience: int = Field(default=LARGE, ge=1, le=10_000_000)
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_port: int = Field(default=8443, ge=1, le=65535)
    metrics_port: int | None = Field(default=None, ge=0, le=65535)
    sentry_dsn: SecretStr | None = None
    log_level: str = "INFO"
    log_json: bool = False
    clock_shift_file: Path | None = None
    workers: int = Field(default=4, ge=1, le=64)
    sends_per_second: int = Field(default=29, ge=0, le=1000)  # 0: no gates at all
    poll_seconds: int = Field(default=25, ge=0, le=50)

    @field_validator("bot_token")
    @classmethod
    def _token_has_its_shape(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not re.match(TOKEN_SHAPE, token.get_secret_value()):
            raise ValueError("is not a token as @BotFather gives it (123456789:AA…)")
        return token

    @field_validator("secret_key")
    @classmethod
    def _key_is_long(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and len(key.get_secret_value()) < SHORTEST_KEY:
            raise ValueError(f"must have at least {SHORTEST_KEY} characters: `openssl rand -base64 32` makes one")
        return key

    @field_validator("bot_api_url", "nts_url")
    @classmethod
    def _root_without_slash(cls, url: str) -> str:
        if not url.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if not url.startswith(("sqlite+aiosqlite:///", "postgresql+psycopg://")):
            raise ValueError("must begin with sqlite+aiosqlite:/// or postgresql+psycopg://")
        return url

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids_with_commas(cls, ids: Any) -> Any:
        if not isinstance(ids, str):
            return ids
        parts = [part.strip() for part in ids.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError("must be Telegram ids (numbers) with commas between them")
        return tuple(int(part) for part in parts)

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, level: str) -> str:
        if level.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError("must be DEBUG, INFO, WARNING or ERROR")
        return level.upper()

    @field_validator("language")
    @classmethod
    def _known_language(cls, language: str) -> str:
        from bot.words.languages import SHIPPED  # noqa: PLC0415

        if language not in SHIPPED:
            raise ValueError(f"must be one of {', '.join(SHIPPED)}")
        return language

    @field_validator("webhook_url")
    @classmethod
    def _webhook_over_tls_or_here(cls, url: str | None) -> str | None:
        if url and not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise ValueError("must begin with https://")
        return url or None

    @model_validator(mode="after")
    def _webhook_has_a_secret(self) -> "Settings":
        if self.webhook_url and self.webhook_secret is None:
            raise ValueError("GOLMOK_WEBHOOK_SECRET must be set together with GOLMOK_WEBHOOK_URL")
        return self

    @property
    def seal(self) -> Seal | None:
        """None: the key beside the SQLite file."""
        return Seal(self.secret_key.get_secret_value()) if self.secret_key is not None else None

    @property
    def booking(self) -> BookingTerms:
        return BookingTerms(
            consulting_a_year=self.consulting_a_year,
            mentoring_a_year=self.mentoring_a_year,
            change_until=timedelta(hours=self.change_hours),
            most_moves=self.most_moves,
        )

    @property
    def house(self) -> House:
        return House(
            accepts_test_numbers=self.accept_test_numbers,
            booking=self.booking,
            quiet_nights=self.quiet_nights,
            large_audience=self.large_audience,
        )

    @property
    def token(self) -> str:
        """The token in the clear. Raises `BadSettings` when there is none."""
        if self.bot_token is None:
            raise BadSettings("GOLMOK_BOT_TOKEN is not set: write the token @BotFather gave you into .env or the environment.")
        return self.bot_token.get_secret_value()


def read_settings(**given: Any) -> Settings:
    """Settings from the environment; `given` ones win. Raises `BadSettings` with one sentence for the first that is wrong."""
    try:
        return Settings(**given)
    except ValidationError as error:
        raise BadSettings(_sentence(error)) from None


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    reason = str(first["msg"]).removeprefix("Value error, ")
    if not first["loc"]:
        return f"{reason}."
    name = PREFIX + str(first["loc"][0]).upper()
    return f"{name} is wrong: {reason[0].lower() + reason[1:]}."
