"""Reading a call file (공고), strictly: every slip at once, each with its line and what to do about it.

A file is one TOML text. Times in it are Seoul's. A demo call may count its days from the day on which it is loaded, so its version
depends on that day too.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from programme.call import Call
from programme.call_checks import slips
from programme.call_form import SET_BY_THE_CALL, CallForm, Raw
from programme.call_making import made
from programme.toml_lines import Lines, Path

VERSION_LENGTH = 12
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_UNIONS = re.compile(r"^(function-after|literal|constrained|[A-Z]\w*$|int$|bool$|date$|datetime$|time$|str$)")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    file: str
    line: int
    what: str
    advice: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}. To mend it: {self.advice}."


@dataclass(frozen=True, slots=True)
class Broken:
    """A call file that cannot be used, with everything that is wrong with it, by line."""

    problems: tuple[Problem, ...]


def read_call(text: str, file: str, on: date) -> Call | Broken:
    """`on`: the day of loading, on Seoul's calendar. `file` is the name shown in problems."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Broken((_not_toml(error, file, text),))
    form, problems = None, set(_disagreements(raw, Lines(text), file, on))
    try:
        form = CallForm.model_validate(raw)
    except ValidationError as error:
        problems.update(_shape(error, raw, Lines(text), file))
    if form is None or problems:
        return Broken(tuple(sorted(problems)))
    digest = digest_of(text, on)
    return made(form, on=on, digest=digest, version=digest[:VERSION_LENGTH])


def read_calls(files: Mapping[str, str], on: date) -> tuple[Call, ...] | Broken:
    """All the files (name → text) of one loading; no two may have the same key."""
    read = {file: read_call(text, file, on) for file, text in sorted(files.items())}
    calls = {file: call for file, call in read.items() if isinstance(call, Call)}
    problems = [p for broken in read.values() if isinstance(broken, Broken) for p in broken.problems]
    problems += _same_keys(calls, files)
    return Broken(tuple(sorted(problems))) if problems else tuple(calls.values())


def _same_keys(calls: Mapping[str, Call], files: Mapping[str, str]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file, call in calls.items():
        other = first.setdefault(call.key, file)
        if other != file:
            line = Lines(files[file]).of(("call", "key"))
            yield Problem(file, line, f"the key {call.key!r} is also that of {other}", "give each call a key of its own")


def digest_of(text: str, on: date) -> str:
    """What makes a version: the text, and for a file that counts from loading also the day."""
    counted = f"{text}\n{on.isoformat()}" if "from_loading" in text else text
    return sha256(counted.encode()).hexdigest()


def _not_toml(error: tomllib.TOMLDecodeError, file: str, text: str) -> Problem:
    line = _AT_LINE.search(str(error))
    what = _AT_LINE.sub("", str(error)).strip()
    last = text.count("\n") + 1
    return Problem(file, int(line[1]) if line else last, f"this is not TOML: {what}", "correct the spelling of this line or the one before")


def _disagreements(raw: Raw, lines: Lines, file: str, on: date) -> Iterator[Problem]:
    for path, what, advice in slips(raw, on):
        yield Problem(file, lines.of(path), what, advice)


def _shape(error: ValidationError, raw: Raw, lines: Lines, file: str) -> Iterator[Problem]:
    for slip in error.errors(include_url=False):
        path = _in_file(slip["loc"], raw)
        yield Problem(file, lines.of(path), *_told(slip, path))


def _in_file(loc: Path, raw: Raw) -> Path:
    """Without the names that pydantic puts between for the members of a union."""
    path: list[str | int] = []
    value: Any = raw
    for step in loc:
        known = isinstance(value, list) or (isinstance(value, dict) and step in value)
        if not known and isinstance(step, str) and _UNIONS.match(step):
            continue
        path.append(step)
        value = value[step] if known else None
    return tuple(path)


def _told(slip: Any, path: Path) -> tuple[str, str]:
    where = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    match slip["type"]:
        case "missing" if path[-1] == "source":
            return f"{where} is missing: every value says where it comes from", 'add source = "…", the name of a [sources.…] table'
        case "missing":
            return f"{where} is missing", "add it; the other call files show how"
        case "extra_forbidden":
            return f"unknown key {where}", _meant(str(path[-1]))
        case "enum" | "literal_error":
            return f"{where} cannot be {slip['input']!r}", f"write {slip['ctx']['expected']}"
        case "string_pattern_mismatch":
            return f"{where} is {slip['input']!r}", f"write it in the form {slip['ctx']['pattern']}"
        case _:
            reason = slip["msg"].removeprefix("Value error, ")
            return f"{where} is {slip['input']!r}", f"{reason[0].lower()}{reason[1:]}{_or_unset(path)}"


def _meant(key: str) -> str:
    near = get_close_matches(key, _known_keys(CallForm.model_json_schema()), n=1)
    return f"did you mean {near[0]!r}? Otherwise remove it" if near else "remove it"


def _known_keys(schema: dict[str, Any]) -> set[str]:
    tables = (schema, *schema["$defs"].values())
    return {key for table in tables for key in table.get("properties", ())}


def _or_unset(path: Path) -> str:
    may_be_unset = {("money", "rate"), ("money", "cap"), ("members", "fewest"), ("members", "most"), ("call", "noticed_on")}
    return f", or write {SET_BY_THE_CALL!r}" if path[:2] in may_be_unset else ""
