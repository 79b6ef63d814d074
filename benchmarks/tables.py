"""The figures as tables a terminal can show."""

from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.figures import DIALOGUE, GOLMOK, NAMES, ROW, TAPPED_ROW

Rows = Sequence[dict[str, Any]]


def table(title: str, head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    everything = [list(head), *map(list, lines)]
    widths = [max(len(line[column]) for line in everything) for column in range(len(head))]
    shown = [
        "  ".join(_aligned(cell, width, column) for column, (cell, width) in enumerate(zip(line, widths, strict=True)))
        for line in everything
    ]
    return "\n".join([f"\n{title}", "=" * len(title), shown[0], "-" * len(shown[0]), *shown[1:]])


def _aligned(cell: str, width: int, column: int) -> str:
    return cell.rjust(width) if column else cell.ljust(width)


def speed_table(rows: Rows) -> str:
    found = {(row["candidate"], row["latency_ms"]): row for row in rows}
    head = (
        "P1 · steps of a crowd of 200",
        "API ms",
        "steps/s",
        "ratio",
        "tap for tap",
        "CPU ms",
        "CPU ratio",
        "MiB",
        "calls/step",
        "p50 ms",
        "p99 ms",
    )
    lines = []
    for row in rows:
        kind = next((kind for kind in NAMES if GOLMOK[kind].name == row["candidate"]), None)
        peer = found.get((ROW[kind].name, row["latency_ms"])) if kind else None
        tapped = found.get((TAPPED_ROW[kind].name, row["latency_ms"])) if kind else None
        lines.append(
            (
                row["candidate"],
                f"{row['latency_ms']:.0f}",
                f"{row['per_second']:.0f}",
                _ratio(row, peer, "per_second"),
                _ratio(row, tapped, "per_second"),
                f"{row['cpu_ms']:.2f}",
                _ratio(peer, row, "cpu_ms") if peer else "",
                f"{row['memory_mib']:.0f}",
                f"{row['calls_a_step']:.2f}",
                f"{row['p50_ms']:.0f}",
                f"{row['p99_ms']:.0f}",
            )
        )
    title = "P1: speed (ratio: to aiogram with one ORM row on the same database; tap for tap: to the same peer answering taps)"
    return table(title, head, lines)


def _ratio(row: dict[str, Any] | None, other: dict[str, Any] | None, what: str) -> str:
    return f"{row[what] / other[what]:.2f} x" if row and other and other[what] else ""


def promptness_table(rows: Rows) -> str:
    head = (
        "P2 · 200 people, 20 ms API",
        "steps/s asked",
        "done",
        "told/s",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "CPU ms",
        "stalls > 50 ms",
        "of them computing",
    )
    lines = [
        (
            row["candidate"],
            f"{row['rate']:.0f}",
            f"{row['per_second']:.1f}",
            f"{row['told_per_second']:.0f}" if row.get("told_per_second") else "",
            f"{row['p50_ms']:.0f}",
            f"{row['p95_ms']:.0f}",
            f"{row['p99_ms']:.0f}",
            f"{row['cpu_ms']:.2f}",
            "" if row["candidate"] == DIALOGUE.name else str(len(row["stalls"])),
            "" if row["candidate"] == DIALOGUE.name else str(sum(1 for _, computed in row["stalls"] if computed > 50)),
        )
        for row in rows
    ]
    return table("P2: from tap to screen", head, lines)


def crowd_table(rows: Rows) -> str:
    head = ("P5 · people in the database", "people", "start s", "MiB", "steps/s", "CPU ms")
    lines = [
        (
            row["candidate"],
            f"{row['people']:,}",
            f"{row['start_seconds']:.2f}",
            f"{row['memory_mib']:.0f}",
            f"{row['per_second']:.0f}" if "per_second" in row else "",
            f"{row['cpu_ms']:.2f}" if "cpu_ms" in row else "",
        )
        for row in rows
    ]
    return table("P5: a city of people", head, lines)


def audiences_table(rows: Rows) -> str:
    head = ("P5 · an audience", "people", "frozen in s", "MiB more", "counted: all, ms", "one gu", "two gu, not one trade")
    lines = [
        (
            row["candidate"],
            f"{row['people']:,}",
            f"{row['seconds']:.2f}",
            f"{row['mib_more']:.1f}",
            *(f"{row['counted_ms'][which]:.0f}" for which in ("all", "one gu", "two gu, not one trade")),
        )
        for row in rows
    ]
    return table("P5: the audience of an announcement", head, lines)


def rush_table(rows: Rows) -> str:
    head = ("P6", "way", "people", "times", "booked", "friendly", "errors", "right", "s", "p50 ms", "p99 ms")
    lines = [
        (
            row["candidate"],
            row["way"],
            *(str(row[name]) for name in ("people", "times", "booked", "friendly", "errors")),
            "yes" if row["right"] else "NO",
            f"{row['seconds']:.2f}",
            f"{row['p50_ms']:.0f}",
            f"{row['p99_ms']:.0f}",
        )
        for row in rows
    ]
    return table("P6: many after few times at once (the chat: from a tap to its screen; the deed: hold and book)", head, lines)


def telling_table(rows: Rows) -> str:
    head = ("P4", "people", "messages/s", "CPU ms a message", "each outcome stored")
    lines = [(row["candidate"], f"{row['people']:,}", f"{row['per_second']:,.0f}", f"{row['cpu_ms']:.2f}", _stored(row)) for row in rows]
    return table("P4: telling many, without a limit", head, lines)


def keeping_table(rows: Rows) -> str:
    head = ("P3", "limit", "API ms", "messages", "messages/s", "worst second", "429", "CPU share", "each outcome stored")
    lines = [
        (
            row["candidate"],
            row["limit"],
            f"{row['latency_ms']:.0f}",
            str(row["people"]),
            f"{row['per_second']:.2f}",
            str(row["worst_second"]),
            str(row["refused"]),
            f"{row['cpu'] / max(row['seconds'], 0.001):.1%}",
            _stored(row),
        )
        for row in rows
    ]
    return table("P3: telling many under a server that enforces 30 a second", head, lines)


def _stored(row: dict[str, Any]) -> str:
    return {True: "yes", False: "NO"}[row["right"]] if "right" in row else "–"


def statements_table(rows: Rows) -> str:
    head = ("Statements a step (without BEGIN and COMMIT)", "people", "API ms", "statements/step")
    lines = [(row["candidate"], str(row["people"]), f"{row['latency_ms']:.0f}", f"{row['statements_a_step']:.2f}") for row in rows]
    return table("Statements", head, lines)
