"""The letterbox: which letters may go now, and what each says in the language of the one who gets it."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

import structlog

from bot.screens.screen import Screen
from bot.wire.replies import LEASE, Body
from bot.wire.sheets import sheets
from programme.quiet_hours import may_go_at
from services.letter_places import is_placed, place_of
from services.letter_renewal import as_of_now
from services.letters import UnknownLetter, from_json, goes_at_any_hour
from services.office import Office
from storage import people
from storage.letters import Again, GivenUp, PostedLetter, Verdict, claim, settle
from storage.work import Work

log = structlog.get_logger()
WAITS_FOR_ITS_PLACE = timedelta(seconds=2)
Describe = Callable[[Any], Screen]


class Letterbox:
    def __init__(self, office: Office, describe: Describe, bot_username: str, language: str) -> None:
        self._office = office
        self._describe = describe
        self._bot_username = bot_username
        self._language = language

    async def due(self, limit: int) -> list[PostedLetter]:
        """Claimed letters whose bodies are ready to be shown. By night, what the bot says of itself is put off until the morning."""
        async with self._office.work() as work:
            claimed = await claim(work.connection, limit=limit, now=work.now, lease=LEASE)
            if not claimed:
                return []
            languages = await self._languages(work, claimed)
            ready, verdicts = await self._sorted(claimed, languages, work)
            if verdicts:
                await settle(work.connection, verdicts, work.now)
        return ready

    async def _sorted(self, claimed: list[PostedLetter], languages: dict[int, str], work: Work) -> tuple[list[PostedLetter], list[Verdict]]:
        ready: list[PostedLetter] = [letter for letter in claimed if _speaks_for_itself(letter.body)]
        verdicts: list[Verdict] = []
        for letter, fact in await self._facts(work, claimed, verdicts):
            body = await self._body(work, letter, fact, languages.get(letter.to, self._language), verdicts)
            if body is None:
                continue
            if body.get("place", {}).get("waits"):
                verdicts.append(Again(id=letter.id, at=work.now + WAITS_FOR_ITS_PLACE, counts=False))
            else:
                ready.append(replace(letter, body=body))
        order = {letter.id: place for place, letter in enumerate(claimed)}
        return sorted(ready, key=lambda letter: order[letter.id]), verdicts

    async def _facts(self, work: Work, claimed: list[PostedLetter], verdicts: list[Verdict]) -> list[tuple[PostedLetter, Any]]:
        """What those letters say that may go at this hour, as it is true now."""
        going: list[PostedLetter] = []
        facts: list[Any] = []
        for letter in claimed:
            if _speaks_for_itself(letter.body):
                continue
            goes_at = work.now if goes_at_any_hour(letter.kind, letter.body, work.now) else may_go_at(work.now)
            if goes_at > work.now:
                verdicts.append(Again(id=letter.id, at=goes_at, counts=False))
                continue
            try:
                facts.append(from_json(letter.kind, letter.body))
            except UnknownLetter:
                verdicts.append(_unknown(letter))
            else:
                going.append(letter)
        now = await as_of_now(work, [(letter.to, fact) for letter, fact in zip(going, facts, strict=True)])
        verdicts += [GivenUp(id=letter.id, reason="it is no longer true") for letter, fact in zip(going, now, strict=True) if fact is None]
        return [(letter, fact) for letter, fact in zip(going, now, strict=True) if fact is not None]

    async def _body(self, work: Work, letter: PostedLetter, fact: Any, language: str, verdicts: list[Verdict]) -> Body | None:
        """None, and why, when the place of the letter is gone or nobody knows what it says."""
        try:
            if not is_placed(fact):
                return {"sheets": sheets(self._describe(fact), language, self._bot_username)}
            place = await place_of(work, fact)
            if place is None:
                verdicts.append(GivenUp(id=letter.id, reason="its place is gone"))
                return None
            told = sheets(self._describe(fact), place.language or language, self._bot_username)
        except UnknownLetter:
            verdicts.append(_unknown(letter))
            return None
        return {"sheets": told, "place": asdict(place), "facts": letter.body}

    async def _languages(self, work: Work, letters: list[PostedLetter]) -> dict[int, str]:
        """Whoever never spoke to the bot stays unknown to it: the first word decides what language they are met in."""
        return await people.languages(work.connection, {letter.to for letter in letters if not _speaks_for_itself(letter.body)})


def _speaks_for_itself(body: Body) -> bool:
    """Replies and alarms carry what they show; other letters carry facts."""
    return not body.keys().isdisjoint(("sheet", "deletes", "asks", "nods_at"))


def _unknown(letter: PostedLetter) -> Verdict:
    log.error("letter_without_words", kind=letter.kind)
    return GivenUp(id=letter.id, reason="nobody knows what this letter says")
