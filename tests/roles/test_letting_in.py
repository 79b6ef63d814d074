"""An owner lets somebody in by a link, and sends them away again."""

import pytest

from tests.cast import Cast


def _payload(person: Cast) -> str:
    [shared] = [button.url for row in person.last().keyboard for button in row if button.label == "📤 Send the link"]
    return str(shared).split("start%3D")[1].split("&")[0]


@pytest.fixture
async def boss(town):
    one = town.person("Boss")
    await one.starts()
    await town.appoints(one)
    await one.starts()
    return one


async def _invites(boss, *answers):
    await boss.taps("🗂 Office", "👥 People of the office", "➕ Let somebody in")
    for answer in answers:
        await (boss.sends(answer[1:]) if answer.startswith(">") else boss.taps(answer))
    await boss.taps("🔑 Yes, make the link")
    return _payload(boss)


async def test_somebody_is_let_in_as_a_coordinator_and_sees_the_office(town, boss):
    link = await _invites(boss, "Coordinator", ">Jung Damdang", "All of Seoul", "Both tracks", "One month")
    boss.sees("A link for Jung Damdang: Coordinator", "for one person, once")
    jung = town.person("Jung")
    await jung.starts(link)
    jung.sees("The office invites you: Coordinator", "answer people", "all of Seoul · both tracks", "Until Wed 1 Apr 2026")
    await jung.taps("✅ I take part")
    jung.sees("Welcome to the office")
    boss.sees("The link for Jung Damdang was used: Coordinator.")
    await jung.taps("🏠 Home")
    jung.sees_button("🗂 Office")


async def test_a_link_lets_in_one_person_once(town, boss, owner, neighbour):
    link = await _invites(boss, "Event staff", ">Helper", "All of Seoul", "Both tracks", "One week")
    await owner.starts(link)
    await neighbour.starts(link)
    await owner.taps("✅ I take part")
    await neighbour.taps("✅ I take part")
    neighbour.sees("This link does not work any more.")
    await boss.starts(link)
    boss.sees("This link does not work any more.")


async def test_who_is_invited_may_say_no_and_the_owner_hears_of_it(boss, owner):
    link = await _invites(boss, "Owner", ">Second", "Until taken away")
    await owner.starts(link)
    await owner.taps("✖️ No, thank you")
    owner.sees("You said no")
    boss.sees("Second said no to your invitation: Owner.")
    await owner.starts(link)
    owner.sees("This link does not work any more.")
    assert "🗂 Office" not in owner.labels()


async def test_the_one_who_made_the_link_does_not_use_it(boss):
    link = await _invites(boss, "Auditor", ">Reader", "One year")
    await boss.starts(link)
    boss.sees("a link you have made yourself")


async def test_a_link_is_withdrawn_before_it_is_used(town, boss, owner):
    link = await _invites(boss, "Owner", ">Second", "Until taken away")
    await boss.taps("👥 People of the office")
    boss.sees("Links nobody has used yet", "Second: Owner")
    await boss.taps("🗑 Withdraw the link for Second")
    boss.sees("The link does not work any more.")
    await owner.starts(link)
    owner.sees("This link does not work any more.")


async def test_a_role_is_taken_away_in_two_steps_and_is_gone_at_once(town, boss, owner):
    await owner.starts(await _invites(boss, "Coordinator", ">Jung", "All of Seoul", "Both tracks", "Until taken away"))
    await owner.taps("✅ I take part", "🏠 Home", "🗂 Office")
    office_menu = owner.last().id
    await boss.taps("👤 See the role", "🚫 Take the role away")
    boss.sees("Take the role away from Jung?", "ends at once")
    await boss.taps("🚫 Yes, take it away")
    boss.sees("Jung has no longer this role: Coordinator.")
    owner.sees("Your role in the office has ended: Coordinator.")
    await owner.taps_old(office_menu, "👥 People of the office")
    owner.sees("Only owners of the office can do this.")


