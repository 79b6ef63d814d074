"""Whatever the audit notes is said in words: every deed's name, how each ended, and on what it was done.

The names come from the source, so that a new deed is met here without being named.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

import bot.house  # noqa: F401 - opens every door of the house, and imports all services
import services
from bot.screens.audit_cases import KINDS
from bot.screens.audit_outcomes import OUTCOMES, outcome_words
from bot.screens.audit_words import DEEDS
from bot.words import SHIPPED
from storage.shops import Check

ROOT = Path(services.__file__).parent
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def trees() -> dict[str, ast.Module]:
    return {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.py"))}


def _functions(node: ast.AST) -> Iterator[Function]:
    yield from (found for found in ast.walk(node) if isinstance(found, Function))


def _names(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    yield from (found for found in ast.walk(node) if isinstance(found, ast.Call))


def _of_own_class(node: ast.AST) -> bool:
    """`type(deed).__name__`: the name is that of the class whose deed it is."""
    return any(isinstance(one, ast.Attribute) and one.attr == "__name__" for one in ast.walk(node))


def _passed_on(node: ast.AST, argument: str, code: str) -> Iterator[tuple[Function, int]]:
    """Functions that hand what they are given as `argument` to a row of the audit, and where among their arguments it stands."""
    for function in _functions(node):
        names = [one.arg for one in (*function.args.args, *function.args.kwonlyargs)]
        if argument in names and code in ast.unparse(function):
            yield function, names.index(argument)


@cache
def deeds() -> dict[str, str]:
    """Every name a row can bear, with the module that writes it."""
    found: dict[str, str] = {}
    passing = {(module, function.name): at for module, tree in trees().items() for function, at in _passed_on(tree, "did", "did=did")}
    for module, tree in trees().items():
        for call in _calls(tree):
            for keyword in call.keywords:
                if keyword.arg == "did" and isinstance(keyword.value, ast.Constant):
                    found.setdefault(str(keyword.value.value), module)
            at = next((place for (_, name), place in passing.items() if name == _names(call)), None)
            if at is not None and len(call.args) > at - _is_method(call) and isinstance(call.args[at - _is_method(call)], ast.Constant):
                found.setdefault(str(call.args[at - _is_method(call)].value), module)  # type: ignore[attr-defined]
        for name in _named_by_class(tree):
            found.setdefault(name, module)
    return found


def _is_method(call: ast.Call) -> int:
    return int(isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "self")


def _names_the_class(call: ast.Call) -> bool:
    given = [keyword.value for keyword in call.keywords if keyword.arg == "did"]
    return any(map(_of_own_class, [*given, *(call.args[:3] if _names(call) in {"note", "_note"} else [])]))


def _named_by_class(tree: ast.Module) -> Iterator[str]:
    """Deeds that a shared function names after their class."""
    shared = {function.name for function in tree.body if isinstance(function, Function) and any(map(_names_the_class, _calls(function)))}
    for one in tree.body:
        if isinstance(one, ast.ClassDef) and any(_names(call) in shared for call in _calls(one)):
            yield one.name


def kinds_of_deeds() -> dict[str, type[Any]]:
    modules = {module: __import__(f"services.{module}", fromlist=["_"]) for module in set(deeds().values())}
    return {name: kind for name, module in deeds().items() if (kind := getattr(modules[module], name, None)) is not None}


def outcomes(hint: Any) -> Iterator[str]:
    if get_origin(hint) in {UnionType, Union}:
        for one in get_args(hint):
            yield from outcomes(one)
    elif isinstance(hint, type) and hint.__module__.startswith("services."):
        yield hint.__name__


def said_outcomes() -> Iterator[tuple[str, str]]:
    """As written out in the source."""
    for module, tree in trees().items():
        for call in _calls(tree):
            if _names(call) == "AuditRow":
                for keyword in call.keywords:
                    if keyword.arg == "outcome":
                        written = [one.value for one in ast.walk(keyword.value) if isinstance(one, ast.Constant)]
                        yield from ((module, str(value)) for value in written if value)
        for function in (one for one in ast.walk(tree) if isinstance(one, Function)):
            yield from ((module, value) for value in _kept_in_a_name(function))


def _kept_in_a_name(function: Function) -> Iterator[str]:
    """`outcome = "new" if new else "changed"`, and the row is given `outcome`."""
    rows = [keyword for call in _calls(function) if _names(call) == "AuditRow" for keyword in call.keywords if keyword.arg == "outcome"]
    names = {keyword.value.id for keyword in rows if isinstance(keyword.value, ast.Name)}
    for one in ast.walk(function):
        if isinstance(one, ast.Assign) and any(isinstance(target, ast.Name) and target.id in names for target in one.targets):
            branches = [one.value] if isinstance(one.value, ast.Constant) else _branches(one.value)
            yield from (str(branch.value) for branch in branches if isinstance(branch, ast.Constant))


def _branches(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.IfExp):
        for branch in (node.body, node.orelse):
            yield branch
            yield from _branches(branch)


def subjects() -> Iterator[str]:
    """`kind` of each "kind:id" the source writes beside a row."""
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "on" and isinstance(node.value, ast.JoinedStr):
                first = node.value.values[0]
                if isinstance(first, ast.Constant) and ":" in str(first.value):
                    yield str(first.value).split(":")[0]


def test_the_source_is_read_as_it_stands():
    """The negative control: deeds of every manner of writing their row are met."""
    assert {"AnswerQuestion", "CancelSession", "RevokeRole", "CheckIn", "BeginSending", "TurnMorning", "RegisterShop"} <= deeds().keys()
    assert len(deeds()) > 150
    assert {"event", "shop", "inquiry"} <= set(subjects())


def test_every_deed_has_words():
    assert sorted(deeds().keys() - DEEDS.keys()) == []


def test_every_way_a_deed_ends_has_words():
    hinted = {
        (name, outcome) for name, kind in kinds_of_deeds().items() for outcome in outcomes(get_type_hints(kind.__call__).get("return"))
    }
    assert sorted({f"{name}: {outcome}" for name, outcome in {*hinted, *said_outcomes()} if outcome not in OUTCOMES}) == []


def test_an_outcome_that_was_kept_in_a_name_first_is_met_too():
    assert {"Tested", "Freed", "new", "changed"} <= {outcome for _, outcome in said_outcomes()}


@pytest.mark.parametrize("state", Check)
def test_what_the_tax_office_said_has_words(state):
    assert "does not know" not in outcome_words("CheckShop", state.value).in_("en")


def test_whatever_a_deed_is_done_to_has_words():
    assert sorted(set(subjects()) - KINDS.keys()) == []


@pytest.mark.parametrize("language", SHIPPED)
def test_no_deed_is_called_by_its_code(language):
    said = {name: words.in_(language) for name, words in DEEDS.items()}
    assert [name for name, words in said.items() if not words or name in words] == []
