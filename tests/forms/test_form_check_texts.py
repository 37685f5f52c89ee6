"""Whatever can be wrong with a form has a sentence with its remedy, in each language."""

from __future__ import annotations

import re

import pytest

from abhaya.texts import LANGUAGES, Texts
from abhaya.workflows.import_form import finding_text
from abhaya_forms.lint import ADVICE, check_form
from abhaya_forms.yaml_source import read_yaml
from support.form_sources import NAME, choice, form, outside_form
from support.source_tree import CHECKOUT
from support.translations import entries

KINDS = {key.rpartition(".")[2] for key in entries() if key.startswith("form_check.finding.")}


def test_every_kind_that_the_code_raises_has_a_sentence():
    text = "\n".join(
        path.read_text(encoding="utf-8") for path in (CHECKOUT / "forms/abhaya_forms").rglob("*.py")
    )
    raised = set(re.findall(r"Finding\(\s*\"(\w+)\"", text))
    assert raised <= KINDS
    assert ADVICE <= KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_can_be_said(language):
    broken = form(
        {"type": "text"}, NAME, NAME, {"type": "select_one gone", "name": "a b", "relevant": "${away}"}
    )
    odd = form({**NAME, "relevant": "frobnicate(1)"}, choices=[choice("yn", "yes")])
    texts = Texts(language)
    for source in (broken, odd, outside_form("htcds_xlsform.xlsx"), outside_form("all-question-types.xlsx")):
        for finding in check_form(source):
            said = finding_text(texts, finding)
            assert "{" not in said.replace("${away}", "")
            assert len(said) > 20


def test_a_finding_names_the_question_and_the_part_it_comes_from():
    text = """
survey:
- type: text
  name: own
  label: Own
  relevant: ${gone} = 1
- type: part officer
  name: lead
  relevant: ${gone} = 2
"""
    own, lead = check_form(read_yaml(text.encode(), "small"))[:2]
    assert finding_text(Texts("en"), own).startswith("Sheet survey, row 2, column relevant, question own: ")
    assert ", column relevant, question lead, from the part officer: " in finding_text(Texts("en"), lead)


def test_a_finding_names_its_place():
    (finding,) = check_form(form({**NAME, "bind::abhaya:mask": "identity"}, {"type": "text"}))[:1]
    assert finding_text(Texts("en"), finding).startswith("Sheet survey, row 3, column name: ")
