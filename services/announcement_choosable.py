"""What can be chosen for an announcement: to whom it goes, and where a button below it leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from programme.audiences import Trait
from services.coordinators import reach
from services.letters import UnknownLetter
from services.notices import fact_of
from storage import audience, events, notices
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """`gus`: empty, all of Seoul. `events`: the newest, with their titles by language.
    `notices`: the newest on the board, as facts that have a title.
    """

    traits: tuple[Trait, ...]
    gus: frozenset[str]
    tracks: frozenset[str]
    events: tuple[tuple[int, Mapping[str, str]], ...]
    notices: tuple[Any, ...]


@dataclass(frozen=True, kw_only=True)
class WhatToChooseFrom:
    by: int
    most: int = 10

    async def __call__(self, work: Work) -> Choosable:
        scope = await reach(work, self.by)
        coming = await events.coming(work.connection, work.now, limit=self.most)
        past = await events.past(work.connection, work.now, limit=self.most)
        found = tuple((event.id, event.title) for event in (*coming, *past))
        known = tuple(trait for trait in audience.known() if trait is not Trait.EVENT or found)
        return Choosable(traits=known, gus=scope.gus, tracks=scope.tracks, events=found, notices=await _notices(work, self.most))


async def _notices(work: Work, most: int) -> tuple[Any, ...]:
    facts = []
    for notice in await notices.page(work.connection, limit=most):
        try:
            facts.append(fact_of(notice))
        except UnknownLetter:
            continue  # of a kind no version knows any more: nobody could be led there
    return tuple(facts)
