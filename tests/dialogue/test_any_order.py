"""Whatever order people answer, go back, correct and come back in: what they said last is what is written down."""

from dataclasses import dataclass, field
from itertools import count

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.dialogue.taps import Back, BeginStory, Change, Keep, Pick, Skip, Toggle
from tests.dialogue import sample
from tests.player import Player

people_ids = count(1000)
MOVES = st.sampled_from(["answer", "answer", "answer", "back", "change", "restart", "later", "language", "nonsense", "old button"])
SHOPS = st.sampled_from(["Moon", "Sun", "별 빵집", "a'; --", "<b>bold</b>"])
steps = st.lists(st.tuples(MOVES, st.integers(0, 7), SHOPS), max_size=30)


@dataclass
class Owner(Player):
    """Remembers what was said last to each question, as the person would."""

    said: dict[str, str] = field(default_factory=dict)

    async def answers(self, n: int, shop: str) -> None:
        question = self.question()
        picks = [b for b in self.buttons() if isinstance(b.tap, Pick)]
        if "Which sorts?" in question:
            await self.presses(next(b for b in self.buttons() if isinstance(b.tap, Toggle)))
            done = next(b for b in self.buttons() if "Done" in self.label(b) or "다" in self.label(b))
            await self.presses(done)
        elif "please check" in question or "확인해" in question:
            return
        elif "Your shop's name?" in question:
            await self.says(shop)
            self.said["Shop"] = shop
        elif "Which day?" in question:
            await self.says(f"2026-12-{n + 10}")
            self.said["Day"] = str(n + 10)
        elif picks:
            chosen = picks[n % len(picks)]
            label = self.label(chosen).removeprefix("✓ ")
            await self.presses(chosen)
            self.remember(question, label)
        else:
            await self.presses(next(b for b in self.buttons() if isinstance(b.tap, Skip)))

    def remember(self, question: str, label: str) -> None:
        for asked, name in (("What do you sell?", "Goods"), ("How many people?", "People"), ("Which hour?", "Hour")):
            if asked in question:
                self.said[name] = label

    def question(self) -> str:
        return self.text()


async def moves(owner: Owner, move: str, n: int, shop: str) -> None:
    backs = [b for b in owner.buttons() if isinstance(b.tap, Back)]
    changes = [b for b in owner.buttons() if isinstance(b.tap, Change)]
    match move:
        case "answer":
            await owner.answers(n, shop)
        case "back" if backs:
            await owner.presses(backs[0])
        case "change" if changes:
            await owner.presses(changes[n % len(changes)])
        case "restart":
            await owner.commands("start")
            await owner.commands("resume")
        case "later":
            await owner.wishes(BeginStory("sample"))
        case "language":
            owner.language = "ko" if owner.language == "en" else "en"
        case "nonsense":
            await owner.commands("nonsense")
            await owner.commands("resume")
        case "old button":
            await owner.wishes(Pick("nobody", "00000000", "00000000"))
        case _:
            pass


async def to_the_summary(owner: Owner) -> None:
    for n in range(30):
        if any(isinstance(b.tap, Change) for b in owner.buttons()):
            return
        keep = [b for b in owner.buttons() if isinstance(b.tap, Keep)]
        await (owner.presses(keep[0]) if keep else owner.answers(n % 3, "Moon"))
    raise AssertionError(f"no summary in sight:\n{owner.text()}\n{owner.labels()}")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
@example(steps=[("answer", 1, "Moon"), ("answer", 0, "Moon"), ("back", 0, "Moon"), ("back", 0, "Moon"), ("answer", 0, "Moon")])
async def test_what_was_said_last_is_what_stands_in_the_summary(office, steps):
    sample.taken.clear()
    owner = Owner(office, id=next(people_ids))
    await owner.wishes(BeginStory("sample"))
    for move, n, shop in steps:
        await moves(owner, move, n, shop)
    await owner.commands("resume")
    await to_the_summary(owner)
    for name, answer in owner.said.items():
        line = next(line for line in owner.text().splitlines() if line.startswith(f"• {name}:"))
        assert answer in line
