"""Files are known by what is in them: sound from film, where the container tells, and photos from both."""

from __future__ import annotations

import io
import struct

import pytest

from abhaya.cases.media_type import (
    accepted,
    ending_of,
    endings_of,
    kind_of,
    media_type_of,
    media_types_named,
)
from support.recordings import (
    AMR,
    AVI,
    BARE_MP3,
    MP3,
    OGG_FILM,
    OPUS,
    base_media,
    box,
    matroska,
    sound_wave,
)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (MP3, "audio/mpeg"),
        (BARE_MP3, "audio/mpeg"),
        (sound_wave(), "audio/wav"),
        (AMR, "audio/amr"),
        (b"#!AMR-WB\n" + bytes(100), "audio/amr"),
        (OPUS, "audio/ogg"),
        (OGG_FILM, "video/ogg"),
        (AVI, "video/x-msvideo"),
        (matroska(b"webm", b"V_VP8", b"A_OPUS"), "video/webm"),
        (matroska(b"webm", b"A_OPUS"), "audio/webm"),
        (matroska(b"webm"), "video/webm"),
        (matroska(b"matroska"), "video/x-matroska"),
        (base_media(b"isom", b"vide", b"soun"), "video/mp4"),
        (base_media(b"mp42", b"soun", index_last=False), "audio/mp4"),
        (base_media(b"M4A ", b"soun"), "audio/mp4"),
        (base_media(b"M4A ", b"soun", b"vide"), "video/mp4"),
        (base_media(b"3gp4", b"soun"), "audio/3gpp"),
        (base_media(b"3gp5", b"vide", b"soun"), "video/3gpp"),
        (base_media(b"qt  ", b"vide"), "video/quicktime"),
        (box(b"wide") + box(b"mdat", bytes(50)), "video/quicktime"),
        (base_media(b"isom"), "video/mp4"),
    ],
)
def test_sound_and_film_by_their_first_bytes_and_tracks(data, media_type):
    assert media_type_of(io.BytesIO(data)) == media_type


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"some words",
        b"GIF89a",
        base_media(b"heic", b"pict"),
        base_media(b"avif"),
        b"\xff\xfb\x0c\0 no such rate",
        b"\xff\xfe\x41\0 text in 16 bits",
        b"RIFF\x10\0\0\0WEBPVP8 ",
        matroska(b"other"),
        b"MZ\x90\0",
    ],
)
def test_what_is_not_kept_has_no_type(data):
    assert media_type_of(io.BytesIO(data)) == ""


@pytest.mark.parametrize("size", [0, 1, 5, 2**32 - 1])
def test_a_damaged_index_leaves_the_brand(size):
    broken = box(b"ftyp", b"isom", bytes(4)) + struct.pack(">I4s", size, b"moov") + bytes(3)
    assert media_type_of(io.BytesIO(broken)) == "video/mp4"


def test_phones_use_each_others_endings():
    assert {"audio/mp4", "video/mp4", "audio/3gpp"} <= set(media_types_named("Voice 001.MP4"))
    assert media_types_named("x.webm") == ("audio/webm", "video/webm")
    assert media_types_named("notes.txt") == media_types_named("") == ()


def test_the_usual_ending_comes_first():
    assert [ending_of(kind) for kind in ("image/jpeg", "audio/3gpp", "video/quicktime")] == [
        "jpg",
        "3gp",
        "mov",
    ]


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [("image/*", {"image"}), ("audio/*", {"audio"}), ("video/*", {"video"}), ("application/pdf", {"pdf"})],
)
def test_a_question_takes_its_kind_only(asked, kinds):
    assert {kind_of(media_type) for media_type in accepted(asked)} == kinds


def test_a_question_for_any_file_takes_all_and_one_for_what_is_not_kept_nothing():
    assert {kind_of(kind) for kind in accepted("application/*")} == {"image", "pdf", "audio", "video"}
    assert accepted("text/csv") == ()
    assert endings_of(accepted("image/*")) == ("jpg", "jpeg", "png")
