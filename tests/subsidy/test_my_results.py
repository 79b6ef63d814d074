"""What was kept is listed, opened, shared and deleted."""

import bot.house  # noqa: F401 - all doors open
from bot.screens import results
from tests.player import Player

CHECK = ("✅ Can we apply?", "🏪 Small shops", "2 shops", "Stop, show the result")
ESTIMATE = ("💰 How much would we get?", "🏪 Small shops", "One sum for everything", "KRW 50 million", "No, without VAT", "3 shops")


def shared(player: Player) -> str:
    """The payload of the link behind the share button."""
    link = next(button.shares for button in player.buttons() if button.shares)
    return link.payload


async def kept(player, *journey):
    await player.commands("start")
    await player.taps(*journey)


async def test_with_nothing_kept_the_home_screen_offers_no_empty_list(office_with_calls):
    player = Player(office_with_calls)
    await player.commands("start")
    assert not any("My results" in label for label in player.labels())


async def test_checks_and_estimates_stand_in_one_list_the_newest_first(office_with_calls, clock):
    player = Player(office_with_calls)
    await kept(player, *CHECK)
    clock.passes(days=1)
    await kept(player, *ESTIMATE)
    await player.taps("📁 My results")
    first, second = player.text().index("Estimate: KRW 45,000,000"), player.text().index("Check: As it stands")
    assert first < second
    player.sees("1. Tue 3 Mar 2026 · [Demo]")
    await player.taps("✅ Open check 2")
    player.sees("How many take part – not met: 2 shops")
    await player.taps("📁 My results", "💰 Open estimate 1")
    player.sees("Subsidy: KRW 45,000,000")


async def test_many_results_are_turned_page_by_page(office_with_calls):
    player = Player(office_with_calls)
    for _ in range(8):
        await kept(player, *CHECK)
    await player.taps("📁 My results")
    assert sum(label.startswith("✅ Open check") for label in player.labels()) == 6
    await player.taps("Older ▶")
    player.sees("7. ")
    player.sees("8. ")
    assert "Older ▶" not in player.labels()
    await player.taps("◀ Newer")
    player.sees("1. ")


async def test_a_result_is_deleted_after_a_question_and_its_link_no_longer_opens(office_with_calls):
    player, neighbour = Player(office_with_calls), Player(office_with_calls, id=2)
    await kept(player, *CHECK)
    payload = shared(player)
    await player.taps("🗑 Delete this result")
    player.sees("A link you shared stops working.")
    await player.taps("Yes, delete it")
    player.sees("Nothing is kept yet.")
    assert player.screen is not None
    assert player.screen.notice == results.deleted()
    await neighbour.commands("start", payload)
    neighbour.sees("This result has been deleted.")


async def test_deleting_the_only_result_of_the_last_page_shows_the_page_before(office_with_calls):
    player = Player(office_with_calls)
    for _ in range(7):
        await kept(player, *CHECK)
    await player.taps("📁 My results", "Older ▶", "✅ Open check 7", "🗑 Delete this result", "Yes, delete it")
    player.sees("6. ")


async def test_nobody_deletes_changes_or_compares_what_is_not_theirs(office_with_calls):
    from bot.screens.result_taps import ChangeAnswer, ChangeEstimate, CheckOther, Delete, EstimateFor, EstimateOther

    player, thief = Player(office_with_calls), Player(office_with_calls, id=2)
    await kept(player, *CHECK)
    check = shared(player).removeprefix("r_")
    await kept(player, *ESTIMATE)
    estimate = shared(player).removeprefix("e_")
    await thief.commands("start")
    for wish in (ChangeAnswer(check), CheckOther(check), EstimateFor(check), ChangeEstimate(estimate), EstimateOther(estimate)):
        await thief.wishes(wish)
        thief.sees("This result has been deleted.")
    for token in (check, estimate):
        await thief.wishes(Delete(token))
    await player.commands("start")
    assert "📁 My results (2)" in player.labels()


async def test_a_shared_estimate_shows_the_amounts_to_anybody(office_with_calls):
    player, neighbour = Player(office_with_calls), Player(office_with_calls, id=2)
    await kept(player, *ESTIMATE)
    payload = shared(player)
    await neighbour.commands("start", payload)
    neighbour.sees("Somebody shared an estimate with you.")
    neighbour.sees("Subsidy: KRW 45,000,000")
    assert not {"✏️ Change it", "🗑 Delete this result"} & set(neighbour.labels())
    assert neighbour.screen is not None
    assert neighbour.screen.picture is not None
