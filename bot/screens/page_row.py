"""The buttons that turn the pages of a list."""

from collections.abc import Callable

from bot.screens.screen import Button, button
from bot.taps import Tap
from bot.words import t


def page_row(page: int, *, more: bool, to: Callable[[int], Tap]) -> tuple[tuple[Button, ...], ...]:
    """One row with the pages before and after, or none. `page` counts from 0."""
    before = (button(t("◀ Page {n}", n=page), to(page - 1)),) if page > 0 else ()
    after = (button(t("Page {n} ▶", n=page + 2), to(page + 1)),) if more else ()
    row = (*before, *after)
    return (row,) if row else ()
