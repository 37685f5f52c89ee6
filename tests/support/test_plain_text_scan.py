from __future__ import annotations

import json
import unicodedata

import pytest

from support.plain_text_scan import BLOCK, plain_text_leaks

SECRETS = ("सीता तामाङ", "Renée Sitā", "ख़ुशी")
"""Invented names; the last is written in two ways by Unicode."""


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("normal", ["NFC", "NFD"])
@pytest.mark.parametrize("before", [0, 1, BLOCK - 3, 2 * BLOCK + 1])
def test_planted_text_is_found(tmp_path, secret, encoding, normal, before):
    folder = tmp_path / "deep" / "down"
    folder.mkdir(parents=True)
    planted = unicodedata.normalize(normal, secret).encode(encoding)
    (folder / "file.db").write_bytes(bytes(before) + planted + bytes(5))
    (tmp_path / "clean").write_bytes(bytes(100))
    leaks = plain_text_leaks(tmp_path, SECRETS)
    assert {(leak.path.name, leak.secret) for leak in leaks} == {("file.db", secret)}
    assert f"{normal} {encoding}" in {leak.form for leak in leaks}


def test_text_escaped_by_json_is_found(tmp_path):
    (tmp_path / "log.json").write_text(json.dumps({"name": SECRETS[0]}))
    assert {leak.form for leak in plain_text_leaks(tmp_path, SECRETS)} == {"NFC JSON", "NFD JSON"}


def test_name_of_a_file_and_of_a_folder_is_found(tmp_path):
    (tmp_path / f"statement of {SECRETS[1]}").mkdir()
    (tmp_path / f"photo of {SECRETS[0]}.jpg").touch()
    assert {leak.secret for leak in plain_text_leaks(tmp_path, SECRETS)} == set(SECRETS[:2])


def test_clean_folder_has_no_leaks(tmp_path):
    (tmp_path / "file").write_bytes("सीता और तामाङ".encode())
    assert plain_text_leaks(tmp_path, SECRETS) == []


def test_secret_too_short_to_tell_is_refused(tmp_path):
    with pytest.raises(AssertionError, match="too short"):
        plain_text_leaks(tmp_path, ["7"])
