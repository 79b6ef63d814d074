"""How Telegram tidies a text before it is sent: control characters, white space at both ends, entities that cross each other (as TDLib)."""

import re
from dataclasses import dataclass, field

from playground.entities import Entity
from playground.refusals import bad

_SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
_QUOTES = ("blockquote", "expandable_blockquote")
_PRE = ("pre", "code", "date_time")
_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_INVISIBLE = re.compile(r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u206f\u3164\ufeff\uffa0]*")


def tidy(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """What will be sent; an empty text when nothing visible is left. Raises Refused for entities that cut a character."""
    text, entities = _cleaned(text, [entity for entity in entities if entity.length > 0])
    if not text.strip(" \n"):
        return "", []
    text, entities = _trimmed(text, settled([entity for entity in entities if entity.length > 0]))
    return ("", []) if _INVISIBLE.fullmatch(text) else (text, entities)


def _cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    kept: list[str] = []
    now_at: dict[int, int] = {}  # UTF-16 offset before → after
    before = after = 0
    for character in text:
        now_at[before] = after
        width = 2 if character > "\uffff" else 1
        before += width
        if _REMOVED.fullmatch(character):
            continue
        kept.append(" " if character < " " and character != "\n" else character)
        after += width
    now_at[before] = after
    return "".join(kept), [_moved(entity, now_at, before) for entity in sorted(entities, key=Entity.order)]


def _moved(entity: Entity, now_at: dict[int, int], size: int) -> Entity:
    if entity.offset > size:
        raise bad(f"Entity begins after the end of the text at UTF-16 offset {entity.offset}")
    if entity.end > size:
        raise bad(f"Entity beginning at UTF-16 offset {entity.offset} ends after the end of the text at UTF-16 offset {entity.end}")
    if entity.offset not in now_at:
        raise bad(f"Entity begins in a middle of a UTF-16 symbol at byte offset {entity.offset}")
    if entity.end not in now_at:
        raise bad(f"Entity beginning at UTF-16 offset {entity.offset} ends in a middle of a UTF-16 symbol at byte offset {entity.end}")
    return entity.placed(now_at[entity.offset], now_at[entity.end])


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    text = text.rstrip(" \n")
    size = len(text.encode("utf-16-le")) // 2
    kept = [entity.placed(entity.offset, min(entity.end, size)) for entity in entities if entity.offset < size]
    first = min((entity.offset for entity in kept), default=size)
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    return text[lead:], sorted((entity.placed(entity.offset - lead, entity.end - lead) for entity in kept), key=Entity.order)


def settled(entities: list[Entity]) -> list[Entity]:
    """No two that cross, no formatting inside code, adjoining formatting joined: the shape in which Telegram hands entities out."""
    ordered = sorted(entities, key=Entity.order)
    quotes = _apart([entity for entity in ordered if entity.kind in _QUOTES])
    firm = _apart([entity for entity in ordered if entity.kind not in (*_SPLITTABLE, *_QUOTES)])
    firm = [entity for entity in firm if not any(_crosses(entity, quote) for quote in quotes)]
    walls = sorted([*firm, *quotes], key=Entity.order)
    soft = _Splitting([entity for entity in ordered if entity.kind in _SPLITTABLE], walls).split()
    return sorted([*walls, *soft], key=Entity.order)


def _apart(entities: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _crosses(entity: Entity, quote: Entity) -> bool:
    overlap = entity.offset < quote.end and quote.offset < entity.end
    return overlap and not (quote.offset <= entity.offset and entity.end <= quote.end)


@dataclass
class _Splitting:
    """Formatting is cut where another entity begins or ends, and where new formatting begins."""

    waiting: list[Entity]
    walls: list[Entity]
    running: dict[str, tuple[int, int]] = field(default_factory=dict)  # kind → from, to
    done: list[Entity] = field(default_factory=list)

    def split(self) -> list[Entity]:
        inside: list[Entity] = []
        for wall in self.walls:
            self._leave(inside, wall.offset)
            self._run_to(wall.offset)
            inside.append(wall)
        self._leave(inside, None)
        self._run_to(None)
        return self.done

    def _leave(self, inside: list[Entity], offset: int | None) -> None:
        while inside and (offset is None or offset >= inside[-1].end):
            wall = inside.pop()
            before = len(self.done)
            self._run_to(wall.end)
            if wall.kind in _PRE:
                del self.done[before:]

    def _run_to(self, end: int | None) -> None:
        while self.waiting and (end is None or self.waiting[0].offset < end):
            entity = self.waiting.pop(0)
            started, ends = self.running.get(entity.kind, (0, -1))
            if entity.offset <= ends:
                self.running[entity.kind] = (started, max(ends, entity.end))
            else:
                self._cut(entity.offset)
                self.running[entity.kind] = (entity.offset, entity.end)
        self._cut(end)

    def _cut(self, at: int | None) -> None:
        for kind in _SPLITTABLE:
            started, ends = self.running.get(kind, (0, -1))
            if ends < 0 or (at is not None and started >= at):
                continue
            if at is None or ends <= at:
                self.done.append(Entity(kind, started, ends - started))
                del self.running[kind]
            else:
                self.done.append(Entity(kind, started, at - started))
                self.running[kind] = (at, ends)
