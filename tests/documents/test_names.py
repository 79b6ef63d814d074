"""What people call their consortium becomes a file name that every phone and office computer can keep."""

import pytest

from bot.documents.document import LONGEST_STEM, file_name


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("협업협약서 골목빵집", "협업협약서 골목빵집.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j%k', "a b c d e f g h i j k.pdf"),
        ("../../etc", "etc.pdf"),
        ("\u202efdp\n\t", "fdp.pdf"),
        ("가" * 200, "가" * LONGEST_STEM + ".pdf"),
    ],
)
def test_a_name_is_one_that_can_be_kept(stem, name):
    assert file_name(stem, ".pdf") == name
