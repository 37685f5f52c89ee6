"""Forms from a terminal: checked, converted, played."""

from __future__ import annotations

import pytest

from support.pdf_texts import READERS, words
from support.small_form import SMALL_FORM, write_small_form

SCRIPT = """
# a person of fifteen
SET /data/place गोरखपुर
ADD /data/rescued
SET /data/rescued[2]/age_years १५
LANG हिन्दी (hi)
SET /data/no_such_question 1
"""


@pytest.fixture
def form(tmp_path):
    return write_small_form(tmp_path)


def test_play_tells_every_node(commands, form, tmp_path):
    script = tmp_path / "script.txt"
    script.write_text(SCRIPT, encoding="utf-8")
    played = commands("form", "play", str(form), "--script", str(script)).data
    nodes = {node["path"]: node for node in played["nodes"]}
    assert nodes["/data/place"]["value"] == "गोरखपुर"
    assert nodes["/data/rescued[2]/is_child"]["value"] == "yes"
    assert nodes["/data/rescued[2]/is_child"]["relevant"] is True
    assert played["language"] == "हिन्दी (hi)"
    assert played["errors"] == [{"line": 7, "error": "KeyError"}]


def test_play_shows_problems_in_the_language_of_the_script(commands, form, tmp_path):
    script = tmp_path / "script.txt"
    script.write_text("LANG hi\nSET /data/rescued[1]/age_years 500", encoding="utf-8")
    nodes = {n["path"]: n for n in commands("form", "play", str(form), "--script", str(script)).data["nodes"]}
    assert nodes["/data/place"]["problems"] == [{"kind": "required", "message": "स्थान लिखें"}]
    assert nodes["/data/rescued[1]/age_years"]["problems"] == [
        {"kind": "constraint", "message": "0 से 119 के बीच"}
    ]


def test_convert_there_and_back_is_the_same_form(commands, form, tmp_path):
    for source, target in (
        ("small_form.yaml", "there.xlsx"),
        ("there.xlsx", "back.yaml"),
        ("back.yaml", "a.xml"),
    ):
        assert commands("form", "convert", str(tmp_path / source), "--out", str(tmp_path / target)).code == 0
    commands("form", "convert", str(form), "--out", str(tmp_path / "b.xml"))
    assert (tmp_path / "a.xml").read_bytes() == (tmp_path / "b.xml").read_bytes()
    again = commands("form", "convert", str(form), "--out", str(tmp_path / "b.xml"))
    assert again.code == 1


@pytest.mark.parametrize("first", ["yaml", "xlsx", "xml"])
@pytest.mark.parametrize("second", ["yaml", "xlsx", "xml"])
def test_each_way_the_form_stays_the_same(commands, form, tmp_path, first, second):
    one, two, back = (tmp_path / name for name in (f"one.{first}", f"two.{second}", "back.xml"))
    for source, target in ((form, one), (one, two), (two, back), (form, tmp_path / "straight.xml")):
        assert commands("form", "convert", str(source), "--out", str(target)).code == 0
    assert back.read_bytes() == (tmp_path / "straight.xml").read_bytes()


def test_convert_tells_what_does_not_come_along(commands, tmp_path):
    noted = write_small_form(
        tmp_path, SMALL_FORM.replace("  name: place\n", "  name: place\n  asked by: Gita\n")
    )
    told = commands("--json", "form", "convert", str(noted), "--out", str(tmp_path / "form.xml")).data
    assert len(told["left_behind"]) == 1
    assert "asked by" in told["left_behind"][0]
    told = commands("--json", "form", "convert", str(noted), "--out", str(tmp_path / "form.xlsx")).data
    assert told["left_behind"] == []


def test_an_xform_that_rows_cannot_say_is_refused_and_nothing_is_written(commands, form, tmp_path):
    there, out = tmp_path / "there.xml", tmp_path / "out.yaml"
    commands("form", "convert", str(form), "--out", str(there))
    there.write_bytes(there.read_bytes().replace(b"</model>", b"<extension/></model>"))
    refused = commands("form", "convert", str(there), "--out", str(out))
    assert (refused.code, out.exists()) == (7, False)
    assert "extension" in refused.err


def test_check_names_the_place(commands, tmp_path):
    faulty = write_small_form(tmp_path, SMALL_FORM.replace("${age_years} < 18", "older(${age_years})"))
    outcome = commands("form", "check", str(faulty))
    assert outcome.code == 7
    assert "survey" in outcome.err
    assert "older" in outcome.err
    assert commands("form", "check", str(write_small_form(tmp_path))).code == 0


@pytest.mark.parametrize("language", ["en", "ne"])
def test_a_shipped_form_is_printed_empty_by_its_id(commands, tmp_path, language):
    out = tmp_path / "empty.pdf"
    asked = ("form", "print", "statement_addendum", "--language", language, "--out", str(out))
    told = commands("--json", *asked, "--copies-of-rows", "1")
    assert (told.code, told.data["pages"] > 3) == (0, True)
    title = {"en": "Addendum to a statement", "ne": "थप बयान"}[language]
    assert words(title) in words(READERS["pypdf"](out.read_bytes())[0])
    assert commands(*asked).code == 1  # nothing is written over


def test_a_form_in_a_file_is_printed_empty(commands, form, tmp_path):
    out = tmp_path / "empty.pdf"
    assert commands("form", "print", str(form), "--out", str(out)).code == 0
    assert "1.1 Place" in words(READERS["pypdf"](out.read_bytes())[0])


@pytest.mark.parametrize("rows", ["0", "41", "many"])
def test_rows_are_a_few(commands, form, tmp_path, rows):
    asked = ("form", "print", str(form), "--out", str(tmp_path / "a.pdf"), "--copies-of-rows", rows)
    assert commands(*asked).code == 2
    assert not (tmp_path / "a.pdf").exists()
