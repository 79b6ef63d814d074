"""Korean as a shop owner reads it: particles that fit the fact, polite endings, no English left over."""

import re

from bot.words.markup import without_tags
from bot.words.templates import template
from tests.words.test_catalogues import phrases, wordings

# Forms that depend on the word before them; 에, 의, 도, 만, 까지 do not.
BARE_PARTICLE = re.compile(r"\}(?:</[a-z]+>)?[’”)]?(?:은|는|이|가|을|를|과|와|로|으로|이나|나|라고|이라고|예요|이에요)(?![가-힣])")
LATIN = re.compile(r"[A-Za-z]{2,}")
# Units and abbreviations everybody reads, the languages' own names, and the command an operator types.
FAMILIAR = {"MB", "json", "ID", "PDF", "HWPX", "QR", "SNS", "English", "Language", "golmok", "dead", "list", "replay", "staff", "off"}
# A company is called as in the register it stands in.
NAMES = ("Telegram Group Inc.", "Telegram FZ-LLC", "telegram.org/privacy")
COMMAND = re.compile(r"(?<!<)/[a-z]+")
FULL_STOP = re.compile(r"(?P<last>[가-힣])\.(?=\s|$)")
POLITE = {"요", "다"}  # 해요체, 합쇼체


def korean() -> list[str]:
    return [text for message in phrases("ko") for text in wordings(message) if text]


def english_left(wording: str) -> list[str]:
    for name in NAMES:
        wording = wording.replace(name, "")
    told = " ".join(piece for piece in template(COMMAND.sub("", wording)).plain if isinstance(piece, str))
    return [word for word in LATIN.findall(told) if word not in FAMILIAR]


def impolite(wording: str) -> list[str]:
    """Sentences that end in neither 요 nor 다."""
    return [match["last"] for match in FULL_STOP.finditer(without_tags(wording)) if match["last"] not in POLITE]


def test_a_particle_after_a_fact_is_chosen_by_the_fact():
    assert [text for text in korean() if BARE_PARTICLE.search(text)] == []


def test_no_english_is_left_in_korean():
    assert {text: words for text in korean() if (words := english_left(text))} == {}


def test_sentences_end_politely():
    assert [text for text in korean() if impolite(text)] == []


def test_these_rules_can_be_broken():
    assert BARE_PARTICLE.search("{shop}은 됐어요.")
    assert BARE_PARTICLE.search("‘{title}’를 그만둘까요?")
    assert not BARE_PARTICLE.search("{day:date}에 {shop|이가} {n}곳")
    assert english_left("Back – /start {shop|은는}") == ["Back"]
    assert impolite("저장했다. 저장함. 저장했어요.") == ["함"]
