"""Phrases: an English msgid and its facts, worded by the catalogue of the reader's language."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.words.catalogues import catalogue
from bot.words.codec import write_facts
from bot.words.formats import bulleted, formatted
from bot.words.markup import escape, plain
from bot.words.particles import particle
from bot.words.templates import Slot, template
from bot.words.value import Fact, Words

Facts = tuple[tuple[str, Fact], ...]


@dataclass(frozen=True, slots=True)
class Phrase(Words):
    msgid: str
    facts: Facts

    def in_(self, language: str) -> str:
        return _plain(self._wording(language), self.facts, language)

    def html(self, language: str) -> str:
        return _html(self._wording(language), self.facts, language)

    def to_json(self) -> dict[str, Any]:
        return {"t": self.msgid, "facts": write_facts(self.facts)}

    def _wording(self, language: str) -> str:
        return catalogue(language).gettext(self.msgid)


@dataclass(frozen=True, slots=True)
class CountedPhrase(Words):
    one: str
    many: str
    count: int
    facts: Facts

    def in_(self, language: str) -> str:
        return _plain(self._wording(language), self.facts, language)

    def html(self, language: str) -> str:
        return _html(self._wording(language), self.facts, language)

    def to_json(self) -> dict[str, Any]:
        return {"tn": [self.one, self.many], "facts": write_facts(self.facts)}

    def _wording(self, language: str) -> str:
        return catalogue(language).ngettext(self.one, self.many, self.count)


def t(msgid: str, /, **facts: Fact) -> Words:
    """The phrase `msgid` (English, may hold Telegram HTML). Raises TypeError when a fact is missing or of a kind that cannot be shown."""
    _check(facts, template(msgid).names)
    return Phrase(msgid, tuple(sorted(facts.items())))


def tn(one: str, many: str, /, count: int, **facts: Fact) -> Words:
    """`one` or `many`, as the reader's language counts; `{count}` is a fact too."""
    counted: dict[str, Fact] = {"count": count, **facts}
    _check(counted, template(one).names | template(many).names)
    return CountedPhrase(one, many, count, tuple(sorted(counted.items())))


def _check(facts: dict[str, Fact], named: frozenset[str]) -> None:
    if missing := named - facts.keys():
        raise TypeError(f"the phrase needs the facts {sorted(missing)}")
    for name, fact in facts.items():
        _check_kind(name, fact)


def _check_kind(name: str, fact: Fact) -> None:
    if isinstance(fact, datetime) and fact.tzinfo is None:
        raise TypeError(f"{name} is a naive datetime")
    if isinstance(fact, bool) or not isinstance(fact, str | int | date | Words | tuple):
        raise TypeError(f"{name} cannot be a {type(fact).__name__}")
    if isinstance(fact, tuple):
        for part in fact:
            _check_kind(name, part)


def _plain(wording: str, facts: Facts, language: str) -> str:
    known, out = dict(facts), list[str]()
    for piece in template(wording).plain:
        out.append(piece if isinstance(piece, str) else _plain_slot(piece, known, out, language))
    return "".join(out)


def _plain_slot(slot: Slot, facts: dict[str, Fact], before: list[str], language: str) -> str:
    if not slot.name:
        return particle(slot.particle, "".join(before))
    text = _shown(facts[slot.name], slot.format, language)
    return text + particle(slot.particle, text) if slot.particle else text


def _html(wording: str, facts: Facts, language: str) -> str:
    known, out = dict(facts), list[str]()
    for piece in template(wording).html:
        out.append(piece if isinstance(piece, str) else _html_slot(piece, known, out, language))
    return "".join(out)


def _html_slot(slot: Slot, facts: dict[str, Fact], before: list[str], language: str) -> str:
    if not slot.name:
        return particle(slot.particle, plain("".join(before)))
    html = _shown_html(facts[slot.name], slot.format, language)
    return html + particle(slot.particle, plain(html)) if slot.particle else html


def _shown(fact: Fact, how: str, language: str) -> str:
    if isinstance(fact, Words):
        return fact.in_(language)
    if isinstance(fact, tuple) and how != "percent":
        return bulleted(how, [_shown(part, "", language) for part in fact])
    return formatted(fact, how, language)


def _shown_html(fact: Fact, how: str, language: str) -> str:
    if isinstance(fact, Words):
        return fact.html(language)
    if isinstance(fact, tuple) and how != "percent":
        return bulleted(how, [_shown_html(part, "", language) for part in fact])
    return escape(formatted(fact, how, language))
