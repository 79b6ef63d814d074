"""Answers that identify a person lie sealed in the draft as they do in their own tables: a draft may wait for ninety days."""

import json

from bot.dialogue.question import Json, Question
from storage import seals
from storage.work import Work

SEALED = "sealed"


class Sealed:
    """Mixed into a question: nobody reads its answer in the database."""


def put_away(work: Work, question: Question[object], stored: Json) -> Json:
    """As the answer lies in the draft."""
    if not isinstance(question, Sealed) or stored is None:
        return stored
    return {SEALED: seals.of(work.connection).sealed(json.dumps(stored))}


def taken_out(work: Work, kept: Json) -> Json:
    """The stored answer again. Raises BrokenSeal, a ValueError, when the key has changed since."""
    if not (isinstance(kept, dict) and kept.keys() == {SEALED}):
        return kept
    return json.loads(seals.of(work.connection).opened(kept[SEALED]))
