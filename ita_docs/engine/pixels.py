"""How many pixels a picture says it has, from its header alone (PNG, JPEG, GIF, BMP); what shows it makes room for all.

>>> count(b"GIF89a" + bytes([232, 3, 2, 0]))
2000
"""

from __future__ import annotations

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
#: The markers of a JPEG's frame, which state its size (ITU-T T.81, table B.1).
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_MOST_SEGMENTS = 10_000


def count(data: bytes) -> int:
    """Width times height; 0 for what is no such picture, and more than any for a header made to be long."""
    if data.startswith(_PNG):
        return int.from_bytes(data[16:20]) * int.from_bytes(data[20:24])
    if data.startswith((b"GIF87a", b"GIF89a")):
        return int.from_bytes(data[6:8], "little") * int.from_bytes(data[8:10], "little")
    if data.startswith(b"BM"):
        wide, high = (int.from_bytes(data[at : at + 4], "little", signed=True) for at in (18, 22))
        return abs(wide * high)
    return _of_jpeg(data) if data.startswith(_JPEG) else 0


def _of_jpeg(data: bytes) -> int:
    at = 2
    for _ in range(_MOST_SEGMENTS):
        at += data[at : at + 2] == b"\xff\xff"  # filled up
        if data[at : at + 1] != b"\xff" or len(data) < at + 9:
            return 0
        if data[at + 1] in _FRAMES:
            return int.from_bytes(data[at + 5 : at + 7]) * int.from_bytes(data[at + 7 : at + 9])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return 2**64