async def test_before_the_link_is_made_everything_is_read_once_more(boss):
    await boss.taps("🗂 Office", "👥 People of the office", "➕ Let somebody in", "Coordinator")
    await boss.sends("Jung")
    await boss.taps("All of Seoul", "Both tracks", "One week")
    boss.sees("Gu: All of Seoul", "Track: Both tracks", "For how long: One week", "The role ends on Mon 9 Mar 2026")


async def test_a_role_for_one_evening_ends_with_its_day(town, boss, owner):
    link = await _invites(boss, "Event staff", ">Helper", "All of Seoul", "Both tracks", "Until a day I name", ">tomorrow")
    await owner.starts(link)
    owner.sees("Until Tue 3 Mar 2026 23:59")


async def test_who_is_let_in_hears_where_their_work_lies(town, boss, owner, neighbour):
    await owner.starts(await _invites(boss, "Event staff", ">Helper", "All of Seoul", "Both tracks", "One week"))
    await owner.taps("✅ I take part")
    owner.sees("an hour before")
    await owner.taps("🎫 Check-in")
    owner.sees("No event takes place within two weeks")
    assert "📊 Participation of the year" not in owner.labels()
    await owner.taps("🏠 Home")
    owner.sees_button("🎫 Check-in")
    await boss.taps("🏠 Home")
    await neighbour.starts(await _invites(boss, "Auditor", ">Reader", "One year"))
    await neighbour.taps("✅ I take part", "🗂 Office")
    neighbour.sees("it changes nothing")


async def test_the_last_owner_stays_and_no_way_is_offered(boss):
    await boss.taps("🗂 Office", "👥 People of the office", "Owner: named in the settings (you)")
    boss.sees("This is the last owner")
    assert "🚫 Take the role away" not in boss.labels()
    await boss.does("presses_data", boss.last(), "rox:1")
    boss.sees("This is the last owner")


async def test_an_owner_for_a_while_does_not_replace_the_last_one(town, boss, owner):
    await owner.starts(await _invites(boss, "Owner", ">Second", "One week"))
    await owner.taps("✅ I take part", "🏠 Home", "🗂 Office", "👥 People of the office", "Owner: named in the settings")
    owner.sees("This is the last owner")
    assert "🚫 Take the role away" not in owner.labels()
    await owner.taps("🏠 Home")
    await boss.starts(await _invites(owner, "Owner", ">Boss", "One month"))
    await boss.taps("✅ I take part")
    boss.sees("You are the last owner without an end.")


async def test_to_give_up_ones_own_role_is_asked_in_other_words(town, boss, owner):
    await owner.starts(await _invites(boss, "Owner", ">Second", "Until taken away"))
    await owner.taps("✅ I take part", "🏠 Home", "🗂 Office", "👥 People of the office")
    await owner.taps("Owner: Second (you)", "🚫 Give up my role")
    owner.sees("Give up your own role?")
    await owner.taps("◀ No, keep it", "👥 People of the office", "Owner: named in the settings", "🚫 Take the role away")
    owner.sees("at its next start the bot makes them an owner again")


async def test_a_coordinator_sees_the_people_and_changes_nothing(town, boss, owner):
    await owner.starts(await _invites(boss, "Coordinator", ">Jung", "All of Seoul", "Innovation", "Until taken away"))
    await owner.taps("✅ I take part", "🏠 Home", "🗂 Office", "👥 People of the office")
    owner.sees("Jung (you): Coordinator · all of Seoul · Innovation", "Only an owner lets somebody in")
    await owner.taps("Owner: named in the settings")
    assert "🚫 Take the role away" not in owner.labels()
    await owner.does("presses_data", owner.last(), "rox:1")
    owner.sees("Only owners of the office can do this.")


async def test_event_staff_see_the_door_and_nothing_else_of_the_office(town, boss, owner):
    link = await _invites(boss, "Event staff", ">Helper", "All of Seoul", "Both tracks", "One week")
    await owner.starts(link)
    await owner.taps("✅ I take part", "🏠 Home")
    assert "🗂 Office" not in owner.labels()
    await owner.does("presses_data", owner.last(), "of")
    owner.sees("This is the coordinators' desk.")
