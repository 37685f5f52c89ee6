"""Runs of rows that many forms share."""

from __future__ import annotations

import pytest

from abhaya_forms.engine.finding import FormError
from abhaya_forms.parts import PART, expanded
from abhaya_forms.yaml_source import read_yaml, write_yaml

OFFICER = (
    {"type": "begin_group", "name": "~", "label::English (en)": "Officer"},
    {"type": "text", "name": "~_name", "bind::abhaya:carry": "@.name"},
    {"type": "text", "name": "~_rank", "relevant": "${~_name} != ''"},
    {"type": "end_group"},
)


def rows(**cells: str) -> list[dict[str, str]]:
    return [
        dict(row)
        for row in expanded(
            [{"type": "part officer", "name": "lead", **cells}], {"officer": OFFICER}.__getitem__
        )
    ]


def test_names_and_references_take_the_name_of_the_asking_row() -> None:
    assert [row.get("name", "") for row in rows()] == ["lead", "lead_name", "lead_rank", ""]
    assert rows()[2]["relevant"] == "${lead_name} != ''"


def test_cells_of_the_asking_row_take_the_place_of_those_in_the_first_row() -> None:
    group, name, *_ = rows(**{"label::English (en)": "Lead officer"})
    assert group["label::English (en)"] == "Lead officer"
    assert "label::English (en)" not in name


def test_facts_are_carried_where_a_fact_is_named() -> None:
    assert rows(fact="officer")[1]["bind::abhaya:carry"] == "officer.name"
    assert "bind::abhaya:carry" not in rows()[1]


def test_questions_can_be_left_out() -> None:
    assert [row.get("name", "") for row in rows(without="rank")] == ["lead", "lead_name", ""]


def test_a_part_may_ask_for_another() -> None:
    pair = (
        {"type": "begin_group", "name": "~"},
        {"type": "part officer", "name": "~_lead"},
        {"type": "end_group"},
    )
    asked = [{"type": "part pair", "name": "team"}]
    names = [row.get("name", "") for row in expanded(asked, {"officer": OFFICER, "pair": pair}.__getitem__)]
    assert names == ["team", "team_lead", "team_lead_name", "team_lead_rank", "", ""]


def test_every_row_tells_the_parts_it_comes_from() -> None:
    pair = ({"type": "note", "name": "~_note"}, {"type": "part officer", "name": "~_lead"})
    asked = [{"type": "part pair", "name": "team"}, {"type": "text", "name": "own"}]
    told = [row.get(PART) for row in expanded(asked, {"officer": OFFICER, "pair": pair}.__getitem__)]
    assert told == ["pair", *["pair officer"] * 4, None]


def test_a_part_that_there_is_not() -> None:
    with pytest.raises(FormError) as refused:
        read_yaml(b"survey:\n- {type: part nonsense, name: lead}\n", "form")
    assert [(f.kind, f.values) for f in refused.value.findings] == [("no_such_part", {"name": "nonsense"})]


def test_a_form_with_parts_is_written_out_in_full() -> None:
    source = read_yaml(b"survey:\n- {type: part officer, name: lead, fact: officer}\n", "form")
    assert read_yaml(write_yaml(source).encode(), "form") == source
    assert "part" not in {row["type"].split()[0] for row in source.rows("survey")}
