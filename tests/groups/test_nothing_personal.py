"""Whatever the bot ever says in a group or on a shared card: no person, no shop, no number that belongs to somebody."""

import json

import pytest

from programme.public_line import public_line
from programme.tracks import Track
from services.consortia import OpenConsortium, Opened
from services.recruiting_switch import SetRecruiting
from tests.groups.shops import runs_a_shop

IDEA = "One oven for all. Call 010-7777-0041 or write to kim@example.com, @kim_oven, https://open.kakao.com/o/abc\nSecond line"


async def test_nothing_planted_ever_stands_in_a_group_or_on_a_card(town, office, owner, neighbour, friend, stranger):
    """Every word the bot sent to any chat but a private one, over a whole life of a group, deleted and edited words included."""
    shops = [await runs_a_shop(office, person, f"Planted Shop {n}", serial=41 + n) for n, person in enumerate((owner, neighbour, friend))]
    name = "Oven 010-7777-0042 Union"
    opening = OpenConsortium(by=owner.person.id, shop=shops[0].shop, track=Track.COLLABORATION, call=None, name=name, idea=IDEA)
    found = await office.do(opening)
    assert isinstance(found, Opened)
    group = await town.gathers("Yeonnam", owner, neighbour, friend, with_bot=False)
    await group.does("adds_bot", owner.person)
    await group.taps(owner, "This is our group")
    await owner.taps(f"👥 {name}")
    await owner.taps("📣 Recruiting card")
    await owner.switches("📤 Share in a chat", to=stranger)
    await owner.picks_result()
    for person in (neighbour, friend):
        await group.taps(person, "🙋 Join")
        await person.taps(next(label for label in person.labels() if label.startswith("🙋 Join with")))
        await group.says(person, "/status")
    await group.taps(neighbour, "📊 How it stands")
    await office.do(SetRecruiting(by=owner.person.id, consortium=found.number, on=False))
    await group.does("migrates")
    await group.says(owner, "/help")
    said = public_words(town)
    assert "3" in said
    assert "One oven for all" in said
    traces = [secret for shop in shops for secret in (shop.name, *shop.secrets)]
    traces += ["010-7777", "0107777", "kim@", "@kim_oven", "kakao", "Owner", "Neighbour", "Friend", "Second line"]
    assert [trace for trace in traces if trace in said] == []


def public_words(town) -> str:
    """All that was sent or edited anywhere but in a private chat, and all that was offered inline."""
    return "\n".join(
        json.dumps(call.params, ensure_ascii=False)
        for call in town.emulator.calls
        if call.ok and not _is_private(call) and call.method != "getUpdates"
    )


def _is_private(call) -> bool:
    """An answer to a tap is seen by the one who tapped only."""
    return int(call.params.get("chat_id", 0)) > 0 or call.method == "answerCallbackQuery"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("We bake together", "We bake together"),
        ("\n\n  First  \nSecond", "First"),
        ("Call 010-1234-5678 now", "Call … now"),
        ("Call +82 10 1234 5678", "Call …"),
        ("02)123-4567", "…"),
        ("Number 123-45-67890", "Number …"),
        ("50,000,000 won for 3 shops by 2027-01-15", "50,000,000 won for 3 shops by 2027-01-15"),
        ("see www.example.com/x and t.me/somebody", "see … and …"),
        ("Call ０１０－１２３４－５６７８", "Call …"),
        ("010_1234_5678 or 010/1234/5678", "… or …"),
        ("0\u200b10-12\u200b34-56\u200b78", "…"),
        ("공일공 일이삼사 오육칠팔", "…"),
        ("카톡 아이디 hanbit or shop.example.kr", "… or …"),
        ("ｗｗｗ．example．com", "…"),
        ("Bread ２４ hours ☀️", "Bread ２４ hours ☀️"),
        ("", ""),
        ("가" * 101, "가" * 99 + "…"),
    ],
)
def test_a_public_line_holds_no_way_to_reach_anybody(typed, shown):
    assert public_line(typed) == shown
