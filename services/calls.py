"""Calls: loading their files, and finding those that are in use, open, or pinned to a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from programme import calls as packaged
from programme.call import Call
from programme.notices import Broken, Problem, read_call, read_calls
from programme.tracks import Track
from programme.windows import open_now
from services.public_calendar import keep_entries
from services.window_plan import align, tell_moves
from storage import calls
from storage.audit import AuditRow
from storage.calls import CallText
from storage.work import Work

# What a version says never changes, so one process reads each only once.
_read: dict[tuple[str, str], Call] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """`new`: versions stored for the first time. `changed`: calls of which another version is now in use. `unchanged`: the rest."""

    new: tuple[Call, ...]
    changed: tuple[Call, ...]
    unchanged: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class NotLoaded:
    """Nothing was stored, because of these."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True)
class LoadCalls:
    """All files or none. `on`: today on Seoul's calendar. A call whose file is no longer among them stays in use."""

    files: Mapping[str, str]  # name → text
    on: date
    by: int | None = None  # None: the operator's command line

    async def __call__(self, work: Work) -> Loaded | NotLoaded:
        found = read_calls(self.files, self.on)
        if isinstance(found, Broken):
            return NotLoaded(found.problems)
        stored = {call.key: await self._store(work, call, file) for call, file in zip(found, sorted(self.files), strict=True)}
        return Loaded(
            new=tuple(call for call in found if stored[call.key] == "new"),
            changed=tuple(call for call in found if stored[call.key] == "changed"),
            unchanged=tuple(call for call in found if stored[call.key] == "unchanged"),
        )

    async def _store(self, work: Work, call: Call, file: str) -> str:
        text = CallText(key=call.key, version=call.version, digest=call.digest, file=file, text=self.files[file], loaded_on=self.on)
        before = await self._before(work, call)
        new = await calls.keep(work.connection, text, work.now)
        used = await calls.use(work.connection, call.key, call.version, work.now)
        if used:
            await _in_step(work, before, call)
        outcome = "new" if new else "changed" if used else "unchanged"
        if outcome != "unchanged":
            work.note(AuditRow(who=self.by, did="LoadCalls", on=f"call:{call.key}@{call.version}", outcome=outcome))
        return outcome

    async def _before(self, work: Work, call: Call) -> Call | None:
        """The version that was in use until now."""
        versions = [found for found in await calls.in_use(work.connection) if found[0] == call.key]
        return next(iter(await _calls(work, versions)), None)


async def _in_step(work: Work, before: Call | None, call: Call) -> None:
    """What is to be told of its windows, and the public calendar, follow the version in use in the same transaction."""
    await align(work, call)
    await keep_entries(work, call)
    if before is not None:
        await tell_moves(work, before, call)


@dataclass(frozen=True)
class AllCalls:
    """The version in use of every call, the newest notice first."""

    async def __call__(self, work: Work) -> tuple[Call, ...]:
        found = await _calls(work, await calls.in_use(work.connection))
        return tuple(sorted(found, key=lambda call: (call.in_force_from, call.key), reverse=True))


@dataclass(frozen=True)
class OpenCalls:
    """The calls that take applications now, those closing first at the front."""

    track: Track | None = None

    async def __call__(self, work: Work) -> tuple[Call, ...]:
        return open_now(await AllCalls()(work), work.now, self.track)


@dataclass(frozen=True)
class CallVersion:
    """One version of one call, in use or not; None when it was never loaded."""

    key: str
    version: str

    async def __call__(self, work: Work) -> Call | None:
        found = await _calls(work, [(self.key, self.version)])
        return found[0] if found else None


@dataclass(frozen=True)
class CallVersions:
    """Several versions in one read, by (key, version); those never loaded are left out."""

    wanted: tuple[tuple[str, str], ...]

    async def __call__(self, work: Work) -> dict[tuple[str, str], Call]:
        found = await _calls(work, list(dict.fromkeys(self.wanted)))
        return {(call.key, call.version): call for call in found}


def read_packaged() -> dict[str, str]:
    """The call files that come with the programme: name → text."""
    folder = files(packaged)
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".toml")}


def check_calls(texts: Mapping[str, str], on: date) -> tuple[Problem, ...]:
    """Everything that would keep these files (name → text) from being loaded; nothing is stored."""
    found = read_calls(texts, on)
    return found.problems if isinstance(found, Broken) else ()


async def _calls(work: Work, wanted: Sequence[tuple[str, str]]) -> list[Call]:
    missing = [version for version in wanted if version not in _read]
    for text in await calls.texts(work.connection, missing):
        _read[text.key, text.version] = _reread(text)
    return [_read[version] for version in wanted if version in _read]


def _reread(text: CallText) -> Call:
    call = read_call(text.text, text.file, text.loaded_on)
    if isinstance(call, Broken):
        raise ValueError(f"a stored call can no longer be read: {call.problems[0]}")  # noqa: TRY004 - not a caller's mistake
    return call
