"""The text of a PDF that Typst made with one font: what a reader could copy out of it."""

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_OBJECT = re.compile(rb"BT(.*?)\nET", re.DOTALL)
_MARK = re.compile(rb"/Span<<.*?>>BDC", re.DOTALL)
_OCTAL = re.compile(rb"[0-7]{1,3}")
_SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
BOX = 0  # the glyph of a sign that the font does not have


def glyphs(pdf: bytes) -> list[int]:
    raw = b"".join(_strings(_MARK.sub(b"", shown)) for content in _contents(pdf) for shown in _OBJECT.findall(content))
    return [int.from_bytes(raw[i : i + 2]) for i in range(0, len(raw), 2)]


def text(pdf: bytes) -> str:
    """Without spaces and line breaks: where a line breaks is not what this is about."""
    letters = _letters(pdf)
    return "".join("".join(letters.get(glyph, "\N{REPLACEMENT CHARACTER}") for glyph in glyphs(pdf)).split())


def fonts(pdf: bytes) -> int:
    return sum(b"begincmap" in stream for stream in _streams(pdf))


def _letters(pdf: bytes) -> dict[int, str]:
    [cmap] = [stream for stream in _streams(pdf) if b"begincmap" in stream]
    pairs = re.findall(rb"^<([0-9A-F]{4})> <([0-9A-F]+)>$", cmap, re.MULTILINE)
    return {int(glyph, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for glyph, letter in pairs}


def _contents(pdf: bytes) -> list[bytes]:
    return [stream for stream in _streams(pdf) if b"BT" in stream and b"begincmap" not in stream]


def _streams(pdf: bytes) -> list[bytes]:
    found = []
    for match in _STREAM.finditer(pdf):
        try:
            found.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    return found


def _strings(shown: bytes) -> bytes:
    """All strings of a text object, one after the other: in brackets, where parentheses may be nested, or as hexadecimal digits."""
    out, at = b"", 0
    while at < len(shown):
        if shown[at : at + 1] == b"(":
            string, at = _in_brackets(shown, at + 1)
            out += string
        elif shown[at : at + 1] == b"<":
            end = shown.index(b">", at)
            out += bytes.fromhex(shown[at + 1 : end].decode())
            at = end + 1
        else:
            at += 1
    return out


def _in_brackets(shown: bytes, at: int) -> tuple[bytes, int]:
    out, depth = b"", 1
    while True:
        sign = shown[at : at + 1]
        if sign == b"\\":
            octal = _OCTAL.match(shown, at + 1)
            after = shown[at + 1 : at + 2]
            out += bytes([int(octal[0], 8)]) if octal else _SHORT.get(after, after)
            at = octal.end() if octal else at + 2
            continue
        depth += {b"(": 1, b")": -1}.get(sign, 0)
        at += 1
        if depth == 0:
            return out, at
        out += sign
