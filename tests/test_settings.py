"""A user's settings survive, and nothing that stands in the file can stop the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya import texts
from abhaya.settings import LANGUAGES, Settings, read_settings, user_folder, write_settings


def test_settings_are_read_back(tmp_path):
    chosen = Settings("/media/थाना", "ne", text_size=150, width=1366, height=768, idle_minutes=2, person="a1")
    write_settings(tmp_path / "new" / "settings.json", chosen)
    assert read_settings(tmp_path / "new" / "settings.json") == chosen
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["settings.json"]


def test_the_first_day_has_no_file(tmp_path):
    assert read_settings(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[" * 99_999, b"null", b"[1]", b"\xff\xfe", b'{"language": ["en"]}']
)
def test_a_damaged_file_is_the_first_day_again(tmp_path, content):
    (tmp_path / "settings.json").write_bytes(content)
    assert read_settings(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "fr"},
        {"text_size": 500},
        {"text_size": "125"},
        {"idle_minutes": 0},
        {"idle_minutes": True},
        {"idle_minutes": 1000},
        {"width": -5},
        {"height": 1e9},
        {"station": None},
        {"colour": "red"},
    ],
)
def test_one_wrong_value_leaves_the_others(tmp_path, wrong):
    (tmp_path / "settings.json").write_text(json.dumps({"language": "hi", **wrong}), encoding="utf-8")
    read = read_settings(tmp_path / "settings.json")
    assert read == Settings(language="en" if "language" in wrong else "hi")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(list(Settings.__slots__)) | st.text(), anything))
def test_whatever_stands_there_the_program_starts(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    read = read_settings(path)
    write_settings(path, read)
    assert read_settings(path) == read


def test_a_place_that_cannot_be_written_is_no_trouble(tmp_path):
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    write_settings(tmp_path / "file" / "settings.json", Settings(language="hi"))
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_languages_are_those_that_have_texts():
    assert LANGUAGES == texts.LANGUAGES


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {}, "/home/asha/.config/abhaya"),
        ("linux", {"XDG_CONFIG_HOME": "/etc/asha"}, "/etc/asha/abhaya"),
        ("linux", {"XDG_CONFIG_HOME": ""}, "/home/asha/.config/abhaya"),
        ("darwin", {}, "/home/asha/Library/Application Support/Abhaya"),
        ("win32", {}, "/home/asha/AppData/Local/Abhaya"),
        ("win32", {"LOCALAPPDATA": "/data"}, "/data/Abhaya"),
    ],
)
def test_each_system_has_its_place(platform, environment, folder):
    assert user_folder(environment, Path("/home/asha"), platform) == Path(folder)
