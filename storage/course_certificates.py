"""Certificates of completed courses: one for each registration, with a number and the name that stands on it (sealed)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, SmallInteger, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage import seals
from storage.tables import RowId, Table, table_of

LONGEST_NAME = 40


class CourseCertificateRecord(Table):
    __tablename__ = "course_certificates"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    registration: Mapped[int] = mapped_column(ForeignKey("registrations.id", ondelete="CASCADE"), unique=True)
    name: Mapped[str]  # sealed
    attended: Mapped[int] = mapped_column(SmallInteger)  # dates, when it was issued
    dates: Mapped[int] = mapped_column(SmallInteger)
    minutes: Mapped[int]
    issued_at: Mapped[datetime]

    __table_args__ = ({"sqlite_autoincrement": True},)  # a number is never given twice


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseCertificate:
    """`minutes`: of the dates attended."""

    id: int
    registration: int
    name: str
    attended: int
    dates: int
    minutes: int
    issued_at: datetime


_t = table_of(CourseCertificateRecord)


async def keep(connection: AsyncConnection, *, registration: int, name: str, attended: int, dates: int, minutes: int, now: datetime) -> int:
    """Its number. Inside `work.savepoint()`: there is one for a registration."""
    row = {
        "registration": registration,
        "name": seals.of(connection).sealed(name),
        "attended": attended,
        "dates": dates,
        "minutes": minutes,
        "issued_at": now,
    }
    return int(await connection.scalar(insert(_t).values(row).returning(_t.c.id)) or 0)


async def of_registrations(connection: AsyncConnection, numbers: Collection[int]) -> dict[int, CourseCertificate]:
    """By registration."""
    rows = (await connection.execute(select(_t).where(_t.c.registration.in_(numbers)))).mappings()
    return {row["registration"]: _read(connection, row) for row in rows}


async def of_registration(connection: AsyncConnection, number: int) -> CourseCertificate | None:
    return (await of_registrations(connection, [number])).get(number)


def _read(connection: AsyncConnection, row: Mapping[Any, Any]) -> CourseCertificate:
    return CourseCertificate(**{**row, "name": seals.of(connection).opened(row["name"])})
