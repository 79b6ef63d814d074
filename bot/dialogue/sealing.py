"""Answers that identify a person lie sealed in the draft as they do in their own tables: a draft may wait for ninety days."""

import json
from contextlib import suppress
from dataclasses import replace

from bot.dialogue.question import Json, Question
from storage import seals
from storage.drafts import Draft
from storage.work import Work

SEALED = "sealed"
VALUE, ABOUT, MESSAGE = "v", "a", "m"  # how an answer lies in the draft
PARTIAL = "~"  # the draft's key for what was ticked or sent so far is the question's key with this behind it


class Sealed:
    """Mixed into a question: nobody reads its answer in the database."""


def put_away(work: Work, question: Question[object], stored: Json) -> Json:
    """As the answer lies in the draft."""
    if not isinstance(question, Sealed) or stored is None:
        return stored
    return {SEALED: seals.of(work.connection).sealed(json.dumps(stored))}


def parts_put_away(work: Work, question: Question[object], partial: tuple[Json, ...]) -> Json:
    """What was ticked or sent so far, as it lies in the draft."""
    return put_away(work, question, list(partial))


def unsealed(work: Work, draft: Draft, question: Question[object]) -> Draft:
    """The draft with what was answered to this question so far in the clear, to be shown; what nobody can open any more is left out."""
    if not isinstance(question, Sealed):
        return draft
    answers = dict(draft.answers)
    for key, within in ((question.key, VALUE), (question.key + PARTIAL, None)):
        kept = answers.pop(key, None)
        with suppress(ValueError):
            if kept is not None:
                answers[key] = taken_out(work, kept) if within is None else {**kept, within: taken_out(work, kept[within])}
    return replace(draft, answers=answers)


def taken_out(work: Work, kept: Json) -> Json:
    """The stored answer again. Raises BrokenSeal, a ValueError, when the key has changed since."""
    if not (isinstance(kept, dict) and kept.keys() == {SEALED}):
        return kept
    return json.loads(seals.of(work.connection).opened(kept[SEALED]))
