"""A shop owner asks whether the group can apply."""

import bot.house  # noqa: F401 - all doors open

FINE = ("3 shops", "Yes", "Fewer than 5", "None of these", "None of these", "Yes")


async def test_three_small_shops_learn_in_a_few_taps_that_they_can_apply(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", *FINE)
    owner.sees("It looks as if you can apply.", "✓ 8 met · ✗ 0 not met · ? 0 open", "By the rules of [Demo] Collaboration")
    owner.sees("✓ In Seoul: yes", "article 6 (no double funding)", "For reference only – a person decides.")


async def test_the_same_in_korean(sajangnim):
    await sajangnim.starts()
    await sajangnim.taps("✅ 신청할 수 있나요?", "🏪 작은 가게들", "3곳", "네", "5명 미만", "해당 없어요", "해당 없어요", "네")
    sajangnim.sees("신청할 수 있을 것 같아요.", "✓ 맞음 8 · ✗ 안 맞음 0", "[체험용] 자영업 협업화 지원 기준", "결정은 사람이 해요")


async def test_every_question_says_why_it_is_asked(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?")
    for label in ("🏪 Small shops", *FINE[:-1]):
        owner.sees("Why I ask:")
        await owner.taps(label)
    owner.sees("Why I ask:", "pay 10% of the cost")


async def test_two_shops_are_too_few_and_learn_it_at_once(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", "2 shops")
    owner.sees("not met as it stands: How many take part", "Your answer: 2 shops", "At least 3 shops, at most 15 shops take part.")
    owner.sees("pledge 15-1-3", "What would change it: Find more members.", "02-2133-5480", "a person checks every application")


async def test_whoever_changes_the_failing_answer_goes_on_as_if_nothing_had_been(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", "2 shops", "✏️ Change the answer", *FINE)
    owner.sees("It looks as if you can apply.")


async def test_whoever_keeps_the_failing_answer_is_asked_again_how_to_go_on(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", "2 shops", "✏️ Change the answer", "Keep my answer")
    owner.sees("not met as it stands: How many take part")


async def test_nobody_is_turned_away_who_goes_on_anyway(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", "2 shops", "Go on anyway", *FINE[1:])
    owner.sees("As it stands, something is missing.", "✗ How many take part – not met: 2 shops", "→ Find more members.")
    owner.sees("Nobody is turned away here")


async def test_whoever_stops_sees_the_result_so_far_and_can_answer_the_rest_later(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", "2 shops", "Stop, show the result")
    owner.sees("✗ 1 not met · ? 7 open", "? In Seoul – open: not answered")
    await owner.taps("✏️ Answer what is open", "Yes", "Fewer than 5", "None of these", "None of these", "Yes")
    owner.sees("What would you like to change?", "How many take part: 2 shops")
    await owner.taps("Show the result")
    owner.sees("✓ 7 met · ✗ 1 not met · ? 0 open")


async def test_three_obstacles_ticked_at_once_are_told_one_after_the_other_and_all_lead_back_to_their_question(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", *FINE[:4])
    await owner.taps("☐ Owes taxes", "☐ Suspended or closed", "Done (2 ticked)")
    owner.sees("not met as it stands: In business")
    await owner.taps("Go on anyway")
    owner.sees("not met as it stands: Taxes paid")
    await owner.taps("✏️ Change the answer")
    owner.sees("Is one of these true of any member?")


async def test_health_care_is_neither_in_nor_out_an_officer_looks_at_it(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", *FINE[:3], "Yes – let me tick", "☐ Health care (most kinds)", "Done (1 ticked)")
    owner.sees("Is one of these true of any member?")
    await owner.taps("None of these", "Yes")
    owner.sees("Something is still open", "? Excluded trades – open: Health care (most kinds)", "An officer looks at it")


async def test_a_moneylender_fails_early_and_is_told_where_it_stands(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", *FINE[:3], "Yes – let me tick", "☐ Money lending", "Done (1 ticked)")
    owner.sees("Your answer: Money lending", "Apply without that business")


async def test_not_sure_never_counts_as_failed(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", "3 shops", "Not sure", "Not sure – count with me", "I will count later")
    await owner.taps("Not sure", "None of these", "Not sure")
    owner.sees("✗ 0 not met · ? 4 open", "Count the employees with me", "02-2133-5530")


async def test_who_is_not_sure_of_the_track_is_helped_to_decide(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?")
    owner.sees("small shops share equipment", "federation of cooperatives works for its members")
    await owner.taps("Not sure", "No, we are shops")
    owner.sees("How many shops would take part")


async def test_a_federation_of_two_learns_that_the_law_wants_three(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🤝 Cooperatives", "A federation of cooperatives", "2 cooperatives")
    owner.sees("A federation has at least 3 cooperatives.", "Framework Act on Cooperatives, article 71")


async def test_a_consortium_of_cooperatives_can_apply_on_the_innovation_track(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🤝 Cooperatives", "Several cooperatives together", "2 cooperatives", "5 people")
    await owner.taps("No social cooperative", "Yes", "None of these", "Yes")
    owner.sees("It looks as if you can apply.", "[Demo] Innovation track")


async def test_a_shop_without_a_cooperative_is_shown_the_other_track(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🤝 Cooperatives", "No cooperative yet")
    owner.sees("Try the collaboration track")


async def test_answers_can_be_typed_and_a_sticker_loses_nothing(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops")
    await owner.does("sends_sticker")
    owner.sees("Tap a button or type a number.", "How many shops")
    await owner.sends("three")
    owner.sees("Please type a whole number")
    await owner.sends("3", "yes")
    owner.sees("Think of the business with the most employees")


async def test_a_restart_and_a_new_language_in_the_middle_change_nothing(town, owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", *FINE[:3])
    await town.restarts()
    await owner.sends("/language")
    await owner.taps("한국어")
    owner.sees("아래 업종을 하는 곳이 있나요?")
    await owner.taps("해당 없어요", "해당 없어요", "네")
    owner.sees("신청할 수 있을 것 같아요.")


async def test_a_double_tap_on_the_last_answer_keeps_one_result(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", *FINE[:-1])
    await owner.taps_twice("Yes")
    await owner.sends("/start")
    owner.sees_button("📁 My results (1)")
