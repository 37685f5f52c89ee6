"""How long a recording lasts is told where the file says so, and never guessed."""

from __future__ import annotations

import io

import pytest

from abhaya.cases.recording import seconds_of
from support.recordings import MP3, base_media, sound_wave


@pytest.mark.parametrize(
    ("data", "media_type", "seconds"),
    [
        (base_media(b"isom", b"vide", seconds=12.5), "video/mp4", 12.5),
        (base_media(b"3gp4", b"soun", seconds=60, long=True), "audio/3gpp", 60),
        (base_media(b"qt  ", b"vide", seconds=0), "video/quicktime", None),
        (base_media(b"isom"), "video/mp4", None),
        (sound_wave(3), "audio/wav", 3),
        (sound_wave(3)[:20], "audio/wav", None),
        (sound_wave(0), "audio/wav", None),
        (MP3, "audio/mpeg", None),
    ],
)
def test_length(data, media_type, seconds):
    assert seconds_of(io.BytesIO(data), media_type) == seconds
