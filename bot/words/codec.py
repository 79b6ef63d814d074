"""Words as JSON, so that a letter can carry them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from bot.words.value import Fact, Words


def write_facts(facts: Iterable[tuple[str, Fact]]) -> dict[str, Any]:
    return {name: _write(fact) for name, fact in facts}


def _write(fact: Fact) -> Any:
    if isinstance(fact, Words):
        return {"words": fact.to_json()}
    if isinstance(fact, datetime):
        return {"at": fact.isoformat()}
    if isinstance(fact, date):
        return {"on": fact.isoformat()}
    if isinstance(fact, tuple):
        return {"list": [_write(part) for part in fact]}
    return int(fact) if isinstance(fact, int) else str(fact)


def read(written: Mapping[str, Any]) -> Words:
    from bot.words.phrases import t, tn  # noqa: PLC0415 - they write themselves with this module
    from bot.words.texts import joined, told, verbatim  # noqa: PLC0415

    match written:
        case {"t": str(msgid), "facts": dict(facts)}:
            return t(msgid, **_read_facts(facts))
        case {"tn": [str(one), str(many)], "facts": {"count": int()} as facts}:
            return tn(one, many, **_read_facts(facts))
        case {"verbatim": str(text)}:
            return verbatim(text)
        case {"told": dict(texts)}:
            return told(texts)
        case {"joined": list(parts), "by": str(separator)}:
            return joined([read(part) for part in parts], separator)
        case _:
            raise ValueError(f"these are no words: {sorted(written)}")


def _read_facts(written: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _read(fact) for name, fact in written.items()}


def _read(written: Any) -> Fact:
    match written:
        case str() | int():
            return written
        case {"words": dict(words)}:
            return read(words)
        case {"at": str(at)}:
            return datetime.fromisoformat(at)
        case {"on": str(on)}:
            return date.fromisoformat(on)
        case {"list": list(parts)}:
            return tuple(_read(part) for part in parts)
        case _:
            raise ValueError("this is no fact")
