"""Answers are found by what they tell or where they were asked, and only about whom they are asked for."""

from __future__ import annotations

from abhaya.workflows.case_answers import CaseAnswers
from abhaya_forms.engine.node import Node


def told(form: str, code: str, name: str, text: str, fact: str = "") -> Node:
    """A ``<record>`` about one person with one answer."""
    record = Node("record")
    record.attributes.update(form=form, code=code)
    answer = Node(name, record, text)
    answer.attributes["fact"] = fact
    record.children.append(answer)
    return record


FIRST = told("rescue_report", "V-001", "sex", "female", "person.sex")
SECOND = told("interview_adult", "V-001", "sex", "other", "person.sex")
ANOTHER = told("rescue_report", "V-002", "sex", "male", "person.sex")
SUSPECT = told("rescue_report", "S-001", "sex", "male", "person.sex")
EMPTY = told("rescue_report", "V-003", "sex", "", "person.sex")
CASE = CaseAnswers([FIRST, SECOND, ANOTHER, SUSPECT, EMPTY])


def texts(nodes: list[Node]) -> list[str]:
    return [node.text for node in nodes]


def test_by_fact_and_by_question():
    assert texts(CASE.about("person.sex", "V-001")) == ["female", "other"]
    assert texts(CASE.about("interview_adult/sex", "V-001")) == ["other"]
    assert CASE.about("person.dob", "V-001") == CASE.about("referral/sex", "V-001") == []


def test_suspects_only_when_asked_for():
    assert texts(CASE.about("rescue_report/sex", "V-002")) == ["male"]
    assert texts(CASE.about("rescue_report/sex", "V-001", suspects=True)) == ["female", "male"]


def test_the_victims_and_no_answer_where_none_was_given():
    assert CASE.victims == ("V-001", "V-002", "V-003")
    assert CASE.about("person.sex", "V-003") == []
