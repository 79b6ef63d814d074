"""Golmok itself, as it runs in production but for Telegram's limits, which the fake server does not have either.

`python -m benchmarks.golmok ROOT [--rate PER_SECOND] DATABASE_URL [--count] [--profile sampled|tottime|cumulative:60]`. Ends at SIGTERM and
then prints what it saw of itself as one line of JSON.
"""

import argparse
import asyncio
import logging
import signal
import sys
from collections import Counter
from contextlib import nullcontext

import orjson
import structlog
import uvloop

import bot.house  # noqa: F401 - opens every door of the house
from benchmarks.credentials import SEAL, TOKEN
from benchmarks.watching import Stalls, counted_statements, taken_profile
from bot.reception import receive
from bot.screens.letters import describe
from bot.settings import Settings
from bot.wire.application import Golmok
from services.calls import LoadCalls, read_packaged
from services.clock import SystemClock
from services.office import Office
from storage.engine import Store
from storage.seals import Seal
from storage.work import House


async def main(root: str, url: str, *, rate: int, count: bool, profile: str) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    clock = SystemClock()
    settings = Settings(bot_token=TOKEN, bot_api_url=root, database_url=url, sends_per_second=rate, _env_file=None)
    stalls, statements = Stalls(), Counter[str]()
    async with await Store.open(url, seal=Seal(SEAL)) as store:
        office = Office(store, clock, house=House(quiet_nights=False))
        await office.do(LoadCalls(files=read_packaged(), on=clock.now().date()))
        golmok = Golmok(settings, office, clock, receive=receive, describe=describe)
        with counted_statements(statements) if count else nullcontext(), stalls, taken_profile(profile) as profiled:
            async with golmok:
                await golmok.serve(stop)
    sys.stdout.write(orjson.dumps({"stalls": stalls.seen, "statements": statements, "profile": "".join(profiled)}).decode() + "\n")


def asked() -> argparse.Namespace:
    words = argparse.ArgumentParser()
    words.add_argument("root")
    words.add_argument("url")
    words.add_argument("--rate", type=int, default=0)
    words.add_argument("--count", action="store_true")
    words.add_argument("--profile", default="")
    return words.parse_args()


if __name__ == "__main__":
    uvloop.run(main(**vars(asked())))
