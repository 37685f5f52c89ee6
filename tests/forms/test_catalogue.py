"""The forms that come with Abhaya are compiled once, and again only when a source has changed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from hashlib import sha256

import pytest

from abhaya_forms import catalogue, compile_catalogue
from abhaya_forms.catalogue import shipped_forms, sources_digest
from abhaya_forms.tables import terms
from support.source_tree import CHECKOUT


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    """Compile into a folder of the test, from a copy of the two forms of a rescue."""
    monkeypatch.setattr(catalogue, "COMPILED", tmp_path / "compiled")
    monkeypatch.setattr(compile_catalogue, "COMPILED", tmp_path / "compiled")
    definitions = tmp_path / "definitions"
    shutil.copytree(catalogue.DEFINITIONS / "rescue", definitions / "rescue")
    monkeypatch.setattr(catalogue, "DEFINITIONS", definitions)
    monkeypatch.setattr(compile_catalogue, "DEFINITIONS", definitions)
    return tmp_path


def _rescue_report():
    return next(form for form in shipped_forms() if form.form_id == "rescue_report")


def test_the_rescue_report_ships(own_folder):
    report = _rescue_report()
    assert (report.form_id, report.stage) == ("rescue_report", "finding")
    assert report.titles == {
        "en": "Rescue report",
        "hi": "बचाव (रेस्क्यू) रिपोर्ट",
        "ne": "उद्धार प्रतिवेदन",
    }
    assert sha256(report.xform()).hexdigest() == report.sha256


def test_a_fresh_catalogue_is_not_compiled_again(own_folder, monkeypatch):
    shipped = shipped_forms()
    monkeypatch.setattr(compile_catalogue, "compile_catalogue", lambda: pytest.fail("compiled again"))
    assert shipped_forms() == shipped


def test_a_changed_source_is_compiled_again(own_folder):
    before = _rescue_report()
    path = own_folder / "definitions/rescue/rescue_report.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"version: {before.version}", "version: 2999010101"), encoding="utf-8")
    after = _rescue_report()
    assert after.version == "2999010101"
    assert after.sha256 != before.sha256


def test_a_half_written_catalogue_does_not_count(own_folder):
    shipped = shipped_forms()
    index = own_folder / "compiled" / catalogue.INDEX
    index.write_text(json.dumps({"sources": "", "forms": []}))
    assert shipped_forms() == shipped
    assert not list((own_folder / "compiled").glob("*.part"))


def test_set_up_compiles_it_from_the_command_line():
    subprocess.run([sys.executable, "-m", "abhaya_forms.compile_catalogue"], cwd=CHECKOUT, check=True)
    index = json.loads((catalogue.COMPILED / catalogue.INDEX).read_bytes())
    assert index["sources"] == sources_digest()


def test_a_user_start_needs_no_compiler():
    shipped_forms()
    code = "import sys, abhaya_forms.catalogue as c; c.shipped_forms(); sys.exit('pyxform' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_forms_stand_in_the_order_of_the_road():
    stages = [stage.name for stage in terms("stages")]
    road = [form for stage in terms("stages") for form in stage.more["forms"].split()]
    assert [form.form_id for form in shipped_forms()] == road
    assert [form.stage for form in shipped_forms()] == sorted(
        (form.stage for form in shipped_forms()), key=stages.index
    )
