"""The title of each kind of notice, for the lists of the board.

`@titled(Kind)` for every kind of letter that is posted with `services.notices.post_notice`.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from bot.screens.event_words import kind_name, title_name
from bot.screens.wording import bilingual
from bot.words import Words, t
from programme.window_notices import BEFORE, Occasion
from services.event_news import EventAnnounced, EventCalledOff
from services.notices import OfficeNotice
from services.window_letters import DatesMoved, ResultsOut, WindowNotice

Fact = TypeVar("Fact")
_titles: dict[type[Any], Callable[[Any], Words]] = {}


def titled(kind: type[Fact]) -> Callable[[Callable[[Fact], Words]], Callable[[Fact], Words]]:
    def register(title: Callable[[Fact], Words]) -> Callable[[Fact], Words]:
        if _titles.setdefault(kind, title) is not title:
            raise ValueError(f"two titles for {kind.__name__}")
        return title

    return register


def title(fact: object) -> Words:
    return _titles[type(fact)](cast("Any", fact))


@titled(OfficeNotice)
def office_notice(fact: OfficeNotice) -> Words:
    return bilingual(fact.title_ko, fact.title_en)


@titled(WindowNotice)
def window_notice(fact: WindowNotice) -> Words:
    call = bilingual(fact.title_ko, fact.title_en)
    if fact.occasion is Occasion.OPENS:
        return t("Open for applications: {call}", call=call)
    days = BEFORE.get(fact.occasion, 0)
    return t("{left:days} until it closes: {call}", left=days, call=call) if days else t("Last day to apply: {call}", call=call)


@titled(DatesMoved)
def dates_moved(fact: DatesMoved) -> Words:
    return t("Dates moved: {call}", call=bilingual(fact.title_ko, fact.title_en))


@titled(ResultsOut)
def results_out(fact: ResultsOut) -> Words:
    return t("Results are out: {call}", call=bilingual(fact.title_ko, fact.title_en))


@titled(EventAnnounced)
def event_announced(fact: EventAnnounced) -> Words:
    return t("{kind}: {title}", kind=kind_name(fact.kind), title=title_name(fact.title))


@titled(EventCalledOff)
def event_called_off(fact: EventCalledOff) -> Words:
    return t("Called off: {title}", title=title_name(fact.title))
