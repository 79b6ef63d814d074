"""`python -m benchmarks ordeal`: a whole city is told something, people go on tapping, and the bot is killed again and again."""

import asyncio
import random
from dataclasses import dataclass, field, replace
from statistics import quantiles
from time import monotonic

import click

from benchmarks.credentials import SEAL
from benchmarks.databases import databases
from benchmarks.figures import GOLMOK, NAMES
from benchmarks.ledgers import begun, stand
from benchmarks.trials import Candidate, Server, fake_server, running
from programme.announcements import AnnouncementState, Outcome
from storage import announcement_ledger
from storage.engine import Store
from storage.seals import Seal

PEOPLE_WHO_TAP, TAPS_A_SECOND, LATENCY_MS = 200, 30.0, 20
SHAKEN_SECONDS = 3.0  # after a start; these reactions are counted by themselves
LOOK_SECONDS = 5.0
LONGEST_SECONDS = 1_200.0


@dataclass(kw_only=True)
class Reactions:
    """Milliseconds from tap to screen."""

    calm: list[float] = field(default_factory=list)
    shaken: list[float] = field(default_factory=list)


@click.command()
@click.option("--database", type=click.Choice(list(NAMES)), default="sqlite")
@click.option("--people", default=100_000)
@click.option("--kills", default=5)
@click.option("--rate", default=1_000, help="Messages a second that Telegram allows.")
@click.option("--seed", type=int, help="Of the moments of the kills; printed.")
def ordeal(database: str, people: int, kills: int, rate: int, seed: int | None) -> None:
    """A broadcast to many with kill -9 at random moments: nobody twice, who is unknown is listed, and how prompt replies stay."""
    seed = seed if seed is not None else random.randrange(10_000)
    click.echo(f"seed {seed}: {people:,} people, {kills} kills, {rate:,} a second, {TAPS_A_SECOND:.0f} taps a second beside it")
    candidate = replace(GOLMOK[database], arguments=("--rate", str(rate)))
    moments = [random.Random(seed + n).uniform(0.3, 1.0) * people / rate / (kills + 1) for n in range(kills)]
    with databases() as stores, fake_server() as server:
        url = stores.fresh(database)
        number = asyncio.run(begun(url, people))
        server.tell("begin", people=PEOPLE_WHO_TAP, latency_ms=LATENCY_MS, taps=True, per_second=TAPS_A_SECOND)
        reactions = Reactions()
        for moment in moments:
            _lives(server, candidate, url, reactions, moment)
        _ends(server, candidate, url, reactions, number)
        _judge(server, url, number, people)
        _tell(reactions)


def _lives(server: Server, candidate: Candidate, url: str, reactions: Reactions, seconds: float) -> None:
    """Until it is killed, which may be before it is calm."""
    with running(server, candidate, url) as run:
        _shaken(server, reactions, min(seconds, SHAKEN_SECONDS))
        if seconds > SHAKEN_SECONDS:
            reactions.calm += _heard(server, seconds - SHAKEN_SECONDS)
        run.process.kill()
        run.process.wait()
        server.tell("lost")


def _ends(server: Server, candidate: Candidate, url: str, reactions: Reactions, number: int) -> None:
    """Until everybody has their outcome; the leases of the killed ones have to run out for that."""
    began = monotonic()
    with running(server, candidate, url):
        _shaken(server, reactions, SHAKEN_SECONDS)
        while asyncio.run(stand(url, number)).state is not AnnouncementState.DONE and monotonic() - began < LONGEST_SECONDS:
            reactions.calm += _heard(server, LOOK_SECONDS)
        server.tell("end")


def _shaken(server: Server, reactions: Reactions, seconds: float) -> None:
    server.tell("wake")
    reactions.shaken += _heard(server, seconds)


def _heard(server: Server, seconds: float) -> list[float]:
    return [second * 1000 for second in server.tell("measure", seconds=seconds)["reactions"]]


def _judge(server: Server, url: str, number: int, people: int) -> None:
    found, heard = asyncio.run(stand(url, number)), server.tell("heard")
    outcomes = asyncio.run(_people(url, number))
    once = set(heard["once"])
    delivered, unknown = (set(outcomes.get(outcome, ())) for outcome in (Outcome.DELIVERED, Outcome.UNKNOWN))
    right = {
        "it is done, and everybody has an outcome": found.state is AnnouncementState.DONE and sum(found.counts.values()) == people,
        "nobody heard it twice": set(heard["times"]) <= {"1"},
        "whoever counts as reached heard it": delivered <= once,
        "whoever did not hear it is listed as unknown": set().union(*outcomes.values()) - once <= unknown,
    }
    click.echo({outcome.value: count for outcome, count in found.counts.items() if count})
    click.echo(f"unknown: {len(unknown)}, of them heard it: {len(unknown & once)}")
    for what, holds in right.items():
        click.echo(f"{'yes' if holds else 'NO '}  {what}")


async def _people(url: str, number: int) -> dict[Outcome, list[int]]:
    """As the office's own lists find them, page by page."""
    found: dict[Outcome, list[int]] = {}
    async with await Store.open(url, seal=Seal(SEAL)) as store, store.reading() as connection:
        after = 0
        while page := await announcement_ledger.of_outcome(connection, number, tuple(Outcome), after=after, limit=5_000):
            for one in page:
                found.setdefault(one.outcome, []).append(one.person)
            after = page[-1].person
    return found


def _tell(reactions: Reactions) -> None:
    for name, some in (("while it goes out", reactions.calm), ("in the three seconds after a start", reactions.shaken)):
        cuts = quantiles(some, n=100) if len(some) > 1 else [0.0] * 99
        click.echo(f"taps answered {name}: {len(some)}, p50 {cuts[49]:.0f} ms, p95 {cuts[94]:.0f} ms, p99 {cuts[98]:.0f} ms")
