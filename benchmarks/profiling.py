"""Where the time of one full step goes: a profile of Golmok's loop while a crowd walks through the pre-check."""

import click

from benchmarks.databases import databases
from benchmarks.figures import GOLMOK, NAMES
from benchmarks.trials import fake_server, last_words, running


@click.command()
@click.option("--database", type=click.Choice(list(NAMES)), default="sqlite")
@click.option("--people", default=200, help="1 shows a lone step, more show what a batch saves.")
@click.option("--lines", default=60, help="How many functions are shown.")
@click.option("--by", type=click.Choice(["sampled", "tottime", "cumulative"]), default="sampled", help="The last two are cProfile's.")
def profile(database: str, people: int, lines: int, by: str) -> None:
    """Profile full steps of a story. cProfile makes Python calls about twice as slow, sampling does not."""
    with databases() as stores, fake_server() as server:
        server.tell("begin", people=people, taps=True)
        with running(server, GOLMOK[database], stores.fresh(database), "--profile", f"{by}:{lines}") as run:
            server.tell("wake")
            seen = server.tell("steps", count=2000 if people > 1 else 300, seconds=30)
            server.tell("end")
        click.echo(f"{len(seen['reactions'])} steps, {seen['seconds'] * 1000 / max(len(seen['reactions']), 1):.2f} ms each")
        click.echo(last_words(run)["profile"])
