"""The QR picture holds the link, dark on white, with the quiet margin that cameras need."""

import json
from io import BytesIO

import segno
from PIL import Image

from bot.pictures.qr import DOT, QUIET, QrCode
from bot.pictures.registry import from_json, to_json

PAYLOAD = "inv_" + "A" * 32
CODE = QrCode(payload=PAYLOAD).in_bot("golmok_bot")


def dots() -> list[list[bool]]:
    """What a camera sees: the middle of each dot, dark or not."""
    sheet = Image.open(BytesIO(CODE.draw("ko"))).convert("L")
    assert sheet.width == sheet.height
    middle = range(DOT // 2, sheet.width, DOT)
    dark = sheet.point(lambda shade: 255 * (shade < 128)).tobytes()
    return [[bool(dark[y * sheet.width + x]) for x in middle] for y in middle]


def test_the_dots_are_those_of_the_link():
    wanted = segno.make("https://t.me/golmok_bot?start=" + PAYLOAD, error="m", micro=False)
    assert dots() == [[bool(dot) for dot in row] for row in wanted.matrix_iter(border=QUIET)]


def test_another_link_is_another_picture():
    assert QrCode(payload=PAYLOAD[:-1] + "B", bot_username="golmok_bot").draw("ko") != CODE.draw("ko")


def test_around_it_four_dots_stay_white():
    seen = dots()
    edge = [*seen[:QUIET], *seen[-QUIET:], *([*row[:QUIET], *row[-QUIET:]] for row in seen)]
    assert not any(dark for row in edge for dark in row)


def test_a_letter_can_carry_it():
    assert from_json(json.loads(json.dumps(to_json(CODE)))) == CODE
