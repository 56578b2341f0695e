"""The logo of the agency in `examples/agency`: a ring around a sun over a hill, nobody's seal.

Source: drawn here. A PNG of four colours (ISO/IEC 15948), the same pixels every time; how they are packed depends on
the deflate library at hand.
"""

import struct
import zlib
from math import hypot

SIZE = 240
WHITE, BLUE, GOLD, GREEN = range(4)
PALETTE = bytes.fromhex("FFFFFF 1F3864 E0A92E 5B8C5A")
_BITS = 2
#: In tenths of half the picture: the ring, what it encloses, the sun.
RING, INNER, SUN = (8.2, 9.8), 7.6, 3.4


def draw() -> bytes:
    """The file."""
    header = struct.pack(">IIBBBBB", SIZE, SIZE, _BITS, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", PALETTE), (b"IDAT", zlib.compress(lines(), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def lines() -> bytes:
    """The lines of the picture, unfiltered, four pixels in a byte."""
    each = 8 // _BITS
    found = bytearray()
    for y in range(SIZE):
        found.append(0)
        row = [_color(x, y) for x in range(SIZE)]
        for at in range(0, SIZE, each):
            first, second, third, fourth = row[at : at + each]
            found.append(first << 6 | second << 4 | third << 2 | fourth)
    return bytes(found)


def _color(x: int, y: int) -> int:
    """The colour of a pixel, seen from the middle."""
    unit = SIZE / 20
    right, up = (x + 0.5) / unit - 10, 10 - (y + 0.5) / unit
    radius = hypot(right, up)
    if RING[0] < radius <= RING[1]:
        return BLUE
    if radius > INNER:
        return WHITE
    if up < -1 - right * right / 20 - 0.2 * right:
        return GREEN
    return GOLD if hypot(right, up - 1.6) < SUN else WHITE


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
