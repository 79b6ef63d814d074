"""Letters: everything the bot says later, to others or again, as rows written in the transaction that gave the reason.

`waiting` → `leased` (somebody is sending it) → `delivered`, `blocked`, `given_up`, `unknown`; or `withdrawn` before it was sent.
"""

from storage.letters.claiming import backlog, claim
from storage.letters.posting import forget, move, post, withdraw, withdraw_from
from storage.letters.record import (
    Again,
    Blocked,
    Delivered,
    GivenUp,
    LetterBacklog,
    LetterRecord,
    NewLetter,
    PostedLetter,
    Priority,
    State,
    Unknown,
    Verdict,
)
from storage.letters.settling import settle

__all__ = [
    "Again",
    "Blocked",
    "Delivered",
    "GivenUp",
    "LetterBacklog",
    "LetterRecord",
    "NewLetter",
    "PostedLetter",
    "Priority",
    "State",
    "Unknown",
    "Verdict",
    "backlog",
    "claim",
    "forget",
    "move",
    "post",
    "settle",
    "withdraw",
    "withdraw_from",
]
