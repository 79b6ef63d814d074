"""Nothing a person reads is written outside the catalogues and the programme's own files."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "services", "storage")
HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
LETTERS = re.compile(r"[^\W\d_]{2,}")
# What makes words, what reads typed text (nobody is shown a pattern), and what measures a sample of letters.
SPOKEN_BY = {"t", "tn", "told"}
READS = {"compile", "match", "fullmatch", "search", "sub", "split", "getmask"}
SHOWN = {"label", "words", "notice", "asks_label", "shared_words", "why", "hint", "yes", "no"}
SHOWING = {"Button", "Screen", "button", "lines", "joined"}
# The machinery of the Korean language itself, and what reads typed Korean.
# The doctor tries whether Hangul can be drawn; the gateway reads what the tax office writes.
# The last one plays people of the demo, who speak for themselves.
LANGUAGE_ROOMS = {
    "bot/words/particles.py",
    "bot/words/formats.py",
    "bot/doctor.py",
    "services/gateways/tax_office.py",
    "bot/demo_advisers.py",
}


def sources() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name
        case _:
            return ""


def docstrings(tree: ast.Module) -> set[ast.AST]:
    """Strings that stand alone as a statement: docstrings and the like."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}


def inside_calls(tree: ast.Module, names: set[str]) -> set[ast.AST]:
    return {inner for node in ast.walk(tree) if called(node) in names for inner in ast.walk(node)}


def hangul_literals(tree: ast.Module) -> list[str]:
    excused = docstrings(tree) | inside_calls(tree, SPOKEN_BY | READS)
    return [text for node, text in literals(tree) if node not in excused and HANGUL.search(text)]


def literals(tree: ast.AST) -> list[tuple[ast.AST, str]]:
    return [(node, node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def bare_labels(tree: ast.Module) -> list[str]:
    """Strings handed straight to a screen, a button or a list of words."""
    return [text for node in ast.walk(tree) if called(node) in SHOWING for shown in _shown(node) for text in _as_text(shown)]


def _shown(call: ast.AST) -> list[ast.expr]:
    assert isinstance(call, ast.Call)
    keywords = [keyword.value for keyword in call.keywords if keyword.arg in SHOWN]
    first = call.args if called(call) == "lines" else call.args[:1]
    return [*first, *keywords]


def _as_text(node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.JoinedStr() | ast.BinOp(op=ast.Add() | ast.Mod(), left=ast.Constant(value=str())):
            return [ast.unparse(node)]
        case _:
            return []


def untranslated_verbatim(tree: ast.Module) -> list[str]:
    """`verbatim("Back")`: a word that would stay English in Korea. Signs and one-letter marks are fine."""
    found = []
    for node in ast.walk(tree):
        if called(node) == "verbatim" and isinstance(node, ast.Call) and node.args:
            first = node.args[0]
            parts = first.values if isinstance(first, ast.JoinedStr) else [first]
            found += [p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str) and LETTERS.search(p.value)]
    return found


def unreadable_phrases(tree: ast.Module) -> list[str]:
    """`t(variable)`: the extraction would never find the phrase."""
    phrases = [
        (node, node.args[: 2 if called(node) == "tn" else 1])
        for node in ast.walk(tree)
        if called(node) in {"t", "tn"} and isinstance(node, ast.Call)
    ]
    return [ast.unparse(node) for node, texts in phrases if not texts or not all(_is_literal(text) for text in texts)]


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("rule", [hangul_literals, bare_labels, untranslated_verbatim])
def test_no_literal_speaks_past_the_catalogues(rule):
    found = {name: texts for name, tree in sources() if name not in LANGUAGE_ROOMS and (texts := rule(tree))}
    assert found == {}


def test_every_phrase_can_be_extracted():
    found = {name: texts for name, tree in sources() if not name.startswith("bot/words/") and (texts := unreadable_phrases(tree))}
    assert found == {}


def test_these_rules_can_be_broken():
    tree = ast.parse(
        '''
"""골목: a docstring is for readers of the code."""
PATTERN = re.compile("원$")
button("Back", tap)
Button(label=f"{n} shops", tap=tap)
Screen(words=t("Type 5천만."), notice="saved")
lines(t("Yes"), "No")
verbatim("Cancel"); verbatim(f"{n} left"); verbatim("✓ "); verbatim(name)
greeting = "안녕하세요"
t(greeting); tn("one", many, 3); t("Yes")
'''
    )
    assert hangul_literals(tree) == ["안녕하세요"]
    assert bare_labels(tree) == ["Back", "f'{n} shops'", "saved", "No"]
    assert untranslated_verbatim(tree) == ["Cancel", " left"]
    assert unreadable_phrases(tree) == ["t(greeting)", "tn('one', many, 3)"]
