"""The house rules of the catalogues: every phrase, in every language, with the same facts."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.words import DEFAULT, SHIPPED, t
from bot.words.markup import without_tags
from bot.words.templates import PhraseError, template

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "locales"
KEYWORDS = {"t": None, "tn": (1, 2)}
TAG = re.compile(r"<(/?)([a-z-]+)([^<>]*)>")
WIDEST_BUTTON = 16  # Hangul
# https://core.telegram.org/bots/api#html-style
TELEGRAM_TAGS = {"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler", "tg-emoji"}


def ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def wordings(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, tuple | list) else (message.string or "",)


def needs_wording(phrase: str) -> bool:
    """Not a phrase of slots and signs only, such as `• {name}: {answer}`."""
    return any(char.isalpha() for piece in template(phrase).plain if isinstance(piece, str) for char in piece)


@cache
def spoken() -> frozenset[str | tuple[str, ...]]:
    """What the code says today."""
    return frozenset(message for _, _, message, _, _ in extract_from_dir(ROOT / "bot", keywords=KEYWORDS, comment_tags=()))


@cache
def read(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def phrases(language: str | None = None) -> list[Message]:
    path = LOCALES / language / "LC_MESSAGES" / "messages.po" if language else LOCALES / "messages.pot"
    return [message for message in read(path, language) if message.id]


def missing_wordings(messages: list[Message]) -> list[str]:
    return [ids(m)[0] for m in messages if any(needs_wording(i) for i in ids(m)) and not all(wordings(m))]


def mismatched_facts(messages: list[Message]) -> list[str]:
    def names(texts: tuple[str, ...]) -> frozenset[str]:
        return frozenset().union(*(template(text).names for text in texts))

    return [ids(m)[0] for m in messages if all(wordings(m)) and names(ids(m)) != names(wordings(m))]


def markup_faults(text: str) -> list[str]:
    """Tags Telegram does not know, tags left open, and signs that should be written as entities."""
    open_tags: list[str] = []
    faults = [f"bare sign in {text!r}"] if re.search(r"[<>]|&(?!(amp|lt|gt|quot|#\d+);)", without_tags(text)) else []
    for closing, name, _attributes in TAG.findall(text):
        if name not in TELEGRAM_TAGS:
            faults.append(f"<{name}> in {text!r}")
        elif not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            faults.append(f"</{name}> in {text!r}")
    return faults + [f"<{name}> left open in {text!r}" for name in open_tags]


def tags(text: str) -> Counter[tuple[str, str]]:
    return Counter((closing, name) for closing, name, _ in TAG.findall(text))


def test_the_template_is_in_step_with_the_code():
    written = {message.id for message in phrases()}
    assert written == spoken(), "run `make words`"


@pytest.mark.parametrize("language", SHIPPED)
def test_a_catalogue_holds_exactly_the_phrases_of_the_code(language):
    assert {message.id for message in phrases(language)} == spoken(), "run `make words`"
    path = LOCALES / language / "LC_MESSAGES" / "messages.po"
    assert not read(path, language).obsolete
    assert "#~" not in path.read_text()


@pytest.mark.parametrize("language", SHIPPED)
def test_nothing_is_fuzzy_and_every_plural_is_complete(language):
    catalogue = read(LOCALES / language / "LC_MESSAGES" / "messages.po", language)
    assert not [message.id for message in catalogue if message.fuzzy and message.id]
    assert catalogue.num_plurals == {"ko": 1, "en": 2}[language]
    assert not [m.id for m in phrases(language) if m.pluralizable and len(wordings(m)) != catalogue.num_plurals]
    assert not list(catalogue.check())


def test_everything_can_be_said_in_korean():
    assert missing_wordings(phrases(DEFAULT)) == []


def test_the_reader_chooses_the_language():
    assert [t("Yes").in_(language) for language in ("ko", "en", "vi")] == ["네", "Yes", "Yes"]


@pytest.mark.parametrize("language", SHIPPED)
def test_a_wording_tells_the_same_facts(language):
    assert mismatched_facts(phrases(language)) == []


@pytest.mark.parametrize("language", SHIPPED)
def test_telegram_understands_the_markup(language):
    texts = [text for message in phrases(language) for text in (*ids(message), *wordings(message)) if text]
    assert [fault for text in texts for fault in markup_faults(text)] == []


@pytest.mark.parametrize("language", SHIPPED)
def test_a_wording_keeps_the_markup(language):
    pairs = [(ids(m)[-1], wording) for m in phrases(language) for wording in wordings(m) if wording]
    assert [wording for msgid, wording in pairs if tags(msgid) != tags(wording)] == []


def test_only_korean_has_particles():
    def particles(text: str) -> list[str]:
        return [piece.particle for piece in template(text).html if not isinstance(piece, str) and piece.particle]

    spoken_in_english = [text for message in phrases("en") for text in (*ids(message), *wordings(message)) if text]
    assert [text for text in spoken_in_english if particles(text)] == []


def button_phrases() -> set[str]:
    """The msgids written right into a button."""
    found = set()
    for path in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="button"), args=[label, *_]):
                    found |= msgids_in(label)
                case ast.Call(func=ast.Name(id="Button"), keywords=keywords):
                    found |= {msgid for keyword in keywords if keyword.arg == "label" for msgid in msgids_in(keyword.value)}
                case _:
                    pass
    return found


def msgids_in(label: ast.expr) -> set[str]:
    match label:
        case ast.Call(func=ast.Name(id="t" | "tn"), args=args):
            return {arg.value for arg in args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
        case _:
            return set()


def too_wide_for_a_button(wording: str) -> bool:
    """A phone shows about 16 Hangul in a row of one button, and never two lines."""
    return "\n" in wording or len(re.findall(r"[가-힣]", wording)) > WIDEST_BUTTON


def test_korean_buttons_fit_a_phone():
    labels = button_phrases()
    assert "Yes, delete everything" in labels
    wide = [text for m in phrases("ko") if set(ids(m)) & labels for text in wordings(m) if too_wide_for_a_button(text)]
    assert wide == []


def test_a_korean_wording_writes_hangul_composed():
    wording = [text for message in phrases("ko") for text in wordings(message)]
    assert not [text for text in wording if re.search(r"[\u1100-\u11ff]", text)]


def test_these_rules_can_be_broken():
    """Each rule finds the fault it is there for."""
    assert missing_wordings([Message("Yes", ""), Message(("one", "many"), ("",)), Message("{x}: {y}", "")]) == ["Yes", "one"]
    assert mismatched_facts([Message("{a} and {b}", "{a}"), Message("{a}", "{a:won|은는}")]) == ["{a} and {b}"]
    assert markup_faults("<b>x") == ["<b> left open in '<b>x'"]
    assert markup_faults("<h1>x</h1>")
    assert markup_faults("<b><i>x</b></i>")
    assert markup_faults("a & b") == ["bare sign in 'a & b'"]
    assert not markup_faults('<a href="{url}">a &amp; b</a>')
    assert too_wide_for_a_button("가나다라마바사아자차카타파하갸냐댜")
    with pytest.raises(PhraseError):
        mismatched_facts([Message("{a}", "{a|은}")])
