"""`python -m playground`, as a person starts it."""

import asyncio
import json
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import psutil  # type: ignore[import-untyped]
import pytest

from playground.emulator import Emulator
from playground.neighbours import coordinators, move_in
from playground.troupe import BotDied, Troupe, environment


@asynccontextmanager
async def started(*words: str) -> AsyncIterator[asyncio.subprocess.Process]:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "playground", "--no-open", *words, stdout=pipe, stderr=pipe)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def address(process: asyncio.subprocess.Process) -> str:
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 20)).decode()
    assert line.startswith("The playground is open: http://127.0.0.1:")
    return line.split()[4]


async def test_a_second_start_finds_what_was_said_in_the_first(tmp_path: Path):
    words = ("--no-bot", "--port", "0", "--data", str(tmp_path))
    async with started(*words) as first, aiohttp.ClientSession() as session:
        url = await address(first)
        async with session.get(f"{url}/playground/state") as answer:
            people = (await answer.json())["people"]
        assert len(people) == 8
        async with session.post(f"{url}/playground/do/start", json={"person_id": people[0]["id"]}) as answer:
            assert (await answer.json())["ok"]
        first.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(first.wait(), 10) == 0
    async with started(*words) as second, aiohttp.ClientSession() as session:
        async with session.get(f"{await address(second)}/playground/state") as answer:
            messages = (await answer.json())["messages"]
        assert [message["text"] for message in messages[str(people[0]["id"])]] == ["/start"]
        second.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(second.wait(), 10) == 0


@pytest.mark.parametrize(("words", "refused"), [((), True), (("--no-limits",), False)])
async def test_the_sending_limits_are_kept_unless_they_are_not_wanted(tmp_path: Path, words: tuple[str, ...], refused: bool):
    async with started("--no-bot", "--port", "0", "--data", str(tmp_path), *words) as process, aiohttp.ClientSession() as session:
        url = await address(process)
        async with session.get(f"{url}/playground/state") as answer:
            kim = (await answer.json())["people"][0]["id"]
        async with session.post(f"{url}/playground/do/start", json={"person_id": kim}) as answer:
            assert (await answer.json())["ok"]
        statuses = []
        for number in range(12):
            async with session.post(f"{url}/bot100000000:emulator/sendMessage", json={"chat_id": kim, "text": f"{number}"}) as answer:
                statuses.append(answer.status)
        assert statuses[0] == 200
        assert (429 in statuses) is refused


async def test_the_demo_runs_the_real_bot_and_takes_it_along_when_it_ends(tmp_path: Path):
    async with started("--port", "0", "--data", str(tmp_path)) as process, aiohttp.ClientSession() as session:
        url = await address(process)
        async with session.ws_connect(f"{url}/playground/events") as page:
            kim = json.loads(await page.receive_str(timeout=10))["people"][0]["id"]
            async with session.post(f"{url}/playground/do/start", json={"person_id": kim}) as answer:
                assert (await answer.json())["ok"]
            assert await answered(page, kim)
        family = psutil.Process(process.pid).children(recursive=True)
        assert [child for child in family if "bot" in child.cmdline()]
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 20) == 0
        assert not [child for child in family if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]


async def answered(page: aiohttp.ClientWebSocketResponse, person_id: int) -> bool:
    """Whether the bot writes to this person within a minute."""
    async with asyncio.timeout(60):
        while True:
            told = json.loads(await page.receive_str())
            if told["event"] == "message" and told["chat_id"] == person_id and told["message"]["from"]["is_bot"]:
                return True


async def test_a_port_in_use_is_told_in_one_sentence(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        async with started("--no-bot", "--port", str(taken.getsockname()[1]), "--data", str(tmp_path)) as process:
            _, said = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 2
    assert len(said.decode().strip().splitlines()) == 1
    assert "cannot be used" in said.decode()


async def test_a_town_of_another_version_is_told_in_one_sentence(tmp_path: Path):
    (tmp_path / "town.json").write_text(json.dumps({"form": 99}))
    async with started("--no-bot", "--port", "0", "--data", str(tmp_path)) as process:
        _, said = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 2
    assert "make demo-reset" in said.decode()
    assert "Traceback" not in said.decode()


async def test_a_bot_that_dies_is_told_with_its_last_lines(tmp_path: Path):
    env = environment(token="1:a", url="http://127.0.0.1:9", data=tmp_path, admins=[1], outer={"PATH": "/usr/bin"})
    env["GOLMOK_DATABASE_URL"] = "nonsense://"
    with pytest.raises(BotDied) as died:
        await asyncio.wait_for(Troupe(env).perform(), 30)
    assert "The bot ended by itself (migrate, exit code" in str(died.value)
    assert len(str(died.value).splitlines()) > 1


def test_the_bot_is_told_where_the_playground_is_and_keeps_the_users_own_database(tmp_path: Path):
    told = environment(
        token="1:a",
        url="http://127.0.0.1:9",
        data=tmp_path,
        admins=[7, 8],
        outer={"GOLMOK_DATABASE_URL": "postgresql+psycopg://x", "GOLMOK_BOT_TOKEN": "real"},
    )
    assert told["GOLMOK_DATABASE_URL"] == "postgresql+psycopg://x"
    assert (told["GOLMOK_BOT_TOKEN"], told["GOLMOK_ADMIN_IDS"]) == ("1:a", "7,8")
    alone = environment(token="1:a", url="http://127.0.0.1:9", data=tmp_path, admins=[], outer={})
    assert alone["GOLMOK_DATABASE_URL"] == f"sqlite+aiosqlite:///{tmp_path}/golmok.db"


def test_a_database_server_gets_a_key_that_stays_the_same(tmp_path: Path):
    def told(**outer: str) -> dict[str, str]:
        return environment(token="1:a", url="http://127.0.0.1:9", data=tmp_path / "demo", admins=[], outer=outer)

    assert "GOLMOK_SECRET_KEY" not in told()
    server = "postgresql+psycopg://localhost/golmok"
    key = told(GOLMOK_DATABASE_URL=server)["GOLMOK_SECRET_KEY"]
    assert len(key) >= 32
    assert told(GOLMOK_DATABASE_URL=server)["GOLMOK_SECRET_KEY"] == key
    assert told(GOLMOK_DATABASE_URL=server, GOLMOK_SECRET_KEY="mine")["GOLMOK_SECRET_KEY"] == "mine"


def test_the_demo_town_has_an_office_forum_and_a_street_without_the_bot():
    town = Emulator()
    move_in(town)
    office, street = (chat for chat in town.chats.values() if chat.title)
    assert (office.is_forum, office.with_bot, "can_manage_topics" in (office.bot_rights or ())) == (True, True, True)
    assert [town.accounts[person].first_name for person in office.people] == ["정담당"]
    assert (street.with_bot, len(street.people)) == (False, 5)
    assert [town.accounts[person].first_name for person in coordinators(town) if person] == ["정담당"]
