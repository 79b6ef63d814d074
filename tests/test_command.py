"""The `golmok` command, as an operator uses it."""

import logging
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from click.testing import CliRunner, Result

from bot.__main__ import main

TOKEN = "100000000:emulator"


@pytest.fixture
def golmok(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOLMOK_DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'golmok.db'}")
    monkeypatch.setenv("GOLMOK_BOT_API_URL", "http://127.0.0.1:9")

    def run(*words: str, **env: str) -> Result:
        return CliRunner().invoke(main, words, env=env)

    return run


COMMANDS = "|run|migrate|doctor|invariants|calls|calls check|calls load|calls show|dead|dead list|dead replay|backup"


@pytest.fixture(autouse=True)
def own_logs() -> Iterator[None]:
    """`run` takes over the root logger; the test gives it back."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.parametrize("words", COMMANDS.split("|"))
def test_every_command_explains_itself(golmok, words: str) -> None:
    result = golmok(*words.split(), "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


@pytest.mark.parametrize(
    ("env", "told"),
    [
        ({}, "GOLMOK_BOT_TOKEN is not set"),
        ({"GOLMOK_BOT_TOKEN": "abc"}, "GOLMOK_BOT_TOKEN is wrong"),
        ({"GOLMOK_DATABASE_URL": "oracle://x"}, "GOLMOK_DATABASE_URL is wrong"),
        ({"GOLMOK_METRICS_PORT": "many"}, "GOLMOK_METRICS_PORT is wrong"),
        ({"GOLMOK_BOT_TOKEN": TOKEN}, "golmok migrate"),
    ],
)
def test_a_start_that_cannot_succeed_ends_with_one_sentence(golmok, env: dict[str, str], told: str) -> None:
    result = golmok("run", **env)
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.output


def test_a_database_that_cannot_be_reached_ends_with_one_sentence(golmok) -> None:
    result = golmok("migrate", GOLMOK_DATABASE_URL="postgresql+psycopg://nobody:secret@127.0.0.1:9/none")
    assert result.exit_code == 2
    assert "secret" not in result.output
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("words", ["calls load", "calls show", "dead list", "dead replay", "backup copy.db"])
def test_a_database_without_tables_ends_with_one_sentence(golmok, words: str) -> None:
    result = golmok(*words.split())
    assert result.exit_code == 2
    assert "golmok migrate" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("words", ["run", "migrate", "calls show"])
def test_a_file_that_is_no_database_ends_with_one_sentence(golmok, tmp_path: Path, words: str) -> None:
    (tmp_path / "golmok.db").write_text("no database, but long enough to be read as one" * 50)
    result = golmok(*words.split(), GOLMOK_BOT_TOKEN=TOKEN)
    assert result.exit_code == 2
    assert "not an SQLite database" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_the_first_coordinators_are_written_as_the_readme_says(golmok) -> None:
    result = golmok("run", GOLMOK_ADMIN_IDS="12, 13")
    assert "GOLMOK_BOT_TOKEN is not set" in result.stderr


def test_a_taken_port_ends_with_one_sentence(golmok) -> None:
    golmok("migrate")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = golmok("run", GOLMOK_BOT_TOKEN=TOKEN, GOLMOK_METRICS_PORT=str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert "GOLMOK_METRICS_PORT" in result.stderr.strip().splitlines()[-1]
    assert "Traceback" not in result.output


def test_calls_are_checked_loaded_and_shown(golmok) -> None:
    assert golmok("migrate").exit_code == 0
    assert golmok("calls", "check").exit_code == 0
    assert "new" in golmok("calls", "load").output
    assert "unchanged" in golmok("calls", "load").output
    assert "collaboration-2016" in golmok("calls", "show").output
    assert "100,000,000 KRW" in golmok("calls", "show", "collaboration-2016").output
    assert golmok("calls", "show", "nothing").exit_code == 2


def test_a_broken_call_file_is_told_with_file_and_line(golmok, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('key = "x"\nnonsense = 1\n')
    golmok("migrate")
    checked = golmok("calls", "check", str(broken))
    assert checked.exit_code == 2
    assert f"{broken}:2:" in checked.output
    assert golmok("calls", "load", str(broken)).exit_code == 2


def test_doctor_says_what_is_missing_and_how_to_mend_it(golmok) -> None:
    ill = golmok("doctor")
    assert ill.exit_code == 1
    assert "✗ token: none" in ill.output
    assert "golmok migrate" in ill.output
    golmok("migrate")
    assert "✓ migrations" in golmok("doctor").output
    well = golmok("doctor").output
    assert "✓ fonts" in well
    assert "✓ files" in well


def test_a_backup_is_whole_and_overwrites_nothing(golmok, tmp_path: Path) -> None:
    golmok("migrate")
    golmok("calls", "load")
    copy = tmp_path / "copy.db"
    assert golmok("backup", str(copy)).exit_code == 0
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert golmok("backup", str(copy)).exit_code == 2


def test_nothing_is_dead_in_a_new_house(golmok) -> None:
    golmok("migrate")
    assert "Nothing was put aside" in golmok("dead", "list").output
    assert golmok("dead", "replay").output.startswith("0 ")


def test_made_up_calls_are_loaded_only_where_they_are_asked_for(golmok) -> None:
    golmok("migrate")
    assert "demo" not in golmok("calls", "load").stdout
    assert "collaboration-demo" in golmok("calls", "load", "--demo").stdout
