"""The seal: what identifies a person (names, phones, business numbers) lies encrypted, and can be found again by a blind index only.

The key is no part of the database. On SQLite it lies in a file of its own beside it, unless one is given.
"""

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy.ext.asyncio import AsyncConnection

SHORTEST_KEY = 32  # characters: what `openssl rand -base64 32` gives is longer
_OPTION = "golmok_seal"


class NoSeal(RuntimeError):
    """Something personal was to be kept or read, but nobody gave the key."""


class BrokenSeal(ValueError):
    """Kept under another key, or changed since."""


class Seal:
    """`sealed` text differs each time; `index` of the same text is always the same, and tells nothing without the key."""

    def __init__(self, key: str) -> None:
        if len(key) < SHORTEST_KEY:
            raise ValueError(f"a key has at least {SHORTEST_KEY} characters")
        self._fernet = Fernet(base64.urlsafe_b64encode(_derived(key, b"seal")))
        self._index_key = _derived(key, b"index")

    def sealed(self, text: str) -> str:
        return self._fernet.encrypt(text.encode()).decode()

    def opened(self, sealed: str) -> str:
        """Raises BrokenSeal."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise BrokenSeal("sealed with another key, or changed") from error

    def index(self, text: str) -> str:
        """64 hex digits."""
        return hmac.new(self._index_key, text.encode(), hashlib.sha256).hexdigest()


def _derived(key: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"golmok " + purpose).derive(key.encode())


def option(seal: Seal | None) -> dict[str, Seal]:
    """What an engine is told, so that every connection knows the seal."""
    return {} if seal is None else {_OPTION: seal}


def of(connection: AsyncConnection) -> Seal:
    """The seal of this connection's store. Raises NoSeal."""
    seal = known(connection)
    if seal is None:
        raise NoSeal("no key: set GOLMOK_SECRET_KEY")
    return seal


def known(connection: AsyncConnection) -> Seal | None:
    """None: nobody gave the key."""
    seal = connection.sync_connection.get_execution_options().get(_OPTION) if connection.sync_connection is not None else None
    return seal if isinstance(seal, Seal) else None


def opened_or_old(connection: AsyncConnection, kept: str) -> str:
    """Digits that were kept before they were sealed pass as they are: no seal is all digits. Raises BrokenSeal, NoSeal."""
    return kept if kept.isdecimal() else of(connection).opened(kept)


def beside(database: str) -> Seal:
    """The seal of the key that lies beside this database file; made when there is none. Nobody else may read it."""
    file = Path(f"{database}.key")
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return Seal(file.read_text().strip())
    with os.fdopen(handle, "w") as opened:
        opened.write(secrets.token_urlsafe(48) + "\n")
    return Seal(file.read_text().strip())
