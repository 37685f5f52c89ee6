"""A draft goes over to a new version of its form, and no word of it is lost."""

from __future__ import annotations

from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormEntry, NonAnswer, load_form
from abhaya_forms.engine.draft_migration import migrate
from abhaya_forms.engine.left_over import LeftOver
from abhaya_forms.yaml_source import read_yaml
from support.xforms import NOW

OLD = """
survey:
- {type: begin_group, name: event, "label::English (en)": Event}
- {type: text, name: place, "label::English (en)": Place}
- {type: text, name: caste, "label::English (en)": Community}
- {type: integer, name: officers, "label::English (en)": Officers}
- {type: calculate, name: twice, calculation: "${officers} * 2"}
- {type: end_group}
- {type: begin_repeat, name: person, "label::English (en)": Person}
- {type: text, name: full_name, "label::English (en)": Name}
- {type: integer, name: age, "label::English (en)": Age}
- {type: text, name: wish, "label::English (en)": Wish}
- {type: end_repeat}
settings:
- {form_title: Trial, form_id: trial, version: '1', namespaces: 'abhaya="urn:abhaya:forms:1"'}
"""
NEW = """
survey:
- {type: begin_group, name: scene, "label::English (en)": Scene}
- {type: text, name: spot, "label::English (en)": Spot, "bind::abhaya:was": /data/event/place}
- type: select_one counts
  name: officers
  label::English (en): Officers
  bind::abhaya:was: /data/event/officers
- {type: calculate, name: thrice, calculation: "${officers} * 3"}
- {type: text, name: wish, "label::English (en)": Wish, "bind::abhaya:was": /data/person/wish}
- {type: end_group}
- {type: begin_repeat, name: person, "label::English (en)": Person}
- {type: text, name: full_name, "label::English (en)": Name}
- {type: integer, name: age, "label::English (en)": Age}
- {type: end_repeat}
choices:
- {list_name: counts, name: '2', "label::English (en)": Two}
settings:
- {form_title: Trial, form_id: trial, version: '2', namespaces: 'abhaya="urn:abhaya:forms:1"'}
"""


def entry(source: str, content: bytes | None = None) -> FormEntry:
    form = load_form(compile_form(read_yaml(source.encode(), "trial")).xform)
    return FormEntry(form, clock=lambda: NOW, content=content)


def filled() -> FormEntry:
    old = entry(OLD)
    for path, value in {
        "/data/event/place": "Sonauli",
        "/data/event/caste": "not to be asked",
        "/data/event/officers": "3",
        "/data/person[1]/full_name": "Sita (DEMO)",
        "/data/person[1]/wish": "home",
    }.items():
        old.set_answer(path, value)
    old.add_repeat("/data/person")
    old.set_answer("/data/person[2]/full_name", "Gita (DEMO)")
    old.set_non_answer("/data/person[2]/age", NonAnswer.DECLINED, "afraid")
    old.set_answer("/data/person[2]/wish", "school")
    return old


def test_answers_go_where_their_questions_went():
    new = entry(NEW)
    report = migrate(filled(), new)
    assert new.state("/data/scene/spot").value == "Sonauli"
    assert new.state("/data/scene/wish").value == "home"
    assert [new.state(f"/data/person[{n}]/full_name").value for n in (1, 2)] == ["Sita (DEMO)", "Gita (DEMO)"]
    declined = new.state("/data/person[2]/age")
    assert (declined.non_answer, declined.non_answer_why) == (NonAnswer.DECLINED, "afraid")
    assert ("/data/event/place", "/data/scene/spot") in report.moved
    assert report.kept == 4  # both names, the age, and the identifier of the record


def test_what_no_longer_fits_its_question_stays_as_it_was_typed():
    new = entry(NEW)
    migrate(filled(), new)
    officers = new.state("/data/scene/officers")
    assert (officers.value, officers.as_typed) == ("", "3")
    assert [problem.kind for problem in officers.problems] == ["type"]


def test_what_has_no_place_is_kept_beside_the_form_for_ever():
    new = entry(NEW)
    report = migrate(filled(), new)
    left = (
        LeftOver("/data/event/caste", "Community", "1", "not to be asked"),
        LeftOver("/data/person[2]/wish", "Wish", "1", "school"),
    )
    assert report.left_over == new.left_over == left
    again = entry(NEW, new.to_xml())
    assert again.left_over == left
    assert again.to_xml() == new.to_xml()
    assert ("/data/event/caste", "not to be asked") in again.answers()
    assert migrate(again, entry(OLD)).left_over[:2] == left


def test_what_a_form_works_out_is_worked_out_anew():
    old = entry(OLD)
    old.set_answer("/data/event/officers", "2")
    new = entry(NEW)
    assert migrate(old, new).left_over == ()
    assert new.node("/data/scene/thrice").value == "6"
