"""Two coordinators, and a shop of whoever is asked."""

import pytest


@pytest.fixture
async def officers(town):
    pair = town.person("Officer"), town.person("Colleague")
    for officer in pair:
        await officer.starts()
    await town.appoints(*pair)
    return pair
