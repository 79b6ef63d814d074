from datetime import UTC, datetime, timedelta

import pytest

from services.clock import ShiftedClock, SystemClock


def shift_of(clock: ShiftedClock) -> float:
    return (clock.now() - datetime.now(UTC)).total_seconds()


def test_the_system_clock_knows_its_zone():
    assert SystemClock().now().utcoffset() == timedelta()


def test_a_shifted_clock_follows_its_file(tmp_path):
    file = tmp_path / "shift"
    clock = ShiftedClock(file)
    assert shift_of(clock) == pytest.approx(0, abs=2)
    file.write_text("86400\n")
    assert shift_of(clock) == pytest.approx(86400, abs=2)
    file.write_text("172800\n")
    assert shift_of(clock) == pytest.approx(172800, abs=2)
    file.unlink()
    assert shift_of(clock) == pytest.approx(0, abs=2)


@pytest.mark.parametrize("nonsense", ["tomorrow", "9" * 30])
def test_nonsense_in_the_file_keeps_the_last_shift(tmp_path, nonsense):
    file = tmp_path / "shift"
    file.write_text("60")
    clock = ShiftedClock(file)
    clock.now()
    file.write_text(nonsense)
    assert shift_of(clock) == pytest.approx(60, abs=2)
