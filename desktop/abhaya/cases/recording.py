"""How long a recording lasts, where its file says so at the beginning."""

from __future__ import annotations

import wave
from typing import BinaryIO

from abhaya.cases.base_media import seconds

_BASE_MEDIA = ("mp4", "3gpp", "quicktime")


def seconds_of(source: BinaryIO, media_type: str) -> float | None:
    """Return the length in seconds, None where only playing the seekable file through would tell."""
    if media_type.partition("/")[2] in _BASE_MEDIA:
        return seconds(source)
    if media_type != "audio/wav":
        return None
    source.seek(0)
    try:
        with wave.open(source) as sound:
            return sound.getnframes() / sound.getframerate() or None
    except (wave.Error, EOFError):
        return None
