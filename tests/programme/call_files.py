"""A complete call file to spoil, line by line."""

from datetime import date
from importlib.resources import files

from programme import calls
from programme.call import Call
from programme.notices import Broken, Problem, read_call

TODAY = date(2026, 11, 22)

GOOD = """\
[call]
key = "collaboration-2027"
track = "collaboration"
year = 2027
status = "real"
title = { ko = "2027년 협업화", en = "Collaboration 2027" }
source = "notice"
noticed_on = { value = 2027-02-01, source = "notice" }

[sources.notice]
mark = "S"
ko = "서울시 공고"
en = "The city's notice"
dated = 2027-02-01
url = "https://www.seoul.go.kr/notice"

[money]
rate = { value = { num = 9, den = 10 }, source = "notice" }
cap = { value = 100_000_000, source = "notice" }
unit = { value = 1_000, source = "notice" }
vat = { value = "outside", source = "notice" }
in_kind = { value = false, source = "notice" }

[members]
fewest = { value = 3, source = "notice" }
most = { value = 10, source = "notice" }
same_trade = { value = false, source = "notice" }

[[rules]]
rule = "seoul"
source = "notice"

[[fields]]
field = "joint_brand"
examples = { ko = "포장디자인", en = "Packaging design" }
source = "notice"

[[criteria]]
code = "need"
title = { ko = "필요성", en = "Need" }
weight = 40
source = "notice"

[[criteria]]
code = "plan"
title = { ko = "계획", en = "Plan" }
weight = 60
source = "notice"

[[rounds]]
number = 1
opens = 2027-03-02T09:00:00
closes = 2027-03-31T18:00:00
source = "notice"

[[rounds]]
number = 2
opens = 2027-08-02T09:00:00
closes = 2027-08-31T18:00:00
source = "notice"

[[contacts]]
role = "programme"
unit = { ko = "담당관", en = "Division" }
phone = "02-2133-5480"
source = "notice"
"""


def read(text: str = GOOD, on: date = TODAY) -> Call:
    call = read_call(text, "call.toml", on)
    assert isinstance(call, Call), call
    return call


def spoilt(*changes: tuple[str, str]) -> list[Problem]:
    """The problems after these replacements, each of which must find its text."""
    text = GOOD
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    broken = read_call(text, "call.toml", TODAY)
    assert isinstance(broken, Broken), "nothing was found wrong"
    return list(broken.problems)


def line_of(words: str) -> int:
    return next(number for number, line in enumerate(GOOD.splitlines(), start=1) if words in line)


def packaged(name: str, on: date = TODAY) -> Call:
    return read((files(calls) / f"{name}.toml").read_text(encoding="utf-8"), on)


PACKAGED = sorted(file.name.removesuffix(".toml") for file in files(calls).iterdir() if file.name.endswith(".toml"))
