"""A second start finds the town as it was left."""

import asyncio
from pathlib import Path

import aiohttp
import pytest

from playground.clock import Clock
from playground.emulator import Emulator
from playground.inline import Offer, Result
from playground.limits import Limits
from playground.memory import ForeignTown, keep, recall, spelt
from playground.views import snapshot


def lived_in(files: Path) -> Emulator:
    town = Emulator(limits=Limits.none(), files=files)
    kim, maya = town.person("김수제"), town.person("Maya", "en")
    kim.start("r_1")
    kim.sends_photo(caption="가게 앞")
    kim.sends_file("표.csv", b"a,b\n")
    kim.deletes(1)
    maya.start()
    maya.blocks()
    group = town.group("골목 모임", [kim, maya])
    group.migrates()
    office = town.group("사무국", [maya], forum=True)
    office.promotes_bot("can_manage_topics")
    office.closes_topic(office.opens_topic("접수 1", maya), maya)
    town.talk(kim.id, maya.id)
    town.chats[kim.id].shows_keyboard({"keyboard": [[{"text": "번호"}]]})
    town.profile.commands["default", "ko"] = [{"command": "start", "description": "처음"}]
    return town


def test_everything_a_page_shows_is_there_again(tmp_path: Path):
    before = lived_in(tmp_path)
    after = Emulator(limits=Limits.none(), files=tmp_path)
    recall(after, spelt(before))
    was, now = snapshot(before), snapshot(after)
    assert {**was, "clock": None} == {**now, "clock": None}
    assert [update.json() for update in before.updates.waiting] == [update.json() for update in after.updates.waiting]


async def test_a_card_of_inline_mode_can_still_be_changed(tmp_path: Path):
    before = Emulator(limits=Limits.none(), files=tmp_path)
    kim = before.person("김수제")
    kim.types_inline("빵집", chat=before.group("골목", [kim], with_bot=False).id)
    markup = {"inline_keyboard": [[{"text": "참여", "callback_data": "a"}]]}
    result = Result(id="1", kind="article", title="카드", description="", content={"text": "2/3"}, markup=markup)
    question = next(iter(before.inline.asked.values()))
    before.inline.answered(question.id, Offer(results=(result,)), before.clock.now(), keep_for=0, personal=True)
    kim.picks_result()
    after = Emulator(limits=Limits.none(), files=tmp_path)
    recall(after, spelt(before))
    chosen = after.updates.waiting[-1].body["inline_message_id"]
    async with after.serve() as server, aiohttp.ClientSession() as session:
        wish = {"inline_message_id": chosen, "text": "3/3"}
        async with session.post(f"{server.url}/bot{after.token}/editMessageText", json=wish) as answer:
            assert (await answer.json())["result"] is True


def test_files_are_there_again_and_numbers_go_on(tmp_path: Path):
    before = lived_in(tmp_path)
    after = Emulator(limits=Limits.none(), files=tmp_path)
    recall(after, spelt(before))
    kim = after.hand(before.people[0].id)
    assert [after.files.content(file) for file in after.files.known.values() if file.name == "표.csv"] == [b"a,b\n"]
    assert kim.sends("다시") == before.updates.last_id + 1
    assert kim.chat()[-1].id == before.chats[kim.id].last_message_id + 1


@pytest.mark.parametrize("content", [b"{", b"[]", b"{}", b'{"form": 99}', b'{"form": 1, "people": [{"id": 1}]}'])
def test_a_file_of_another_kind_is_refused(content: bytes):
    with pytest.raises(ForeignTown):
        recall(Emulator(), content)


async def test_what_happens_is_written_down_soon_and_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    written: asyncio.Queue[bytes] = asyncio.Queue()
    monkeypatch.setattr("playground.memory.write_whole", lambda _path, content: written.put_nowait(content))
    town = Emulator(limits=Limits.none())
    keeping = asyncio.create_task(keep(town, tmp_path / "town.json", every=0.0))
    await asyncio.wait_for(written.get(), 5)
    kim = town.person("김수제")
    assert "김수제" in (await asyncio.wait_for(written.get(), 5)).decode()
    keeping.cancel()
    kim.sends("마지막 말")
    await asyncio.gather(keeping, return_exceptions=True)
    after = Emulator()
    recall(after, await asyncio.wait_for(written.get(), 5))
    assert after.hand(kim.id).chat()[-1].text == "마지막 말"


def test_the_clock_keeps_its_shift_in_its_file(tmp_path: Path):
    file = tmp_path / "clock-shift"
    Clock(file).shift(3600)
    assert file.read_text() == "3600\n"
    assert Clock(file).shift_seconds == 3600


def test_a_broken_shift_file_means_real_time(tmp_path: Path):
    file = tmp_path / "clock-shift"
    file.write_text("soon")
    assert Clock(file).shift_seconds == 0


def test_eight_in_the_morning_in_seoul_is_less_than_a_day_away():
    clock = Clock()
    clock.shift(clock.seconds_until("08:00"))
    there = clock.now().timestamp() + 9 * 3600
    assert abs(there % 86_400 - 8 * 3600) < 3
    assert 86_000 < clock.seconds_until("08:00") <= 86_401
