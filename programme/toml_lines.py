"""On which line of a TOML text a value stands. The parser of the standard library does not tell.

Call files write a table header or a `key = …` at the beginning of a line; what is inside an inline table or an array has its key's line.
"""

import re

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\-\s]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w\-]+(?:\s*\.\s*[\w\-]+)*)\s*=(.*)$")
_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')
_LONG_STRING = re.compile(r'"""|\'\'\'')


class Lines:
    def __init__(self, text: str) -> None:
        self._at: dict[Path, int] = {}
        self._tables: dict[Path, int] = {}
        self._here: Path = ()
        self._depth = 0
        self._quote = ""
        for number, line in enumerate(text.splitlines(), start=1):
            self._read(line, number)

    def of(self, path: Path) -> int:
        """The line of the value, else of the nearest table around it, else 1."""
        while path:
            if path in self._at:
                return self._at[path]
            path = path[:-1]
        return 1

    def _read(self, line: str, number: int) -> None:
        if self._quote:
            self._quote = "" if self._quote in line else self._quote
        elif self._depth:
            self._depth += _opened(line)
        elif header := _HEADER.match(line):
            self._here = self._table(tuple(re.split(r"\s*\.\s*", header[2])), repeated=header[1] == "[[")
            self._at.setdefault(self._here, number)
        elif key := _KEY.match(line):
            self._at.setdefault((*self._here, *re.split(r"\s*\.\s*", key[1])), number)
            self._value(key[2])

    def _value(self, rest: str) -> None:
        quote = _LONG_STRING.search(rest)
        if quote and rest.count(quote[0]) % 2:
            self._quote = quote[0]
        else:
            self._depth = _opened(rest)

    def _table(self, names: tuple[str, ...], *, repeated: bool) -> Path:
        path: Path = ()
        for name in names[:-1]:
            path = self._inside((*path, name))
        path = (*path, names[-1])
        if not repeated:
            return path
        self._tables[path] = self._tables.get(path, -1) + 1
        return (*path, self._tables[path])

    def _inside(self, path: Path) -> Path:
        return (*path, self._tables[path]) if path in self._tables else path


def _opened(text: str) -> int:
    bare = _STRING.sub("", text).partition("#")[0]
    return sum(bare.count(c) for c in "[{") - sum(bare.count(c) for c in "]}")
