"""What is kept about a person, for the person: in short, and all of it as a file (Personal Information Protection Act §35)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from storage import consents, consortia, my_data, owners, seats, shops
from storage.audit import AuditRow
from storage.consents import Consent
from storage.consortia import Consortium
from storage.owners import Owner
from storage.seats import Seat
from storage.shops import Shop
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Place:
    """A seat, with the consortium it is in."""

    seat: Seat
    consortium: Consortium


@dataclass(frozen=True, slots=True, kw_only=True)
class MyData:
    owner: Owner | None
    shops: Sequence[Shop]
    consents: Sequence[Consent]  # those that stand
    places: Sequence[Place]
    counts: Mapping[str, int]  # rows by section of `storage.my_data`


@dataclass(frozen=True, kw_only=True)
class WhatIsKept:
    person: int

    async def __call__(self, work: Work) -> MyData:
        connection = work.connection
        taken = [(seat, await consortia.find(connection, seat.consortium)) for seat in await seats.of_person(connection, self.person)]
        return MyData(
            owner=await owners.find(connection, self.person),
            shops=await shops.of_owner(connection, self.person),
            consents=await consents.standing_of(connection, self.person),
            places=[Place(seat, consortium) for seat, consortium in taken if consortium is not None],
            counts=await my_data.counts(connection, self.person),
        )


@dataclass(frozen=True, slots=True)
class Exported:
    """`text`: JSON."""

    text: str


@dataclass(frozen=True, kw_only=True)
class ExportMyData:
    """Everything, for nobody but the person themselves; that it was asked for is written down."""

    by: int

    async def __call__(self, work: Work) -> Exported:
        work.note(AuditRow(who=self.by, did="ExportMyData", on=f"person:{self.by}", outcome="Exported"))
        return Exported(_spelt(await my_data.everything(work.connection, self.by), work.now))


def _spelt(sections: Mapping[str, Any], now: datetime) -> str:
    whole = {"made_at": now.isoformat(), "sections": sections}
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2).decode()
