"""The `golmok` command."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from bot.settings import Settings, read_settings
from bot.stops import sentences, stop

if TYPE_CHECKING:
    from services.office import Office

T = TypeVar("T")
FILES = click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Golmok: the Telegram bot through which small shops form a consortium and learn what support they would get.

    Settings come from the environment and from .env: GOLMOK_BOT_TOKEN, GOLMOK_DATABASE_URL and others; see the README.
    """


@main.command()
def run() -> None:
    """Serve the bot until Ctrl-C or SIGTERM."""
    from bot.running import run as serve

    with sentences():
        serve(read_settings())


@main.command()
def migrate() -> None:
    """Bring the database to the form this version needs."""
    from storage import migrate as migrations

    with sentences():
        url = read_settings().database_url
        migrations.upgrade(url)
        print(f"The database is at {migrations.state(url).current}.")


@main.command()
def doctor() -> None:
    """Say what is missing and how to mend it. Exit code 1 when something is."""
    from bot.doctor import examine

    with sentences():
        findings = asyncio.run(examine(read_settings()))
    for finding in findings:
        print(finding)
    if any(finding.mend for finding in findings):
        raise SystemExit(1)


@main.group()
def calls() -> None:
    """The calls (공고) and their rules, as files."""


@calls.command("check")
@FILES
def check_calls(files: tuple[Path, ...]) -> None:
    """Read call files and say everything that is wrong with them; without FILES, those that come with the programme."""
    from bot.callfiles import texts, today
    from services.calls import check_calls as check

    with sentences():
        given, on = texts(files), today(read_settings())
        problems = check(given, on)
    for problem in problems:
        print(problem)
    if problems:
        stop(f"{len(problems)} problem(s) found, nothing was loaded.")
    print(f"{len(given)} file(s) are right.")


@calls.command("load")
@click.option("--demo", is_flag=True, help="With the made-up calls that are open from today on, for trying things out.")
@FILES
def load_calls(files: tuple[Path, ...], demo: bool) -> None:  # noqa: FBT001 - click's way
    """Take call files into use; without FILES, those that come with the programme. A version is stored once and never changes."""
    from bot.callfiles import loaded, texts, today

    settings = _settings()
    with sentences():
        for line in _in_office(lambda office: loaded(office, texts(files, demo=demo), today(settings)), settings):
            print(line)


@calls.command("show")
@click.argument("key", required=False)
def show_calls(key: str | None) -> None:
    """List the calls in use, or show one by its KEY."""
    from bot.callfiles import shown

    with sentences():
        lines = _in_office(lambda office: shown(office, key), _settings())
    if not lines:
        stop(f"there is no call {key!r}." if key else "no call is loaded: run `golmok calls load`.")
    for line in lines:
        print(line)


@main.group()
def dead() -> None:
    """Messages that could not be handled and were put aside."""


@dead.command("list")
def list_dead() -> None:
    """List them: what failed and why, never what was typed."""
    from bot.deadletters import listed

    with sentences():
        for line in _in_office(listed, _settings()):
            print(line)


@dead.command("replay")
@click.argument("ids", nargs=-1, type=int)
def replay_dead(ids: tuple[int, ...]) -> None:
    """Let these IDS wait again to be handled; without IDS, all of them."""
    from bot.deadletters import replayed

    with sentences():
        count = _in_office(lambda office: replayed(office, ids), _settings())
    print(f"{count} message(s) will be tried again.")


@main.group()
def audit() -> None:
    """The record of who did what."""


@audit.command("verify")
@click.option("--expect", help="A seal noted earlier, as this command printed it (number:digest).")
def verify_audit(expect: str | None) -> None:
    """Say whether the record is whole. Exit code 1 when a row was changed, removed or slipped in."""
    from bot.auditing import AuditBroken, NoSeal, verified

    with sentences():
        try:
            lines = _in_office(lambda office: verified(office, expect), _settings())
        except AuditBroken as broken:
            stop(str(broken), code=1)
        except NoSeal as unread:
            stop(str(unread))
    for line in lines:
        print(line)


@main.command()
def invariants() -> None:
    """Say what does not hold and always must: seats, rounds, money, times, answers. Exit code 1 when something does not."""
    from services.invariants import WhatIsBroken

    with sentences():
        found = _in_office(lambda office: office.look(WhatIsBroken()), _settings())
    for what, numbers in found.items():
        print(f"✗ {what.value}: {', '.join(map(str, numbers))}")
    if found:
        stop("What each means, and what to do: the operator's guide, under “What must always hold”.", code=1)
    print("✓ Everything holds.")


@main.command(hidden=True)
@click.argument("consultant", type=int)
@click.argument("mentor", type=int)
def demo(consultant: int, mentor: int) -> None:
    """Let these two people of the demo take part as CONSULTANT and MENTOR, invited by the first coordinator of the settings."""
    from bot.demo_advisers import settled

    settings = _settings()
    with sentences():
        for line in _in_office(lambda office: settled(office, settings.admin_ids[0], consultant, mentor), settings, sealing=True):
            print(line)


@main.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def backup(path: Path) -> None:
    """Write a whole copy of the SQLite database to PATH, while the bot goes on working."""
    from storage.backup import copy

    with sentences():
        _in_office(lambda office: copy(office.store, path), _settings())
    print(f"The copy is in {path}.")


def _settings() -> Settings:
    with sentences():
        return read_settings()


def _in_office(what: "Callable[[Office], Awaitable[T]]", settings: Settings, *, sealing: bool = False) -> T:
    """`sealing`: what identifies people is read or written."""
    from bot.groundwork import check_migrated, clock_of
    from services.office import Office
    from storage.engine import Store

    check_migrated(settings)

    async def visit() -> T:
        async with await Store.open(settings.database_url, seal=settings.seal if sealing else None) as store:
            return await what(Office(store, clock_of(settings)))

    return asyncio.run(visit())


if __name__ == "__main__":
    main(prog_name="golmok")
