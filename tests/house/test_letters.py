"""Every letter says something, in every language, and survives being written down."""

from dataclasses import fields
from datetime import date, datetime, timezone
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.screens.letters import describe, described
from bot.wire.sheets import sheets
from bot.words import SHIPPED
from services.letters import UnknownLetter, from_json, kinds, to_json

OURS = {code: kind for code, kind in kinds().items() if kind.__module__.startswith("services.")}


def example(kind: Any, *, full: bool) -> Any:
    hints = get_type_hints(kind)
    return kind(**{field.name: value_of(hints[field.name], full=full) for field in fields(kind)})


def value_of(hint: Any, *, full: bool) -> Any:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[-1 if full else 0]
    if get_origin(hint) is tuple:
        return (value_of(get_args(hint)[0], full=full),) if full else ()
    if get_args(hint):
        return value_of(get_args(hint)[0], full=full) if full else None
    return {
        bool: full,
        int: 7 if full else 0,
        str: "<b>한빛 & {x}</b>" if full else "",
        date: date(2026, 12, 31),
        datetime: datetime(2026, 12, 31, tzinfo=timezone.utc),  # noqa: UP017
    }[hint]


def test_there_are_letters():
    assert {"question", "answer", "certificate_ends"} <= OURS.keys()


@pytest.mark.parametrize("kind", OURS.values(), ids=OURS)
def test_a_letter_has_its_screen(kind):
    assert kind in described()


@pytest.mark.parametrize("full", [True, False], ids=["full", "bare"])
@pytest.mark.parametrize("language", SHIPPED)
@pytest.mark.parametrize("code", OURS)
def test_a_letter_is_drawn_from_what_was_written_down(code, language, full):
    fact = example(OURS[code], full=full)
    read = from_json(code, to_json(fact))
    assert read == fact
    for sheet in sheets(describe(read), language, "golmok_bot"):
        assert sheet["text"].strip() or sheet.keys() & {"file", "venue", "call"}
        assert "<b>한빛" not in sheet["text"]


def test_a_fact_without_a_screen_is_an_unknown_letter():
    with pytest.raises(UnknownLetter):
        describe("hello")
