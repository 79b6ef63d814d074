from dataclasses import dataclass

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from programme.topics import Topic
from tests.cast import Cast
from tests.finder.street import keeps_shop
from tests.sessions.desk import advises
from tests.town import Town


@dataclass(frozen=True)
class Desk:
    """`owner` and `neighbour` have shops; `yun` advises on the business plan and on marketing, Mon–Fri 10–12 and 13–18."""

    town: Town
    owner: Cast
    neighbour: Cast
    yun: Cast


@pytest.fixture
async def desk(town, owner, neighbour) -> Desk:
    yun = town.person("Yun")
    await yun.starts()
    await advises(town.office, yun.person.id, topics=(Topic.PLANNING, Topic.MARKETING))
    await keeps_shop(town, owner, "Hanbit Bakery", serial=1)
    await keeps_shop(town, neighbour, "Haenae Flowers", serial=2)
    return Desk(town, owner, neighbour, yun)
