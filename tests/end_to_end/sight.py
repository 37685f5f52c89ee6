"""What a person makes out on a picture of the screen."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageColor

from abhaya.gui.palette import COLORS

Area = tuple[int, int, int, int]
"""Left, top, right and bottom in points of the screen."""

_CARET = 4
"""Width in points of what may blink on a screen at rest."""
_BUTTON = 60
"""Width in points of the narrowest primary button."""


def differ(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures differ in more than a caret that blinks."""
    box = ImageChops.difference(one, other).getbbox()
    return box is not None and box[2] - box[0] > _CARET


def amount(picture: Image.Image, colour: str) -> int:
    """Return how many points have exactly that colour of the palette."""
    colours = picture.getcolors(picture.width * picture.height) or []
    return sum(count for count, value in colours if value == ImageColor.getrgb(COLORS[colour]))


def primary_button(picture: Image.Image) -> tuple[int, int] | tuple[()]:
    """Return a point of the lowest primary button that can be pressed, () when there is none."""
    line = bytes(ImageColor.getrgb(COLORS["primary"])) * _BUTTON
    for y in range(picture.height - 1, 0, -1):
        x = picture.crop((0, y, picture.width, y + 1)).tobytes().find(line)
        if x >= 0:
            return (x // 3 + _BUTTON // 2, y)
    return ()
