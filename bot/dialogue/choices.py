"""Questions answered by choosing: one, several, yes or no."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from bot.dialogue.answers import Accepted, Gone, Partly, Refused
from bot.dialogue.question import Json, Place, Question, digest, tapped_option
from bot.dialogue.taps import Done, Pick, Toggle, TurnPage
from bot.happenings import Happening, Said, Tapped
from bot.screens.screen import Button, button
from bot.words import Words, joined, t, verbatim

T = TypeVar("T")
PAGE = 8  # options on one page: what a phone shows without scrolling


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One thing to choose. `token` names it in the draft and on the button; stable across restarts."""

    value: T
    token: str
    label: Words

    @property
    def digest(self) -> str:
        return digest(self.token)


def _plain(text: str) -> str:
    """For comparing what was typed with a label: no case, no space, no punctuation, no emoji."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def _typed(text: str, options: Sequence[Option[T]], language: str) -> Option[T] | None:
    """The option somebody typed: its label, or the beginning of one label only.

    A bare number is never a beginning, nor a place in the list: to "how many employees?", 1 must not become "10 or more".
    """
    wanted = _plain(text)
    if not wanted:
        return None
    labels = [(_plain(option.label.in_(language)), option) for option in options]
    exact = [option for label, option in labels if label == wanted]
    begins = [option for label, option in labels if label.startswith(wanted) and not wanted.isdecimal()]
    for found in (exact, begins):
        if len(found) == 1:
            return found[0]
    return None


@dataclass(frozen=True, kw_only=True)
class Choice(Question[T]):
    """Exactly one of the options. `gone` is the reason told when the chosen one has disappeared since."""

    choices: tuple[Option[T], ...]
    gone: Words | None = None
    columns: int = 1
    below: Words | None = None  # what the options mean

    def read(self, happening: Happening, place: Place) -> Accepted[T] | Refused:
        picked = tapped_option(happening, place)
        for option in self.choices:
            if picked == option.digest:
                return Accepted(option.value)
        if isinstance(happening, Said):
            found = _typed(happening.text, self.choices, place.language)
            if found is not None:
                return Accepted(found.value, echo=self.told(found.value))
        return Refused(t("Please choose one of the buttons below, or type its words."))

    def told(self, value: T) -> Words:
        return self._option(value).label

    def stored(self, value: T) -> Json:
        return self._option(value).token

    def restored(self, stored: Json) -> T:
        for option in self.choices:
            if option.token == stored:
                return option.value
        raise Gone(self.gone)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        shown = _page(self.choices, place.page)
        buttons = [button(_marked(o, chosen=o.token == place.former), Pick(place.draft, place.asked, o.digest)) for o in shown]
        return (*_in_rows(buttons, self.columns), *_page_row(place, len(self.choices)))

    def hint(self) -> Words | None:
        return self.below

    def _option(self, value: T) -> Option[T]:
        return next(option for option in self.choices if option.value == value)


@dataclass(frozen=True, kw_only=True)
class MultiChoice(Question[tuple[T, ...]]):
    """Any number of the options from `at_least` on."""

    choices: tuple[Option[T], ...]
    at_least: int = 1
    none: Words | None = None  # the words of "none of these" (only with at_least=0)

    def read(self, happening: Happening, place: Place) -> Accepted[tuple[T, ...]] | Partly | Refused:
        ticked = [token for token in place.partial if any(o.token == token for o in self.choices)]
        match happening:
            case Tapped(tap=Toggle(asked=asked, option=option)) if asked == place.asked:
                return Partly(self._toggled(ticked, lambda o: o.digest == option))
            case Tapped(tap=Done(asked=asked)) if asked == place.asked:
                return self._finished(ticked)
            case Said(text=text):
                if _plain(text) == _plain(self._ending(ticked).in_(place.language)):
                    return self._finished(ticked)
                found = _typed(text, self.choices, place.language)
                if found is not None:
                    return Partly(self._toggled(ticked, lambda o: o is found))
            case _:
                pass
        return Refused(t("Please tick what fits with the buttons below, then tap “Done”."))

    def _toggled(self, ticked: Iterable[str], meant: Callable[[Option[T]], bool]) -> tuple[str, ...]:
        """In the order of the options, so that the answer does not depend on the order of the taps."""
        before = set(ticked)
        return tuple(o.token for o in self.choices if (o.token in before) != meant(o))

    def _finished(self, ticked: Sequence[str]) -> Accepted[tuple[T, ...]] | Refused:
        if len(ticked) < self.at_least:
            return Refused(t("Please tick at least {n}.", n=self.at_least))
        return Accepted(self.restored(ticked))

    def told(self, value: tuple[T, ...]) -> Words:
        if not value:
            return self.none or t("None")
        return joined([o.label for o in self.choices if o.value in value], ", ")

    def stored(self, value: tuple[T, ...]) -> Json:
        return [o.token for o in self.choices if o.value in value]

    def restored(self, stored: Json) -> tuple[T, ...]:
        known = {o.token: o.value for o in self.choices}
        if any(token not in known for token in stored):
            raise Gone
        return tuple(known[token] for token in stored)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        ticked = set(place.partial)
        shown = _page(self.choices, place.page)
        rows = tuple((button(_ticked(o, on=o.token in ticked), Toggle(place.draft, place.asked, o.digest)),) for o in shown)
        return (*rows, *_page_row(place, len(self.choices)), (button(self._ending(ticked), Done(place.draft, place.asked)),))

    def _ending(self, ticked: Collection[str]) -> Words:
        """What the last button says."""
        return self.none if self.none is not None and not ticked else t("Done ({n} ticked)", n=len(ticked))


def choice(
    key: str,
    words: Words,
    values: Iterable[T],
    *,
    label: Callable[[T], Words],
    token: Callable[[T], str] | None = None,
    **more: Any,
) -> Choice[T]:
    """Ask for one of `values`."""
    return Choice(key=key, words=words, choices=options_of(values, label, token), **more)


def several(
    key: str,
    words: Words,
    values: Iterable[T],
    *,
    label: Callable[[T], Words],
    token: Callable[[T], str] | None = None,
    **more: Any,
) -> MultiChoice[T]:
    """Ask for any number of `values`."""
    return MultiChoice(key=key, words=words, choices=options_of(values, label, token), **more)


def yes_or_no(key: str, words: Words, *, yes: Words | None = None, no: Words | None = None, **more: Any) -> Choice[bool]:
    """Ask for a yes or a no; stored as 1 and 0."""
    options = (Option(value=True, token="1", label=yes or t("Yes")), Option(value=False, token="0", label=no or t("No")))
    return Choice(key=key, words=words, choices=options, columns=2 if yes is None and no is None else 1, **more)


def options_of(values: Iterable[T], label: Callable[[T], Words], token: Callable[[T], str] | None = None) -> tuple[Option[T], ...]:
    """`token` defaults to the value of an Enum member, or str()."""
    named = token or _own_token
    return tuple(Option(value=value, token=named(value), label=label(value)) for value in values)


def _own_token(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)


def _marked(option: Option[T], *, chosen: bool) -> Words:
    return joined([verbatim("✓ "), option.label], "") if chosen else option.label


def _ticked(option: Option[T], *, on: bool) -> Words:
    return joined([verbatim("☑ " if on else "☐ "), option.label], "")


def _in_rows(buttons: Sequence[Button], columns: int) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[i : i + columns]) for i in range(0, len(buttons), columns))


def _page(options: Sequence[T], page: int) -> Sequence[T]:
    if len(options) <= PAGE:
        return options
    first = min(max(page, 0), (len(options) - 1) // PAGE) * PAGE
    return options[first : first + PAGE]


def _page_row(place: Place, total: int) -> tuple[tuple[Button, ...], ...]:
    """Former and next page, where there is more than one."""
    pages = -(-total // PAGE)
    if pages == 1:
        return ()
    page = min(max(place.page, 0), pages - 1)

    def to(target: int, label: Words) -> Button:
        return button(label, TurnPage(place.draft, place.asked, target))

    row = []
    if page > 0:
        row.append(to(page - 1, t("◀ Page {n}", n=page)))
    if page < pages - 1:
        row.append(to(page + 1, t("Page {n} of {all} ▶", n=page + 2, all=pages)))
    return (tuple(row),)
