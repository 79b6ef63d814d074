"""Files that the bot makes: sent as documents before the words, byte for byte, under the name a person can read."""

import json
from typing import Any

import pytest

from bot.documents.registry import from_json, to_json
from bot.documents.text_file import TextFile
from bot.wire.application import Golmok
from playground.hands import Person
from tests.wire.conftest import Town

EXPORT = TextFile(name="내 정보.json", text='{"shop": "한빛"}')


@pytest.fixture
def kim(town: Town) -> Person:
    return town.emulator.person("김수제")


def files_of(town: Town, person: Person) -> list[tuple[str, str, bytes]]:
    def file(document: dict[str, Any]) -> tuple[str, str, bytes]:
        kept = town.emulator.files.known[document["file_id"]]
        return document["file_name"], document["mime_type"], town.emulator.files.content(kept)

    return [file(message.document) for message in person.chat() if message.from_bot and message.document]


async def test_files_come_before_the_words_that_speak_of_them(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.sends("/file 내 정보.json")
    await town.settles()
    assert files_of(town, kim) == [
        ("내 정보.json", "application/json", '{"shop": "한빛"}'.encode()),
        ("notes.txt", "text/plain", b"two"),
    ]
    assert kim.last().text == "Your files"
    assert kim.last().labels == ["To 1"]


async def test_the_name_travels_as_utf_8_which_every_server_of_telegram_reads(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.sends('/file 우리 "빵" 50.json')
    await town.settles()
    assert files_of(town, kim)[0][0] == '우리 "빵" 50.json'


def test_a_letter_can_carry_a_document() -> None:
    assert from_json(json.loads(json.dumps(to_json(EXPORT)))) == EXPORT


def test_a_document_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="no document"):
        from_json({"document": "gone", "facts": {}})
