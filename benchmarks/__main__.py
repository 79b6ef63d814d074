"""`python -m benchmarks [--quick]` measures and prints; `python -m benchmarks profile` shows where one step's time goes."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
import orjson

from benchmarks import tables
from benchmarks.audiences import freezing
from benchmarks.broadcasts import keeping_to_it, telling
from benchmarks.crowd import crowd
from benchmarks.databases import databases
from benchmarks.figures import FULL, QUICK, speed
from benchmarks.ordeal import ordeal
from benchmarks.profiling import profile
from benchmarks.promptness import promptness
from benchmarks.rush import rush
from benchmarks.statements import statements
from benchmarks.trials import fake_server

BUSY = 0.5  # processes that wanted the processor in the last minute
OUT = Path(__file__).parent / "out"
PARTS = {
    "P1": (speed, tables.speed_table),
    "P2": (promptness, tables.promptness_table),
    "P3": (keeping_to_it, tables.keeping_table),
    "P4": (telling, tables.telling_table),
    "P5": (crowd, tables.crowd_table),
    "audiences": (freezing, tables.audiences_table),
    "P6": (rush, tables.rush_table),
    "statements": (statements, tables.statements_table),
}
MEASURED = ("python-telegram-bot", "aiogram", "sqlalchemy", "aiohttp", "uvloop")


@click.group(invoke_without_command=True)
@click.option("--quick", is_flag=True, help="About a minute: one short round of what matters most.")
@click.option("--only", type=click.Choice(list(PARTS)), multiple=True, help="Only these figures.")
@click.pass_context
def main(context: click.Context, *, quick: bool, only: tuple[str, ...]) -> None:
    """Golmok beside its peers, on the same fake server, in one run."""
    if context.invoked_subcommand is None:
        measure(quick=quick, only=only)


def measure(*, quick: bool, only: tuple[str, ...]) -> None:
    effort = QUICK if quick else FULL
    busy = os.getloadavg()[0]
    if busy > BUSY:
        click.echo(f"This machine has other work (load {busy:.1f}): only ratios and CPU per step mean something, and those little.")
    found: dict[str, Any] = {"when": datetime.now(UTC).isoformat(), "quick": quick, "load_before": busy, "machine": machine()}
    with databases() as stores, fake_server() as server:
        for name, (take, show) in PARTS.items():
            if not only or name in only:
                found[name] = take(server, stores, effort)
                click.echo(show(found[name]))
    click.echo(f"\nWritten to {written(found)}")


def machine() -> dict[str, Any]:
    return {"python": platform.python_version(), "system": platform.platform(), **{name: version(name) for name in MEASURED}}


def written(found: dict[str, Any]) -> Path:
    OUT.mkdir(exist_ok=True)
    path = OUT / f"{datetime.now(UTC):%Y-%m-%dT%H%M%S}.json"
    path.write_bytes(orjson.dumps(found, option=orjson.OPT_INDENT_2))
    return path


main.add_command(profile)
main.add_command(ordeal)

if __name__ == "__main__":
    main()
