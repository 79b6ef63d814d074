"""Every button leads somewhere, and survives the way to the phone and back."""

from dataclasses import fields
from enum import Enum
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.house  # noqa: F401 - opens every door of the house
from bot import routes
from bot.dialogue import taps as dialogue
from bot.taps import LONGEST, OldTap, Tap, decode, encode, registered

SHARED = {kind for kind in vars(dialogue).values() if isinstance(kind, type) and issubclass(kind, Tap)}
OURS = [kind for kind in registered() if kind.__module__.startswith("bot.")]
LONGEST_TEXT = "Z" * 20


def example(kind: Any) -> Tap:
    hints = get_type_hints(kind)
    made: Tap = kind(**{field.name: value_of(hints[field.name]) for field in fields(kind)})
    return made


def value_of(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    return {bool: True, int: 1234, str: LONGEST_TEXT[:8]}[kind]


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.__name__)
def test_a_tap_comes_back_as_it_was(kind):
    wish = example(kind)
    assert decode(encode(wish)) == wish
    assert len(encode(wish).encode()) <= LONGEST


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.__name__)
def test_a_tap_has_somebody_who_answers_it(kind):
    assert kind in SHARED or routes.tap_handler(kind) is not None


@given(st.text(max_size=64))
def test_whatever_a_forger_sends_is_a_tap_or_an_old_button(text):
    assert isinstance(decode(text), Tap)


@pytest.mark.parametrize("forged", ["", ":", "a", "a:1", "pg:x:y:1_0", "pg:x:y: 1", "pg:x:y:١", "cl:yes", "nobody:1", "h:1"])
def test_damaged_callback_data_is_an_old_button(forged):
    assert isinstance(decode(forged), OldTap)
